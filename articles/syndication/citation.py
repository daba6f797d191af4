"""How to cite an article: in the manner of Arabic and of English scholarship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import translation

from articles.models import Article
from articles.presentation.calendar import printed_date, short_date

_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a reference; ``isolated`` keeps its direction from its neighbours."""

    text: str
    isolated: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference in two styles; the texts of its runs, joined, are plain text."""

    arabic: list[Run]
    english: list[Run]


def plain(runs: list[Run]) -> str:
    """Join a reference as it is pasted into a text."""
    return "".join(run.text for run in runs)


def cite(article: Article, *, url: str, site: str, today: date) -> Citation:
    """Write the reference of an article read in the archive ``site`` on ``today``.

    What the article does not tell is said to be unknown, as scholars do («بلا مصدر»,
    "n.d."); a derived title stands in square brackets.
    """
    with translation.override("ar"):  # on pages in English too
        arabic = _arabic(article, url, site, today)
    return Citation(arabic, _english(article, url, site, today))


def _own(text: str) -> Run:
    return Run(text, isolated=True)


def _arabic(article: Article, url: str, site: str, today: date) -> list[Run]:
    before, after = ("[", "]") if article.title_derived else ("«", "»")
    signed = [_own(article.author.name), Run("، ")] if article.author else []
    when = printed_date(
        article.published_on, article.published_time, article.published_precision
    )
    return [
        *signed,
        Run(before),
        _own(article.title),
        Run(f"{after}، "),
        _own(article.outlet.name) if article.outlet else Run("بلا مصدر"),
        Run(f"، {when or 'بلا تاريخ'}. "),
        _own(site),
        Run("، "),
        _own(url),
        Run(f" (اطُّلع عليه في {short_date(today)})."),
    ]


def _english(article: Article, url: str, site: str, today: date) -> list[Run]:
    before, after = ("[", "]") if article.title_derived else ("“", "”")
    signed = [_own(article.author.name), Run(". ")] if article.author else []
    day = article.published_on
    when = f"{_english_date(day, article.published_precision)}." if day else "n.d."
    return [
        *signed,
        Run(before),
        _own(article.title),
        Run(f"{after} [in Arabic]. "),
        _own(article.outlet.name) if article.outlet else Run("Unknown outlet"),
        Run(f", {when} "),
        _own(site),
        Run(", "),
        _own(url),
        Run(f" (accessed {_english_date(today, 'day')})."),
    ]


def _english_date(day: date, precision: str) -> str:
    month = f"{_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    by_precision = {"year": str(day.year), "month": month}
    return by_precision.get(precision, f"{day.day} {month}")
