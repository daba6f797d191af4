"""Puts new copies to the clusters of those before them.

Pages that a site gives out by the thousand, all alike, make one large cluster. To group
it anew with each further one would take longer each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles import changes
from articles.models import Article, Cluster, ClusterMember, Likeness, Reprint
from articles.reprints.clustering import (
    came,
    ends_of,
    links_of,
    public_of,
    recluster,
)
from articles.reprints.hash_rows import chunks

MOST_REGROUPED = 200
"""A cluster of more articles is added to; smaller ones are grouped anew."""

_AT_ONCE = 450


def join(ids: Iterable[int]) -> None:
    """Group articles that had no links before those just stored.

    What belongs to a large cluster joins that of the article it shares most with, as a
    text in another does; no other link of the cluster is looked at. ``recluster`` of
    any of them groups all of it anew.
    """
    new = set(ids)
    links = list(links_of(new).values())
    clusters = _large_clusters(links, new)
    joined: list[ClusterMember] = []
    for article in public_of(new) if clusters else ():
        cluster = _likeliest(article.pk, links, clusters)
        if cluster is not None:
            _take_in(cluster, article)
            clusters[article.pk] = cluster
            joined.append(ClusterMember(article=article, cluster=cluster))
    ClusterMember.objects.bulk_create(joined)
    for cluster in {member.cluster_id: member.cluster for member in joined}.values():
        cluster.save()
    placed = {member.article_id for member in joined}
    if placed:
        changes.regrouped.send(sender=None, article_ids=sorted(placed))
    if links and new - placed:
        recluster(new - placed)


def _large_clusters(links: Sequence[Reprint], new: set[int]) -> dict[int, Cluster]:
    """Give the large clusters that links lead to, by the articles they lead to."""
    clusters: dict[int, Cluster] = {}
    found: dict[int, Cluster] = {}
    for some in chunks(ends_of(links) - new, _AT_ONCE):
        members = ClusterMember.objects.filter(
            pk__in=some, cluster__size__gt=MOST_REGROUPED
        )
        for member in members.select_related("cluster__earliest"):
            cluster = clusters.setdefault(member.cluster_id, member.cluster)
            found[member.article_id] = cluster
    return found


def _likeliest(
    key: int, links: Sequence[Reprint], clusters: dict[int, Cluster]
) -> Cluster | None:
    best: tuple[bool, float, Cluster] | None = None
    for link in links:
        if key not in (link.first_id, link.second_id):
            continue
        other = link.second_id if key == link.first_id else link.first_id
        if other in clusters:
            whole = link.likeness != Likeness.CONTAINS
            worth = whole, min(link.of_first, link.of_second)
            if best is None or worth > best[:2]:
                best = (*worth, clusters[other])
    return best[2] if best else None


def _take_in(cluster: Cluster, article: Article) -> None:
    cluster.size += 1
    cluster.agency = cluster.agency or article.agency
    if came(article) < came(cluster.earliest):
        cluster.earliest = article
