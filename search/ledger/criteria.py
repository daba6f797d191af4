"""Makes a request ready for the columns: names become codes and ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.corpus.figures import extract_figures
from articles.corpus.figures.nouns import noun_key
from articles.models import Outlet, Section
from articles.models.catalogue import Heading
from articles.models.name import words_key
from search.engine import find_ids
from search.language.request import SearchRequest
from search.language.syntax import Notice
from search.ledger.columns import KINDS, MODIFIERS, Vocabulary
from search.ledger.request import LedgerRequest, Reports
from search.ledger.store import Ledger

Codes = frozenset[int]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a claim must have; None asks for nothing, an empty set for what is not."""

    articles: frozenset[int] | None = None
    kinds: Codes | None = None
    modifiers: Codes | None = None
    units: Codes | None = None
    nouns: Codes | None = None
    claimants: Codes | None = None
    outlets: Codes | None = None
    sections: Codes | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    since: date | None = None
    until: date | None = None
    minor: bool = False
    independent: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The articles that the words of a request find, and what is to be said of them."""

    articles: frozenset[int] | None = None
    notices: tuple[Notice, ...] = ()
    at_least: bool = False


def articles_with(words: str) -> Words:
    """Find the articles of a query in the language of search; None for no words."""
    if not words.strip():
        return Words()
    found = find_ids(SearchRequest(words))
    return Words(found.ids, found.notices, found.at_least)


def criteria_for(request: LedgerRequest, words: Words, known: Ledger) -> Criteria:
    """Give the criteria of a request for the columns it will be asked of."""
    units, nouns = _counted(request.noun, known)
    if request.unit:
        asked = known.units.codes(request.unit)
        units = asked if units is None else units & asked
    return Criteria(
        articles=words.articles,
        kinds=_places(request.kinds, KINDS) if request.kinds else None,
        modifiers=_places((request.modifier,), MODIFIERS) if request.modifier else None,
        units=units,
        nouns=nouns,
        claimants=_claimants(request, known.claimants),
        outlets=_id(Outlet, request.outlet),
        sections=_id(Section, request.section),
        low=request.low,
        high=request.high,
        since=request.since,
        until=request.until,
        minor=request.minor,
        independent=request.reports is Reports.INDEPENDENT,
    )


def canonical_noun(text: str) -> str:
    """Give the key of a noun in any form and spelling; ``-`` is a space.

    >>> (
    ...     canonical_noun("النازحين"),
    ...     canonical_noun("نازح"),
    ...     canonical_noun("لاجئًا عراقيًا"),
    ... )
    ('نازح', 'نازح', 'لاجي عراقي')
    """
    return noun_key(text.replace("-", " ").replace("_", " "))[:120]


def noun_of(text: str, known: Ledger) -> tuple[str, str]:
    """Give the key of a noun that articles count and how it is printed; "" for none."""
    for key in dict.fromkeys((text.strip(), canonical_noun(text) if text else "")):
        codes = known.nouns.beginning_with(key) if key else Codes()
        if codes:
            own = known.nouns.codes(key)
            label = known.nouns.entries[next(iter(own))][1] if own else key
            return key, label
    return "", ""


def _counted(noun: str, known: Ledger) -> tuple[Codes | None, Codes | None]:
    """Give the codes of what a reader calls counted: a unit, or else a noun.

    A noun is found with whatever adjective: «لاجئ» finds «لاجئ عراقي».
    """
    if not noun.strip():
        return None, None
    if key := noun_of(noun, known)[0]:
        return None, known.nouns.beginning_with(key)
    read = extract_figures(f"100 {noun}")
    if read and read[0].unit:
        return known.units.codes(read[0].unit), None
    return None, Codes()


def _claimants(request: LedgerRequest, known: Vocabulary) -> Codes | None:
    sought = words_key(request.claimant)
    if request.name is None and not sought:
        return None
    return Codes(
        code
        for code, (key, _label, name) in enumerate(known.entries)
        if code and (request.name is None or name == request.name) and sought in key
    )


def _places(values: Iterable[str], table: tuple[str, ...]) -> Codes:
    return Codes(table.index(value) for value in values if value in table[1:])


def _id(model: type[Heading], slug: str) -> Codes | None:
    """Give the id of a heading; 0, which is none in the columns, has no slug."""
    if not slug:
        return None
    return Codes(model.objects.filter(slug=slug).values_list("pk", flat=True))
