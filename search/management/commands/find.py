"""``manage.py find``: search the archive from a terminal or a script."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.models import Author, Outlet, Section
from articles.models.catalogue import Heading
from search.engine import find_articles
from search.language.request import SearchRequest, Sort
from search.notices import notice_text
from search.plans import headings_named
from search.results import Hit, ResultsPage


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"not a date like 2017-03-22: {text}") from error


class Command(BaseCommand):
    """Find articles; the query is in the language of the search page."""

    help = "Find articles; the query is in the language of the search page."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the query and what narrows it."""
        parser.add_argument("query")
        for name in ("outlet", "section", "author"):
            parser.add_argument(
                f"--{name}", action="append", default=[], metavar="NAME"
            )
        parser.add_argument("--since", type=_day, metavar="2014-01-31")
        parser.add_argument("--until", type=_day, metavar="2016-12-31")
        parser.add_argument(
            "--sort", choices=[str(sort) for sort in Sort], default=str(Sort.RELEVANCE)
        )
        parser.add_argument("--start", type=int, default=0)
        parser.add_argument("--limit", type=int, default=20)
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search and print."""
        if options["start"] < 0 or options["limit"] < 0:
            raise CommandError("--start and --limit count from 0")
        request = SearchRequest(
            text=options["query"],
            outlets=_slugs(Outlet, options["outlet"]),
            sections=_slugs(Section, options["section"]),
            authors=_slugs(Author, options["author"]),
            since=options["since"],
            until=options["until"],
            sort=Sort(options["sort"]),
            start=options["start"],
            limit=options["limit"],
        )
        page = find_articles(request)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(page), ensure_ascii=False))
        else:
            self._print(page)

    def _print(self, page: ResultsPage) -> None:
        for notice in page.notices:
            self.stdout.write(f"* {notice_text(notice)}")
        if page.reserve:
            self.stdout.write("* " + _("بحث احتياطي: الفهرس غير متاح الآن."))
        self.stdout.write(_("عدد النتائج: %(total)d") % {"total": page.total})
        for hit in page.hits:
            article = hit.article
            about = (article.outlet and article.outlet.name, article.published_iso)
            self.stdout.write(f"\n[{article.pk}] {article.title}")
            self.stdout.write("    " + " | ".join(part for part in about if part))
            self.stdout.write("    " + hit.snippet.terminal)


def _slugs(model: type[Heading], names: list[str]) -> tuple[str, ...]:
    """Give the slugs of headings by name, in any spelling, or by slug."""
    slugs = [slug for name in names for slug in headings_named(model, name)]
    # A name that nothing bears must find nothing, not everything.
    return tuple(slugs) or tuple(names)


def _as_json(page: ResultsPage) -> dict[str, Any]:
    return {
        "total": page.total,
        "hits": [_hit(hit) for hit in page.hits],
        "facets": {
            name: [{"value": value.label, "count": value.count} for value in values]
            for name, values in page.facets.items()
        },
        "notices": [notice_text(notice) for notice in page.notices],
        "reserve": page.reserve,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    article = hit.article
    return {
        "id": article.pk,
        "title": article.title,
        "outlet": article.outlet.name if article.outlet else None,
        "published": article.published_iso or None,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.plain,
    }
