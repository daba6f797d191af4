"""Asks the columns: which claims answer, how many of each sort, which come first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from search.ledger.columns import KINDS, Array, Segment
from search.ledger.criteria import Criteria
from search.ledger.request import Sort
from search.ledger.rows import UNASKED_KINDS

FACETS = ("noun", "kind", "unit", "outlet", "year")
_ASKED_KINDS = frozenset(
    code for code, kind in enumerate(KINDS) if code and kind not in UNASKED_KINDS
)
FEW = 8
"""Of so many times fewer claims than there are, places are sorted, not looked up."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims of one segment that answer; ``places`` is None for a whole segment."""

    segment: Segment
    mask: Array
    places: Array

    def of(self, field: str) -> Array:
        """Give a field of the claims that answer, in the order of the columns."""
        column = self.segment[field]
        return column if len(self) == len(column) else np.take(column, self.places)

    def __len__(self) -> int:
        return len(self.places)


def select(segment: Segment, criteria: Criteria) -> Selection:
    """Find the claims of a segment that meet all criteria."""
    mask = _of_interest(segment, criteria)
    if segment.alive is not None:
        mask = mask & segment.alive
    for field, codes in _coded(criteria):
        if codes is not None:
            mask = mask & _among(segment[field], codes)
    for wanted in _bounds(segment, criteria):
        mask = mask & wanted
    places = np.flatnonzero(mask)
    if criteria.independent:
        places = _first_of_groups(segment, places)
        mask = np.zeros(len(segment), dtype=bool)
        mask[places] = True
    return Selection(segment, mask, places)


def _of_interest(segment: Segment, criteria: Criteria) -> Array:
    if criteria.kinds is None:
        if not criteria.minor:
            usual: Array = segment["usual"]
            return usual
        return _among(segment["kind"], _ASKED_KINDS)
    mask = _among(segment["kind"], criteria.kinds)
    return mask if criteria.minor else mask & segment["core"]


def _coded(criteria: Criteria) -> Iterable[tuple[str, frozenset[int] | None]]:
    return (
        ("noun", criteria.nouns),
        ("unit", criteria.units),
        ("outlet", criteria.outlets),
        ("section", criteria.sections),
        ("claimant", criteria.claimants),
        ("modifier", criteria.modifiers),
        ("article", criteria.articles),
    )


def _among(column: Array, codes: frozenset[int]) -> Array:
    """Tell which of a column's codes are among ``codes``."""
    if len(codes) == 1:
        alone: Array = column == next(iter(codes))
        return alone
    if not len(column):
        return np.zeros(0, dtype=bool)
    table = np.zeros(int(column.max()) + 1, dtype=bool)
    inside = [code for code in codes if 0 <= code < len(table)]
    table[inside] = True
    chosen: Array = table[column]
    return chosen


def _bounds(segment: Segment, criteria: Criteria) -> Iterable[Array]:
    if criteria.low is not None:
        yield segment["high"] >= float(criteria.low)
    if criteria.high is not None:
        yield segment["low"] <= float(criteria.high)
    if criteria.since is not None:
        yield segment["day"] >= criteria.since.toordinal()
    if criteria.until is not None:
        yield (segment["day"] <= criteria.until.toordinal()) & (segment["day"] > 0)


def _first_of_groups(segment: Segment, places: Array) -> Array:
    """Keep of each group the claim that was published first, as far as dates tell."""
    groups = segment["group"][places]
    copied = groups > 0
    if not copied.any():
        return places
    first = np.full(int(groups.max()) + 1, -1, dtype=np.intp)
    # The newest stand first, so the last one written is kept.
    first[groups[copied]] = places[copied]
    return np.sort(np.concatenate([places[~copied], first[first >= 0]]))


def count_articles(selections: Iterable[Selection]) -> int:
    """Count the articles of claims; segments have none in common."""
    total = 0
    for selection in selections:
        articles = selection.of("article")
        if len(articles):
            total += 1 + int(np.count_nonzero(articles[1:] != articles[:-1]))
    return total


def count_independent(selections: Iterable[Selection]) -> int:
    """Count claims, what copies of one report claim alike once."""
    total = 0
    for selection in selections:
        groups = selection.of("group")
        copied = groups[groups > 0]
        total += len(groups) - len(copied) + len(np.unique(copied))
    return total


def count_values(selections: Iterable[Selection], field: str) -> Mapping[int, int]:
    """Count claims by the values of a field, none (0) left out."""
    counts: Array = np.zeros(1, dtype=np.intp)
    for selection in selections:
        more = np.bincount(selection.of(field))
        if len(more) > len(counts):
            counts, more = more, counts
        counts[: len(more)] += more
    counts[0] = 0
    there = np.flatnonzero(counts)
    if len(there) > MOST_VALUES:
        frequent = np.argpartition(counts[there], -MOST_VALUES)[-MOST_VALUES:]
        there = there[frequent]
    return dict(zip(there.tolist(), counts[there].tolist(), strict=True))


MOST_VALUES = 200
"""Of a facet so many values are kept, the most frequent."""


def first_figures(
    selections: Iterable[Selection],
    sort: Sort,
    most: int | None,
    outlet_ranks: Mapping[int, int],
) -> list[int]:
    """Give the ids of the ``most`` first figures of all selections; None for all."""
    chosen = [
        (selection, _first_places(selection, sort, most, outlet_ranks))
        for selection in selections
        if len(selection)
    ]
    if len(chosen) == 1:
        selection, places = chosen[0]
        ids: list[int] = selection.segment["figure"][places].tolist()
        return ids
    rows = [
        row
        for selection, places in chosen
        for row in _sortable(selection.segment, places, sort, outlet_ranks)
    ]
    rows.sort()
    return [row[-1] for row in rows[:most]]


def _first_places(
    selection: Selection,
    sort: Sort,
    most: int | None,
    outlet_ranks: Mapping[int, int],
) -> Array:
    places, segment = selection.places, selection.segment
    match sort:
        case Sort.NEWEST:
            return places[:most]
        case Sort.OLDEST:
            dated = int(np.count_nonzero(selection.of("day")))
            return np.concatenate([places[:dated][::-1], places[dated:][::-1]])[:most]
        case Sort.OUTLET:
            return places[_by_outlet(selection.of("outlet"), outlet_ranks, most)]
        case _:
            return _by_value(selection, segment, sort is Sort.HIGHEST, most)


def _by_value(
    selection: Selection, segment: Segment, highest: bool, most: int | None
) -> Array:
    # From the lowest on all runs backwards, so that equals do on every page.
    turn = slice(None) if highest else slice(None, None, -1)
    places, low = selection.places[turn], selection.of("low")[turn]
    if len(places) * FEW < len(segment):
        order = np.argsort(-low if highest else low, kind="stable")  # NaN comes last
        return places[order][:most]
    found = _first_chosen(segment.by_value[turn], selection.mask, most)
    if most is not None and len(found) == most:
        return found
    return np.concatenate([found, places[np.isnan(low)]])[:most]


def _first_chosen(order: Array, mask: Array, most: int | None) -> Array:
    """Give the first ``most`` of ``order`` that the mask has, looking no further."""
    if most is None:
        chosen: Array = order[mask[order]]
        return chosen
    found, there, start, step = [order[:0]], 0, 0, FEW * most
    while there < most and start < len(order):
        ahead = order[start : start + step]
        found.append(ahead[mask[ahead]])
        there += len(found[-1])
        start, step = start + step, 2 * step
    return np.concatenate(found)[:most]


def _by_outlet(outlets: Array, ranks: Mapping[int, int], most: int | None) -> Array:
    """Give the places of the ``most`` first in the order of outlets, equals in place.

    Only claims of the outlets that come first are sorted.
    """
    places = (
        np.arange(len(outlets)) if most is None else _of_first(outlets, ranks, most)
    )
    return places[np.argsort(_ranks(outlets[places], ranks), kind="stable")][:most]


def _of_first(outlets: Array, ranks: Mapping[int, int], most: int) -> Array:
    counts = np.bincount(outlets)
    there = np.flatnonzero(counts)
    order = there[np.argsort(_ranks(there, ranks), kind="stable")]
    enough = int(np.searchsorted(np.cumsum(counts[order]), most)) + 1
    last = _ranks(order[:enough][-1:], ranks)
    wanted = np.zeros(len(counts), dtype=bool)
    wanted[order[_ranks(order, ranks) <= last]] = True
    return np.flatnonzero(wanted[outlets])


def _ranks(outlets: Array, outlet_ranks: Mapping[int, int]) -> Array:
    largest = max(int(outlets.max(initial=0)), max(outlet_ranks, default=0))
    table = np.full(largest + 1, len(outlet_ranks), dtype=np.int16)
    for outlet, rank in outlet_ranks.items():
        table[outlet] = rank
    ranks: Array = table[outlets]
    return ranks


def _sortable(
    segment: Segment, places: Array, sort: Sort, outlet_ranks: Mapping[int, int]
) -> Iterable[tuple[Any, ...]]:
    """Give rows whose order is that of the claims, the figure's id last."""
    low = np.nan_to_num(segment["low"][places], nan=np.inf)
    high = np.nan_to_num(-segment["low"][places], nan=np.inf)
    day = segment["day"][places]
    keys: dict[Sort, Callable[[], list[Any]]] = {
        Sort.NEWEST: lambda: (-day).tolist(),
        Sort.OLDEST: lambda: np.where(day, day, np.iinfo("i4").max).tolist(),
        Sort.OUTLET: lambda: _ranks(segment["outlet"][places], outlet_ranks).tolist(),
        Sort.HIGHEST: lambda: high.tolist(),
        Sort.LOWEST: lambda: low.tolist(),
    }
    sign = 1 if sort in (Sort.OLDEST, Sort.LOWEST) else -1
    days, articles = (sign * day).tolist(), (sign * segment["article"][places]).tolist()
    figures = segment["figure"][places]
    equals = (-sign * figures).tolist()
    return zip(keys[sort](), days, articles, equals, figures.tolist(), strict=True)
