"""An article as bibliographies know it; each format of references writes this."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from articles.exports.cells import clean_text
from articles.models import Article

_SPACES = re.compile(r"\s+")
# What steers the direction of text would steer that of the bibliography around it.
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of an article, every text one line; "" for what is not.

    ``key`` never changes, whatever editors mend. ``date_parts`` are year, month, day as
    far as the text tells them: none for an undated article. ``url`` is the article's
    page in the archive, ``source_url`` the outlet's own.
    """

    key: str
    title: str
    author: str
    outlet: str
    section: str
    place: str
    agency: str
    date_parts: tuple[int, ...]
    language: str
    url: str
    source_url: str
    archive: str
    accessed: date
    title_derived: bool

    @property
    def iso_date(self) -> str:
        """Write a known date as exactly as it is known: ``2014-08-05``, ``2014-08``."""
        year, *rest = self.date_parts or (0,)
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def reference_of(article: Article, *, url: str, accessed: date) -> Reference:
    """Describe an article whose outlet, section and author were fetched."""
    return Reference(
        key=f"article{article.pk}",
        title=one_line(article.title) or "بلا عنوان",
        author=one_line(article.author.name if article.author else article.byline),
        outlet=one_line(article.outlet.name if article.outlet else ""),
        section=one_line(article.section.name if article.section else ""),
        place=one_line(article.dateline_place),
        agency=one_line(article.agency),
        date_parts=date_parts(article),
        language=article.language,
        url=url,
        source_url=one_line(article.url),
        archive=settings.SITE_NAME,
        accessed=accessed,
        title_derived=article.title_derived,
    )


def date_parts(article: Article) -> tuple[int, ...]:
    """Give year, month and day of publication as far as they are known."""
    day = article.published_on
    if day is None:
        return ()
    known = {"year": 1, "month": 2}.get(article.published_precision, 3)
    return (day.year, day.month, day.day)[:known]


def one_line(text: str) -> str:
    """Put a text on one line, without what files of text can't hold or what turns it.

    >>> one_line("هدنة \\n قصيرة\\x00")
    'هدنة قصيرة'
    """
    return _SPACES.sub(" ", _DIRECTIONS.sub("", clean_text(text))).strip()
