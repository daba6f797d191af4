"""Finds the copies of articles that were not looked at yet, or of all."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.changes import batch
from articles.models import Article, Cluster, Reprint
from articles.reprints import keep, waiting
from articles.reprints.hash_rows import chunks
from articles.reprints.keeping import BATCH


class Command(BaseCommand):
    """``manage.py reprints [--rebuild]``: what editors decided stays.

    Every batch is a transaction: stopped, it goes on where it was, called again.
    """

    help = "يبحث عن إعادات النشر في ما لم يُفحص من المقالات، أو فيها كلها."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """By default only what has no sketch of the present version is looked at."""
        parser.add_argument("--rebuild", action="store_true", help="كل المقالات")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at the articles batch by batch and tell how far it is."""
        articles = Article.objects.order_by("pk") if options["rebuild"] else waiting()
        ids = list(articles.values_list("pk", flat=True))
        done, start = 0, time.monotonic()
        with batch():
            for some in chunks(ids, BATCH):
                keep(Article.objects.filter(pk__in=some).order_by("pk"))
                done += len(some)
                rate = done / max(time.monotonic() - start, 0.001)
                self.stdout.write(f"[{done}/{len(ids)}] {rate:.0f} في الثانية")
        self.stdout.write(
            f"روابط: {Reprint.objects.count()} — أخبار أعيد نشرها: "
            f"{Cluster.objects.count()}"
        )
