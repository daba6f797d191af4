"""Which words may open a date, and who reads on from there."""

from __future__ import annotations

from collections.abc import Callable

from articles.corpus.candidates import Candidates
from articles.corpus.dates.centuries import read_centuries, read_century
from articles.corpus.dates.clock import read_clock, read_oclock, read_spoken_hour
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    AFTER_NOON,
    BEFORE_NOON,
    CONNECTORS,
    DASHES,
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    HOURS,
    ORDINAL_DAYS,
    UNITS,
    WEEKDAYS,
    YEAR_DUALS,
    YEAR_WORDS,
    ZONE_WORDS,
    word_set,
)
from articles.corpus.dates.monthly import read_day_of_month, read_month
from articles.corpus.dates.months import FIRST_WORDS
from articles.corpus.dates.numeric import (
    read_bare_year,
    read_month_and_year,
    read_numeric_date,
    read_reign,
    read_year_range,
)
from articles.corpus.dates.relative import (
    read_day_part,
    read_day_word,
    read_decade,
    read_named_day,
    read_tonight,
    read_unit,
    read_weekday,
    read_year,
)
from articles.corpus.dates.vocabulary import VOCABULARY

Reader = Callable[[Cursor, int], Reading | None]


def _readers() -> dict[str, tuple[Reader, ...]]:
    """For each word that may open a date: the readers to ask, the longest first."""
    table: dict[str, tuple[Reader, ...]] = {}
    for words, reader in (
        (DAY_PARTS, read_day_part),
        ({"بعد", "منتصف"}, read_day_part),
        ({"ال"} | {words[0] for words in ORDINAL_DAYS}, read_day_of_month),
        (HOURS, read_spoken_hour),
        (FIRST_WORDS | {"شهر", "شهري"}, read_month),
        (WEEKDAYS, read_weekday),
        ({words[0] for words in DAY_WORDS} - {"هذا", "قبل"}, read_day_word),
        ({"يوم"}, read_named_day),
        (YEAR_WORDS | YEAR_DUALS, read_year),
        (set(UNITS) - YEAR_WORDS, read_unit),
        ({"الليله"}, read_tonight),
        (DECADES, read_decade),
        ({"القرن"}, read_century),
        ({"القرنين", "القرنان"}, read_centuries),
        ({"الساعه"}, read_oclock),
    ):
        for word in words:
            table[word] = (*table.get(word, ()), reader)
    return table


_READERS = _readers()
_OPENERS = {
    word: _READERS[bare] for word, (bare, _) in VOCABULARY.items() if bare in _READERS
}
_SHORT_NUMBER: tuple[Reader, ...] = (
    read_numeric_date,
    read_day_of_month,
    read_clock,
    read_month_and_year,
)
_LONG_NUMBER: tuple[Reader, ...] = (
    read_numeric_date,
    read_year_range,
    read_clock,
    read_bare_year,
)
_NUMBERS = {
    1: _SHORT_NUMBER,
    2: _SHORT_NUMBER,
    3: (read_reign,),
    4: _LONG_NUMBER,
}
_AFTER_A_NUMBER = (
    DASHES
    | CONNECTORS
    | BEFORE_NOON
    | AFTER_NOON
    | ZONE_WORDS
    | word_set("/ . : ، , ٫ و من في لشهر شهر قبل بعد")
    | {word for word, (bare, _) in VOCABULARY.items() if bare in FIRST_WORDS}
)
"""What stands behind the number in any date that starts with one or two digits."""


_CANDIDATES = Candidates(lambda word: word in _OPENERS or "0" <= word < ":")


def openings(cursor: Cursor) -> list[int]:
    """Give the places where a date may open; nearly all words end here."""
    return _CANDIDATES.of(cursor.folded)


def read_at(cursor: Cursor, place: int) -> Reading | None:
    """Read the date that opens at ``place``, without what may follow it."""
    for reader in _readers_for(cursor, place):
        reading = reader(cursor, place)
        if reading is not None:
            return reading
    return None


def _readers_for(cursor: Cursor, place: int) -> tuple[Reader, ...]:
    word = cursor.folded[place]
    if not word.isdecimal():
        return _OPENERS.get(word, ())
    readers = _NUMBERS.get(len(word), ())
    if readers is _SHORT_NUMBER and cursor.folded[place + 1] not in _AFTER_A_NUMBER:
        return ()
    return readers
