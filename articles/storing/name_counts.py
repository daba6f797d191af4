"""How many public articles mention each name, counted again after every change.

Changes only mark names as stale, in their own transaction; who is left marked by a
process that died is counted with the next change.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles import changes
from articles.models import Article, Mention, Name, Status

_AT_ONCE = 5_000


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
        with transaction.atomic():
            # Unmarked first: who changes something while we count marks them again.
            Name.objects.filter(pk__in=stale).update(stale=False)
            _count(stale)
        done += len(stale)
    return done


def _stale() -> Any:
    return Name.objects.filter(stale=True).order_by("pk").values_list("pk", flat=True)


def _count(names: list[int]) -> None:
    """Count the names, and those that any of them was merged into."""
    asked = Name.objects.filter(pk__in=names)
    asked.filter(merged_into__isnull=False).update(article_count=0)
    merged = set(asked.values_list("merged_into", flat=True)) - {None}
    has_variants = Exists(Name.objects.filter(merged_into=OuterRef("pk")))
    own = Name.objects.filter(Q(pk__in=names) | Q(pk__in=merged), merged_into=None)
    own.filter(~has_variants).update(article_count=_articles_of_one())
    _count_with_variants(list(own.filter(has_variants).values_list("pk", flat=True)))


def _articles_of_one() -> Coalesce:
    """Count the articles of a name that has no variants, in the database alone."""
    mentions = Mention.objects.filter(
        name=OuterRef("pk"), article__status=Status.PUBLISHED
    )
    counted = mentions.order_by().values("name").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def _count_with_variants(names: list[int]) -> None:
    bearers = Name.objects.filter(Q(pk__in=names) | Q(merged_into__in=names))
    mentions = Mention.objects.filter(
        name__in=bearers.values("pk"), article__status=Status.PUBLISHED
    ).annotate(own=Coalesce("name__merged_into_id", F("name_id")))
    counted = mentions.order_by().values("own")
    counts = dict(
        counted.annotate(count=Count("article", distinct=True)).values_list(
            "own", "count"
        )
    )
    for name in names:
        Name.objects.filter(pk=name).update(article_count=counts.get(name, 0))
