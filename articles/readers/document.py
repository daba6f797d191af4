"""What a reader gives: raw documents, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One text as it came out of a file, before anything is understood.

    ``content`` are the bytes that are kept as evidence; ``text`` is their decoding,
    to which all offsets refer. ``hints`` are what the file says about the article
    beside its text: ``title``, ``section``, ``outlet``, ``byline``, ``published``
    (ISO 8601, cut to what is known); they win over what is read from the text.
    ``label`` is the name it came under, never a path; ``url`` its address, if known.
    """

    label: str
    content: bytes
    text: str
    media_type: str
    charset: str
    confidence: float = 1.0
    note: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    url: str = ""


class Refusal(StrEnum):
    """Why a file gives no document."""

    EMPTY = "empty_file"
    TOO_LARGE = "file_too_large"
    BINARY = "binary_file"
    UNKNOWN_CHARSET = "unknown_charset"
    CHARSET_ASKED = "charset_asked"


REFUSAL_MESSAGES: dict[Refusal, str] = {
    Refusal.EMPTY: "الملف فارغ.",
    Refusal.TOO_LARGE: "الملف أكبر من الحجم المسموح به.",
    Refusal.BINARY: "الملف ليس نصا.",
    Refusal.UNKNOWN_CHARSET: "ترميز الملف غير معروف.",
    Refusal.CHARSET_ASKED: "النص أقصر من أن يعرف ترميزه: اختر الترميز.",
}


class ReadError(ValueError):
    """A file was refused; ``message`` is Arabic, ``choices`` the charsets to offer."""

    def __init__(self, reason_code: Refusal, choices: tuple[str, ...] = ()) -> None:
        self.reason_code = reason_code
        self.choices = choices
        self.message = REFUSAL_MESSAGES[reason_code]
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that gave no document, among others that did: its name and why."""

    label: str
    message: str
    choices: tuple[str, ...] = ()


class Reader(Protocol):
    """Turns the bytes of one file into raw documents."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Tell whether the file is of the reader's format, by its name and bytes."""
        ...

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the documents of a file; raise ``ReadError`` when it is refused.

        ``charset`` is the editor's choice and is believed when the bytes allow it.
        """
        ...
