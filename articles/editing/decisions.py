"""What a reviewer decides of an article: to pass, schedule, publish or withdraw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import changes
from articles.editing.history import kept
from articles.models import Article, Status
from articles.reprints import recluster


@dataclass(frozen=True, slots=True)
class Decision:
    """A change of status and the permission it takes.

    ``asks`` decisions want more than a click: a reason, a moment.
    """

    name: str
    status: Status
    permission: str
    label: Any
    asks: bool = False

    @property
    def log_message(self) -> list[dict[str, Any]]:
        """Write the decision as the editors' log keeps its messages."""
        changed = f"{_('الحالة')}: {self.status.label}"
        return [{"changed": {"fields": [changed]}}]


@dataclass(frozen=True, slots=True)
class Terms:
    """What goes with a decision: when to publish; why it is withdrawn, and whether the
    page that stays in its place shows the title."""

    publish_at: datetime | None = None
    reason: str = ""
    title_shown: bool = False

    def fields(self, status: Status) -> dict[str, Any]:
        """Give the fields of an article that takes ``status`` on these terms."""
        withdrawn = status == Status.WITHDRAWN
        return {
            "status": status,
            "publish_at": self.publish_at if status == Status.REVIEWED else None,
            "withdrawn_reason": self.reason if withdrawn else "",
            "withdrawn_title_shown": withdrawn and self.title_shown,
            "withdrawn_at": timezone.now() if withdrawn else None,
        }


STATE_FIELDS = tuple(Terms().fields(Status.DRAFT))
"""The fields of an article that a decision sets."""

REVIEW = Decision(
    "review", Status.REVIEWED, "articles.review_article", gettext_lazy("إقرار المراجعة")
)
SCHEDULE = Decision(
    "schedule",
    Status.REVIEWED,
    "articles.publish_article",
    gettext_lazy("نشر في موعد"),
    asks=True,
)
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
    "withdraw",
    Status.WITHDRAWN,
    "articles.withdraw_article",
    gettext_lazy("سحب"),
    asks=True,
)
DECISIONS = (REVIEW, SCHEDULE, PUBLISH, TO_DRAFT, WITHDRAW)

_LEADS_TO: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"review", "schedule", "publish", "withdraw"}),
    "reviewed": frozenset({"schedule", "publish", "to_draft", "withdraw"}),
    "published": frozenset({"to_draft", "withdraw"}),
    "withdrawn": frozenset({"publish", "to_draft"}),
}


def decisions_for(article: Article) -> list[Decision]:
    """Give the decisions that lead on from where an article stands."""
    offered = _LEADS_TO[article.status]
    unscheduled = [REVIEW] if article.is_scheduled else []
    return unscheduled + [each for each in DECISIONS if each.name in offered]


def set_state(article: Article, decision: Decision, terms: Terms | None = None) -> bool:
    """Give an unsaved article what was decided; tell whether it changes anything.

    A published article is never scheduled: it would have been seen before its time.
    """
    if article.status == Status.PUBLISHED and decision.status == Status.REVIEWED:
        return False
    wanted = (terms or Terms()).fields(decision.status)
    same = article.status == decision.status
    if same and (article.publish_at == wanted["publish_at"]):
        return False
    for name, value in wanted.items():
        setattr(article, name, value)
    return True


def decide(
    articles: Iterable[Article],
    decision: Decision,
    user: User,
    terms: Terms | None = None,
) -> list[Article]:
    """Give ``articles`` the decided status, each with an entry in the log.

    Everything happens in one transaction; what is returned are the articles that stood
    otherwise before.
    """
    with changes.batch(), transaction.atomic():
        changed = [each for each in articles if set_state(each, decision, terms)]
        reason = terms.reason if terms else ""
        why = f"{decision.label}: {reason}" if reason else str(decision.label)
        with kept(changed, user, why):
            _save_states(changed)
        if changed:
            LogEntry.objects.log_actions(user.pk, changed, CHANGE, decision.log_message)
    return changed


def publish_due() -> int:
    """Publish what was scheduled for now or before; give how many articles.

    One question to a small index where nothing is due.
    """
    now = timezone.now()
    if not Article.objects.order_by().due(now).exists():
        return 0
    with changes.batch(), transaction.atomic():
        due = list(Article.objects.due(now).select_for_update())
        with kept(due, None, _("حلّ موعد نشره")):
            _save_states([each for each in due if set_state(each, PUBLISH)])
    return len(due)


def _save_states(articles: list[Article]) -> None:
    for article in articles:
        article.version += 1
        article.save(update_fields=[*STATE_FIELDS, "version", "updated_at"])
    if articles:
        recluster({article.pk for article in articles})
