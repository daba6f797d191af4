"""What the columns of an uploaded table mean: shown, changed, kept by a name."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import uploads
from articles.admin.upload_pages import UploadPages, where
from articles.forms.columns import FIELD_LABELS, ColumnsForm, FileCharsetForm
from articles.models import ColumnProfile, Upload, UploadFile
from articles.readers.tables import ColumnChoice, Table
from articles.uploads.columns import (
    choice_from,
    choice_of,
    guess_of,
    keep_profile,
    open_again,
    table_of,
)


class ColumnsPage(UploadPages):
    """The page of one table: ``?named=0`` takes its first row as data like the
    others, ``?profile=N`` fills in a profile that was kept."""

    def columns_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the columns; open the file again by those that are chosen."""
        file = get_object_or_404(UploadFile.objects.select_related("upload"), pk=pk)
        upload = self.find_upload(request, file.upload_id)
        table = table_of(file)
        if table is None:
            raise Http404
        if upload.state != Upload.State.PREVIEW:
            return redirect(where(upload))
        choice = _shown_choice(request, file, table)
        charset = FileCharsetForm(initial={"charset": file.charset})
        if request.method != "POST":
            form = ColumnsForm(table, choice)
            return self._columns(request, upload, file, form, charset)
        self.check_order(request, "columns")
        if request.POST.get("do") == "charset":
            return self._in_charset(request, upload, file)
        form = ColumnsForm(table, choice, request.POST)
        if not form.is_valid():
            return self._columns(request, upload, file, form, charset)
        name = form.cleaned_data["profile"]
        if name and request.user.has_perm("articles.change_columnprofile"):
            keep_profile(name, form.choice())
            messages.success(request, _("حُفظت خريطة الأعمدة «%s».") % name)
        return self._open_again(upload, file, choice=form.choice())

    def _in_charset(
        self, request: HttpRequest, upload: Upload, file: UploadFile
    ) -> HttpResponse:
        form = FileCharsetForm(request.POST)
        charset = form.cleaned_data["charset"] if form.is_valid() else ""
        return self._open_again(upload, file, charset=charset)

    def _open_again(
        self, upload: Upload, file: UploadFile, **ways: Any
    ) -> HttpResponse:
        if open_again(file, **ways):
            upload.refresh_from_db()
            uploads.open_files(upload)
        return redirect(where(upload))

    def _columns(
        self,
        request: HttpRequest,
        upload: Upload,
        file: UploadFile,
        form: ColumnsForm,
        charset: FileCharsetForm,
    ) -> HttpResponse:
        table = Table(**file.table)
        rows = table.rows[1:] if form.named else table.rows
        return self.page(
            request,
            "columns",
            _("أعمدة الجدول"),
            upload=upload,
            file=file,
            form=form,
            charset=charset,
            table=table,
            columns=[
                (field, [row[at] for row in rows if at < len(row)])
                for at, field in enumerate(form.columns)
            ],
            profiles=_fitting(table),
            may_correct=self.has_change_permission(request),
        )


def _shown_choice(request: HttpRequest, file: UploadFile, table: Table) -> ColumnChoice:
    """Give what the address asks for, else what was chosen, else the guess."""
    asked = request.GET.get("profile", "")
    if asked.isdecimal() and len(asked) < 18:
        profile = ColumnProfile.objects.filter(pk=int(asked)).first()
        if profile and choice_from(profile).columns(table.rows[0]):
            return choice_from(profile)
    named = request.GET.get("named")
    chosen = choice_of(file.columns)
    if named in ("0", "1") and not table.keyed:
        if chosen and chosen.named == (named == "1"):
            return chosen
        return guess_of(table, named == "1")
    return chosen or guess_of(table, table.named)


def _fitting(table: Table) -> list[ColumnProfile]:
    """Give the kept profiles whose columns the table has."""
    profiles = ColumnProfile.objects.all()[:200]
    return [each for each in profiles if choice_from(each).columns(table.rows[0])]


@admin.register(ColumnProfile)
class ColumnProfileAdmin(admin.ModelAdmin):
    """Profiles are made beside their table; here they are renamed and forgotten."""

    list_display = ("name", "meaning", "updated_at")
    fields = ("name", "meaning")
    readonly_fields = ("meaning",)
    search_fields = ("name",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Offer none: a profile needs a table."""
        return False

    @admin.display(description=gettext_lazy("الأعمدة"))
    def meaning(self, profile: ColumnProfile) -> str:
        """Say which column holds what."""
        meant = (
            f"{name}: {FIELD_LABELS[field]}"
            for name, field in profile.fields.items()
            if field in FIELD_LABELS
        )
        return "، ".join(meant) or "—"
