"""Plain text in any of the encodings that Arabic files come in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from articles.readers.charsets import CHARSETS, Guess, guesses, is_certain, score
from articles.readers.document import MAX_BYTES, RawDocument, ReadError, Refusal

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    *(b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"),
    *(
        b"\xd0\xcf\x11\xe0",
        b"7z\xbc\xaf",
        b"Rar!",
        b"RIFF",
        b"\x7fELF",
        b"OggS",
        b"ID3",
    ),
)
_MOST_CONTROL = 0.02
_WORST_DECLARED = 1.0
_SAMPLE = 4096

_BY_BOM = "عرف الترميز من علامة في أول الملف."
_BY_UTF8 = ""
_BY_DECLARED = "قرئ بالترميز المعلن."
_BY_CHOICE = "قرئ بالترميز الذي اختاره المحرر."
_BY_GUESS = "خمن الترميز من تتابع الأحرف؛ راجع النص قبل الحفظ."
_REPAIRED = "+"  # a charset "utf-8+cp1256" names both halves of a double encoding
_BY_REPAIR = "كان النص مرمزا مرتين فأصلح."


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with the charset it was read in, how sure that is, and an Arabic note."""

    text: str
    charset: str
    confidence: float
    note: str


def decode_text(
    content: bytes,
    *,
    chosen: str | None = None,
    declared: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> DecodedText:
    """Decode a text file: by the editor's choice, BOM, UTF-8, declaration or guess.

    ``declared`` is what a file says of itself: it is believed unless the letters
    contradict it. Raises ``ReadError`` for an empty, too large or binary file, and for
    one whose charset can't be told for sure; its ``choices`` are then the likely ones.

    >>> decode_text("عاد الماء".encode()).charset
    'utf-8'
    """
    _refuse_unreadable(content, max_bytes)
    if chosen:
        return _decode(content, chosen, 1.0, _BY_CHOICE)
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return _decode(content, charset, 1.0, _BY_BOM)
    return _as_utf8(content) or _as_declared(content, declared) or _as_guessed(content)


def _refuse_unreadable(content: bytes, max_bytes: int) -> None:
    if len(content) > max_bytes:
        raise ReadError(Refusal.TOO_LARGE)
    if not content.strip(b"\x00 \t\r\n\v\f\xef\xbb\xbf\xfe\xff"):
        raise ReadError(Refusal.EMPTY)
    if content.startswith(_MAGIC):
        raise ReadError(Refusal.BINARY)


def _decode(content: bytes, charset: str, confidence: float, note: str) -> DecodedText:
    outer, _, inner = charset.partition(_REPAIRED)
    try:
        text = content.decode(outer)
        text = text.encode(inner).decode(outer) if inner else text
    except (UnicodeError, LookupError):
        raise ReadError(Refusal.UNKNOWN_CHARSET, CHARSETS) from None
    if _is_binary(text):
        raise ReadError(Refusal.BINARY)
    return DecodedText(text, charset, confidence, note)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    control = sum(char < "\x20" and char not in "\t\n\r\f\v" for char in sample)
    return control > _MOST_CONTROL * len(sample)


def _as_utf8(content: bytes) -> DecodedText | None:
    """Read strict UTF-8; UTF-16 of Arabic is valid too, but full of control codes."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if _is_binary(text):
        return None
    return _repaired(text) or DecodedText(text, "utf-8", 1.0, _BY_UTF8)


def _repaired(text: str) -> DecodedText | None:
    """Undo a double encoding: UTF-8 bytes that were once read as a Windows charset."""
    for charset, signs in (("cp1252", "ØÙ"), ("cp1256", "طظ")):
        sample = text[:_SAMPLE]
        if sum(sample.count(sign) for sign in signs) * 4 < len(sample):
            continue
        try:
            repaired = text.encode(charset).decode("utf-8")
        except UnicodeError:
            continue
        return DecodedText(repaired, f"utf-8{_REPAIRED}{charset}", 0.9, _BY_REPAIR)
    return None


def _as_declared(content: bytes, declared: str | None) -> DecodedText | None:
    if declared is None:
        return None
    try:
        said = score(content, codecs.lookup(declared).name)
    except LookupError:
        return None
    found = guesses(content)
    if said is None or (found and found[0].score - said.score > _WORST_DECLARED):
        return None
    return _decode(content, declared, 0.95, _BY_DECLARED)


def _as_guessed(content: bytes) -> DecodedText:
    found = guesses(content)
    if is_certain(found):
        return _decode(content, found[0].charset, _confidence(found), _BY_GUESS)
    likely = tuple(guess.charset for guess in found if guess.letters)
    if not likely or _is_nonsense(content, found):
        raise ReadError(Refusal.BINARY)
    raise ReadError(Refusal.CHARSET_ASKED, likely)


def _is_nonsense(content: bytes, found: list[Guess]) -> bool:
    return b"\x00" in content and found[0].score < 0


def _confidence(found: list[Guess]) -> float:
    lead = found[0].score - found[1].score if len(found) > 1 else found[0].score
    return round(min(0.99, 0.7 + lead / 10), 2)


class TextReader:
    """Reads ``.txt`` files."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as text."""
        return label.lower().endswith((".txt", ".text"))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the one document of a text file."""
        decoded = decode_text(content, chosen=charset)
        yield RawDocument(
            label=label,
            content=content,
            text=decoded.text,
            media_type="text/plain",
            charset=decoded.charset,
            confidence=decoded.confidence,
            note=decoded.note,
        )
