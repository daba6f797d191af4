"""Files that articles are not read from, each refused with its own reason."""

from __future__ import annotations

from collections.abc import Iterator

from articles.readers.document import RawDocument, ReadError, Refusal
from articles.readers.labels import has_suffix

_PDF_MAGIC = b"%PDF-"
_NESTED = (".7z", ".rar", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_OTHER = (".doc", ".xls", ".odt", ".rtf", ".epub")


class PdfReader:
    """Refuses ``.pdf``, under whatever name: it stays a file beside its article."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept what is named or begins as a PDF."""
        return has_suffix(label, (".pdf",)) or content.startswith(_PDF_MAGIC)

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Say why no text is read from it."""
        raise ReadError(Refusal.PDF)


class UnreadReader:
    """Refuses formats that people do send but no reader knows."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept by name."""
        return has_suffix(label, (*_NESTED, *_OTHER))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Say why no text is read from it."""
        raise ReadError(Refusal.UNREAD_TYPE)
