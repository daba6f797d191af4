"""Files that wait for an editor: where their bytes lie and what they say."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.corpus.raw_article import ParsedArticle, RejectedText, parse_article
from articles.models import Upload, UploadItem
from articles.readers import RawDocument, RefusedFile
from articles.readers.files import read_file


@dataclass(frozen=True, slots=True)
class Reading:
    """What a waiting file says: its article, or the Arabic reason why it has none."""

    document: RawDocument | None = None
    parsed: ParsedArticle | None = None
    reason: str = ""

    def values(self, upload: Upload) -> dict[str, str]:
        """Give what the file itself says of the fields an editor may correct."""
        document, parsed = self.document, self.parsed
        if document is None or parsed is None:
            return {}
        told = document.hints
        return {
            "title": told.get("title") or parsed.title,
            "outlet": upload.outlet_name or told.get("outlet") or parsed.outlet or "",
            "section": told.get("section") or parsed.section or "",
            "author": told.get("byline") or parsed.byline or "",
            "published": told.get("published") or parsed.published_iso or "",
            "dateline_place": (parsed.dateline and parsed.dateline.place) or "",
            "agency": parsed.agency or "",
        }


def read(item: UploadItem) -> Reading:
    """Read a waiting file once more; nothing is stored."""
    if not item.sha256:  # refused before it was read
        return Reading(reason=item.reason)
    try:
        with default_storage.open(_place(item)) as file:
            data = file.read()
    except FileNotFoundError:
        return Reading(reason=item.reason or _("لم يعد الملف محفوظا؛ ارفعه من جديد."))
    return read_bytes(item, data)


def read_bytes(item: UploadItem, data: bytes) -> Reading:
    """Read ``data`` as the file of ``item``; every fault becomes a reason."""
    document = next(read_file(item.name, data, charset=item.charset))
    if isinstance(document, RefusedFile):
        return Reading(reason=document.message)
    try:
        return Reading(document, parse_article(document.text))
    except RejectedText as rejection:
        return Reading(document, reason=rejection.message)


def read_again(item: UploadItem, charset: str) -> Reading:
    """Read a waiting file in another encoding; corrections of the old reading go."""
    item.charset, item.fields = charset, {}
    reading = read(item)
    set_reason(item, reading.reason)
    item.save(update_fields=["charset", "fields", "outcome", "reason"])
    return reading


def set_reason(item: UploadItem, reason: str) -> None:
    """Reject a file for ``reason``, or let it wait where there is none."""
    outcomes = UploadItem.Outcome
    item.outcome = outcomes.REJECTED if reason else outcomes.PENDING
    item.reason = reason[:300]


def apply_to_all(upload: Upload, values: dict[str, str]) -> int:
    """Correct every file that waits; give their number."""
    items = list(upload.items.filter(outcome=UploadItem.Outcome.PENDING))
    for item in items:
        item.fields |= values
    return UploadItem.objects.bulk_update(items, ["fields"], batch_size=500)


def keep_waiting(item: UploadItem, data: bytes) -> None:
    """Put the bytes of a file aside until an editor decides."""
    if not default_storage.exists(_place(item)):
        default_storage.save(_place(item), ContentFile(data))


def forget_files(upload: Upload) -> None:
    """Delete the bytes that waited with an upload; captures keep theirs."""
    for item in upload.items.exclude(sha256=""):
        default_storage.delete(_place(item))
    default_storage.delete(_folder(upload))


def _place(item: UploadItem) -> str:
    return f"{_folder(item.upload)}/{item.sha256}"


def _folder(upload: Upload) -> str:
    return f"uploads/{upload.pk}"
