"""Links of a search page: the same search with something added, taken away, changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.models.catalogue import Heading
from articles.querysets import met_by_readers
from search.language.request import SearchRequest
from search.plans import HEADINGS, MOST_CHOSEN
from search.results import FacetValue, ResultsPage

FIRST_VALUES = 8
"""How many values of a facet are seen before it is opened."""

PLACE_FIELDS = ("page", "outlet_like", "section_like", "author_like")
"""What an address says about the reader's place in a search, not about the search."""


@dataclass(frozen=True, slots=True)
class Link:
    """A facet value or a chosen filter, with where a click leads.

    ``leave_out`` leads to the search without the value; "" where that is done.
    """

    value: str
    url: str
    label: str = ""
    count: int = 0
    on: bool = False
    off: bool = False
    removes: bool = False
    leave_out: str = ""


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet as a reader meets it: values to choose, and a way to look for others.

    ``like`` is what is looked for among the names, in the field called ``like_field``;
    ``kept`` is the rest of the search, for the form of that field.
    """

    name: str
    title: str
    links: list[Link]
    rest: list[Link]
    further: int
    like: str
    kept: list[tuple[str, str]]

    @property
    def like_field(self) -> str:
        """Name the field of the address."""
        return f"{self.name}_like"

    @property
    def is_long(self) -> bool:
        """Tell whether there are values that are not seen at once."""
        return bool(self.rest or self.further or self.like)


def heading_titles() -> dict[str, str]:
    """Give the names of the facets of headings, in the order of the page."""
    return {"outlet": _("المصدر"), "section": _("القسم"), "author": _("الكاتب")}


def facet_boxes(page: ResultsPage, query: QueryDict) -> list[FacetBox]:
    """Give the facets that have anything to choose from."""
    boxes = [_box(name, title, page, query) for name, title in heading_titles().items()]
    return [box for box in boxes if box.links or box.like]


def _box(name: str, title: str, page: ResultsPage, query: QueryDict) -> FacetBox:
    like = query.get(f"{name}_like", "").strip()
    links = [_choice(name, value, query) for value in page.facets.get(name, ())]
    links.sort(key=lambda link: not (link.on or link.off))
    chosen = sum(link.on or link.off for link in links)
    first = len(links) if like else max(FIRST_VALUES, chosen)
    kept = pairs(query, leaving=("page", f"{name}_like"))
    further = page.further.get(name, 0)
    return FacetBox(name, title, links[:first], links[first:], further, like, kept)


def _choice(name: str, value: FacetValue, query: QueryDict) -> Link:
    other = f"without_{name}"
    if value.selected or value.excluded:
        field = name if value.selected else other
        return Link(
            value.label,
            without(query, field, value.value),
            count=value.count,
            on=value.selected,
            off=value.excluded,
            removes=True,
        )
    return Link(
        value.label,
        with_values(query, {name: [*query.getlist(name), value.value]}),
        count=value.count,
        leave_out=with_values(query, {other: [*query.getlist(other), value.value]}),
    )


def chosen_filters(
    request: SearchRequest,
    query: QueryDict,
    facets: Mapping[str, tuple[FacetValue, ...]] | None = None,
) -> list[Link]:
    """Give what narrows the search as links that take it away.

    ``facets``, where they are known, tell the names of the values.
    """
    links = []
    for name, model in HEADINGS.items():
        if facets is None:
            names = _names(
                model, query.getlist(name) + query.getlist(f"without_{name}")
            )
        else:
            names = {value.value: value.label for value in facets.get(name, ())}
        links += _chips(names, name, heading_titles()[name], query)
        links += _chips(names, f"without_{name}", _("ليس من"), query)
    days = {"since": (request.since, _("من")), "until": (request.until, _("إلى"))}
    links += [
        Link(value=day.isoformat(), url=without(query, name), label=title, removes=True)
        for name, (day, title) in days.items()
        if day
    ]
    if query.get("synonyms") == "0":
        url = without(query, "synonyms")
        links.append(Link(value=_("بلا مترادفات"), url=url, removes=True))
    return links


def _names(model: type[Heading], slugs: list[str]) -> dict[str, str]:
    asked = model.objects.filter(slug__in=slugs[: 2 * MOST_CHOSEN]).order_by()
    found = met_by_readers(asked)
    return dict(found.values_list("slug", "name")) if slugs else {}


def _chips(
    names: Mapping[str, str], field: str, title: str, query: QueryDict
) -> list[Link]:
    slugs = list(dict.fromkeys(query.getlist(field)))[:MOST_CHOSEN]
    return [
        Link(names.get(slug, slug), without(query, field, slug), title, removes=True)
        for slug in slugs
    ]


def with_values(query: QueryDict, values: Mapping[str, str | list[str]]) -> str:
    """Address the first page of the same search with other values of some fields."""
    changed = {name: of for name, of in query.lists() if name not in PLACE_FIELDS}
    for name, value in values.items():
        changed[name] = value if isinstance(value, list) else [value]
    return "?" + "&".join(
        f"{_quoted(name)}={_quoted(value)}"
        for name, of in changed.items()
        for value in of
    )


# A page leads to some fifty variants of one search.
_quoted = lru_cache(maxsize=4096)(quote_plus)


def without(query: QueryDict, name: str, value: str | None = None) -> str:
    """Address the first page of the same search without a field or one value of it."""
    kept = [other for other in query.getlist(name) if value and other != value]
    return with_values(query, {name: kept})


def pairs(query: QueryDict, leaving: Iterable[str]) -> list[tuple[str, str]]:
    """Give the fields of an address but some, as a form keeps them hidden."""
    left = set(leaving)
    return [
        (name, value)
        for name, values in query.lists()
        if name not in left
        for value in values
    ]
