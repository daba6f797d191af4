"""Reads stored articles again from their captures."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from articles.changes import batch
from articles.corpus import PARSER_VERSION
from articles.ingest import Result
from articles.models import Article, Outlet
from articles.models.catalogue import name_key
from articles.querysets import ArticleQuerySet
from articles.storing.rereading import Rereading, read_again


class Command(BaseCommand):
    """``manage.py reparse``: an editor's corrections stay.

    ``--all``, ``--outlet NAME`` and ``--ids 1,2,3`` choose articles; ``--dry-run``
    stores nothing; ``--report FILE`` tells what changes, one JSON line an article.
    """

    help = "يعيد قراءة المقالات من نسخها المحفوظة، ويُبقي تصحيحات المحررين."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """By default only what an older parser read is read again."""
        parser.add_argument("--all", action="store_true", help="كل المقالات")
        parser.add_argument("--outlet", default="", help="مقالات مصدر، بأي إملاء")
        parser.add_argument("--ids", default="", help="أرقام المقالات، بينها فواصل")
        parser.add_argument("--dry-run", action="store_true", help="لا يُحفظ شيء")
        parser.add_argument("--report", type=Path, help="ملف ما تغير، JSON Lines")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read again, one transaction an article, and tell what changed."""
        ids = list(_chosen(options).order_by("id").values_list("id", flat=True))
        counts: Counter[Result] = Counter()
        with ExitStack() as stack:
            stack.enter_context(batch())
            report: IO[str] | None = None
            if options["report"]:
                opened = options["report"].open("w", encoding="utf-8")
                report = stack.enter_context(opened)
            readings = read_again(ids, dry_run=options["dry_run"])
            for done, reading in enumerate(readings, start=1):
                counts[reading.result] += 1
                _write(report, reading)
                if options["json"]:
                    told = {"id": reading.article.pk, "outcome": reading.result.value}
                    self.stdout.write(json.dumps(told))
                elif done % 100 == 0 or done == len(ids):
                    self.stdout.write(f"[{done}/{len(ids)}] {dict(counts)}")
        if not ids and not options["json"]:
            self.stdout.write("كل المقالات مقروءة بالإصدار الحالي.")


def _write(report: IO[str] | None, reading: Rereading) -> None:
    told = reading.fields or reading.figures or reading.reason
    if report and (told or reading.result is not Result.UNCHANGED):
        report.write(json.dumps(reading.as_json(), ensure_ascii=False) + "\n")


def _chosen(options: dict[str, Any]) -> ArticleQuerySet:
    articles = Article.objects.filter(captures__isnull=False).distinct()
    if options["ids"]:
        try:
            articles = articles.filter(pk__in=map(int, options["ids"].split(",")))
        except ValueError as fault:
            raise CommandError("--ids: أرقام بينها فواصل، مثل 3,5,8") from fault
    if options["outlet"]:
        outlet = Outlet.known(name_key(options["outlet"])[:120])
        if outlet is None:
            raise CommandError(f"لا مصدر بهذا الاسم: {options['outlet']}")
        articles = articles.filter(outlet=outlet)
    if not (options["all"] or options["ids"] or options["outlet"]):
        articles = articles.filter(parser_version__lt=PARSER_VERSION)
    return articles
