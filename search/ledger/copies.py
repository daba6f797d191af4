"""Which articles are copies of one report."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import ClusterMember


def clusters_of(article_ids: Iterable[int]) -> dict[int, int]:
    """Give the cluster of each article that has copies."""
    rows = ClusterMember.objects.filter(article__in=list(article_ids))
    return dict(rows.values_list("article_id", "cluster_id"))


def copies_of(article_ids: Iterable[int]) -> set[int]:
    """Give the articles in the clusters of these, themselves included."""
    ids = set(article_ids)
    clusters = ClusterMember.objects.filter(article__in=ids).values("cluster")
    copies = ClusterMember.objects.filter(cluster__in=clusters)
    return ids | set(copies.values_list("article_id", flat=True))
