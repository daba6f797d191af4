"""Reads stored articles again from their captures."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand

from articles.captures.reading import document_of
from articles.changes import batch
from articles.corpus import PARSER_VERSION
from articles.corpus.raw_article import RejectedText
from articles.ingest import Result, reread
from articles.models import Article
from articles.readers import RefusedFile


class Command(BaseCommand):
    """``manage.py reparse [--all] [--json]``: an editor's corrections stay."""

    help = "يعيد قراءة المقالات من نسخها المحفوظة، ويُبقي تصحيحات المحررين."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """By default only what an older parser read is read again."""
        parser.add_argument("--all", action="store_true", help="كل المقالات")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read again, one transaction an article, and tell what changed."""
        articles = Article.objects.filter(captures__isnull=False).distinct()
        if not options["all"]:
            articles = articles.filter(parser_version__lt=PARSER_VERSION)
        ids = list(articles.order_by("id").values_list("id", flat=True))
        counts: Counter[Result] = Counter()
        with batch():
            for done, pk in enumerate(ids, start=1):
                result = _reread(Article.objects.with_headings().get(pk=pk))
                counts[result] += 1
                if options["json"]:
                    self.stdout.write(json.dumps({"id": pk, "outcome": result.value}))
                elif done % 100 == 0 or done == len(ids):
                    self.stdout.write(f"[{done}/{len(ids)}] {dict(counts)}")
        if not ids and not options["json"]:
            self.stdout.write("كل المقالات مقروءة بالإصدار الحالي.")


def _reread(article: Article) -> Result:
    capture = article.captures.first()
    assert capture is not None  # the query asked for articles that have one
    document = document_of(capture)
    if isinstance(document, RefusedFile):
        return Result.REJECTED
    try:
        return reread(article, document)
    except RejectedText:
        return Result.REJECTED
