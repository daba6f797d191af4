"""Which articles are copies of one report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps


def clusters_of(article_ids: Iterable[int]) -> dict[int, int]:
    """Give the cluster of each article that has copies."""
    members = _members()
    if members is None:
        return {}
    rows = members.objects.filter(article__in=list(article_ids))
    return dict(rows.values_list("article_id", "cluster_id"))


def copies_of(article_ids: Iterable[int]) -> set[int]:
    """Give the articles in the clusters of these, themselves included."""
    ids = set(article_ids)
    members, clusters = _members(), set(clusters_of(ids).values())
    if members is None or not clusters:
        return ids
    rows = members.objects.filter(cluster__in=clusters)
    return ids | set(rows.values_list("article_id", flat=True))


def _members() -> Any:
    try:
        return apps.get_model("articles.ClusterMember")
    except LookupError:
        return None
