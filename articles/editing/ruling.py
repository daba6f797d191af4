"""Editors rule on figures, and take it back."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.corpus.anchors import context_of
from articles.editing.figure_verdicts import FIELDS, text_of
from articles.models import Article, FigureVerdict, Ruling
from articles.storing.extraction import store_readings


@transaction.atomic
def rule(
    article: Article,
    ruling: Ruling,
    *,
    part: str,
    start: int,
    quote: str,
    fields: Mapping[str, str],
    read: Mapping[str, str],
    editor: User,
    reason: str = "",
) -> FigureVerdict:
    """Keep an editor's word on the figure ``quote`` at ``start`` and follow it at once.

    Raises ``ValueError`` where the words do not stand there.
    """
    text = text_of(article, part)
    if not quote or text[start : start + len(quote)] != quote:
        raise ValueError("the words do not stand there")
    before, after = context_of(text, start, start + len(quote))
    verdict = FigureVerdict.objects.create(
        article=article,
        part=part,
        start=start,
        quote=quote,
        before=before,
        after=after,
        ruling=ruling,
        fields={name: fields.get(name, "") for name in FIELDS},
        read=dict(read),
        reason=reason,
        editor=editor,
    )
    _read_again(article)
    return verdict


@transaction.atomic
def undo(verdict: FigureVerdict, editor: User) -> None:
    """Take a verdict back; what was said of the figure before it holds again."""
    verdict.undone_at, verdict.undone_by = timezone.now(), editor
    verdict.save(update_fields=["undone_at", "undone_by"])
    _read_again(verdict.article)


def _read_again(article: Article) -> None:
    article.version += 1
    # Saving tells the index that the article's figures have changed.
    article.save(update_fields=["version", "updated_at"])
    store_readings(article)
