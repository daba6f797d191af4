"""The public pages of articles, one module a noun."""

from articles.views.about import about, keyboard, robots
from articles.views.article import article, card
from articles.views.capture import attachment, original
from articles.views.captures import capture, captures, compare_captures
from articles.views.changes import changes
from articles.views.compare import compare
from articles.views.dates import browse, day, month, on_day, today, undated, year
from articles.views.exports import export, export_file, manifest
from articles.views.figures import figure, report_figure
from articles.views.headings import author, authors, section, sections
from articles.views.home import home, latest
from articles.views.memento import timegate, timemap, web, web_at
from articles.views.method import method_claims, method_figures
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
    outlet_months,
    outlet_year,
    outlets,
    unknown_outlet,
)

__all__ = [
    "about",
    "article",
    "attachment",
    "author",
    "authors",
    "browse",
    "capture",
    "captures",
    "card",
    "changes",
    "compare",
    "compare_captures",
    "day",
    "export",
    "export_file",
    "figure",
    "home",
    "keyboard",
    "latest",
    "manifest",
    "method_claims",
    "method_figures",
    "month",
    "on_day",
    "organisation",
    "organisations",
    "original",
    "outlet",
    "outlet_month",
    "outlet_months",
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
    "timegate",
    "timemap",
    "today",
    "undated",
    "unknown_outlet",
    "web",
    "web_at",
    "year",
]
