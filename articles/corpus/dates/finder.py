"""Walks over a text once and reads a date wherever a word of time or digits stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.joins import extend
from articles.corpus.dates.lexicon import EVENT_HEADS, FUTURE_WORDS, PARTS
from articles.corpus.dates.mention import DateMention, Kind, Precision
from articles.corpus.dates.openings import openings, read_at
from articles.corpus.dates.resolve import is_relative, resolve
from articles.corpus.words import Token, tokenize

_SENTENCE_ENDS = frozenset(".!؟?")
_CLITICS = frozenset("وبل")
_YEARS_OF_NEWSPAPERS = range(1000, 9000)


def find_dates(
    text: str,
    published: date | None = None,
    tokens: Sequence[Token] | None = None,
    words: Sequence[str] | None = None,
) -> list[DateMention]:
    """Find every date, hour and range of dates, in the order of the text.

    ``published`` is the day of publication in the outlet's own time; without it,
    relative dates («أمس»، «آذار الماضي») are found but have no ``iso``. ``tokens`` are
    those of ``tokenize(text)`` and ``words`` their folded forms, if they are there
    already. Mentions never overlap.

    >>> [date.iso for date in find_dates("بين 13 و15 تموز 2016، الساعة 9:30 مساء")]
    ['2016-07-13', 'T21:30']
    >>> [date.iso for date in find_dates("في ٢٧ رمضان ١٤٤٢ هـ")]
    ['2021-05-09']
    """
    day = published.date() if isinstance(published, datetime) else published
    if day and day.year not in _YEARS_OF_NEWSPAPERS:
        day = None
    cursor = Cursor(text, tokenize(text) if tokens is None else tokens, words)
    return [_mention(cursor, place, found, day) for place, found in _readings(cursor)]


def _readings(cursor: Cursor) -> Iterator[tuple[int, Reading]]:
    stop = 0
    for place in openings(cursor):
        if place < stop:
            continue
        reading = read_at(cursor, place)
        if reading is not None:
            reading = extend(cursor, place, reading)
            stop = reading.stop
            yield place, reading


def _mention(
    cursor: Cursor, place: int, reading: Reading, published: date | None
) -> DateMention:
    start, end = reading.start, cursor.end(reading.stop)
    is_name = _is_name(cursor, place, reading)
    _look_ahead(cursor, place, reading)
    meaning = resolve(reading, None if is_name else published)
    part_place = _part_place(cursor, place, reading)
    return DateMention(
        start=start,
        end=end,
        text=cursor.text[start:end],
        kind=reading.kind,
        iso=_with_clock(reading, meaning.iso),
        precision=reading.precision,
        calendar=reading.calendar,
        end_iso=meaning.end_iso,
        hijri=meaning.hijri,
        relative=is_relative(reading),
        part=None if part_place is None else PARTS[cursor.bare(part_place)],
        part_start=None if part_place is None else cursor.start(part_place),
        part_end=None if part_place is None else cursor.end(part_place + 1),
        day_part=reading.day_part,
        is_name=is_name,
    )


def _with_clock(reading: Reading, iso: str | None) -> str | None:
    if reading.hour is None:
        return iso
    clock = f"T{reading.hour:02}:{reading.minute:02}"
    if reading.kind is Kind.TIME:
        return clock
    return iso + clock if iso else None


def _is_name(cursor: Cursor, place: int, reading: Reading) -> bool:
    if reading.month is None or reading.year is not None or reading.kind is Kind.TIME:
        return False
    if reading.shift is not None or reading.year_shift is not None:
        return False
    before = cursor.folded[place - 1]
    if before.removeprefix("ال") in EVENT_HEADS:
        return True
    return before[:1] in _CLITICS and before[1:] in EVENT_HEADS  # «بملعب 4 أوت»


def _look_ahead(cursor: Cursor, place: int, reading: Reading) -> None:
    """Turn a bare weekday to the future after «سيعقد», «من المقرر» and the like."""
    if reading.weekday is None or reading.days is not None:
        return
    if reading.shift is not None or reading.month is not None:
        return
    for at in range(place - 1, max(place - 13, -1), -1):
        word = cursor.folded[at]
        if word in _SENTENCE_ENDS:
            return
        if word in FUTURE_WORDS or word[1:] in FUTURE_WORDS:
            reading.shift = 1
            return


def _part_place(cursor: Cursor, place: int, reading: Reading) -> int | None:
    """Find the «أواخر» of «أواخر تشرين الأول» or «نهاية شهر مارس»."""
    if reading.day is not None or reading.kind is Kind.TIME or place == 0:
        return None
    if reading.precision is Precision.DAY or reading.last is not None:
        return None
    before = place - 1
    if cursor.folded[before] in ("من", "هذا") and place > 1:
        before -= 1
    return before if cursor.bare(before) in PARTS else None
