"""Articles to take along, in every format, written as streams from their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.captures.warc_export import MEDIA_TYPE as WARC_MEDIA_TYPE
from articles.captures.warc_export import warc_of
from articles.exports.bibtex import bibtex
from articles.exports.columns import ArticleColumn
from articles.exports.csl import csl
from articles.exports.references import Reference, reference_of
from articles.exports.ris import ris
from articles.exports.tables import Column, Table, TableFormat, joined, write_table
from articles.exports.text_archive import text_archive
from articles.models import Article

CHUNK = 200
"""So many articles are in memory at once."""


class ArticleFormat(StrEnum):
    """What articles are taken along as; the value names it in addresses."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl"
    TEXT = "zip"
    WARC = "warc"

    @property
    def label(self) -> str | Promise:
        """Say in words what the file is."""
        return _FORMATS[self].label

    @property
    def ending(self) -> str:
        """Give the ending of the file's name."""
        return _FORMATS[self].ending or str(self)

    @property
    def media_type(self) -> str:
        """Give what the answer to a browser is declared as."""
        return _FORMATS[self].media_type

    @property
    def has_columns(self) -> bool:
        """Tell whether there are columns to choose."""
        return self.value in {form.value for form in TableFormat}


@dataclass(frozen=True, slots=True)
class Export:
    """Which articles, by id in their order, and how they are written.

    ``address`` makes the absolute address of an article's path; ``today`` is the day
    of access that references name.
    """

    ids: Sequence[int]
    columns: tuple[ArticleColumn, ...]
    today: date
    address: Callable[[str], str]
    name: str = "articles"

    def articles(self, *fetch: str) -> Iterator[Article]:
        """Fetch the articles some at a time; what is no longer public falls out."""
        waiting = iter(self.ids)
        while some := list(islice(waiting, CHUNK)):
            rows = Article.objects.public_among(some).with_headings()
            found = rows.order_by().in_bulk()
            articles = [found[pk] for pk in some if pk in found]
            if fetch:
                prefetch_related_objects(articles, *fetch)
            yield from articles

    def referred(self, *fetch: str) -> Iterator[tuple[Article, Reference]]:
        """Give each article with its reference."""
        for article in self.articles(*fetch):
            url = self.address(article.get_absolute_url())
            yield article, reference_of(article, url=url, accessed=self.today)

    def references(self) -> Iterator[Reference]:
        """Give the references alone."""
        return (reference for _article, reference in self.referred())

    def table(self) -> Table:
        """Give the chosen columns as a table."""
        fetch = {column.fetch for column in self.columns if column.fetch}
        return Table(
            self.name,
            [Column(column.name, str(column.label)) for column in self.columns],
            (
                [column.value(article, reference) for column in self.columns]
                for article, reference in self.referred(*fetch)
            ),
        )


def write_articles(export: Export, form: ArticleFormat) -> Iterator[bytes]:
    """Write the articles piece by piece; the pieces joined are the file."""
    return _FORMATS[form].write(export)


@dataclass(frozen=True, slots=True)
class _Format:
    label: str | Promise
    media_type: str
    write: Callable[[Export], Iterator[bytes]]
    ending: str = ""


def _table(form: TableFormat, label: str | Promise) -> _Format:
    return _Format(
        label, form.media_type, lambda export: write_table(export.table(), form)
    )


def _list(
    write: Callable[[Iterable[Reference]], Iterator[str]],
) -> Callable[[Export], Iterator[bytes]]:
    return lambda export: joined(write(export.references()))


_FORMATS: dict[ArticleFormat, _Format] = {
    ArticleFormat.CSV: _table(TableFormat.CSV, _("جدول CSV، يفتحه كل برنامج جداول")),
    ArticleFormat.XLSX: _table(TableFormat.XLSX, _("مصنف Excel")),
    ArticleFormat.JSONL: _table(TableFormat.JSONL, _("JSON Lines، للبرامج")),
    ArticleFormat.BIBTEX: _Format(
        _("مراجع BibTeX وBibLaTeX"),
        "application/x-bibtex; charset=utf-8",
        _list(bibtex),
    ),
    ArticleFormat.RIS: _Format(
        _("مراجع RIS، تقرؤها Zotero وEndNote"),
        "application/x-research-info-systems; charset=utf-8",
        _list(ris),
    ),
    ArticleFormat.CSL: _Format(
        _("مراجع CSL-JSON"),
        "application/vnd.citationstyles.csl+json; charset=utf-8",
        _list(csl),
        "json",
    ),
    ArticleFormat.TEXT: _Format(
        _("نصوص خالصة في ملف ZIP"),
        "application/zip",
        lambda export: text_archive(export.referred()),
    ),
    ArticleFormat.WARC: _Format(
        _("أرشيف ويب WARC مع النسخ المحفوظة"),
        WARC_MEDIA_TYPE,
        lambda export: warc_of(export.articles("captures")),
        "warc.gz",
    ),
}
