"""The public pages of articles, one module a noun."""

from articles.views.about import about, robots
from articles.views.article import article, card
from articles.views.capture import original
from articles.views.compare import compare
from articles.views.dates import browse, day, month, undated, year
from articles.views.figures import figure, report_figure
from articles.views.headings import author, authors, section, sections
from articles.views.home import home
from articles.views.method import method_figures
from articles.views.names import (
    organisation,
    organisations,
    people,
    person,
    place,
    places,
)
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
    "figure",
    "home",
    "method_figures",
    "month",
    "organisation",
    "organisations",
    "original",
    "outlet",
    "outlet_month",
    "outlet_year",
    "outlets",
    "people",
    "person",
    "place",
    "places",
    "report_figure",
    "robots",
    "section",
    "sections",
    "undated",
    "unknown_outlet",
    "year",
]
