"""How many public articles mention each name, counted again after every change.

Changes only mark names as stale, in their own transaction; who is left marked by a
process that died is counted with the next change.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from articles import changes
from articles.models import Article, Mention, Name, Status

_AT_ONCE = 500


def note_article(instance: Article, *, created: bool = False, **_signal: Any) -> None:
    """Mark the names of a saved or deleted article; count them after the change."""
    if created:  # it mentions nothing yet
        return
    mark_stale(Name.objects.filter(mentions__article=instance.pk).values("pk"))


def mark_stale(names: Any) -> None:
    """Mark ``names``, a query or ids, to be counted after this change."""
    Name.objects.filter(pk__in=names, stale=False).update(stale=True)
    if not changes.in_batch():
        transaction.on_commit(recount)


def recount(**_signal: Any) -> int:
    """Count every name that is marked; give how many were.

    The articles of a variant count for the name it was merged into, each once.
    """
    done = 0
    while stale := list(_stale()[:_AT_ONCE]):
        ids = [pk for pk, _own in stale]
        own = {own for _pk, own in stale}
        with transaction.atomic():
            # Unmarked first: who changes something while we count marks them again.
            Name.objects.filter(pk__in=ids).update(stale=False)
            counts = _articles_of(own)
            rows = [
                Name(pk=pk, article_count=counts.get(pk, 0)) for pk in own | set(ids)
            ]
            Name.objects.bulk_update(rows, ["article_count"])
        done += len(stale)
    return done


def _stale() -> Any:
    rows = Name.objects.filter(stale=True).order_by("pk")
    return rows.values_list("pk", Coalesce("merged_into_id", F("pk")))


def _articles_of(own: set[int]) -> dict[int, int]:
    bearers = Name.objects.filter(Q(pk__in=own) | Q(merged_into__in=own)).values("pk")
    mentions = Mention.objects.filter(
        name__in=bearers, article__status=Status.PUBLISHED
    ).annotate(own=Coalesce("name__merged_into_id", F("name_id")))
    counted = mentions.order_by().values("own")
    return dict(
        counted.annotate(count=Count("article", distinct=True)).values_list(
            "own", "count"
        )
    )
