"""``manage.py export_articles``: a search or a list into a file, without a limit."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict
from django.utils import timezone

from articles.exports.columns import COLUMNS, chosen_columns
from articles.exports.formats import ArticleFormat, Export, write_articles
from articles.forms.export import ExportForm
from articles.models import Article
from search.engine import find_hits
from search.forms import SearchForm
from search.language.request import Sort

LISTS = ("outlet", "section", "author", "since", "until", "period", "name", "ids")
SEARCHES = ("outlet", "section", "author", "since", "until", "sort")


class Command(BaseCommand):
    """Write published articles into a file: those of a search, or those of a list."""

    help = (
        "Write published articles into FILE: the hits of QUERY in their order, or "
        "without one what the filters keep, the newest first. FILE may be - ."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, the query and what the address of a page would say."""
        endings = ", ".join(f".{form.ending}" for form in ArticleFormat)
        parser.add_argument("file", metavar="FILE", help=f"ends in {endings}")
        parser.add_argument("query", nargs="?", default="", metavar="QUERY")
        parser.add_argument("--format", choices=[str(form) for form in ArticleFormat])
        parser.add_argument("--columns", default="", help=",".join(COLUMNS))
        for name in ("outlet", "section", "author"):
            parser.add_argument(f"--{name}", default="", metavar="SLUG")
        for name in ("since", "until"):
            parser.add_argument(f"--{name}", default="", metavar="2014-01-31")
        parser.add_argument("--period", default="", metavar="2014-08")
        parser.add_argument("--name", default="", help="a person, place, organisation")
        parser.add_argument("--ids", default="", metavar="4,8,15")
        parser.add_argument("--sort", default="", choices=[str(sort) for sort in Sort])

    def handle(self, *args: Any, **options: Any) -> None:
        """Choose, then write beside the file and put it in its place whole."""
        form = _format(options["format"], options["file"])
        try:
            columns = chosen_columns([options["columns"]])
        except ValueError as unknown:
            raise CommandError(f"no such column: {unknown}") from unknown
        ids = _found(options) if options["query"].strip() else _listed(options)
        export = Export(ids, columns, timezone.localdate(), _address)
        _write(options["file"], write_articles(export, form))
        self.stderr.write(f"{options['file']}: {len(ids)}")


def _format(named: str | None, file: str) -> ArticleFormat:
    if named:
        return ArticleFormat(named)
    for form in ArticleFormat:
        if file.endswith(f".{form.ending}"):
            return form
    raise CommandError("--format, or a FILE whose ending says it")


def _found(options: dict[str, Any]) -> list[int]:
    for name in set(LISTS) - set(SEARCHES):
        if options[name]:
            raise CommandError(f"--{name} is for lists: it takes no QUERY")
    form = SearchForm(_address_of(options, SEARCHES, q=options["query"]))
    if not form.is_valid():
        raise CommandError(_complaints(form.errors))
    answer = find_hits(form.request())
    if answer.reserve:
        raise CommandError("the index can't answer: manage.py reindex")
    return [pk for pk, _score in answer.found.hits]


def _listed(options: dict[str, Any]) -> list[int]:
    form = ExportForm(_address_of(options, LISTS))
    if not form.is_valid():
        raise CommandError(_complaints(form.errors))
    articles = form.chosen(Article.objects.public())
    return list(articles.newest().values_list("pk", flat=True))


def _address_of(
    options: dict[str, Any], names: Iterable[str], **more: str
) -> QueryDict:
    said = {name: options[name] for name in names if options[name]} | more
    return QueryDict(urlencode(said))


def _complaints(errors: Any) -> str:
    return "; ".join(f"{name}: {' '.join(told)}" for name, told in errors.items())


def _address(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _write(file: str, chunks: Iterable[bytes]) -> None:
    if file == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        return
    path = Path(file)
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as out:
            out.writelines(chunks)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise CommandError(f"{path}: {fault.strerror}") from fault
