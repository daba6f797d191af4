"""From the database to columns: claims of public articles, each once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import QuerySet

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.figures import unit_label
from articles.models import Figure
from articles.presentation.figures import DATE_KINDS
from search.ledger.columns import (
    KINDS,
    MODIFIERS,
    Columns,
    Segment,
    Vocabulary,
    columns_of,
)
from search.ledger.copies import clusters_of

UNASKED_KINDS = frozenset({*DATE_KINDS, "ordinal"})
"""Kinds that no one means who asks for a number: «5 آب»، «الذكرى الثانية»."""

FROM_HERE_WITHOUT_NOUN = 1000
"""From so large a value on, the same value in the same article is the same claim even
where one place names no noun; below it «3» may be anything."""

MOST_ROWS = 50_000
"""More rows are put into columns: as tuples they take ten times the memory."""

Printed = dict[int, Counter[str]]
"""Code of a word -> how often articles spell it how."""

_KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}
_MODIFIER_CODES = {modifier: code for code, modifier in enumerate(MODIFIERS)}


class FigureRow(NamedTuple):
    """What columns are made of; the names are those of the model."""

    id: int
    article_id: int
    rank: int
    kind: str
    value: Any
    value_max: Any
    value_min: Any
    iso: str
    start: int
    modifier: str
    unit: str
    unit_text: str
    noun: str
    noun_key: str
    claimant: str
    claimant_key: str
    tier: str
    article__outlet_id: int | None
    article__section_id: int | None
    article__published_on: Any
    claimed_by_id: int | None
    claimed_by__merged_into_id: int | None

    @property
    def claim(self) -> tuple[Any, ...]:
        """What two places must have in common to be one claim, the noun apart."""
        if self.value is None and self.value_min is None and not self.iso:
            return (self.kind, self.start)
        return (self.kind, self.value, self.value_max, self.value_min, self.iso)

    @property
    def fullness(self) -> tuple[bool, int, bool, int]:
        """How much a place tells; the fullest of a claim is shown for all of them."""
        noun = len(self.noun_key.split())
        return (bool(self.modifier), noun, bool(self.claimant), -self.rank)


def figure_rows(articles: Any) -> QuerySet[Figure, tuple[Any, ...]]:
    """Give the figures of public articles as ``FigureRow`` values, by article."""
    return (
        Figure.objects.filter(article__status__unindexed="published", **articles)
        .order_by("article_id", "rank")
        .values_list(*FigureRow._fields)
    )


def distinct_claims(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """Keep of one article's figures each claim once, by its fullest place.

    «19 ألف ضربة» above and «أكثر من 19 ألف ضربة جوية» below are one claim: kind,
    value and unit agree, and one noun is the other with less said of it.
    """
    claims: dict[tuple[Any, ...], list[FigureRow]] = defaultdict(list)
    for row in rows:
        said = claims[(*row.claim, row.unit)]
        for at, other in enumerate(said):
            if _count_the_same(row, other):
                said[at] = max(row, other, key=lambda one: one.fullness)
                break
        else:
            said.append(row)
    return [row for said in claims.values() for row in said]


def _count_the_same(one: FigureRow, other: FigureRow) -> bool:
    short, long = sorted((one.noun_key, other.noun_key), key=len)
    if not short:
        large = one.value is not None and abs(one.value) >= FROM_HERE_WITHOUT_NOUN
        return not long or large
    return long == short or long.startswith(f"{short} ")


@dataclass
class ColumnsBuilder:
    """Gathers claims, article by article, and makes a segment of them.

    Words without a code are appended to the vocabularies that are given. Groups are
    numbered behind ``groups_before``.
    """

    nouns: Vocabulary = field(default_factory=Vocabulary)
    claimants: Vocabulary = field(default_factory=Vocabulary)
    units: Vocabulary = field(default_factory=Vocabulary)
    groups_before: int = 0
    _rows: list[tuple[Any, ...]] = field(default_factory=list)
    _parts: list[Columns] = field(default_factory=list)
    _groups: dict[tuple[Any, ...], int] = field(default_factory=dict)
    _printed_nouns: Printed = field(default_factory=lambda: defaultdict(Counter))
    _printed_units: Printed = field(default_factory=lambda: defaultdict(Counter))

    def add(self, values: Iterable[tuple[Any, ...]]) -> None:
        """Take rows of ``figure_rows``; those of an article come together."""
        rows = list(map(FigureRow._make, values))
        clusters = clusters_of({row.article_id for row in rows})
        for article, figures in groupby(rows, key=lambda row: row.article_id):
            cluster = clusters.get(article)
            for row in distinct_claims(figures):
                self._rows.append(self._coded(row, self._group(row, cluster)))
        if len(self._rows) >= MOST_ROWS:
            self._put_into_columns()

    def _put_into_columns(self) -> None:
        self._parts.append(columns_of(self._rows))
        self._rows.clear()

    def segment(self) -> Segment:
        """Give the columns of all that was added."""
        for code, printed in self._printed_nouns.items():
            self.nouns.relabel(code, noun_label(self.nouns.entries[code][0], printed))
        for code, printed in self._printed_units.items():
            self.units.relabel(code, printed.most_common(1)[0][0])
        self._put_into_columns()
        return Segment.of(self._parts)

    @property
    def last_group(self) -> int:
        """Give the largest number that a group has."""
        return self.groups_before + len(self._groups)

    def _group(self, row: FigureRow, cluster: int | None) -> int:
        if cluster is None:
            return 0
        noun = row.noun_key.split(" ", 1)[0]
        claim = (cluster, *row.claim, row.unit, noun)
        return self._groups.setdefault(claim, self.last_group + 1)

    def _coded(self, row: FigureRow, group: int) -> tuple[Any, ...]:
        core = row.tier == "core"
        day = row.article__published_on
        low = row.value
        high = row.value_max if row.value_max is not None else low
        # In the order of ``FIELDS``.
        return (
            row.id,
            float("nan") if low is None else float(low),
            float("nan") if high is None else float(high),
            row.article_id,
            group,
            row.article__outlet_id or 0,
            row.article__section_id or 0,
            self._unit(row),
            self._noun(row),
            self._claimant(row),
            day.toordinal() if day else 0,
            day.year if day else 0,
            _KIND_CODES.get(row.kind, 0),
            _MODIFIER_CODES.get(row.modifier, 0),
            core and row.kind not in UNASKED_KINDS,
            core,
        )

    def _noun(self, row: FigureRow) -> int:
        if not row.noun_key:
            return 0
        code = self.nouns.code(row.noun_key, row.noun)
        if row.noun:
            self._printed_nouns[code][strip_marks(row.noun)] += 1
        return code

    def _unit(self, row: FigureRow) -> int:
        if not row.unit:
            return 0
        label = unit_label(row.unit)
        code = self.units.code(row.unit, label)
        if label == row.unit and row.unit_text:  # of currencies there is no list
            self._printed_units[code][strip_marks(row.unit_text)] += 1
        return code

    def _claimant(self, row: FigureRow) -> int:
        if not row.claimant_key:
            return 0
        name = row.claimed_by__merged_into_id or row.claimed_by_id or 0
        return self.claimants.code(row.claimant_key, row.claimant, name)


def noun_label(key: str, printed: Counter[str]) -> str:
    """Give the spelling a noun is called by: that of its key, else the most frequent.

    >>> noun_label("نازح", Counter({"النازحين": 5, "نازحا": 4, "نازح": 1}))
    'نازح'
    """
    own = {word: count for word, count in printed.items() if fold(word) == key}
    return max(own or printed, key=lambda word: (printed[word], word), default=key)


def in_chunks(article_ids: Iterable[int], size: int = 500) -> Iterator[list[int]]:
    """Cut ids into lists of at most ``size``."""
    chunk: list[int] = []
    for article_id in article_ids:
        chunk.append(article_id)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
