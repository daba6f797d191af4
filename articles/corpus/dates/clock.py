"""Hours of the day: ``21:38``, «الساعة 9,30 مساء», «الساعة التاسعة والنصف»."""

from __future__ import annotations

from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    AFTER_NOON,
    BEFORE_NOON,
    HOURS,
    MINUTE_WORDS,
    ORDINAL_DAYS,
    WEEKDAYS,
    ZONE_WORDS,
)
from articles.corpus.dates.mention import Kind, Precision

_MINUTE_UNITS = frozenset(("دقيقه", "دقائق", "دقايق"))
_MINUTE_SIGNS = frozenset(":.,،٫")
_SHORT_PERIODS = frozenset("صم")
_NOONS = frozenset(("الظهر", "الزوال"))


def _time(cursor: Cursor, place: int, stop: int, hour: int, minute: int) -> Reading:
    start = cursor.start(place)
    reading = Reading(start, stop, Precision.MINUTE, Kind.TIME)
    reading.hour, reading.minute = hour, minute
    return reading


def read_period(cursor: Cursor, place: int) -> tuple[int, bool] | None:
    """Read «صباحا», «من مساء», «بعد الظهر», ``PM``: place behind it, after noon?"""
    word = cursor.folded[place]
    if word in ("قبل", "بعد") and cursor.folded[place + 1] in AFTER_NOON:
        return place + 2, word == "بعد" or cursor.folded[place + 1] not in _NOONS
    if word in ("من", "في") and cursor.folded[place + 1] in BEFORE_NOON | AFTER_NOON:
        found = read_period(cursor, place + 1)
        return None if cursor.folded[place + 1] in _SHORT_PERIODS else found
    if word == "من" and cursor.folded[place + 1] == "بعد":
        return read_period(cursor, place + 1)  # «الثالثة من بعد الزوال»
    if word in BEFORE_NOON:
        return place + 1, False
    return (place + 1, True) if word in AFTER_NOON else None


def _is_abbreviation(cursor: Cursor, place: int) -> bool:
    """Tell «ص.ب» from «الساعة 9 م. ثم»: what is glued behind the stop belongs to it."""
    if cursor.folded[place] != "." or place + 1 >= cursor.size:
        return False
    stop, after = cursor.tokens[place], cursor.tokens[place + 1]
    return stop.end == after.start


def _with_period(cursor: Cursor, reading: Reading) -> Reading:
    found = read_period(cursor, reading.stop)
    if not found or reading.hour is None or reading.hour > 12:
        return reading
    word = cursor.folded[reading.stop]
    if word in _SHORT_PERIODS and _is_abbreviation(cursor, found[0]):
        return reading
    reading.stop, after_noon = found
    night = cursor.folded[reading.stop - 1] in ("ليلا", "ليل")
    if after_noon and reading.hour < 12 and not (night and reading.hour < 5):
        reading.hour += 12
    elif reading.hour == 12 and (night or not after_noon):
        reading.hour = 0
    return reading


def _digits(cursor: Cursor, place: int, signs: frozenset[str]) -> Reading | None:
    """Read ``21:38``, ``21:38:05`` or another of ``signs`` before the minute."""
    hour, minute = cursor.number(place), cursor.folded[place + 2]
    if hour is None or hour > 24 or cursor.folded[place + 1] not in signs:
        return None
    tight = cursor.glued(place) and cursor.glued(place + 1)
    if not tight or len(minute) != 2 or not minute.isdecimal() or int(minute) > 59:
        return None
    if cursor.inside_number(place) or _times_a_race(cursor, place + 3):
        return None
    stop = place + 3
    if cursor.folded[stop] == ":" and cursor.number(stop + 1) is not None:
        stop += 2 * (cursor.glued(stop - 1) and cursor.glued(stop))
    return _time(cursor, place, stop, hour % 24, int(minute))


def _times_a_race(cursor: Cursor, stop: int) -> bool:
    """Tell «3:28.28» and «2:05 دقيقة» from an hour of the day."""
    if cursor.folded[stop] in _MINUTE_UNITS:
        return True
    after = cursor.folded[stop] == "." and cursor.folded[stop + 1].isdecimal()
    return after and cursor.glued(stop - 1) and cursor.glued(stop)


def read_clock(cursor: Cursor, place: int) -> Reading | None:
    """Read an hour in digits that needs no «الساعة» before it."""
    reading = _digits(cursor, place, frozenset(":"))
    if reading:
        return _with_period(cursor, reading)
    reading = _digits(cursor, place, _MINUTE_SIGNS)
    if reading and reading.hour is not None and _says_time(cursor, reading.stop):
        return _with_period(cursor, reading)
    return _whole_hour(cursor, place)


def _says_time(cursor: Cursor, place: int) -> bool:
    if cursor.folded[place] in _SHORT_PERIODS:
        return False
    return bool(read_period(cursor, place)) or _is_zone(cursor, place)


def _is_zone(cursor: Cursor, place: int) -> bool:
    word = cursor.folded[place]
    if word == "ت":
        return cursor.folded[place + 1] in ("غ", ".")
    return word in ("بتوقيت", "بالتوقيت", "تغ", "غرينتش", "gmt", "utc")


def _whole_hour(cursor: Cursor, place: int) -> Reading | None:
    """Read «9 مساء» and ``1900 بتوقيت غرينتش``."""
    digits = cursor.folded[place]
    if cursor.inside_number(place) or not _says_time(cursor, place + 1):
        return None
    if len(digits) == 4 and _is_zone(cursor, place + 1):
        hour, minute = int(digits[:2]), int(digits[2:])
    else:
        hour, minute = cursor.number(place) or 0, 0
    if not 1 <= hour <= 24 or minute > 59:
        return None
    if hour > 12 and not _is_zone(cursor, place + 1):
        return None
    reading = _time(cursor, place, place + 1, hour % 24, minute)
    return _with_period(cursor, reading)


def read_oclock(cursor: Cursor, place: int) -> Reading | None:
    """Read «الساعة» and the hour behind it, in digits or words."""
    at = place + 1
    if cursor.folded[at] == "ال" and cursor.glued(at):
        at += 1
    if not cursor.same_line(at):
        return None  # «100 كلم في الساعة», and a header line below it
    reading = _digits(cursor, at, _MINUTE_SIGNS) or _reversed(cursor, at)
    if not reading:
        reading = _hour_in_digits(cursor, at) or _hour_in_words(cursor, at, False)
    if not reading:
        return None
    reading = _with_period(cursor, reading)
    reading.start = cursor.start(place)
    return reading


def _hour_in_digits(cursor: Cursor, place: int) -> Reading | None:
    hour, minute = cursor.number(place), 0
    digits = cursor.folded[place]
    if hour is None and len(digits) == 4 and digits.isdecimal():
        hour, minute = int(digits[:2]), int(digits[2:])
    if hour is None or hour > 24 or minute > 59:
        return None
    stop, more = _minutes(cursor, place + 1)
    hour -= more < 0
    return _time(cursor, place, stop, hour % 24, (minute + more) % 60)


def _reversed(cursor: Cursor, place: int) -> Reading | None:
    """Read ``47ر09``, where agencies write the minute first."""
    minute, hour = cursor.number(place), cursor.number(place + 2)
    if cursor.folded[place + 1] != "ر" or minute is None or hour is None:
        return None
    if minute > 59 or hour > 24:
        return None
    return _time(cursor, place, place + 3, hour % 24, minute)


def _hour_in_words(cursor: Cursor, place: int, must_say: bool) -> Reading | None:
    hour = HOURS.get(cursor.bare(place))
    if hour is None:
        return None
    stop = place + 1
    if cursor.folded[stop] in ("عشر", "عشره"):
        hour, stop = (12, stop + 1) if hour == 2 else (11, stop + 1)
    stop, minute = _minutes(cursor, stop)
    if must_say and not _says_time(cursor, stop):
        return None
    hour -= minute < 0
    return _time(cursor, place, stop, hour % 24, minute % 60)


def _minutes(cursor: Cursor, place: int) -> tuple[int, int]:
    """Read «والنصف», «إلا ربعا», «و18 دقيقة», «وثلاث وعشرون دقيقة» behind an hour."""
    word = cursor.folded[place]
    if word == "الا" and cursor.folded[place + 1] in MINUTE_WORDS:
        return place + 2, -MINUTE_WORDS[cursor.folded[place + 1]]
    if word == "و" and cursor.number(place + 1) is not None:
        has_unit = cursor.folded[place + 2] in _MINUTE_UNITS
        return (place + 3, int(cursor.folded[place + 1])) if has_unit else (place, 0)
    if word == "و" and cursor.folded[place + 1] in _PARTS_OF_HOUR:
        return place + 2, MINUTE_WORDS[cursor.folded[place + 1]]
    stop, minute = _minutes_in_words(cursor, place)
    if stop > place:
        return stop, minute
    if word[:1] == "و" and word in MINUTE_WORDS:
        stop = place + 1 + (cursor.folded[place + 1] in _MINUTE_UNITS)
        return stop, MINUTE_WORDS[word]
    return place, 0


_PARTS_OF_HOUR = frozenset(
    word for word in MINUTE_WORDS if word.startswith("ال")
)  # «و النصف», a space too many
_UNIT_MINUTES = {
    word: value
    for value, words in enumerate(
        ("", "واحد", "اثنتين", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
    )
    for word in (words, words + "ه", words + "ا")
} | {"احدي": 1, "اثنتان": 2, "ثماني": 8, "ثمانيه": 8, "اثنان": 2}
_TENS_MINUTES = {
    word + ending: 10 * tens
    for tens, word in enumerate(("عشر", "ثلاث", "اربع", "خمس"), start=2)
    for ending in ("ون", "ين")
}


def _minutes_in_words(cursor: Cursor, place: int) -> tuple[int, int]:
    if not cursor.folded[place].startswith("و"):
        return place, 0
    word, stop = cursor.folded[place][1:], place + 1
    minute = _UNIT_MINUTES.get(word, 0) or _TENS_MINUTES.get(word, 0)
    if not minute:
        return place, 0
    after = cursor.folded[stop]
    if minute < 10 and after in ("عشر", "عشره"):
        minute, stop = minute + 10, stop + 1
    elif minute < 10 and after[1:] in _TENS_MINUTES:
        minute, stop = minute + _TENS_MINUTES[after[1:]], stop + 1
    return (stop + 1, minute) if cursor.folded[stop] in _MINUTE_UNITS else (place, 0)


def read_spoken_hour(cursor: Cursor, place: int) -> Reading | None:
    """Read «الثامنة مساء», where only the part of the day says that it is an hour."""
    if (cursor.bare(place),) in ORDINAL_DAYS or _is_ranked(cursor, place):
        return None
    reading = _hour_in_words(cursor, place, True)
    return _with_period(cursor, reading) if reading else None


def _is_ranked(cursor: Cursor, place: int) -> bool:
    """Tell «الرابطة الثالثة صباح اليوم» from «الجمعة الثالثة عصرا»."""
    before = cursor.folded[place - 1]
    named = before.startswith("ال") and before.endswith("ه") and before not in WEEKDAYS
    return named and cursor.same_line(place)


def skip_zone(cursor: Cursor, place: int) -> int:
    """Step over «بتوقيت غرينتش» and the like."""
    while cursor.folded[place] in ZONE_WORDS:
        place += 1
    return place
