"""Links of a search page: the same search with something added, taken away, changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from search.language.request import SearchRequest
from search.plans import HEADINGS
from search.results import FacetValue, ResultsPage


@dataclass(frozen=True, slots=True)
class Link:
    """A facet value or a chosen filter, with where a click leads."""

    value: str
    url: str
    label: str = ""
    count: int = 0
    on: bool = False
    removes: bool = False


def facet_links(page: ResultsPage, query: QueryDict) -> list[dict[str, Any]]:
    """Give each facet's name and its values as links that narrow the search."""
    names = {"outlet": _("المصدر"), "section": _("القسم"), "year": _("السنة")}
    return [
        {
            "name": name,
            "title": title,
            "links": [_narrowed(name, value, query) for value in page.facets[name]],
        }
        for name, title in names.items()
        if page.facets.get(name)
    ]


def _narrowed(name: str, value: FacetValue, query: QueryDict) -> Link:
    if name == "year":
        changed = {"since": f"{value.value}-01-01", "until": f"{value.value}-12-31"}
        url = with_values(query, changed)
        return Link(value.label, url, count=value.count)
    if value.selected:
        url = without(query, name, value.value)
        return Link(value.label, url, count=value.count, on=True, removes=True)
    chosen = [*query.getlist(name), value.value]
    return Link(value.label, with_values(query, {name: chosen}), count=value.count)


def chosen_filters(request: SearchRequest, query: QueryDict) -> list[Link]:
    """Give what narrows the search as links that take it away."""
    titles = {"outlet": _("المصدر"), "section": _("القسم"), "author": _("الكاتب")}
    links = []
    for name, model in HEADINGS.items():
        slugs = getattr(request, f"{name}s")
        found = model.objects.filter(slug__in=slugs).values_list("slug", "name")
        known = dict(found) if slugs else {}
        links += [
            Link(
                value=known.get(slug, slug),
                url=without(query, name, slug),
                label=titles[name],
                removes=True,
            )
            for slug in slugs
        ]
    days = {"since": (request.since, _("من")), "until": (request.until, _("إلى"))}
    links += [
        Link(value=day.isoformat(), url=without(query, name), label=title, removes=True)
        for name, (day, title) in days.items()
        if day
    ]
    return links


def with_values(query: QueryDict, values: Mapping[str, str | list[str]]) -> str:
    """Address the first page of the same search with other values of some fields."""
    changed = query.copy()
    changed.pop("page", None)
    for name, value in values.items():
        changed.setlist(name, value if isinstance(value, list) else [value])
    return f"?{changed.urlencode()}"


def without(query: QueryDict, name: str, value: str | None = None) -> str:
    """Address the first page of the same search without a field or one value of it."""
    kept = [other for other in query.getlist(name) if value and other != value]
    return with_values(query, {name: kept})
