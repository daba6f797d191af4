"""What editors decide of links: cut a wrong one, add a missing one, leave it to us."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.corpus.reprints import compare, shingle
from articles.models import Article, Likeness, Reprint, Verdict
from articles.reprints.clustering import recluster
from articles.reprints.keeping import keep_one


@transaction.atomic
def decide_link(one: Article, other: Article, verdict: Verdict, user: User) -> None:
    """Keep an editor's word on two articles; ``Verdict.NONE`` takes it back.

    No new computation undoes it. Raises ``ValueError`` for an article and itself.
    """
    if one.pk == other.pk:
        raise ValueError("an article is no copy of itself")
    first, second = sorted((one, other), key=lambda article: article.pk)
    told = compare(shingle(first.body), shingle(second.body))
    Reprint.objects.update_or_create(
        first=first,
        second=second,
        defaults={
            "likeness": told.likeness or Likeness.NEAR,
            "of_first": round(told.of_first, 4),
            "of_second": round(told.of_second, 4),
            "verdict": verdict,
            "decided_by": user if verdict else None,
            "decided_at": timezone.now() if verdict else None,
        },
    )
    if verdict is Verdict.NONE:
        keep_one(first)  # the link stands only if it is found again
    recluster({first.pk, second.pk})
