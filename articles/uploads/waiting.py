"""Files that wait for an editor: where their bytes lie and what they say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.corpus.raw_article import ParsedArticle, RejectedText, parse_article
from articles.models import Upload, UploadFile, UploadItem
from articles.outlets.rules import FindRules, by_rules
from articles.readers import Member, RawDocument, RefusedFile
from articles.readers.files import read_member
from articles.readers.tables.rows import read_row


@dataclass(frozen=True, slots=True)
class Reading:
    """What a waiting item says: its article, or the Arabic reason why it has none."""

    document: RawDocument | None = None
    parsed: ParsedArticle | None = None
    reason: str = ""

    def values(self, upload: Upload) -> dict[str, str]:
        """Give what the item itself says of the fields an editor may correct."""
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


def read(item: UploadItem, find: FindRules | None = None) -> Reading:
    """Read a waiting item once more; nothing is stored, every fault is a reason.

    ``find`` gives the rules of outlets to whoever reads many items.
    """
    document = read_document(item)
    if isinstance(document, RefusedFile):
        return Reading(reason=document.message)
    try:
        parsed = parse_article(document.text)
        known = item.fields.get("outlet") or item.upload.outlet_name
        return Reading(*by_rules(document, parsed, known, find))
    except RejectedText as rejection:
        return Reading(document, reason=rejection.message)


def read_document(item: UploadItem) -> RawDocument | RefusedFile:
    """Read the text of a waiting item, or tell why there is none."""
    if not item.sha256:  # refused before it was read
        return RefusedFile(item.name, item.reason)
    data = waiting_bytes(item.upload_id, item.sha256)
    if data is None:
        gone = _("لم يعد الملف محفوظا؛ ارفعه من جديد.")
        return RefusedFile(item.name, item.reason or gone)
    return document_from(item, data)


def document_from(item: UploadItem, data: bytes) -> RawDocument | RefusedFile:
    """Read ``data`` as the bytes of ``item``."""
    if item.is_row:
        row = read_row(item.name, data)
        return replace(row, note=item.note) if isinstance(row, RawDocument) else row
    member = Member(item.name, data, item.url, item.note)
    return next(read_member(member, item.charset))


def read_again(item: UploadItem, charset: str) -> Reading:
    """Read a waiting item in another encoding; corrections of the old reading go."""
    item.charset, item.fields = charset, {}
    reading = read(item)
    set_reason(item, reading.reason)
    item.save(update_fields=["charset", "fields", "outcome", "reason"])
    return reading


def set_reason(item: UploadItem, reason: str) -> None:
    """Reject an item for ``reason``, or let it wait where there is none."""
    outcomes = UploadItem.Outcome
    item.outcome = outcomes.REJECTED if reason else outcomes.PENDING
    item.reason = reason[:300]


def apply_to_all(upload: Upload, values: dict[str, str]) -> int:
    """Correct every item that waits; give their number."""
    items = list(upload.items.filter(outcome=UploadItem.Outcome.PENDING))
    for item in items:
        item.fields |= values
    return UploadItem.objects.bulk_update(items, ["fields"], batch_size=500)


def choose_all(upload: Upload, file: UploadFile | None, keep: bool) -> int:
    """Choose all items of an upload, or of one file, or leave them out."""
    outcomes = UploadItem.Outcome
    before, after = outcomes.PENDING, outcomes.SKIPPED
    if keep:
        before, after = after, before
    items = upload.items.filter(outcome=before)
    if file is not None:
        items = items.filter(file=file)
    return items.update(outcome=after)


def keep_waiting(upload_id: int, sha256: str, data: bytes) -> None:
    """Put bytes aside, under their hash, until an editor decides."""
    place = _place(upload_id, sha256)
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(data))


def waiting_bytes(upload_id: int, sha256: str) -> bytes | None:
    """Give bytes that wait; None where they are gone."""
    try:
        with default_storage.open(_place(upload_id, sha256)) as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


def forget_files(upload: Upload) -> None:
    """Delete the bytes that waited with an upload; captures keep theirs."""
    folder = f"uploads/{upload.pk}"
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{folder}/{name}")
    default_storage.delete(folder)


def _place(upload_id: int, sha256: str) -> str:
    return f"uploads/{upload_id}/{sha256}"
