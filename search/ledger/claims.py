"""A claim: one row of the ledger, with all that a page, a chart or a file shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from articles.models import Article, Capture, Figure
from articles.models.figure import Part
from articles.presentation.calendar import printed_date
from articles.presentation.figures import ShownFigure, shown_figure
from articles.presentation.method import kind_label
from search.language.syntax import Notice
from search.ledger.copies import clusters_of
from search.ledger.request import LedgerRequest
from search.ledger.sentences import shown_sentence
from search.results import FacetValue


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that one public article claims, however often it repeats it.

    ``value``, ``value_max`` and ``value_min`` are as in ``Figure``; ``modifier``,
    ``unit`` and ``kind`` are its codes and ``shown`` says them in words. ``start`` and
    ``end`` are code points of the article's ``part``, end exclusive;
    ``sentence[mark_start:mark_end] == quote``. ``claimed_by`` is the id of the
    claimant's name. ``cluster`` is common to the copies of one report, None for a
    report without copies. ``capture`` is the SHA-256 of the bytes the article was read
    from; "" except in files.
    """

    figure: int
    shown: ShownFigure
    kind: str
    value: Decimal | None
    value_max: Decimal | None
    value_min: Decimal | None
    modifier: str
    unit: str
    noun: str
    noun_key: str
    claimant: str
    claimed_by: int | None
    article: int
    title: str
    url: str
    outlet: str
    outlet_slug: str
    published_on: date | None
    published_precision: str
    published: str
    part: str
    start: int
    end: int
    quote: str
    sentence: str
    mark_start: int
    mark_end: int
    cluster: int | None = None
    capture: str = ""

    @property
    def kind_label(self) -> str:
        """Give the kind in words."""
        return kind_label(self.kind)

    @property
    def when(self) -> str:
        """Say when the article was published, as exactly as is known; "" if not."""
        return printed_date(self.published_on, None, self.published_precision)

    @property
    def before(self) -> str:
        """Give the sentence before the number."""
        return self.sentence[: self.mark_start]

    @property
    def after(self) -> str:
        """Give the sentence behind the number."""
        return self.sentence[self.mark_end :]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """One page of claims and what is known of all of them.

    ``total`` counts all claims, ``articles`` the articles that make them and
    ``independent`` the claims with copies of one report counted once. ``facets`` are
    "noun", "kind", "outlet" and "year", most frequent first. ``at_least`` says that
    there may be more than was counted, ``reserve`` that the database answered.
    ``noun_key`` and ``noun_label`` are the noun the request names, as it is known here,
    "" where it is none.
    """

    request: LedgerRequest
    total: int = 0
    independent: int = 0
    articles: int = 0
    claims: tuple[Claim, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    at_least: bool = False
    reserve: bool = False
    noun_key: str = ""
    noun_label: str = ""


def claims_of(figure_ids: Sequence[int], *, captures: bool = False) -> Iterator[Claim]:
    """Fetch claims by the ids of their figures, in order.

    What is no longer public or no longer stands in its text falls out.
    """
    rows = Figure.objects.filter(pk__in=figure_ids).order_by().in_bulk()
    # A join with what is public would lead SQLite to walk through all articles.
    public = Article.objects.public_among({row.article_id for row in rows.values()})
    shown = public.select_related("outlet").defer("segments", "removed", "corrected")
    articles = shown.order_by().in_bulk()
    kept = [
        row
        for row in map(rows.get, figure_ids)
        if row is not None and _stands(row, articles.get(row.article_id))
    ]
    clusters = clusters_of(articles)
    hashes = _latest_captures(articles) if captures else {}
    for row in kept:
        yield claim_of(
            row, clusters.get(row.article_id), hashes.get(row.article_id, "")
        )


def _stands(figure: Figure, article: Article | None) -> bool:
    """Give a figure its article; tell whether that is public and says it still."""
    if article is None:
        return False
    figure.article = article
    return figure.stands_in_text()


def claim_of(figure: Figure, cluster: int | None = None, capture: str = "") -> Claim:
    """Make the claim of a figure whose article is fetched with its outlet."""
    article: Article = figure.article
    outlet = article.outlet
    text = article.title if figure.part == Part.TITLE else article.body
    first, last = shown_sentence(text, figure.start, figure.end)
    return Claim(
        figure=figure.pk,
        shown=shown_figure(figure),
        kind=figure.kind,
        value=figure.value,
        value_max=figure.value_max,
        value_min=figure.value_min,
        modifier=figure.modifier,
        unit=figure.unit,
        noun=figure.noun,
        noun_key=figure.noun_key,
        claimant=figure.claimant,
        claimed_by=figure.claimed_by_id,
        article=article.pk,
        title=article.title,
        url=f"{article.get_absolute_url()}#f{figure.rank + 1}",
        outlet=outlet.name if outlet else "",
        outlet_slug=outlet.slug if outlet else "",
        published_on=article.published_on,
        published_precision=article.published_precision,
        published=article.published_iso,
        part=figure.part,
        start=figure.start,
        end=figure.end,
        quote=figure.quote,
        sentence=text[first:last],
        mark_start=figure.start - first,
        mark_end=figure.end - first,
        cluster=cluster,
        capture=capture,
    )


def _latest_captures(articles: Iterable[int]) -> dict[int, str]:
    rows = Capture.objects.filter(article__in=articles).order_by("pk")
    return dict(rows.values_list("article_id", "sha256"))
