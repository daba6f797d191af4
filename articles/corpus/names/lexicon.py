"""The tables of names, made ready to be asked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.tables import (
    cities,
    common_words,
    given_names,
    nations,
    organisations,
    people,
    places,
    territories,
    triggers,
)


class Name(NamedTuple):
    """One spelling of a known place or organisation."""

    words: tuple[str, ...]
    """Folded."""
    type: EntityType
    usual: str
    """The name by which the entity is listed, and its key."""
    weak: bool
    """Also an ordinary word."""


def word_set(*lines: str) -> frozenset[str]:
    """Fold the words of a table; ``_`` stands for a space inside of a name."""
    return frozenset(fold(word) for line in lines for word in line.split())


FREQUENT = word_set(common_words.FREQUENT)
_ORDINARY = FREQUENT | word_set(common_words.ORDINARY)
WEAK_GIVEN = word_set(given_names.WEAK)
GIVEN = word_set(given_names.ARABIC, given_names.FOREIGN) | WEAK_GIVEN
OPENS_SURNAME = word_set(people.BEFORE_A_SURNAME)
ENDS_COMPOUND = word_set(people.AFTER_A_FIRST_PART)
TITLES = word_set(triggers.TITLES)
WEAK_TITLES = word_set(triggers.WEAK_TITLES)
NOT_ORGANISATIONS, NOT_PLACES = (
    frozenset(tuple(fold(pair).split("_")) for pair in table.split())
    for table in (triggers.NOT_ORGANISATIONS, triggers.NOT_PLACES)
)
NOT_PURPOSES = word_set(triggers.NOT_PURPOSES)
NATIONS = frozenset(
    prefix + fold(word) + ending
    for word in nations.NATIONS.split()
    for prefix in ("", "ال")
    for ending in ("", "ه", "ين", "ون")
)
TITLE_INNER = word_set(triggers.TITLE_INNER) | NATIONS
SPEECH_VERBS = word_set(triggers.SPEECH_VERBS)
ORGANISATION_HEADS = word_set(triggers.ORGANISATION_HEADS)
BRANDED_HEADS = word_set(triggers.BRANDED_HEADS)
GENERIC_HEADS = word_set(triggers.GENERIC_HEADS)
LEFT_OUT_HEADS = word_set(triggers.LEFT_OUT_HEADS)
DEFINITE_HEADS = word_set(triggers.DEFINITE_HEADS)
NATION_BODIES = word_set(triggers.NATION_BODIES)
PLACE_HEADS = word_set(triggers.PLACE_HEADS)
PLACE_LINKS = word_set(triggers.PLACE_LINKS)
NEVER_IN_A_NAME = word_set(triggers.NEVER_IN_A_NAME)
PURPOSES = word_set(triggers.PURPOSES)


def _cells(table: str, separator: str) -> Iterator[list[str]]:
    for cell in re.split(separator, table):
        names = [" ".join(name.split()) for name in cell.split("=")]
        if names[0]:
            yield [name for name in names if name]


def _spellings(cells: Iterable[list[str]], type_: EntityType) -> Iterator[Name]:
    for cell in cells:
        usual = cell[0].rstrip("?")
        for spelling in cell:
            words = tuple(fold(spelling.rstrip("?")).split())
            yield Name(words, type_, usual, spelling.endswith("?"))


def _places() -> Iterator[Name]:
    place = EntityType.PLACE
    for table in (places.ARAB_WORLD, places.WORLD):
        yield from _spellings(_cells(table, "·"), place)
    for name in _spellings(_cells(territories.TERRITORIES, "·"), place):
        yield name._replace(weak=len(name.words) == 1 and name.words[0] in _ORDINARY)
    for name in _spellings(_cells(cities.CITIES, r"·|\b[A-Z]{2}:"), place):
        yield name._replace(weak=len(name.words) == 1)


def _organisations() -> Iterator[Name]:
    for table in organisations.GROUPS:
        yield from _spellings(_cells(table, "\n"), EntityType.ORGANISATION)


def _gazetteer() -> dict[str, tuple[Name, ...]]:
    known: dict[tuple[str, ...], list[Name]] = {}
    for name in (*_organisations(), *_places()):
        same = known.setdefault(name.words, [])
        if all(name.type is not other.type for other in same) or (
            name.weak and name.type is EntityType.ORGANISATION
        ):
            same.append(name)
    table: dict[str, list[Name]] = {}
    for words, names in known.items():
        table.setdefault(words[0], []).extend(names)
    return {
        first: tuple(sorted(names, key=lambda name: -len(name.words)))
        for first, names in table.items()
    }


GAZETTEER = _gazetteer()
"""First folded word -> the names that it opens, the longest first."""


COMMON = _ORDINARY - {
    clitic + word
    for word, names in GAZETTEER.items()
    for clitic in "وبل"
    if any(len(name.words) == 1 and not name.weak for name in names)
}
"""Ordinary words; «ومصر» and «بقطر» are none, however often they stand in a text."""


def _known_people() -> dict[tuple[str, ...], tuple[str, bool]]:
    known: dict[tuple[str, ...], tuple[str, bool]] = {}
    for cell in _cells(people.KNOWN_BY_ONE_NAME, "·"):
        usual = cell[0].rstrip("?").replace("_", " ")
        for spelling in cell:
            words = tuple(fold(spelling.rstrip("?")).split("_"))
            known.setdefault(words, (usual, spelling.endswith("?")))
    return known


KNOWN_PEOPLE = _known_people()
"""Folded words -> the usual name, and whether it is an ordinary word too."""
KNOWN_PEOPLE_OPEN = frozenset(words[0] for words in KNOWN_PEOPLE)

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب", "وك")
_CLITIC_LETTERS = frozenset("وفبلك")
_MOST_KEPT = 65_536


class Word(NamedTuple):
    """What the tables say about one folded word."""

    bare: str
    """Without the و ف ب ل ك before a word that a table knows."""
    clitic: int
    """How many letters ``bare`` left out."""
    is_common: bool
    names: tuple[Name, ...] = ()
    """The places and organisations that the word opens."""
    is_head: bool = False
    """Whether an organisation or a place may begin with it: «وزارة», «مطار»."""
    opens_person: bool = False
    """Whether it is a given name, a title, or a person by itself."""
    opens_any: bool = False
    """Whether any name may begin with it; nearly no word does."""


_HEADS = (
    ORGANISATION_HEADS | LEFT_OUT_HEADS | DEFINITE_HEADS | NATION_BODIES | PLACE_HEADS
)
_PERSONS = GIVEN | KNOWN_PEOPLE_OPEN | TITLES | OPENS_SURNAME
_OPENING = frozenset(GAZETTEER) | _HEADS | _PERSONS
_SURE = _OPENING - WEAK_GIVEN - OPENS_SURNAME


class _Words(dict[str, Word]):
    """Remembers what was found out about the words seen lately."""

    def __missing__(self, folded: str) -> Word:
        word = _look_up(folded)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(folded) < 40:
            self[folded] = word
        return word


def _look_up(folded: str) -> Word:
    if folded[:1] not in _CLITIC_LETTERS:
        return _word(folded, 0)
    definite = _without_fused_article(folded)
    if definite and definite[0] in _SURE:
        return _word(*definite)
    if folded in _OPENING or folded in COMMON:
        return _word(folded, 0)
    without = list(_without_clitics(folded))
    for bare, clitic in without:
        if len(bare) > 3 and bare in _OPENING and (clitic == 1 or bare in _SURE):
            return _word(bare, clitic)
        if bare in GAZETTEER or bare in _HEADS:
            return _word(bare, clitic)
    is_common = any(bare in COMMON for bare, _ in without)
    return Word(folded, 0, is_common)


def _word(bare: str, clitic: int) -> Word:
    return Word(
        bare,
        clitic,
        bare in COMMON,
        GAZETTEER.get(bare, ()),
        bare in _HEADS,
        bare in _PERSONS,
        bare in _OPENING,
    )


def _without_clitics(folded: str) -> Iterator[tuple[str, int]]:
    for clitic in _PROCLITICS:
        if folded.startswith(clitic) and len(folded) - len(clitic) > 2:
            yield folded[len(clitic) :], len(clitic)
    definite = _without_fused_article(folded)
    if definite:
        yield definite


def _without_fused_article(folded: str) -> tuple[str, int] | None:
    """«للتحالف» is «التحالف», and its first ل can't be cut off."""
    if folded.startswith("لل"):
        return "ال" + folded[2:], 0
    return ("ال" + folded[3:], 1) if folded.startswith("ولل") else None


WORDS = _Words()
"""A folded word -> what is known of it; looked up once, then remembered."""
