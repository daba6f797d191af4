"""The operations' answers: one function each, from a question to a dictionary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any, TypeVar

from django.db.models import Max, Q, QuerySet
from django.http import QueryDict

from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Capture, Figure, Mention, Name
from search.api import records
from search.api.cursors import BadCursor
from search.api.endpoints import Answer, Asked, NotThere
from search.api.orders import Hits, keep_order, kept_order
from search.api.parameters import LARGEST_ID
from search.api.records import Address
from search.engine import Answer as Matches
from search.engine import find_hits, find_matches
from search.forms import SearchForm
from search.hits.snippets import Snippets
from search.language.request import SearchRequest
from search.notices import notice_text
from search.plans import DEEPEST_HIT
from search.questions.trends import count_months

Rows = TypeVar("Rows", bound=QuerySet[Any])


def articles(asked: Asked) -> Answer:
    """Give the articles of a list, the newest first."""
    chosen = _chosen(asked, Article.objects.public())
    rows = chosen.for_lists().newest()
    if asked.place is not None:
        rows = rows.filter(_behind(asked.place))
    found = list(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    place = _place(shown[-1]) if len(found) > asked.limit else None
    return {
        "total": chosen.order_by().count(),
        "next": asked.next(place),
        "articles": [records.summary(row, asked.address) for row in shown],
    }


def article(asked: Asked, pk: int) -> Answer:
    """Give one article with its text, figures, names and captures."""
    rows = Article.objects.public().with_headings()
    found = (
        rows.filter(pk=min(pk, LARGEST_ID))
        .prefetch_related(*records.PREFETCHED)
        .first()
    )
    if found is None:
        raise NotThere
    return records.whole(found, asked.address)


def search(asked: Asked) -> Answer:
    """Give the hits of a search as its page does, in the order they had at first."""
    newest, start, order = _place_in_search(asked)
    answer, hits = _hits_in_order(_search_request(asked), newest, order)
    end = start + asked.limit
    place = [newest, end, keep_order(hits)] if end < len(hits) else None
    return {
        "total": answer.found.total,
        "at_least": answer.found.at_least,
        "reserve": answer.reserve,
        "notices": [notice_text(notice) for notice in answer.notices],
        "next": asked.next(place),
        "hits": _shown(hits[start:end], answer.snippets, asked.address),
    }


def _place_in_search(asked: Asked) -> tuple[int, int, str]:
    """Give the newest article of then, how many hits were given, their order's name."""
    if asked.place is None:
        newest = Article.objects.aggregate(newest=Max("pk"))["newest"] or 0
        return newest, 0, ""
    try:
        newest, start, order = asked.place
    except ValueError as strange:
        raise BadCursor from strange
    return newest, start, order


def _hits_in_order(
    request: SearchRequest, newest: int, order: str
) -> tuple[Matches, Hits]:
    kept = kept_order(order) if order else None
    if kept is not None:
        return find_matches(replace(request, limit=0)), kept
    answer = find_hits(request, DEEPEST_HIT)
    return answer, [hit for hit in answer.found.hits if hit[0] <= newest]


def _shown(hits: Hits, snippets: Snippets, address: Address) -> list[dict[str, Any]]:
    found = Article.objects.public_among(pk for pk, _score in hits)
    rows = found.for_lists().order_by().in_bulk()
    return [
        {
            **records.summary(rows[pk], address),
            "score": round(score, 4),
            "snippet": snippets.best(rows[pk].body).plain,
        }
        for pk, score in hits
        if pk in rows
    ]


def trends(asked: Asked) -> Answer:
    """Count the articles of a query by month, as the page of trends does."""
    request = _search_request(asked)
    counted = count_months(request.text, request)
    return {
        "total": counted.total,
        "at_least": counted.at_least,
        "reserve": counted.reserve,
        "without_month": counted.unplaced,
        "months": [
            {"month": period.iso, "articles": count}
            for period, count in sorted(counted.months.items())
        ],
    }


def figures(asked: Asked) -> Answer:
    """Give figures of public articles as they stand in the text, the oldest first."""
    said = asked.said
    public = Figure.objects.filter(article__status__unindexed="published")
    rows = _chosen(asked, public, "article__")
    if said.get("article"):
        rows = rows.filter(article=said["article"])
    if said.get("noun"):
        key = noun_key(said["noun"])
        rows = rows.filter(Q(noun_key=key) | Q(noun_key__startswith=f"{key} "))
    for name in ("kind", "unit", "modifier"):
        if said.get(name):
            rows = rows.filter(**{name: said[name]})
    if said.get("min"):
        rows = rows.filter(value__gte=said["min"])
    if said.get("max"):
        rows = rows.filter(value__lte=said["max"])
    found, following = _by_id(asked, rows.select_related("article"))
    shown = [records.figure(row) for row in found if row.stands_in_text()]
    return {"next": following, "figures": shown}


def names(asked: Asked) -> Answer:
    """Give who and what public articles name, each with how many do."""
    rows = Name.objects.met()
    if asked.said.get("kind"):
        rows = rows.filter(kind=asked.said["kind"])
    if asked.said.get("q"):
        rows = rows.beginning(asked.said["q"])
    found, following = _by_id(asked, rows)
    return {
        "next": following,
        "names": [
            {**records.name(row), "articles": row.article_count} for row in found
        ],
    }


def captures(asked: Asked) -> Answer:
    """Give what is known of the captures of public articles, the oldest first."""
    rows = Capture.objects.public()
    if asked.said.get("article"):
        rows = rows.filter(article=asked.said["article"])
    if asked.said.get("sha256"):
        rows = rows.filter(sha256=asked.said["sha256"].lower())
    found, following = _by_id(asked, rows)
    shown = [records.capture(row, asked.address) for row in found]
    return {"next": following, "captures": shown}


def _search_request(asked: Asked) -> SearchRequest:
    query = QueryDict(mutable=True)
    for name, value in asked.said.items():
        if name not in ("limit", "cursor"):
            query.setlist(name, value if isinstance(value, list) else [str(value)])
    return SearchForm(query).request()


def _chosen(asked: Asked, rows: Rows, of: str = "") -> Rows:
    """Keep what the request asks for of articles, or of rows "article__" leads from."""
    said = asked.said
    for name in ("outlet", "section", "author"):
        if said.get(name):
            rows = rows.filter(**{f"{of}{name}__slug__in": said[name]})
    if said.get("since"):
        rows = rows.filter(**{f"{of}published_on__gte": said["since"]})
    if said.get("until"):
        rows = rows.filter(**{f"{of}published_on__lte": said["until"]})
    if said.get("name"):
        own = Q(name=said["name"]) | Q(name__merged_into=said["name"])
        bearers = Mention.objects.filter(own).values("article")
        rows = rows.filter(**{f"{of}pk__in": bearers})
    return rows


def _by_id(asked: Asked, rows: Any) -> tuple[list[Any], str | None]:
    """Give a page of rows by id and the cursor of those behind it."""
    if asked.place is not None:
        rows = rows.filter(pk__gt=asked.place[0])
    found = list(rows.order_by("pk")[: asked.limit + 1])
    shown = found[: asked.limit]
    place = [shown[-1].pk] if len(found) > asked.limit else None
    return shown, asked.next(place)


def _place(row: Article) -> list[Any]:
    day, clock = row.published_on, row.published_time
    return [
        day.isoformat() if day else None,
        clock.isoformat() if clock else None,
        row.pk,
    ]


def _behind(place: list[Any]) -> Q:
    """Keep what stands behind a row in ``newest()``: no date comes after any."""
    try:
        told_day, told_time, pk = place
        day = date.fromisoformat(told_day) if told_day else None
        clock = time.fromisoformat(told_time) if told_time else None
    except (TypeError, ValueError) as strange:
        raise BadCursor from strange
    later = Q(published_time=None, pk__lt=pk)
    if clock is not None:
        later = (
            Q(published_time__lt=clock)
            | Q(published_time=None)
            | Q(published_time=clock, pk__lt=pk)
        )
    if day is None:
        return Q(published_on=None) & later
    return (
        Q(published_on__lt=day) | Q(published_on=None) | (Q(published_on=day) & later)
    )
