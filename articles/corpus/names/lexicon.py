"""The tables of names, made ready to be asked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.ordinary import COMMON_FORMS, is_inflected
from articles.corpus.names.tables import (
    cities,
    family_names,
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


def word_set(*tables: str) -> frozenset[str]:
    """Fold the words of a table; ``_`` stands for a space inside of a name."""
    return frozenset(word for table in tables for word in fold(table).split())


def _names(table: str, separator: str, type_: EntityType) -> Iterator[Name]:
    """Give every spelling of a table; one fold for all, as it looks up each letter."""
    make = tuple.__new__
    cells = zip(table.split(separator), fold(table).split(separator), strict=True)
    for cell, folded in cells:
        usual = " ".join(cell.partition("=")[0].replace("?", "").split())
        for spelling in folded.split("="):
            words = tuple(spelling.replace("?", " ").split())
            if words:
                yield make(Name, (words, type_, usual, "?" in spelling))


WEAK_GIVEN = word_set(given_names.WEAK)
FOREIGN_GIVEN = word_set(given_names.FOREIGN)
GIVEN = word_set(given_names.ARABIC) | FOREIGN_GIVEN | WEAK_GIVEN
FAMILY = word_set(family_names.TRADES, family_names.NISBAS)
SURE_FAMILY = word_set(family_names.QUALITIES, family_names.BARE) | FAMILY
OPENS_SURNAME = word_set(people.BEFORE_A_SURNAME)
ENDS_COMPOUND = word_set(people.AFTER_A_FIRST_PART)
TITLES = word_set(triggers.TITLES)
WEAK_TITLES = word_set(triggers.WEAK_TITLES)
NOT_ORGANISATIONS, NOT_PEOPLE, NOT_PLACES = (
    frozenset(tuple(fold(pair).split("_")) for pair in table.split())
    for table in (
        triggers.NOT_ORGANISATIONS,
        triggers.NOT_PEOPLE,
        triggers.NOT_PLACES,
    )
)
ARAB_COUNTRIES = frozenset(cities.ARAB_COUNTRIES.split())
NOT_PURPOSES = word_set(triggers.NOT_PURPOSES)
NATIONS = frozenset(
    prefix + fold(word) + ending
    for word in nations.NATIONS.split()
    for prefix in ("", "ال")
    for ending in ("", "ه", "ين", "ون")
)
TITLE_INNER = word_set(triggers.TITLE_INNER) | NATIONS
SPORT_WORDS = word_set(triggers.SPORT_WORDS)
CLUB_LINKS = word_set(triggers.CLUB_LINKS)
CLUBS = frozenset(
    name.words
    for table in (organisations.CLUBS, organisations.SPORT)
    for name in _names(table, "\n", EntityType.ORGANISATION)
)
PARTY_HEADS = word_set(triggers.PARTY_HEADS)
SPEECH_VERBS = word_set(triggers.SPEECH_VERBS)
SAYING = word_set(triggers.SAYING)
RELATIVES = word_set(triggers.RELATIVES)
ORGANISATION_HEADS = word_set(triggers.ORGANISATION_HEADS)
BRANDED_HEADS = word_set(triggers.BRANDED_HEADS)
NAMED_AFTER = word_set(triggers.NAMED_AFTER)
SINGLE_HEADS = word_set(triggers.SINGLE_HEADS)
NOT_QUARTERS = word_set(triggers.NOT_QUARTERS)
GENERIC_HEADS = word_set(triggers.GENERIC_HEADS)
LEFT_OUT_HEADS = word_set(triggers.LEFT_OUT_HEADS)
DEFINITE_HEADS = word_set(triggers.DEFINITE_HEADS)
NATION_BODIES = word_set(triggers.NATION_BODIES)
PLACE_HEADS = word_set(triggers.PLACE_HEADS)
PLACE_LINKS = word_set(triggers.PLACE_LINKS)
NEVER_IN_A_NAME = word_set(triggers.NEVER_IN_A_NAME)
PURPOSES = word_set(triggers.PURPOSES)


def _places() -> Iterator[Name]:
    place = EntityType.PLACE
    for table in (places.ARAB_WORLD, places.WORLD):
        yield from _names(table, "·", place)
    for name in _names(territories.TERRITORIES, "·", place):
        yield name._replace(weak=len(name.words) == 1 and name.words[0] in COMMON_FORMS)
    _, *countries = re.split(r"\b([A-Z]{2}):", cities.CITIES)
    for code, table in zip(countries[::2], countries[1::2], strict=True):
        for name in _names(table, "·", place):
            yield name._replace(weak=_is_weak(name, code))


def _is_weak(name: Name, country: str) -> bool:
    """A city of one word is likely to be another word too, far away most of all."""
    if len(name.words) > 1:
        return False
    word = name.words[0]
    known = word in GIVEN or word in SURE_FAMILY or word in COMMON_FORMS
    return known or len(word) < 5 or country not in ARAB_COUNTRIES


def _organisations() -> Iterator[Name]:
    for table in organisations.GROUPS:
        yield from _names(table, "\n", EntityType.ORGANISATION)


def _gazetteer() -> dict[str, tuple[Name, ...]]:
    known: dict[tuple[str, ...], list[Name]] = {}
    for name in (*_organisations(), *_places()):
        same = known.get(name.words)
        if same is None:
            known[name.words] = [name]
        elif all(name.type is not other.type for other in same) or (
            name.weak and name.type is EntityType.ORGANISATION
        ):
            same.append(name)
    table: dict[str, list[Name]] = {}
    for words in sorted(known, key=len, reverse=True):
        table.setdefault(words[0], []).extend(known[words])
    return {first: tuple(names) for first, names in table.items()}


GAZETTEER = _gazetteer()
"""First folded word -> the names that it opens, the longest first."""


_SURE_PLACES = [
    word
    for word, names in GAZETTEER.items()
    if len(names[-1].words) == 1 and not all(name.weak for name in names)
]
COMMON = COMMON_FORMS.difference(
    clitic + word for word in _SURE_PLACES for clitic in "وبل"
)
"""Ordinary words; «ومصر» and «بقطر» are none, however often they stand in a text."""


def _known_people() -> dict[tuple[str, ...], tuple[str, bool]]:
    known: dict[tuple[str, ...], tuple[str, bool]] = {}
    table = people.KNOWN_BY_ONE_NAME.replace("_", " ")
    for words, _, usual, weak in _names(table, "·", EntityType.PERSON):
        known.setdefault(words, (usual, weak))
    return known


KNOWN_PEOPLE = _known_people()
"""Folded words -> the usual name, and whether it is an ordinary word too."""
KNOWN_PEOPLE_OPEN = frozenset(words[0] for words in KNOWN_PEOPLE)

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب", "وك")
_CLITIC_LETTERS = frozenset("وفبلك")
_COMMITTEES = frozenset(("للجنه", "وللجنه"))
"""«للجنة الدولية» writes three ل as two."""
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
    """Whether it is a name, a title, or a verb behind which who speaks may stand."""
    opens_any: bool = False
    """Whether any name may begin with it; nearly no word does."""
    single: Name | None = None
    """The first of ``names`` that is this word alone."""
    seconds: frozenset[str] = frozenset()
    """The second words of the others."""
    is_title: bool = False
    is_name: bool = False
    """Whether it is a given name, or opens a person that all know."""
    is_saying: bool = False
    """Whether it is a verb of speech: who speaks stands behind it."""


_HEADS = (
    ORGANISATION_HEADS | LEFT_OUT_HEADS | DEFINITE_HEADS | NATION_BODIES | PLACE_HEADS
)
_NAMES = GIVEN | KNOWN_PEOPLE_OPEN | OPENS_SURNAME
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
    if folded in _COMMITTEES:
        return _word("ال" + folded.removeprefix("و")[1:], folded[0] == "و")
    definite = _without_fused_article(folded)
    if definite and definite[0] in _SURE:
        return _word(*definite)
    if folded in _OPENING or folded in COMMON or folded in SAYING:
        return _word(folded, 0)
    without = list(_without_clitics(folded))
    for bare, clitic in without:
        if len(bare) > 3 and bare in _OPENING and (clitic == 1 or bare in _SURE):
            return _word(bare, clitic)
        if bare in GAZETTEER or bare in _HEADS:
            return _word(bare, clitic)
    is_common = any(bare in COMMON for bare, _ in without)
    return Word(folded, 0, is_common or is_inflected(folded))


def _word(bare: str, clitic: int) -> Word:
    opens = bare in _OPENING
    names = GAZETTEER.get(bare, ())
    return Word(
        bare,
        clitic,
        bare in COMMON or (not (opens or bare in SURE_FAMILY) and is_inflected(bare)),
        names,
        bare in _HEADS,
        bare in _PERSONS or bare in SAYING,
        opens or bare in SAYING,
        next((name for name in names if len(name.words) == 1), None),
        frozenset(name.words[1] for name in names if len(name.words) > 1),
        bare in TITLES,
        bare in _NAMES,
        bare in SAYING,
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
