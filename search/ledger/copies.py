"""Which articles are copies of one report."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps


def clusters_of(article_ids: Iterable[int]) -> dict[int, int]:
    """Give the cluster of each article that has copies."""
    try:
        members = apps.get_model("articles", "ClusterMember")
    except LookupError:
        return {}
    rows = members.objects.filter(article__in=list(article_ids))
    return dict(rows.values_list("article_id", "cluster_id"))


def copies_of(article_ids: Iterable[int]) -> set[int]:
    """Give the articles in the clusters of these, themselves included."""
    ids = set(article_ids)
    clusters = set(clusters_of(ids).values())
    if not clusters:
        return ids
    members = apps.get_model("articles", "ClusterMember")
    rows = members.objects.filter(cluster__in=clusters)
    return ids | set(rows.values_list("article_id", flat=True))
