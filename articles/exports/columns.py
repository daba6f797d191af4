"""The columns of tables of articles, and which of them are usual."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.corpus.addresses import ascii_address
from articles.exports.cells import Cell
from articles.exports.references import Reference
from articles.models import Article

Value = Callable[[Article, Reference], Cell]


@dataclass(frozen=True, slots=True)
class ArticleColumn:
    """A column of articles: its name in addresses and JSON, its label, its cells.

    ``fetch`` names what of an article is fetched beside its row.
    """

    name: str
    label: str | Promise
    value: Value
    usual: bool = True
    fetch: str = ""


def _heading(name: str) -> Value:
    def value(article: Article, reference: Reference) -> Cell:
        heading = getattr(article, name)
        return heading.name if heading else ""

    return value


def _field(name: str) -> Value:
    return lambda article, reference: getattr(article, name)


def _key_figures(article: Article, reference: Reference) -> str:
    """Give the words of the key figures in their order: «أكثر من 180 عائلة»."""
    rows = [figure for figure in article.figures.all() if figure.tier == "core"]
    texts = {"title": article.title, "body": article.body}
    return "؛ ".join(
        texts[figure.part][figure.phrase_start : figure.phrase_end]
        for figure in rows
        if figure.stands_in_text()
    )


def _captures(article: Article, reference: Reference) -> str:
    return " ".join(capture.sha256 for capture in article.captures.all())


COLUMNS: dict[str, ArticleColumn] = {
    column.name: column
    for column in (
        ArticleColumn("id", _("الرقم في الأرشيف"), _field("pk")),
        ArticleColumn("title", _("العنوان"), _field("title")),
        ArticleColumn("outlet", _("المصدر"), _heading("outlet")),
        ArticleColumn("section", _("القسم"), _heading("section")),
        ArticleColumn("author", _("الكاتب"), _heading("author")),
        ArticleColumn("published", _("تاريخ النشر"), _field("published_iso")),
        ArticleColumn("place", _("مكان الخبر"), _field("dateline_place")),
        ArticleColumn("agency", _("الوكالة"), _field("agency")),
        ArticleColumn("words", _("عدد الكلمات"), _field("word_count")),
        ArticleColumn("url", _("رابط الأرشيف"), lambda _a, reference: reference.url),
        ArticleColumn(
            "source_url",
            _("الصفحة الأصلية"),
            lambda article, _r: ascii_address(article.url),
        ),
        ArticleColumn("body", _("النص"), _field("body"), usual=False),
        ArticleColumn(
            "key_figures",
            _("أبرز الأرقام كما وردت"),
            _key_figures,
            usual=False,
            fetch="figures",
        ),
        ArticleColumn("byline", _("سطر الكاتب كما ورد"), _field("byline"), usual=False),
        ArticleColumn("language", _("اللغة"), _field("language"), usual=False),
        ArticleColumn(
            "captures",
            _("بصمات النسخ المحفوظة (SHA-256)"),
            _captures,
            usual=False,
            fetch="captures",
        ),
    )
}
"""All columns by name, in the order of a table."""

USUAL = tuple(name for name, column in COLUMNS.items() if column.usual)


def chosen_columns(names: Iterable[str]) -> tuple[ArticleColumn, ...]:
    """Give the columns of these names in the order asked for, the usual ones for none.

    ``names`` may hold commas: ``["title,outlet", "body"]``. Raises ``ValueError`` for
    a name of no column.
    """
    asked = [part.strip() for name in names for part in name.split(",") if part.strip()]
    unknown = [name for name in asked if name not in COLUMNS]
    if unknown:
        raise ValueError(unknown[0])
    return tuple(COLUMNS[name] for name in dict.fromkeys(asked or USUAL))
