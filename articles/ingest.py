"""The one workflow that stores articles: uploads, commands and tests call it.

bytes -> parsed text -> one transaction with capture, article and figures. Doing it
again changes nothing; a text that can't be stored rejects itself with a reason and
never sinks its batch.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.captures.article_record import (
    BadRecord,
    fill_from_record,
    status_of,
)
from articles.captures.matching import (
    known_article,
    known_capture,
    moment_of,
    wait_for_turn,
)
from articles.corpus.raw_article import ParsedArticle, RejectedText, parse_article
from articles.models import Article, Capture, Figure, Outlet, Status
from articles.models.capture import keep_bytes, sha256_of
from articles.outlets.learned_lines import note
from articles.outlets.rules import by_rules
from articles.readers import RawDocument, RefusedFile
from articles.reprints import Copy, Probe, find_copies, keep_one
from articles.storing.content import fill, plain_values
from articles.storing.extraction import read_figures, store_readings

logger = logging.getLogger(__name__)


class Result(StrEnum):
    """What became of a document."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever brings documents asks for.

    ``outlet`` is the outlet that all the documents are known to be of.
    ``corrections`` are values of article fields an editor set by hand: they win over
    what is read, now and at every later reading. With ``dry_run`` nothing is stored.
    ``trusted`` documents come from who may publish: what an export of ours says of an
    article's status is then believed instead of ``status``.
    """

    outlet: str = ""
    status: Status = Status.PUBLISHED
    user: User | None = None
    corrections: Mapping[str, Any] = field(default_factory=dict)
    dry_run: bool = False
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document's fate; ``reason`` is Arabic and only there for a rejection.

    In a dry run ``article`` is what would be stored, without an id if it is new.
    ``copies`` are the stored articles that are the same report: a warning, never a bar.
    ``passing`` is a rejection for want of room or a busy database: try again later.
    ``capture`` is the capture that was stored, None where it was known; ``replaced``
    what a stored article said where the wishes corrected it: the way back from both.
    """

    source: str
    result: Result
    article: Article | None = None
    parsed: ParsedArticle | None = None
    figures: tuple[Figure, ...] = ()
    reason: str = ""
    copies: tuple[Copy, ...] = ()
    passing: bool = False
    capture: Capture | None = None
    replaced: Mapping[str, Any] = field(default_factory=dict)


def ingest(
    documents: Iterable[RawDocument | RefusedFile], wishes: Wishes | None = None
) -> Iterator[Outcome]:
    """Store each document as an article and tell, one by one, what became of it."""
    wishes = wishes or Wishes()
    for document in documents:
        if isinstance(document, RefusedFile):
            yield _rejected(document.label, document.message)
        else:
            yield ingest_one(document, wishes)


def ingest_one(document: RawDocument, wishes: Wishes) -> Outcome:
    """Store one document; every fault becomes an outcome with its reason."""
    try:
        parsed = None if document.stored_as else parse_article(document.text)
        try:
            outcome = _store(document, parsed, wishes)
        except IntegrityError:  # another process stored the same bytes just now
            outcome = _store(document, parsed, wishes)
    except RejectedText as rejection:
        return _rejected(document.label, rejection.message)
    except BadRecord:
        return _rejected(document.label, _("ما كُتب عن المقال في أرشيف الويب تالف."))
    except (DatabaseError, OSError):
        logger.exception("could not store a document")
        reason = _("تعذر الحفظ الآن؛ أعد المحاولة بعد قليل.")
        return Outcome(document.label, Result.REJECTED, reason=reason, passing=True)
    if outcome.result is Result.CREATED and outcome.article and not wishes.dry_run:
        note(outcome.article)
    return outcome


def reread(article: Article, document: RawDocument) -> Result:
    """Read a stored article again from its capture, keeping an editor's corrections.

    Raises ``RejectedText`` where the present parser finds no article any more; the
    stored one is then left as it is.
    """
    parsed = parse_article(document.text)
    with transaction.atomic():
        wishes = Wishes(status=Status(article.status))
        result = _update(article, document, parsed, wishes)
        if result is not Result.UNCHANGED:
            keep_one(article)
        return result


def _store(
    document: RawDocument, parsed: ParsedArticle | None, wishes: Wishes
) -> Outcome:
    if wishes.dry_run:
        return _would_store(document, parsed, wishes)
    if document.content:
        keep_bytes(document.content)
    with transaction.atomic():
        wait_for_turn(document)
        capture = known_capture(document)
        article = capture.article if capture else known_article(document)
        new, replaced = None, {}
        if article is None:
            article, result = Article(), Result.CREATED
            figures, new = _create(article, document, parsed, wishes)
        else:
            replaced = plain_values(article, [*wishes.corrections, "corrected"])
            if capture is None:
                new = _capture(article, document, wishes)
            result = _add_reading(article, capture, new, document, parsed, wishes)
            figures = list(article.figures.all())
        copies = () if result is Result.UNCHANGED else tuple(keep_one(article))
    return Outcome(
        document.label,
        result,
        article,
        parsed,
        tuple(figures),
        copies=copies,
        capture=new,
        replaced=replaced,
    )


def _would_store(
    document: RawDocument, parsed: ParsedArticle | None, wishes: Wishes
) -> Outcome:
    capture = known_capture(document)
    known = capture.article if capture else known_article(document)
    article = known or Article(status=wishes.status)
    before = article.content_hash
    with transaction.atomic():
        _fill(article, document, parsed, wishes)
        figures = read_figures(article)
        transaction.set_rollback(True)
    result = Result.UPDATED if known else Result.CREATED
    if capture and article.content_hash == before:
        result = Result.UNCHANGED
    copies = tuple(find_copies([Probe.of(article)])[0].copies)
    return Outcome(
        document.label, result, article, parsed, tuple(figures), copies=copies
    )


def _create(
    article: Article,
    document: RawDocument,
    parsed: ParsedArticle | None,
    wishes: Wishes,
) -> tuple[list[Figure], Capture | None]:
    told = status_of(document.stored_as) if wishes.trusted else None
    article.status = told or wishes.status
    _fill(article, document, parsed, wishes)
    article.save()
    capture = _capture(article, document, wishes)
    return store_readings(article, is_new=True), capture


def _add_reading(
    article: Article,
    known: Capture | None,
    new: Capture | None,
    document: RawDocument,
    parsed: ParsedArticle | None,
    wishes: Wishes,
) -> Result:
    """Bring a stored article up to date, unless it shows a newer capture than this."""
    capture = known or new
    if capture is not None and article.captures.first() != capture:
        return Result.UPDATED if new else Result.UNCHANGED
    result = _update(article, document, parsed, wishes)
    return Result.UPDATED if new else result


def _capture(article: Article, document: RawDocument, wishes: Wishes) -> Capture | None:
    """Store the row of the bytes; an export may tell of an article that has none."""
    if not document.content:
        return None
    return Capture.objects.create(
        article=article,
        sha256=sha256_of(document.content),
        size=len(document.content),
        media_type=document.media_type,
        charset=document.charset,
        charset_confidence=document.confidence,
        source=document.label[:500],
        url=document.url,
        captured_at=moment_of(document.captured_at) or timezone.now(),
        captured_by=wishes.user,
    )


def _update(
    article: Article,
    document: RawDocument,
    parsed: ParsedArticle | None,
    wishes: Wishes,
) -> Result:
    article.lock()
    before = article.content_hash, article.parser_version
    _fill(article, document, parsed, wishes)
    if before == (article.content_hash, article.parser_version):
        return Result.UNCHANGED
    article.version += 1
    article.save()
    store_readings(article)
    return Result.UPDATED


def _fill(
    article: Article,
    document: RawDocument,
    parsed: ParsedArticle | None,
    wishes: Wishes,
) -> None:
    if parsed is not None:
        known = wishes.corrections.get("outlet") or wishes.outlet
        if "outlet" in article.corrected:
            known = known or article.outlet
        document, parsed = by_rules(document, parsed, known)
        fill(article, document, parsed, wishes.outlet, wishes.corrections)
        return
    named = Outlet.named(wishes.outlet) if wishes.outlet else None
    outlet = {"outlet": named} if named else {}
    fill_from_record(article, document.stored_as, {**outlet, **wishes.corrections})


def _rejected(source: str, reason: str) -> Outcome:
    return Outcome(source, Result.REJECTED, reason=reason)
