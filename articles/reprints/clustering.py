"""Keeps the clusters of public copies true to the links between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from articles import changes
from articles.corpus.reprints import Likeness, Link, Member, group
from articles.models import Article, Cluster, ClusterMember, Reprint, Verdict
from articles.reprints.hash_rows import chunks

_PARAMETERS = 450
_LAST = "9999"


def recluster(ids: Iterable[int]) -> None:
    """Group anew all public articles that hang together with ``ids``.

    Called after a change of links, of dates or of what is public. The articles whose
    cluster has changed are announced (``changes.regrouped``).
    """
    start = _with_companions(set(ids))
    links = _reach(start)
    keys = ends_of(links)
    public = list(public_of(keys))
    members = [Member(article.pk, came(article)) for article in public]
    agencies = {article.pk: article.agency for article in public}
    order = {member.key for member in members}
    groups = group(
        members,
        [
            _as_link(link)
            for link in links
            if link.first_id in order and link.second_id in order
        ],
    )
    _store(keys | start, groups, agencies)


def _with_companions(ids: set[int]) -> set[int]:
    """Add the articles of the clusters that ``ids`` are in now."""
    clusters = ClusterMember.objects.filter(pk__in=ids).values("cluster")
    companions = ClusterMember.objects.filter(cluster__in=clusters)
    return ids | set(companions.values_list("pk", flat=True))


def _reach(ids: set[int]) -> list[Reprint]:
    """Give all links that lead away from ``ids``, step by step."""
    links: dict[int, Reprint] = {}
    seen, new = set(ids), set(ids)
    while new:
        found = links_of(new)
        links |= found
        new = ends_of(found.values()) - seen
        seen |= new
    return list(links.values())


def links_of(ids: set[int]) -> dict[int, Reprint]:
    """Give the standing links of some articles by their ids."""
    return {
        link.pk: link
        for some in chunks(ids, _PARAMETERS)
        for link in Reprint.objects.standing().touching(some).order_by()
    }


def ends_of(links: Iterable[Reprint]) -> set[int]:
    """Give the ids of the articles that links join."""
    return {key for link in links for key in (link.first_id, link.second_id)}


def public_of(ids: set[int]) -> Iterator[Article]:
    """Give those of some articles that readers may see, with what groups them."""
    columns = ("agency", "published_on", "published_time", "published_precision")
    for some in chunks(sorted(ids), _PARAMETERS):
        yield from Article.objects.public_among(some).only(*columns)


def came(article: Article) -> tuple[str, int]:
    """Give what sorts copies by who came first.

    What is known to the month alone may have come at its end.
    """
    when = article.published_iso
    return when + _LAST[: 16 - len(when)], article.pk


def _as_link(link: Reprint) -> Link:
    return Link(
        link.first_id,
        link.second_id,
        Likeness(link.likeness),
        min(link.of_first, link.of_second),
        certain=link.verdict == Verdict.LINKED,
    )


def _store(
    touched: set[int], groups: list[list[int]], agencies: dict[int, str]
) -> None:
    """Write the groups, keeping the number of a cluster that most of a group was in."""
    before: dict[int, int] = {}
    for some in chunks(touched, _PARAMETERS):
        rows = ClusterMember.objects.filter(pk__in=some)
        before |= dict(rows.values_list("pk", "cluster_id"))
    free = set(before.values())
    after: dict[int, int] = {}
    for keys in sorted(groups, key=len, reverse=True):
        cluster = _cluster_for(keys, before, free)
        cluster.earliest_id, cluster.size = keys[0], len(keys)
        cluster.agency = _agency(keys, agencies)
        cluster.save()
        free.discard(cluster.pk)
        after |= dict.fromkeys(keys, cluster.pk)
    moved = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    for some in chunks(moved, _PARAMETERS):
        ClusterMember.objects.filter(pk__in=some).delete()
    ClusterMember.objects.bulk_create(
        ClusterMember(article_id=key, cluster_id=after[key])
        for key in sorted(moved & after.keys())
    )
    Cluster.objects.filter(pk__in=free).delete()
    if moved:
        changes.regrouped.send(sender=None, article_ids=sorted(moved))


def _cluster_for(keys: list[int], before: dict[int, int], free: set[int]) -> Cluster:
    was = Counter(before[key] for key in keys if before.get(key) in free)
    return Cluster(pk=was.most_common(1)[0][0]) if was else Cluster()


def _agency(keys: list[int], agencies: dict[int, str]) -> str:
    """Name the wire that most copies name, of equal ones that of the earliest."""
    named: defaultdict[str, int] = defaultdict(int)
    for key in keys:
        if agencies.get(key):
            named[agencies[key]] += 1
    return max(named, key=named.__getitem__) if named else ""


def leave(sender: Any, instance: Article, **_: Any) -> None:
    """Note who is left behind by an article that is about to be deleted."""
    left = _with_companions({instance.pk}) - {instance.pk}
    instance._left_behind = left  # type: ignore[attr-defined]


def recluster_left(sender: Any, instance: Article, **_: Any) -> None:
    """Group anew the copies of a deleted article."""
    if left := getattr(instance, "_left_behind", None):
        recluster(left)
