"""The values that hits stand under, counted, as a reader may choose among them."""

from __future__ import annotations

from collections.abc import Mapping

from articles.models.catalogue import Heading, name_key
from search.kept import Kept
from search.language.request import SearchRequest
from search.language.tree import HeadingField
from search.plans import HEADINGS, MOST_CHOSEN
from search.results import FacetValue

MOST_VALUES = 50
"""How many values of a facet a page offers; more are reached by their names."""


def counted_headings(
    name: HeadingField,
    counts: Mapping[int, int],
    request: SearchRequest,
    within: str,
    kept: Kept,
) -> tuple[tuple[FacetValue, ...], int]:
    """Give the values of a facet, most frequent first, and how many more there are.

    ``counts`` are by id. What the reader chose or left out is among them, even with no
    hits; others only if ``within`` is a part of their name, in any spelling.
    """
    model = HEADINGS[name]
    chosen: tuple[str, ...] = getattr(request, f"{name}s")
    left_out: tuple[str, ...] = getattr(request, f"without_{name}s")
    slugs = {*chosen[:MOST_CHOSEN], *left_out[:MOST_CHOSEN]}
    named = kept.named(model, slugs)
    ids, further = _offered(model, counts, {row.pk for row in named}, within)
    offered = kept.headings(model, ids).values()
    values = [
        FacetValue(
            value=heading.slug,
            label=heading.name,
            count=counts.get(heading.pk, 0),
            selected=heading.slug in chosen,
            excluded=heading.slug in left_out,
        )
        for heading in (*named, *offered)
    ]
    values.sort(key=lambda value: (-value.count, value.label))
    return tuple(values), further


def _offered(
    model: type[Heading], counts: Mapping[int, int], kept: set[int], within: str
) -> tuple[list[int], int]:
    ids = [pk for pk in sorted(counts, key=lambda pk: -counts[pk]) if pk not in kept]
    if within:
        named = model.objects.filter(key__contains=name_key(within)).order_by()
        like = set(named.values_list("pk", flat=True))
        ids = [pk for pk in ids if pk in like]
    return ids[:MOST_VALUES], max(0, len(ids) - MOST_VALUES)


def counted_times(counts: Mapping[int, int]) -> tuple[FacetValue, ...]:
    """Give the years or months (201408 is "2014-08") of hits, the latest first."""
    return tuple(
        FacetValue(_time(value), _time(value), count)
        for value, count in sorted(counts.items(), reverse=True)
    )


def _time(value: int) -> str:
    return f"{value // 100:04}-{value % 100:02}" if value > 9999 else str(value)
