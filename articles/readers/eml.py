"""Mails that carry an article."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from articles.readers.document import RawDocument, ReadError, Refusal
from articles.readers.html.charset import decode_page
from articles.readers.html.reader import read_page
from articles.readers.labels import has_suffix
from articles.readers.text import decode_text

_BROKEN = (LookupError, ValueError, AttributeError, TypeError)
"""What the standard library raises on a mail that is none."""


class EmlReader:
    """Reads ``.eml``: the body, titled by its subject; attachments are left alone."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as mails."""
        return has_suffix(label, (".eml",))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the one document of a mail."""
        try:
            mail = email.message_from_bytes(content, policy=email.policy.default)
            part = mail.get_body(("plain", "html"))
            data = part.get_payload(decode=True) if part else None
        except (*_BROKEN, RecursionError):
            raise ReadError(Refusal.BROKEN) from None
        if part is None or not isinstance(data, bytes) or not data.strip():
            raise ReadError(Refusal.NO_TEXT)
        hints = _hints(mail)
        text, told = _text(part, data)
        title = hints.get("title", "")
        yield RawDocument(
            label=label,
            content=content,
            text=f"{title}\n\n{text}" if title else text,
            media_type="message/rfc822",
            charset=told,
            hints=hints,
        )


def _text(part: MIMEPart, data: bytes) -> tuple[str, str]:
    if part.get_content_subtype() == "html":
        decoded = decode_page(data)
        return read_page(decoded.text)[0], decoded.charset
    decoded = decode_text(data, declared=part.get_content_charset())
    return decoded.text, decoded.charset


def _hints(mail: EmailMessage) -> dict[str, str]:
    hints = {}
    if title := " ".join(str(mail.get("subject", "")).split()):
        hints["title"] = title
    try:
        sent = parsedate_to_datetime(str(mail.get("date", "")))
        hints["published"] = sent.isoformat()[:16]
    except (TypeError, ValueError):
        pass  # a mail without a date, or with one that nobody can read
    return hints
