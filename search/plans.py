"""Makes a request ready for an engine: names become ids, nothing is left to look up."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q

from articles.models import Author, Outlet, Section
from articles.models.catalogue import Heading, name_key
from search.backends.contract import Among, Plan
from search.figures import MOST_ARTICLES, articles_claiming
from search.kept import Kept
from search.language import tree
from search.language.request import Match, SearchRequest
from search.language.syntax import Notice, Trouble
from search.synonyms import Synonyms

DEEPEST_HIT = 10_000
"""Paging ends here: nobody reads so far, and a crawler shall not."""

LARGEST_PAGE = 1_000
"""Most hits given at once; the search page itself shows 20."""

HEADINGS: dict[tree.HeadingField, type[Heading]] = {
    "outlet": Outlet,
    "section": Section,
    "author": Author,
}


def plan_for(
    request: SearchRequest, facets: tuple[str, ...]
) -> tuple[Plan, tuple[Notice, ...]]:
    """Give the plan of a request, and what is to be said about names in it."""
    notices: list[Notice] = []
    kept = Kept()
    node = request.query.node
    if request.match is Match.ANY and node is not None:
        node = loosened(node)
    query = _resolved(node, notices) if node is not None else None
    if query is not None:
        synonyms = Synonyms.of_the_archive(kept) if request.synonyms else Synonyms(())
        query = synonyms.with_numbers(query).expand(query)
        notices += [Notice(Trouble.SYNONYMS, group) for group in synonyms.applied]
    query = tree.all_of([*([query] if query else []), *_left_out(request, kept)])
    start = min(max(0, request.start), DEEPEST_HIT)
    limit = min(max(0, request.limit), LARGEST_PAGE, DEEPEST_HIT - start)
    among = Among(
        outlets=_ids(Outlet, request.outlets, kept),
        sections=_ids(Section, request.sections, kept),
        authors=_ids(Author, request.authors, kept),
        since=request.since,
        until=request.until,
    )
    plan = Plan(query, among, request.sort, start, limit, facets)
    return plan, tuple(notices)


def unfiltered(plan: Plan, field: str) -> Plan:
    """Ask for the counts of one facet alone, as if none of its values were chosen.

    So a reader who chose an outlet sees what a second one would add.
    """
    among = plan.among
    match field:
        case "outlet":
            among = replace(among, outlets=None)
        case "section":
            among = replace(among, sections=None)
        case "author":
            among = replace(among, authors=None)
    return replace(plan, among=among, start=0, limit=0, facets=(field,))


def _left_out(request: SearchRequest, kept: Kept) -> list[tree.Node]:
    chosen: dict[tree.HeadingField, tuple[str, ...]] = {
        "outlet": request.without_outlets,
        "section": request.without_sections,
        "author": request.without_authors,
    }
    return [
        tree.Not(tree.Heading(field, "", ids))
        for field, slugs in chosen.items()
        if (ids := _ids(HEADINGS[field], slugs, kept))
    ]


def loosened(node: tree.Node) -> tree.Node:
    """Ask for any of the words of a query instead of all; the rest stays as it is."""
    if not isinstance(node, tree.All):
        return node
    words = tuple(part for part in node.nodes if isinstance(part, tree.Word))
    others = tuple(part for part in node.nodes if not isinstance(part, tree.Word))
    if len(words) < 2:
        return node
    return tree.All((tree.Any(words), *others)) if others else tree.Any(words)


def is_question(node: tree.Node | None) -> bool:
    """Tell whether a query is three plain words or more, without any sign of logic."""
    return (
        isinstance(node, tree.All)
        and len(node.nodes) >= 3
        and all(isinstance(part, tree.Word) for part in node.nodes)
    )


def _resolved(node: tree.Node, notices: list[Notice]) -> tree.Node:
    match node:
        case tree.Heading():
            ids = _named(node)
            if not ids:
                notices.append(Notice(Trouble.UNKNOWN_HEADING, node.name))
            return replace(node, ids=ids)
        case tree.Figures():
            claiming, more = articles_claiming(node)
            if more:
                most = f"{MOST_ARTICLES:,}"
                notices.append(Notice(Trouble.TOO_MANY_FIGURES, most))
            return replace(node, ids=claiming)
        case tree.Not():
            return tree.Not(_resolved(node.node, notices))
        case tree.All():
            return tree.All(tuple(_resolved(part, notices) for part in node.nodes))
        case tree.Any():
            return tree.Any(tuple(_resolved(part, notices) for part in node.nodes))
        case _:
            return node


def headings_named(model: type[Heading], name: str) -> list[str]:
    """Give the slugs of the headings of this name, in any spelling, or of this slug."""
    named = Q(key=name_key(name)) | Q(slug=name)
    return list(model.objects.filter(named).values_list("slug", flat=True))


def _named(node: tree.Heading) -> frozenset[int]:
    """Find the headings of which the name is a part, in any spelling."""
    found = HEADINGS[node.field].objects.filter(key__contains=name_key(node.name))
    return frozenset(found.values_list("pk", flat=True)[:500])


def _ids(
    model: type[Heading], slugs: tuple[str, ...], kept: Kept
) -> frozenset[int] | None:
    if not slugs:
        return None
    return frozenset(heading.pk for heading in kept.named(model, slugs[:50]))
