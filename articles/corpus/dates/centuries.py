"""Centuries: «القرن التاسع عشر», «القرنين الثامن عشر والتاسع عشر», and BC."""

from __future__ import annotations

from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import ORDINAL_DAYS, THIS
from articles.corpus.dates.mention import Kind, Precision
from articles.corpus.dates.monthly import read_shift

_BEFORE_CHRIST = ["قبل", "الميلاد"]


def read_century(cursor: Cursor, place: int) -> Reading | None:
    """Read «القرن التاسع عشر», «القرن الـ19», «القرن الماضي»; 19 means 19xx."""
    at = place + 1
    start = cursor.start(place)
    reading = Reading(start, at, Precision.CENTURY)
    shift = read_shift(cursor, at)
    if shift:
        reading.stop, reading.shift = shift
        return reading
    if cursor.folded[place - 1] in THIS:
        reading.shift = 0
        return reading
    at += cursor.folded[at] == "ال"
    ordinal = ORDINAL_DAYS.get((cursor.folded[at], cursor.folded[at + 1]))
    stop = at + 2
    if ordinal is None:
        ordinal, stop = ORDINAL_DAYS.get((cursor.folded[at],)), at + 1
    number = ordinal or cursor.number(at)
    if not number or number > 22 or _is_other_era(cursor, stop):
        return None
    reading.stop, reading.century = stop, number - 1
    if cursor.folded[stop : stop + 2] == _BEFORE_CHRIST:
        reading.stop, reading.century = stop + 2, -number
    return reading


def read_centuries(cursor: Cursor, place: int) -> Reading | None:
    """Read «القرنين الثامن عشر والتاسع عشر» as one stretch."""
    first = read_century(cursor, place)
    if first is None or first.century is None:
        return None
    word = cursor.folded[first.stop]
    if not word.startswith("وال"):
        return None
    for length in (2, 1):
        words = (word[1:], cursor.folded[first.stop + 1])[:length]
        ordinal = ORDINAL_DAYS.get(words)
        if ordinal and ordinal - 1 > first.century:
            break
    else:
        return None
    stop = first.stop + length
    before_christ = cursor.folded[stop : stop + 2] == _BEFORE_CHRIST
    if before_christ or _is_other_era(cursor, stop):
        return None
    first.last = Reading(first.start, stop, Precision.CENTURY, century=ordinal - 1)
    first.kind, first.stop = Kind.DATE_RANGE, stop
    return first


def _is_other_era(cursor: Cursor, place: int) -> bool:
    word, after = cursor.folded[place : place + 2]
    return word in ("الهجري", "هجري", "ه") or (word == "قبل" and after != "الميلاد")
