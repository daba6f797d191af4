"""The reviewer's decisions as actions of a list and buttons of a form."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.decisions import (
    DECISIONS,
    PUBLISH,
    TO_DRAFT,
    WITHDRAW,
    Decision,
    decide,
)
from articles.models import Article


def decision_of(request: HttpRequest) -> Decision | None:
    """Tell which decision's button was pressed, ``_publish`` and the like."""
    return next((each for each in DECISIONS if f"_{each.name}" in request.POST), None)


class DecisionActions:
    """The decisions as actions of a list, each for those who may take it."""

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may decide what readers see."""
        return request.user.has_perm("articles.publish_article")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may withdraw articles."""
        return request.user.has_perm("articles.withdraw_article")

    @admin.action(
        description=gettext_lazy("نشر المقالات المختارة"), permissions=["publish"]
    )
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Publish the chosen articles."""
        self._decide(request, queryset, PUBLISH)

    @admin.action(
        description=gettext_lazy("إعادة المقالات المختارة إلى المسودات"),
        permissions=["publish"],
    )
    def to_draft(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Take the chosen articles back to the drafts."""
        self._decide(request, queryset, TO_DRAFT)

    @admin.action(
        description=gettext_lazy("سحب المقالات المختارة"), permissions=["withdraw"]
    )
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Withdraw the chosen articles."""
        self._decide(request, queryset, WITHDRAW)

    def _decide(
        self, request: HttpRequest, queryset: QuerySet[Article], decision: Decision
    ) -> None:
        # The list defers the texts; the index needs the whole article.
        articles = Article.objects.filter(pk__in=queryset.values("pk"))
        count = len(decide(articles, decision, editor(request)))
        messages.success(
            request,
            _("تغيرت الحالة إلى «%(status)s»؛ عدد المقالات: %(count)d.")
            % {"count": count, "status": decision.status.label},
        )
