"""What the copies of a report made of the numbers of its earliest copy."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article, Cluster
from articles.presentation.claims import ShownChange, shown_changes

MOST_COPIES = 30
"""So many copies, the earliest, are held against the first."""


@dataclass(frozen=True, slots=True)
class ChangedCopy:
    """A copy and the numbers it has otherwise than the earliest one."""

    article: Article
    changes: list[ShownChange]


@dataclass(frozen=True, slots=True)
class CopyChanges:
    """The earliest public copy of a report and the others, in the order of days."""

    earliest: Article
    copies: list[ChangedCopy]
    further: int = 0

    @property
    def changed(self) -> list[ChangedCopy]:
        """Give the copies that changed a number."""
        return [copy for copy in self.copies if copy.changes]


def copy_changes(article: Article) -> CopyChanges | None:
    """Follow the numbers of an article's report through its public copies.

    None where the report has no copies.
    """
    cluster = Cluster.objects.filter(members__article=article.pk).first()
    if cluster is None:
        return None
    rows = (
        Article.objects.public()
        .filter(membership__cluster=cluster)
        .select_related("outlet")
        .order_by("published_on", "published_time", "pk")
    )
    members = list(rows[: MOST_COPIES + 1])
    if len(members) < 2:
        return None
    earliest = next(
        (row for row in members if row.pk == cluster.earliest_id), members[0]
    )
    copies = [
        ChangedCopy(row, shown_changes(earliest, row))
        for row in members
        if row.pk != earliest.pk
    ]
    return CopyChanges(earliest, copies, max(0, rows.count() - len(members)))
