"""Learns what an outlet prints on every page from its articles, as they come.

Nothing is counted in tables of its own: the newest articles of an outlet are looked at
when enough of them are new. So the work is bounded however many are stored, and what
is deleted, merged or corrected is never out of date.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import asdict
from typing import Any

from django.db import DatabaseError, connection, transaction

from articles import changes
from articles.corpus.raw_article import RuleKind
from articles.corpus.raw_article.returning import (
    LEAST_TEXTS,
    OutletText,
    ReturningLine,
    returning_lines,
    shape_of,
)
from articles.models import Article, Outlet, OutletRule

logger = logging.getLogger(__name__)

WINDOW = 200
"""So many of an outlet's newest articles are looked at."""

MOST_RULES = 200
"""So many lines of an outlet are learned at most; no page has more."""

_LONGEST_TEXT = 5_000
"""Words; a longer text tells nothing that the others do not."""

_FIRST_LOOK = 12
_AT_ONCE = 20

_noted: ContextVar[Counter[int] | None] = ContextVar("noted", default=None)


def note(article: Article) -> None:
    """Remember that an article of an outlet is new.

    It is learned from when the batch ends, and meanwhile each time that as many are new
    as were before, so that a large batch is mostly read by what its beginning taught.
    """
    if article.outlet_id is None:
        return
    counts = _noted.get()
    if counts is None:
        counts = Counter()
        _noted.set(counts)
    counts[article.outlet_id] += 1
    if not changes.in_batch():
        transaction.on_commit(learn_noted)
    elif _is_turn(counts[article.outlet_id]) and not connection.in_atomic_block:
        _learn_safely(article.outlet_id)


def _is_turn(count: int) -> bool:
    """Tell 12, 24, 48, 96 and from there on each 96th."""
    rounds, rest = divmod(count, _FIRST_LOOK)
    return not rest and (rounds in (1, 2, 4) or not rounds % 8)


def learn_noted(**_signal: Any) -> None:
    """Learn from the outlets of all articles that were noted in this piece of work."""
    counts = _noted.get() or ()
    _noted.set(None)
    for outlet in counts:
        _learn_safely(outlet)


def _learn_safely(outlet: int) -> None:
    try:
        learn(outlet)
    except DatabaseError:  # the articles are stored; the next ones teach the same
        logger.exception("could not learn the lines of an outlet")


def learn(outlet_id: int, *, anyway: bool = False) -> list[OutletRule]:
    """Learn the lines that return in an outlet's newest articles; give the new rules.

    Nothing is done where few of them are new, unless ``anyway``. What was learned
    before, or refused, is not learned again.
    """
    newest = Article.objects.filter(outlet=outlet_id).order_by("-pk")
    ids = list(newest.values_list("pk", flat=True)[:WINDOW])
    seen = Outlet.objects.filter(pk=outlet_id).values_list("learned_up_to", flat=True)
    new = sum(pk > up_to for pk in ids for up_to in seen)
    if not anyway and new < max(LEAST_TEXTS, len(ids) // 2):
        return []
    lines = returning_lines(_texts(ids), _known(outlet_id))
    with transaction.atomic():
        # Another process may have learned the same meanwhile.
        list(Outlet.objects.select_for_update(of=["self"]).filter(pk=outlet_id))
        rules = _rules(outlet_id, lines)
        OutletRule.objects.bulk_create(rules)
        Outlet.objects.filter(pk=outlet_id).update(learned_up_to=max(ids, default=0))
    return rules


def _texts(ids: list[int]) -> Iterator[OutletText]:
    articles = Article.objects.order_by("pk").filter(
        pk__in=ids, word_count__lte=_LONGEST_TEXT
    )
    rows = articles.values_list(
        *("pk", "title", "title_derived", "body", "corrected", "segments", "removed"),
        *("membership__cluster", "sketch__digest"),
    )
    for row in rows.iterator(_AT_ONCE):
        pk, title, derived, body, corrected, segments, removed, *copies = row
        if "body" not in corrected:
            yield OutletText(
                pk,
                body.split("\n\n"),
                title="" if derived else title,
                group=next(filter(None, copies), None),
                cut=_cut_below(segments, removed),
            )


def _cut_below(
    segments: list[tuple[int, int, int]], removed: list[dict[str, Any]]
) -> list[str]:
    """Give the lines that were cut behind the last letter of the body."""
    end = segments[-1][1] if segments else 0
    below = (row["text"] for row in removed if row["start"] > end)
    return [line.strip() for text in below for line in text.splitlines()]


def _known(outlet_id: int) -> frozenset[str]:
    rules = OutletRule.objects.filter(outlet=outlet_id, kind=RuleKind.RETURNING)
    return frozenset(map(shape_of, rules.values_list("words", flat=True)))


def _rules(outlet_id: int, lines: list[ReturningLine]) -> list[OutletRule]:
    known = _known(outlet_id)
    room = max(0, MOST_RULES - len(known))
    return [
        OutletRule(
            outlet_id=outlet_id,
            kind=RuleKind.RETURNING,
            words=line.text,
            source=OutletRule.Source.ARCHIVE,
            is_active=True,
            places=" ".join(sorted(line.places)),
            article_count=line.count,
            text_count=line.texts,
            examples=[
                {"article": number, **told}
                for one in line.examples
                for told in [asdict(one)]
                for number in [told.pop("number")]
            ],
            reread_after=0,
        )
        for line in [one for one in lines if one.shape not in known][:room]
    ]
