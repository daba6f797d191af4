"""Copies of one report among the hits of a page: told, and folded where asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.models import ClusterMember
from search.results import Hit


def with_copies(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Tell every hit of how many other public copies its report has."""
    clusters = {
        member.article_id: (member.cluster_id, member.cluster.size - 1)
        for member in ClusterMember.objects.filter(
            article__in=[hit.article.pk for hit in hits]
        ).select_related("cluster")
    }
    return tuple(
        replace(hit, cluster=cluster, copies=copies)
        for hit in hits
        for cluster, copies in [clusters.get(hit.article.pk, (0, 0))]
    )


def fold(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Keep the first hit of every report.

    Only the hits handed in are folded: what stands on other pages is not known here.
    """
    seen: set[int] = set()
    kept = []
    for hit in hits:
        if hit.cluster not in seen:
            kept.append(hit)
        if hit.cluster:
            seen.add(hit.cluster)
    return tuple(kept)
