"""Writes articles and their captures into a WARC file."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.captures.warc_export import warc_of_query
from articles.models import Article
from articles.models.catalogue import name_key


class Command(BaseCommand):
    """``manage.py export_warc FILE [--outlet --since --until --ids --public]``.

    The whole archive by default, drafts and withdrawn articles among it; ``ingest``
    reads the file back.
    """

    help = "يكتب المقالات ونسخها المحفوظة في ملف WARC يُقرأ بالأمر ingest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write, and what."""
        parser.add_argument("file", type=Path, metavar="FILE.warc.gz")
        parser.add_argument("--outlet", default="", help="مقالات هذا المصدر وحده")
        parser.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--ids", nargs="+", type=int, metavar="ID")
        parser.add_argument("--public", action="store_true", help="المنشور وحده")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write beside the file, then put it in its place whole."""
        articles = Article.objects.all()
        if options["public"]:
            articles = articles.public()
        if options["outlet"]:
            articles = articles.filter(outlet__key=name_key(options["outlet"]))
        if options["since"]:
            articles = articles.filter(published_on__gte=options["since"])
        if options["until"]:
            articles = articles.filter(published_on__lte=options["until"])
        if options["ids"]:
            articles = articles.filter(pk__in=options["ids"])
        path: Path = options["file"]
        beside = path.with_name(path.name + ".part")
        try:
            with beside.open("wb") as file:
                for record in warc_of_query(articles):
                    file.write(record)
            beside.replace(path)
        except OSError as fault:
            beside.unlink(missing_ok=True)
            raise CommandError(f"تعذرت كتابة {path}: {fault.strerror}") from fault
        self.stdout.write(f"{path}: {articles.count()} مقال")
