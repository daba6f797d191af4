"""Days told from the day of publication, and the larger units: week to century."""

from __future__ import annotations

from articles.corpus.dates.centuries import read_century
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    COMMAS,
    DAY_PART_ADVERBS,
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    EVE,
    NOT_A_WEEKDAY_AFTER,
    NOT_A_YEAR_AFTER,
    NOT_TODAY_AFTER,
    NOT_TODAY_BEFORE,
    NOT_TOMORROW_BEFORE,
    OF_AGE,
    ORDINAL_DAYS,
    SAME_DAY_WORDS,
    THIS,
    UNITS,
    WEEKDAYS,
    YEAR_DUALS,
    YEAR_WORDS,
)
from articles.corpus.dates.mention import Kind, Precision
from articles.corpus.dates.monthly import read_day_of_month, read_shift
from articles.corpus.dates.numeric import (
    era,
    read_day_and_month,
    read_era,
    read_numeric_date,
    read_year_range,
)

_DASH_OR_SLASH = frozenset("-/–")


def read_weekday(cursor: Cursor, place: int) -> Reading | None:
    """Read «الأربعاء», «الأربعاء الماضي», «الأربعاء، 22 آذار 2017»."""
    weekday = WEEKDAYS.get(cursor.bare(place))
    if weekday is None or _is_called_so(cursor.folded[place - 1]):
        return None
    if cursor.folded[place - 2 : place] == ["كل", "يوم"]:
        return None  # no day of one week
    reading = Reading(cursor.start(place), place + 1, Precision.DAY, weekday=weekday)
    shift = read_shift(cursor, place + 1)
    if shift:
        reading.stop, reading.shift = shift
    return _with_date(cursor, _with_day_part(cursor, reading))


def _is_called_so(before: str) -> bool:
    """Tell «سوق الجمعة» and «بسوق الجمعة», which are named after the day."""
    glued = before.removeprefix("و")
    glued = glued[1:] if glued[:1] in ("ب", "ل") else glued
    return glued in NOT_A_WEEKDAY_AFTER or before in NOT_A_WEEKDAY_AFTER


def _with_day_part(cursor: Cursor, reading: Reading) -> Reading:
    """Add the «صباحا» of «الأربعاء صباحا», but leave the hour of «9 صباحا» alone."""
    part = DAY_PART_ADVERBS.get(cursor.folded[reading.stop])
    if part and cursor.folded[reading.stop] not in DAY_PARTS.keys() - {"مساء"}:
        reading.day_part, reading.kind = part, Kind.DATETIME
        reading.stop += 1
    return reading


def _with_date(cursor: Cursor, reading: Reading) -> Reading:
    """Add the calendar day that often follows a weekday or «اليوم»."""
    at = reading.stop
    opened = cursor.folded[at] == "("
    at += cursor.folded[at] in COMMAS or opened
    at += cursor.folded[at] in SAME_DAY_WORDS
    at += cursor.folded[at] in ("يوم", "في", "ل", "لـ")
    date = read_calendar_day(cursor, at)
    if (
        not date
        or date.kind is Kind.DATE_RANGE
        or _names_other_day(cursor, at)
        or (opened and cursor.folded[date.stop] != ")")
    ):
        return reading
    date.stop += opened  # «اليوم الاثنين (19 تموز 2021)»
    date.start, date.weekday = reading.start, reading.weekday
    date.day_part, date.days = reading.day_part, reading.days
    date.kind = reading.kind
    return date


def _names_other_day(cursor: Cursor, place: int) -> bool:
    """«السبت في الثاني من ...» is a date; «الأحد الأول» alone is none."""
    return cursor.folded[place] in ("الماضي", "")


def read_calendar_day(cursor: Cursor, place: int) -> Reading | None:
    """Read a date behind words that announce one; so ``21/09`` will do."""
    if not (cursor.folded[place].isdecimal() or _opens_day(cursor, place)):
        return None
    return (
        read_numeric_date(cursor, place)
        or read_day_of_month(cursor, place)
        or read_day_and_month(cursor, place)
    )


def _opens_day(cursor: Cursor, place: int) -> bool:
    word = cursor.bare(place)
    return word == "ال" or (word,) in ORDINAL_DAYS or word in _ORDINAL_STEMS


_ORDINAL_STEMS = frozenset(words[0] for words in ORDINAL_DAYS)


def read_day_word(cursor: Cursor, place: int) -> Reading | None:
    """Read «اليوم», «أمس», «أول من أمس», «بعد غد» and the weekday behind them."""
    for length in (3, 2, 1):
        words = (cursor.bare(place), *cursor.folded[place + 1 : place + length])
        days = DAY_WORDS.get(words)
        if days is not None and not _is_other_word(cursor, place, place + length):
            break
    else:
        return None
    stop = place + length
    reading = Reading(cursor.start(place), stop, Precision.DAY, days=days)
    weekday = WEEKDAYS.get(cursor.folded[stop])
    if weekday is not None:
        reading.weekday, reading.stop = weekday, stop + 1
    return _with_date(cursor, _with_day_part(cursor, reading))


def _is_other_word(cursor: Cursor, place: int, stop: int) -> bool:
    word, before = cursor.bare(place), cursor.folded[place - 1]
    if word == "اليوم":
        return before in NOT_TODAY_BEFORE or cursor.folded[stop] in NOT_TODAY_AFTER
    if word == "امس" and cursor.folded[place] != word:
        return cursor.folded[stop] == "الحاجه" or cursor.folded[place][0] != "و"
    if word == "الغد":
        return before in NOT_TOMORROW_BEFORE
    return word == "غد" and before not in ("يوم", "مساء", "صباح", "بعد", "ظهر", "فجر")


def read_named_day(cursor: Cursor, place: int) -> Reading | None:
    """Read «يوم» and the weekday, day word or date behind it."""
    at = place + 1
    reading = read_weekday(cursor, at) or read_day_word(cursor, at)
    reading = reading or read_calendar_day(cursor, at)
    if reading:
        reading.start = cursor.start(place)
    return reading


def read_day_part(cursor: Cursor, place: int) -> Reading | None:
    """Read «مساء الأربعاء», «فجر اليوم», «بعد ظهر أمس», «ليل الأحد الاثنين»."""
    at, word = place, cursor.bare(place)
    if word in ("بعد", "منتصف"):
        at += 1
    part = DAY_PARTS.get(cursor.bare(at))
    if part is None or (at > place and part not in ("noon", "night")):
        return None
    at += 1 + (cursor.folded[at + 1] == "يوم")
    reading = read_weekday(cursor, at) or read_day_word(cursor, at)
    reading = reading or read_calendar_day(cursor, at)
    if not reading or reading.kind is Kind.DATE_RANGE:
        return None
    if word == EVE and reading.days is None:
        return None
    reading.start, reading.kind = cursor.start(place), Kind.DATETIME
    reading.day_part = "afternoon" if word == "بعد" else part
    if part == "night":
        _skip_second_weekday(cursor, reading)
    return reading


def _skip_second_weekday(cursor: Cursor, reading: Reading) -> None:
    at = reading.stop + (cursor.folded[reading.stop] in _DASH_OR_SLASH)
    second = WEEKDAYS.get(cursor.folded[at])
    if second is not None and reading.month is None:
        reading.stop = at + 1


def read_tonight(cursor: Cursor, place: int) -> Reading | None:
    """Read «الليلة» and «الليلة الماضية»."""
    shift = read_shift(cursor, place + 1)
    stop, days = shift or (place + 1, 0)
    reading = Reading(cursor.start(place), stop, Precision.DAY, Kind.DATETIME)
    reading.days, reading.day_part = min(days, 0), "night"
    return reading


def read_year(cursor: Cursor, place: int) -> Reading | None:
    """Read «عام 2014», «سنة 1438 هـ», «عامي 2014 و2015», «العام الماضي»."""
    word = cursor.bare(place)
    if word in YEAR_DUALS:
        return _read_years(cursor, place)
    year = cursor.year(place + 1)
    if year is not None and word in YEAR_WORDS:
        return _read_numbered_year(cursor, place, year)
    return read_unit(cursor, place)


def _read_numbered_year(cursor: Cursor, place: int, year: int) -> Reading | None:
    reading = read_year_range(cursor, place + 1)
    calendar = era(cursor, place + 2, year)
    if reading is None and calendar is not None and not cursor.inside_number(place + 1):
        stop = read_era(cursor, place + 2, calendar)
        reading = Reading(0, stop, Precision.YEAR, calendar=calendar, year=year)
    if reading:
        reading.start = cursor.start(place)
    return reading


def _read_years(cursor: Cursor, place: int) -> Reading | None:
    reading = read_year_range(cursor, place + 1)
    first, last = cursor.year(place + 1), cursor.year(place + 3)
    if not reading and first and last and cursor.folded[place + 2] == "و":
        if not 1000 <= first < last < 2200:
            return None
        reading = Reading(0, place + 4, Precision.YEAR, Kind.DATE_RANGE, year=first)
        reading.last = Reading(0, place + 4, Precision.YEAR, year=last)
    if reading and cursor.bare(place) not in ("موسم", "الموسم", "موسمي"):
        reading.start = cursor.start(place)
    return reading


def read_unit(cursor: Cursor, place: int) -> Reading | None:
    """Read «الشهر الماضي», «الأسبوع المقبل», «هذا العام», «العام قبل الماضي»."""
    unit = UNITS.get(cursor.bare(place))
    before = cursor.folded[place - 1]
    if unit is None or before in NOT_A_YEAR_AFTER:
        return None
    shift = read_shift(cursor, place + 1)
    if not shift and before in THIS:
        shift = (place + 1, 0)
        place -= 1
    if not shift:
        return None
    reading = Reading(cursor.start(place), shift[0], unit)
    reading.shift = shift[1]
    return reading


def read_decade(cursor: Cursor, place: int) -> Reading | None:
    """Read «ثمانينيات القرن الماضي», «الثمانينات»; an age in decades is no date."""
    word = cursor.bare(place)
    decade, stop = DECADES[word], place + 1
    if cursor.folded[stop] == "من" and cursor.folded[stop + 1] in OF_AGE:
        return None
    century = None
    if cursor.folded[stop] == "القرن" or cursor.folded[stop + 1] == "القرن":
        at = stop + (cursor.folded[stop] == "من")
        century = read_century(cursor, at) if cursor.folded[at] == "القرن" else None
    if century is None and (not word.startswith("ال") or decade < 4):
        return None
    start = cursor.start(place)
    reading = Reading(start, stop, Precision.DECADE, decade=decade, century=19)
    if century:
        reading.stop, reading.century = century.stop, century.century
        reading.shift = century.shift
    return reading
