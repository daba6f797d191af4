"""The preview of an upload: each file as the article it would become."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles import uploads
from articles.admin.cards import Card, cards, save_corrections
from articles.admin.editor import editor
from articles.admin.upload_pages import (
    STORING_ORDERS,
    UploadPages,
    names_offered,
    outcome_counts,
    where,
)
from articles.forms import ApplyToAllForm
from articles.forms.uploads import CHARSETS
from articles.models import Status, Upload, UploadItem

FILES_A_PAGE = 20


class PreviewPage(UploadPages):
    """Where an editor corrects what was read and decides what becomes of it.

    Every button sends the whole page, so no correction is lost on the way to another
    page of files; ``do`` names the order: ``save``, ``page-3``, ``apply`` (to all
    files), ``cancel``, or the status with which to store.
    """

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the files; save what is corrected."""
        upload = self.find_upload(request, pk)
        if upload.state != Upload.State.PREVIEW:
            return redirect(where(upload))
        if request.method == "POST":
            return self._obey(request, upload)
        files = _page_of_files(upload, request.GET.get("page"))
        return self._preview(request, upload, files, cards(files), _for_all())

    def _obey(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        order = request.POST.get("do", "save")
        self.check_order(request, order)
        if order == "cancel":
            return self._cancel(request, upload)
        files = _page_of_files(upload, request.POST.get("page"))
        reread = _read_in_chosen_charsets(files, request.POST)
        made = cards([item for item in files if item not in reread], request.POST)
        for_all = _for_all(request.POST if order == "apply" else None)
        if not save_corrections(made) or not (for_all.is_valid() or order != "apply"):
            made = sorted([*made, *cards(reread)], key=lambda card: card.item.position)
            return self._preview(request, upload, files, made, for_all)
        if order == "apply":
            uploads.apply_to_all(upload, for_all.chosen())
        # A new reading is looked at before it is stored.
        if order in STORING_ORDERS and not reread:
            return self.store(request, upload, Status(order))
        asked = order.removeprefix("page-")
        number = int(asked) if asked.isdecimal() else files.number
        return redirect(f"{where(upload)}?page={number}")

    def _cancel(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        if uploads.cancel(upload, editor(request)):
            messages.success(request, _("أُلغي الرفع ولم يُحفظ منه شيء."))
        return redirect("admin:articles_upload_changelist")

    def store(
        self, request: HttpRequest, upload: Upload, status: Status
    ) -> HttpResponse:
        """Store the files that wait, then tell what became of them."""
        uploads.store(upload, status, editor(request))
        return redirect("admin:articles_upload_result", upload.pk)

    def _preview(
        self,
        request: HttpRequest,
        upload: Upload,
        files: Page,
        made: list[Card],
        for_all: ApplyToAllForm,
    ) -> HttpResponse:
        return self.page(
            request,
            "preview",
            _("معاينة قبل الحفظ"),
            upload=upload,
            files=files,
            cards=made,
            for_all=for_all,
            counts=outcome_counts(upload),
            names=names_offered(),
            may_correct=self.has_change_permission(request),
            may_store=request.user.has_perm("articles.add_article"),
            may_publish=request.user.has_perm("articles.publish_article"),
        )


def _for_all(data: Any = None) -> ApplyToAllForm:
    return ApplyToAllForm(data, prefix="all")


def _page_of_files(upload: Upload, number: Any) -> Page:
    return Paginator(upload.items.all(), FILES_A_PAGE).get_page(number)


def _read_in_chosen_charsets(files: Page, data: Any) -> list[UploadItem]:
    """Read again the files for which another encoding was chosen; give them."""
    changed = []
    for item in files:
        charset = data.get(f"item-{item.pk}-charset", item.charset)
        if charset != item.charset and charset in CHARSETS and item.sha256:
            uploads.read_again(item, charset)
            changed.append(item)
    return changed
