"""What is wrong, or may be, with stored articles: counted, and told by outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from articles.corpus import PARSER_VERSION
from articles.models import Article, Capture, Figure, Status
from articles.querysets import ArticleQuerySet

BIG_CUT = 0.4
"""Above this share of a raw text its cuts are worth a look."""

LONG_TEXT = 300
"""Words; a report of so many seldom has no figure."""

SURE = 0.9
"""A guess of an encoding below this confidence is worth a look."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at; ``condition`` is true of the articles that have it."""

    name: str
    label: Any
    condition: Q | Exists


def _no_figure() -> Q:
    key_figures = Figure.objects.filter(article=OuterRef("pk"), tier="core")
    return Q(word_count__gte=LONG_TEXT) & ~Q(Exists(key_figures))


def _unsure_charset() -> Exists:
    return Exists(
        Capture.objects.filter(article=OuterRef("pk"), charset_confidence__lt=SURE)
    )


CHECKS: tuple[Check, ...] = (
    Check("undated", _("بلا تاريخ"), Q(published_on__isnull=True)),
    Check("no-outlet", _("بلا مصدر"), Q(outlet__isnull=True)),
    Check("derived-title", _("عنوان مشتق"), Q(title_derived=True)),
    Check("big-cut", _("حُذف منه كثير"), Q(removed_share__gt=BIG_CUT)),
    Check("doubts", _("أسطر مشكوك فيها"), Q(doubt_count__gt=0)),
    Check("no-figures", _("طويل بلا أرقام"), _no_figure()),
    Check("charset", _("ترميز غير مؤكد"), _unsure_charset()),
    Check(
        "old-parser",
        _("قرأه إصدار أقدم"),
        Q(parser_version__lt=PARSER_VERSION) & Q(parser_version__gt=0),
    ),
)
"""Articles written by hand have no parser version: nothing read them."""

BY_NAME: Mapping[str, Check] = {check.name: check for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Row:
    """How many of some articles have what is looked at, check by check."""

    key: int | None
    label: str
    total: int
    counts: tuple[tuple[Check, int], ...]


def looked_at() -> ArticleQuerySet:
    """Give the articles that matter: what is withdrawn is nobody's trouble."""
    return Article.objects.exclude(status=Status.WITHDRAWN).order_by()


def overall(articles: ArticleQuerySet) -> Row:
    """Count every check over ``articles``."""
    return _row(None, "", articles.aggregate(total=Count("pk"), **_counts()))


def by_outlet(articles: ArticleQuerySet) -> list[Row]:
    """Count every check outlet by outlet, that with most articles first."""
    rows = articles.values("outlet", "outlet__name").annotate(
        total=Count("pk"), **_counts()
    )
    made = [_row(row["outlet"], row["outlet__name"] or "", row) for row in rows]
    return _largest_first(made)


def by_year(articles: ArticleQuerySet) -> list[Row]:
    """Count every check year by year of publication, the latest first."""
    dated = articles.filter(published_on__isnull=False)
    rows = dated.values(year=ExtractYear("published_on")).annotate(
        total=Count("pk"), **_counts()
    )
    made = [_row(row["year"], str(row["year"]), row) for row in rows]
    return sorted(made, key=lambda row: -(row.key or 0))


def _largest_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.total, row.label))


def _counts() -> dict[str, Count]:
    return {
        check.name.replace("-", "_"): Count("pk", filter=Q(check.condition))
        for check in CHECKS
    }


def _row(key: int | None, label: str, counted: Mapping[str, Any]) -> Row:
    counts = tuple((check, counted[check.name.replace("-", "_")]) for check in CHECKS)
    return Row(key, label, counted["total"], counts)
