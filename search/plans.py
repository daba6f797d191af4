"""Makes a request ready for an engine: names become ids, nothing is left to look up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Q

from articles.models import Author, Outlet, Section
from articles.models.catalogue import Heading, name_key
from search.backends.contract import Among, Plan
from search.figures import MOST_ARTICLES, articles_claiming
from search.kept import Kept
from search.language import tree
from search.language.loosening import loosened
from search.language.request import Match, SearchRequest
from search.language.syntax import Notice, Trouble
from search.synonyms import Synonyms

DEEPEST_HIT = 10_000
"""Paging ends here: nobody reads so far, and a crawler shall not."""

LARGEST_PAGE = 1_000
"""Most hits given at once; the search page itself shows 20."""

MOST_CHOSEN = 50
"""So many values of one facet may be chosen, and as many left out."""

HEADINGS: dict[tree.HeadingField, type[Heading]] = {
    "outlet": Outlet,
    "section": Section,
    "author": Author,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a request searches among, by ids, and what else every hit has to answer."""

    among: Among
    nodes: tuple[tree.Node, ...] = ()

    def narrowed(
        self, without: frozenset[int], only: frozenset[int] | None = None
    ) -> Scope:
        """Give the same scope without some articles, or with none but some."""
        nodes = list(self.nodes)
        if without:
            nodes.append(tree.Not(tree.Figures(None, None, ids=without)))
        if only is not None:
            nodes.append(tree.Figures(None, None, ids=only))
        return replace(self, nodes=tuple(nodes))


def scope_of(request: SearchRequest, kept: Kept) -> Scope:
    """Look up the headings of a request, each kind once."""
    chosen: dict[str, frozenset[int] | None] = {}
    left_out: list[tree.Node] = []
    for name in HEADINGS:
        chosen[name], unwanted = _headings_of(request, name, kept)
        if unwanted:
            left_out.append(tree.Not(tree.Heading(name, "", unwanted)))
    among = Among(
        outlets=chosen["outlet"],
        sections=chosen["section"],
        authors=chosen["author"],
        since=request.since,
        until=request.until,
    )
    return Scope(among, tuple(left_out))


def _headings_of(
    request: SearchRequest, name: tree.HeadingField, kept: Kept
) -> tuple[frozenset[int] | None, frozenset[int]]:
    """Give the ids of the headings that are chosen, None for any, and left out."""
    chosen: tuple[str, ...] = getattr(request, f"{name}s")[:MOST_CHOSEN]
    left_out: tuple[str, ...] = getattr(request, f"without_{name}s")[:MOST_CHOSEN]
    named = kept.named(HEADINGS[name], {*chosen, *left_out})
    ids = {heading.slug: heading.pk for heading in named}
    wanted, unwanted = (
        frozenset(ids[slug] for slug in slugs if slug in ids)
        for slugs in (chosen, left_out)
    )
    return (wanted if chosen else None), unwanted


def plan_for(
    request: SearchRequest,
    facets: tuple[str, ...],
    scope: Scope | None = None,
    kept: Kept | None = None,
) -> tuple[Plan, tuple[Notice, ...]]:
    """Give the plan of a request, and what is to be said about names in it.

    ``scope`` is that of the request, where it was looked up already.
    """
    kept = kept or Kept()
    scope = scope or scope_of(request, kept)
    notices: list[Notice] = []
    node = request.query.node
    if request.match is Match.ANY and node is not None:
        node = loosened(node)
    query = _resolved(node, notices) if node is not None else None
    if query is not None:
        synonyms = Synonyms.of_the_archive(kept) if request.synonyms else Synonyms(())
        query = synonyms.with_numbers(query).expand(query)
        notices += [Notice(Trouble.SYNONYMS, group) for group in synonyms.applied]
    query = tree.all_of([*([query] if query else []), *scope.nodes])
    start = min(max(0, request.start), DEEPEST_HIT)
    limit = min(max(0, request.limit), LARGEST_PAGE, DEEPEST_HIT - start)
    plan = Plan(query, scope.among, request.sort, start, limit, facets)
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
