"""What a reviewer decides of an article: to publish it, take it back, withdraw it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import changes
from articles.models import Article, Status
from articles.reprints import recluster


@dataclass(frozen=True, slots=True)
class Decision:
    """A change of status and the permission it takes."""

    name: str
    status: Status
    permission: str
    label: Any

    @property
    def log_message(self) -> list[dict[str, Any]]:
        """Write the decision as the editors' log keeps its messages."""
        field = f"{_('الحالة')}: {self.status.label}"
        return [{"changed": {"fields": [field]}}]


PUBLISH = Decision(
    "publish", Status.PUBLISHED, "articles.publish_article", gettext_lazy("نشر")
)
TO_DRAFT = Decision(
    "to_draft",
    Status.DRAFT,
    "articles.publish_article",
    gettext_lazy("إعادة إلى المسودات"),
)
WITHDRAW = Decision(
    "withdraw", Status.WITHDRAWN, "articles.withdraw_article", gettext_lazy("سحب")
)
DECISIONS = (PUBLISH, TO_DRAFT, WITHDRAW)


def decide(
    articles: Iterable[Article], decision: Decision, user: User
) -> list[Article]:
    """Give ``articles`` the decided status, each with an entry in the log.

    Everything happens in one transaction; what is returned are the articles that had
    another status before.
    """
    with changes.batch(), transaction.atomic():
        changed = [article for article in articles if article.status != decision.status]
        for article in changed:
            article.status = decision.status
            article.version += 1
            article.save(update_fields=["status", "version", "updated_at"])
        if changed:
            recluster({article.pk for article in changed})
            LogEntry.objects.log_actions(user.pk, changed, CHANGE, decision.log_message)
    return changed
