"""Reads stored articles again and tells what became other than it was."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from articles.captures.figure_changes import ChangeKind, FigureChange, figure_changes
from articles.captures.reading import document_of
from articles.corpus.raw_article import RejectedText, parse_article
from articles.ingest import Result, reread
from articles.models import Article, Figure
from articles.outlets.rules import by_rules
from articles.readers import RefusedFile
from articles.storing.content import fill
from articles.storing.extraction import read_figures

COMPARED = (
    *("title", "title_derived", "body", "outlet", "section", "author", "byline"),
    *("dateline_place", "agency", "published_iso", "removed_share", "doubt_count"),
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an article that would say, or says, something else."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """Name the field as an editor knows it."""
        name = "published_on" if self.name == "published_iso" else self.name
        field: Any = Article._meta.get_field(name)
        return str(field.verbose_name)


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a new reading makes of an article; ``reason`` is Arabic, of a rejection.

    ``cuts`` are the numbers of stretches cut before and after.
    """

    article: Article
    result: Result
    fields: tuple[FieldChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    cuts: tuple[int, int] = (0, 0)
    reason: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give the report of one article as plain data."""
        return {
            "id": self.article.pk,
            "outcome": self.result.value,
            "reason": self.reason,
            "fields": {one.name: [one.before, one.after] for one in self.fields},
            "figures": [
                {
                    "change": change.kind.value,
                    "before": change.before.quote if change.before else None,
                    "after": change.after.quote if change.after else None,
                }
                for change in self.figures
            ],
            "cuts": list(self.cuts),
        }


def read_again(ids: Iterable[int], *, dry_run: bool) -> Iterator[Rereading]:
    """Read articles again from the capture they show, one transaction an article.

    What an editor corrected stays. With ``dry_run`` nothing is stored.
    """
    for pk in ids:
        article = Article.objects.with_headings().filter(pk=pk).first()
        if article is not None:
            yield _read_again(article, dry_run)


def _read_again(article: Article, dry_run: bool) -> Rereading:
    capture = article.captures.first()
    if capture is None:  # written by hand
        return Rereading(article, Result.UNCHANGED)
    document = document_of(capture)
    if isinstance(document, RefusedFile):
        return Rereading(article, Result.REJECTED, reason=document.message)
    try:
        with transaction.atomic():
            told = _compared(article, document)
            transaction.set_rollback(True)
        result = told.result if dry_run else reread(article, document)
    except RejectedText as rejection:
        return Rereading(article, Result.REJECTED, reason=rejection.message)
    return replace(told, result=result)


def _compared(article: Article, document: Any) -> Rereading:
    """Compare an article with its new reading; the caller rolls new headings back."""
    new = copy.copy(article)
    new._state = copy.copy(article._state)
    new._state.fields_cache = dict(article._state.fields_cache)  # headings of its own
    if document.stored_as:
        return Rereading(article, Result.UNCHANGED)
    known = article.outlet if "outlet" in article.corrected else None
    document, parsed = by_rules(document, parse_article(document.text), known)
    fill(new, document, parsed)
    before, after = _plain(article), _plain(new)
    fields = tuple(
        FieldChange(name, before[name], after[name])
        for name in COMPARED
        if before[name] != after[name]
    )
    figures = tuple(_changed_figures(list(article.figures.all()), read_figures(new)))
    same = article.content_hash == new.content_hash
    as_old = same and article.parser_version == new.parser_version
    return Rereading(
        article,
        Result.UNCHANGED if as_old else Result.UPDATED,
        fields,
        figures,
        (len(article.removed), len(new.removed)),
    )


def _changed_figures(
    before: list[Figure], after: list[Figure]
) -> Iterator[FigureChange]:
    # A stored value is rounded to its column: the same words are the same figure.
    same = {_told(one) for one in before} & {_told(one) for one in after}
    for change in figure_changes(before, after):
        one = change.before or change.after
        if change.kind is ChangeKind.CHANGED or (one and _told(one) not in same):
            yield change


def _told(figure: Figure) -> tuple[str, ...]:
    return figure.quote, figure.kind, figure.unit, figure.modifier


def _plain(article: Article) -> dict[str, str]:
    told = {name: getattr(article, name) for name in COMPARED}
    told["removed_share"] = f"{article.removed_share:.0%}"
    return {name: "" if value is None else str(value) for name, value in told.items()}
