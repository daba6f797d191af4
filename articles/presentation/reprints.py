"""The copies of an article as its page lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Cluster, ClusterMember, Likeness, Reprint

MOST_SHOWN = 50

_HOLDS = _("يضم نص هذا المقال")
_PART = _("جزء من نص هذا المقال")
_SAME_REPORT = _("الخبر نفسه في نسخة أخرى")


@dataclass(frozen=True, slots=True)
class ShownCopy:
    """Another copy, and in which way it is one: ``likeness`` in words."""

    article: Article
    likeness: str | Promise
    kind: str
    is_earliest: bool = False


@dataclass(frozen=True, slots=True)
class ShownReprints:
    """The other public copies of an article, the earliest first.

    ``is_earliest`` says that the article itself is the earliest known; ``further`` how
    many more there are than are shown.
    """

    copies: list[ShownCopy]
    is_earliest: bool
    agency: str
    further: int = 0

    @property
    def count(self) -> int:
        """Count the other copies."""
        return len(self.copies) + self.further


def shown_reprints(article: Article) -> ShownReprints | None:
    """Give the public copies of an article; None where there are none."""
    links = {
        link.second_id if link.first_id == article.pk else link.first_id: link
        for link in Reprint.objects.standing().touching([article.pk])
    }
    cluster = Cluster.objects.filter(members__article=article.pk).first()
    if not (links or cluster):
        return None
    same = ClusterMember.objects.filter(cluster=cluster).values("article")
    others = (
        Article.objects.public_among(Q(pk__in=links) | Q(pk__in=same))
        .exclude(pk=article.pk)
        .for_lists()
        .defer("body")
        .order_by("published_on", "published_time", "pk")
    )
    total = others.count()
    if not total:
        return None
    earliest = cluster.earliest_id if cluster else 0
    shown = [
        _copy(other, links.get(other.pk), other.pk == earliest)
        for other in others[:MOST_SHOWN]
    ]
    shown.sort(key=lambda copy: not copy.is_earliest)
    agency = cluster.agency if cluster else ""
    return ShownReprints(shown, earliest == article.pk, agency, total - len(shown))


def _copy(other: Article, link: Reprint | None, is_earliest: bool) -> ShownCopy:
    if link is None:
        return ShownCopy(other, _SAME_REPORT, "report", is_earliest)
    likeness = Likeness(link.likeness)
    if likeness is not Likeness.CONTAINS:
        return ShownCopy(other, likeness.label, likeness.value, is_earliest)
    other_is_first = other.pk == link.first_id
    lies_within = (link.of_first > link.of_second) == other_is_first
    return ShownCopy(other, _PART if lies_within else _HOLDS, "contains", is_earliest)


def are_one_report(one: int, other: int) -> bool:
    """Tell whether two articles are linked, or copies in one cluster."""
    first, second = sorted((one, other))
    pair = Reprint.objects.standing().filter(first=first, second=second)
    return pair.exists() or (
        ClusterMember.objects.filter(
            article=one, cluster__members__article=other
        ).exists()
    )


@dataclass(frozen=True, slots=True)
class WarnedCopy:
    """A stored copy, of whatever status, that editors are warned of."""

    article: Article
    likeness: str | Promise


def warned_copies(likenesses: Mapping[int, str]) -> list[WarnedCopy]:
    """Give the articles of ``likenesses`` (by id, in what way), the oldest first."""
    articles = Article.objects.filter(pk__in=likenesses).for_lists().defer("body")
    return [
        WarnedCopy(article, Likeness(likenesses[article.pk]).label)
        for article in articles.order_by("published_on", "pk")[:MOST_SHOWN]
    ]


def linked_copies(article: Article) -> dict[int, str]:
    """Give the ids of all copies of an article, drafts too, and in what way."""
    links = Reprint.objects.standing().touching([article.pk])
    return {
        link.second_id if link.first_id == article.pk else link.first_id: link.likeness
        for link in links
    }
