"""Decodes a web page."""

from __future__ import annotations

import codecs
import re

from articles.readers.text import DecodedText, decode_text

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w:.-]{2,40})",
    re.IGNORECASE,
)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD_BYTES = 8192
_ASCII_RUN = re.compile(rb"[!-~]+")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LEAST_WORD = 3
_LATIN = "cp1252"
_SAMPLE_BYTES = 32_768
_REPLACEMENT = "\ufffd"  # REPLACEMENT CHARACTER
_MOST_BROKEN = 0.002
_BY_MENDING = "في الصفحة بايتات تالفة استبدلت بعلامة."


def decode_page(content: bytes, chosen: str | None = None) -> DecodedText:
    """Decode a page: by choice, BOM, UTF-8, what its head declares, or its letters.

    A page in UTF-8 with a few broken bytes, as scrapers make them, is still read. The
    letters are judged without the markup around them. Raises ``ReadError``.
    """
    if content.startswith(_BOMS) or _is_utf8(content):
        return decode_text(content, chosen=chosen)
    if chosen:
        return _mended(content, chosen) or decode_text(content, chosen=chosen)
    if mended := _mended(content, "utf-8"):
        return mended
    declared = _declared(content)
    if not _looks_arabic(content):
        return _foreign(content, declared or _LATIN)
    letters = _ASCII_RUN.sub(b" ", content)[:_SAMPLE_BYTES]
    judged = decode_text(letters, declared=declared)
    text = content.decode(judged.charset, "replace")
    return DecodedText(text, judged.charset, judged.confidence, judged.note)


def _looks_arabic(content: bytes) -> bool:
    """Tell words of such letters from the few accents of a Latin page."""
    runs = [len(run) for run in _HIGH_RUN.findall(content)]
    return sum(size >= _LEAST_WORD for size in runs) * 2 >= len(runs)


def _foreign(content: bytes, charset: str) -> DecodedText:
    try:
        text = content.decode(charset, "replace")
    except LookupError:
        text, charset = content.decode(_LATIN, "replace"), _LATIN
    return DecodedText(text, charset, 0.7, "")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD_BYTES])
    return found[1].decode("ascii") if found else None


def _mended(content: bytes, charset: str) -> DecodedText | None:
    """Read a page that is broken in a few places only."""
    try:
        text = content.decode(charset, "replace")
    except LookupError:
        return None
    broken = text.count(_REPLACEMENT)
    letters = sum(char > "\x7f" for char in text)
    if broken > _MOST_BROKEN * letters:
        return None
    return DecodedText(text, charset, 0.9, _BY_MENDING if broken else "")
