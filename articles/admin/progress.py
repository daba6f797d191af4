"""What becomes of an upload, while it is worked at and afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles import uploads
from articles.admin.editor import editor
from articles.admin.upload_pages import (
    UploadPages,
    may_undo,
    outcome_counts,
    page_numbers,
    where,
)
from articles.models import Upload, UploadItem
from articles.uploads import work

ROWS_A_PAGE = 200
REFRESH_SECONDS = 4
_UNFINISHED = (Upload.State.READING, Upload.State.STORING)


class ResultPage(UploadPages):
    """The progress of an upload and, once it is done, its result.

    ``?outcome=rejected`` shows only what was refused, and so on.
    """

    def result_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Tell what became of each item; go on, or stop, where it is ordered."""
        upload = self.find_upload(request, pk)
        if upload.state == Upload.State.PREVIEW:
            return redirect(where(upload))
        if request.method == "POST":
            return self._obey_result(request, upload)
        counts = outcome_counts(upload)
        outcome = request.GET.get("outcome", "")
        items = _items(upload, outcome)
        page = Paginator(items, ROWS_A_PAGE).get_page(request.GET.get("page"))
        unfinished = upload.state in _UNFINISHED
        return self.page(
            request,
            "result",
            _("نتيجة الرفع"),
            upload=upload,
            page=page,
            numbers=page_numbers(page),
            counts=counts,
            outcome=outcome,
            progress=_progress(upload, counts) if unfinished else None,
            worked_at=unfinished and work.is_running(),
            refresh_seconds=REFRESH_SECONDS,
            may_undo=upload.state == Upload.State.STORED and may_undo(request),
            may_cancel=unfinished and self.has_change_permission(request),
        )

    def _obey_result(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        if request.POST.get("do") == "cancel":
            self.check_order(request, "cancel")
            if uploads.cancel(upload, editor(request)):
                messages.success(request, _("أُوقف الرفع؛ ما حُفظ منه بقي محفوظا."))
        elif upload.state == Upload.State.READING:
            self.check_order(request, "read")
            uploads.open_files(upload)
        else:
            self.check_order(request, upload.article_status)
            self.tell_if_stuck(request, uploads.go_on(upload))
        upload.refresh_from_db()
        return redirect(where(upload))


def _items(upload: Upload, outcome: str) -> Any:
    items = upload.items.select_related("article__outlet")
    if outcome == "pending":
        return items.filter(outcome=UploadItem.Outcome.PENDING)
    return items.filter(outcome=outcome) if outcome else items


def _progress(upload: Upload, counts: dict[str, int]) -> dict[str, Any]:
    """Give how much of the present step is done, of how much."""
    if upload.state == Upload.State.READING:
        opened = upload.files.filter(opened=True).count()
        return {"done": opened, "all": upload.files.count(), "reading": True}
    waiting = counts.get("pending", 0)
    return {"done": counts["all"] - waiting, "all": counts["all"], "reading": False}
