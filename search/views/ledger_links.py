"""Links of the ledger's pages: facets to choose from, and what was chosen."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Name, Outlet, Section
from articles.presentation.digits import in_chosen_digits
from articles.querysets import met_by_readers
from search.language.request import SearchRequest
from search.language.tree import Figures, positive_leaves
from search.ledger import LedgerPage
from search.results import FacetValue
from search.views.links import FIRST_VALUES, FacetBox, Link, with_values, without


def facet_boxes(page: LedgerPage, query: QueryDict) -> list[FacetBox]:
    """Give the facets that have more than one value to choose from."""
    titles = {
        "noun": _("ما يُعدّ"),
        "kind": _("النوع"),
        "unit": _("الوحدة"),
        "outlet": _("المصدر"),
        "year": _("السنة"),
    }
    boxes = []
    for name, title in titles.items():
        links = [_link(name, value, query) for value in page.facets.get(name, ())]
        if len(links) > 1:
            first, rest = links[:FIRST_VALUES], links[FIRST_VALUES:]
            boxes.append(FacetBox(name, title, first, rest, 0, "", []))
    return boxes


def _link(name: str, value: FacetValue, query: QueryDict) -> Link:
    values: dict[str, str | list[str]] = {name: value.value}
    if name == "year":
        values = _year(value.value)
    label = in_chosen_digits(value.label) if name == "year" else value.label
    return Link(label, with_values(query, values), count=value.count)


def _year(year: str) -> dict[str, str | list[str]]:
    return {"since": f"{year:0>4}-01-01", "until": f"{year:0>4}-12-31"}


def chosen(page: LedgerPage, query: QueryDict, own: tuple[str, ...] = ()) -> list[Link]:
    """Give what narrows the ledger and has no field in its form, as links that take
    it away; ``own`` are fields the page itself is about."""
    asked = page.request
    unit = next((v.label for v in page.facets.get("unit", ())), asked.unit)
    labels = {
        "noun": (_("ما يُعدّ"), asked.noun),
        "unit": (_("الوحدة"), unit if asked.unit else ""),
        "outlet": (_("المصدر"), _name_of(Outlet, asked.outlet)),
        "section": (_("القسم"), _name_of(Section, asked.section)),
        "name": (_("القائل"), _claimant(asked.name)),
    }
    return [
        Link(value, without(query, name), title, removes=True)
        for name, (title, value) in labels.items()
        if value and name not in own
    ]


def _name_of(model: type[Outlet] | type[Section], slug: str) -> str:
    if not slug:
        return ""
    met = met_by_readers(model.objects.filter(slug=slug))
    return met.values_list("name", flat=True).first() or slug


def _claimant(pk: int | None) -> str:
    if pk is None:
        return ""
    # The names of drafts are told to nobody who counts the numbers up.
    met = Name.objects.filter(pk=pk, mentions__article__in=Article.objects.public())
    return met.values_list("name", flat=True).first() or str(pk)


def ledger_url(request: SearchRequest) -> str:
    """Address the figures of the articles that a search finds.

    What it asks of figures («رقم:>1000 عائلة») is asked of each of them there.
    """
    fields: dict[str, object] = {
        "q": request.text,
        "outlet": request.outlets[0] if len(request.outlets) == 1 else "",
        "section": request.sections[0] if len(request.sections) == 1 else "",
        "since": request.since or "",
        "until": request.until or "",
    }
    for leaf in positive_leaves(request.query.node):
        if isinstance(leaf, Figures):
            fields["min"] = "" if leaf.low is None else f"{leaf.low:f}"
            fields["max"] = "" if leaf.high is None else f"{leaf.high:f}"
            fields["noun"] = leaf.noun
            break
    kept = {name: value for name, value in fields.items() if value != ""}
    return f"{reverse('search:figures')}?{urlencode(kept)}"
