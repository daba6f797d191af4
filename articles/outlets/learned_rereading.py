"""Reads stored articles again by lines that were learned after them, or refused."""

from __future__ import annotations

import logging
import re

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from articles import changes
from articles.captures.reading import document_of
from articles.corpus.raw_article import Reason, RejectedText
from articles.corpus.raw_article.returning import shape_of
from articles.ingest import reread
from articles.models import Article, Capture, OutletRule
from articles.querysets import ArticleQuerySet
from articles.readers import RefusedFile

logger = logging.getLogger(__name__)

AT_ONCE = 20
"""So many articles are read again before other work has its turn."""

_VARIES = re.compile(r"[\d…]+")


def reread_waiting(limit: int = AT_ONCE) -> int:
    """Read some articles again that wait for it; give how many there were.

    Called again it goes on behind them; 0 where none is left. What editors corrected
    stays, as in every rereading.
    """
    while rule := OutletRule.objects.waiting().first():
        ids = _holding(rule, limit)
        with changes.batch():
            for article in Article.objects.with_headings().filter(pk__in=ids):
                _read_again(article)
        # A rule that was switched meanwhile begins anew.
        unchanged = OutletRule.objects.filter(
            pk=rule.pk, reread_after=rule.reread_after, is_active=rule.is_active
        )
        unchanged.update(reread_after=ids[-1] if len(ids) == limit else None)
        if ids:
            return len(ids)
    return 0


def _read_again(article: Article) -> None:
    """Read one article again; what would leave nothing of it leaves it as it is."""
    document = document_of(article.captures.all()[0])
    if isinstance(document, RefusedFile) or document.stored_as:
        return
    try:
        reread(article, document)
    except RejectedText:
        logger.info("article %s would be nothing but its outlet's page", article.pk)


def _holding(rule: OutletRule, limit: int) -> list[int]:
    """Give the next articles that hold a rule's line, or held it until it was refused.

    Spellings that differ from the line as it is mostly printed are left to
    ``reparse --outlet``.
    """
    captured = Exists(Capture.objects.filter(article=OuterRef("pk")))
    articles = Article.objects.filter(captured, outlet=rule.outlet_id)
    articles = articles.filter(pk__gt=rule.reread_after or 0).order_by("pk")
    if not rule.is_active:
        return _where_it_was_cut(rule, articles, limit)
    words = max(_VARIES.split(rule.words), key=len).strip()
    holds = Q(body__contains=words) | Q(title__contains=words)
    return list(articles.filter(holds).values_list("pk", flat=True)[:limit])


def _where_it_was_cut(
    rule: OutletRule, articles: ArticleQuerySet, limit: int
) -> list[int]:
    cuts = articles.annotate(cuts=Cast("removed", TextField()))
    cut = cuts.filter(cuts__contains=f'"{Reason.RETURNING.value}"')
    shape = shape_of(rule.words)
    ids: list[int] = []
    for pk, removed in cut.values_list("pk", "removed").iterator(AT_ONCE):
        texts = (row["text"] for row in removed if row["reason"] == Reason.RETURNING)
        lines = (line for text in texts for line in text.splitlines())
        if shape.endswith("…") or any(
            shape_of(line.strip()) == shape for line in lines
        ):
            ids.append(pk)
        if len(ids) == limit:
            break
    return ids
