"""The public pages of articles, one module a noun."""

from articles.views.about import about, robots
from articles.views.article import article, card
from articles.views.capture import original
from articles.views.compare import compare
from articles.views.dates import browse, day, month, undated, year
from articles.views.headings import author, authors, section, sections
from articles.views.home import home
from articles.views.method import method_figures
from articles.views.outlets import (
    outlet,
    outlet_month,
    outlet_year,
    outlets,
    unknown_outlet,
)

__all__ = [
    "about",
    "article",
    "author",
    "authors",
    "browse",
    "card",
    "compare",
    "day",
    "home",
    "method_figures",
    "month",
    "original",
    "outlet",
    "outlet_month",
    "outlet_year",
    "outlets",
    "robots",
    "section",
    "sections",
    "undated",
    "unknown_outlet",
    "year",
]
