"""The preview of an upload: each file as the article it would become."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count
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
    page_numbers,
    where,
)
from articles.forms import ApplyToAllForm
from articles.forms.uploads import CHARSETS
from articles.models import Status, Upload, UploadFile, UploadItem
from articles.readers.files import is_table
from articles.uploads import work
from articles.uploads.columns import open_again

FILES_A_PAGE = 20
_CHOOSING = {"keep-all": True, "skip-all": False}


class PreviewPage(UploadPages):
    """Where an editor corrects what was read and decides what becomes of it.

    Every button sends the whole page, so no correction is lost on the way to another
    page of items; ``do`` names the order: ``save``, ``page-3``, ``apply`` (to all
    items), ``keep-all``, ``skip-all``, ``cancel``, or the status with which to store.
    """

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the items; save what is corrected."""
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
        opened = _open_in_chosen_charsets(upload, files, request.POST)
        files.object_list = [item for item in files if item.file not in opened]
        reread = _read_in_chosen_charsets(files, request.POST)
        made = cards([item for item in files if item not in reread], request.POST)
        for_all = _for_all(request.POST if order == "apply" else None)
        if not save_corrections(made) or not (for_all.is_valid() or order != "apply"):
            made = sorted([*made, *cards(reread)], key=lambda card: card.item.position)
            return self._preview(request, upload, files, made, for_all)
        if order == "apply":
            uploads.apply_to_all(upload, for_all.chosen())
        if order in _CHOOSING:
            uploads.choose_all(upload, None, _CHOOSING[order])
        # A new reading is looked at before it is stored.
        if order in STORING_ORDERS and not (reread or opened):
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
        """Store the items that wait, many of them by the worker; tell of it."""
        uploads.begin(upload, status, editor(request))
        waiting = upload.items.filter(outcome=UploadItem.Outcome.PENDING).count()
        if waiting <= uploads.AT_ONCE or not work.is_running():
            self.tell_if_stuck(request, uploads.go_on(upload))
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
            numbers=page_numbers(files),
            tables=upload.files.exclude(table={}).annotate(rows=Count("items")),
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
    items = upload.items.select_related("upload", "file")
    return Paginator(items, FILES_A_PAGE).get_page(number)


def _open_in_chosen_charsets(
    upload: Upload, files: Page, data: Any
) -> list[UploadFile]:
    """Open whole tables again for which another encoding was chosen; give them."""
    opened: list[UploadFile] = []
    for item in files:
        file, charset = item.file, _chosen_charset(item, data)
        whole = file and item.sha256 == file.sha256 and is_table(file.name)
        if whole and charset is not None and open_again(file, charset=charset):
            opened.append(file)
    if opened:
        uploads.open_files(upload)
    return opened


def _chosen_charset(item: UploadItem, data: Any) -> str | None:
    """Give the encoding that was chosen instead of the present one, if one was."""
    charset: str = data.get(f"item-{item.pk}-charset", item.charset)
    if charset == item.charset or charset not in CHARSETS:
        return None
    return charset if item.sha256 and not item.is_row else None


def _read_in_chosen_charsets(files: Page, data: Any) -> list[UploadItem]:
    """Read again the files for which another encoding was chosen; give them."""
    changed = []
    for item in files:
        charset = _chosen_charset(item, data)
        if charset is not None:
            uploads.read_again(item, charset)
            changed.append(item)
    return changed
