"""What a capture says when it is read today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import gettext as _

from articles.corpus import PARSER_VERSION
from articles.corpus.raw_article import LineRule, RejectedText
from articles.models import Article, Capture, Figure
from articles.outlets.rules import read_with, rules_of
from articles.readers import RawDocument, RefusedFile
from articles.readers.files import read_file
from articles.storing.content import fill_texts
from articles.storing.extraction import read_figures

KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class CaptureReading:
    """The article of a capture, not stored, or the Arabic reason why it has none.

    No editor's correction is in it: it is what the bytes say.
    """

    article: Article
    figures: tuple[Figure, ...] = ()
    reason: str = ""


def read_capture(capture: Capture) -> CaptureReading:
    """Read a capture by today's parser; what was read once is kept for a day."""
    rules = rules_of(capture.article.outlet)
    told = sha256(repr(rules).encode()).hexdigest()[:16] if rules else ""
    key = f"capture:{PARSER_VERSION}{told}:{capture.sha256}:{capture.pk}"
    reading: CaptureReading | None = cache.get(key)
    if reading is None:
        try:
            data = capture.read()
        except OSError:  # not kept: the store may answer again in a moment
            return CaptureReading(Article(), reason=_lost(capture).message)
        reading = _read(capture, data, rules)
        cache.set(key, reading, KEPT_SECONDS)
    return reading


def document_of(capture: Capture) -> RawDocument | RefusedFile:
    """Give the document of a capture's bytes, or why there is none."""
    try:
        data = capture.read()
    except OSError:
        return _lost(capture)
    return _document(capture, data)


def _lost(capture: Capture) -> RefusedFile:
    return RefusedFile(capture.source, _("بايتات هذه النسخة مفقودة من المخزن."))


def _document(capture: Capture, data: bytes) -> RawDocument | RefusedFile:
    for document in read_file(capture.source, data, charset=capture.charset):
        if isinstance(document, RefusedFile):
            return document
        return replace(document, url=capture.url)
    return RefusedFile(capture.source, _("لم يُقرأ من هذه النسخة شيء."))


def _read(capture: Capture, data: bytes, rules: Sequence[LineRule]) -> CaptureReading:
    document = _document(capture, data)
    if isinstance(document, RefusedFile):
        return CaptureReading(Article(), reason=document.message)
    try:
        document, parsed = read_with(document, rules)
    except RejectedText as rejection:
        return CaptureReading(Article(), reason=rejection.message)
    article = Article(outlet=capture.article.outlet)
    fill_texts(article, document, parsed)
    return CaptureReading(article, tuple(read_figures(article)))
