"""Brings raw texts into the archive."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from articles.changes import batch
from articles.ingest import Outcome, Result, Wishes, ingest
from articles.outcomes import outcome_json
from articles.readers.files import files_under, read_files

BATCH = 2_000
RESULT_LABELS = {
    Result.CREATED: "أضيف",
    Result.UPDATED: "حُدّث",
    Result.UNCHANGED: "لم يتغير",
    Result.REJECTED: "رُفض",
}


class Command(BaseCommand):
    """``manage.py ingest PATH… [--outlet NAME] [--dry-run] [--json]``.

    Exit code 1 if anything was rejected; what could be stored is stored all the same.
    """

    help = "يدخل النصوص الخام (ملفات أو مجلدات) إلى الأرشيف."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to read and how to tell of it."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--outlet", default="", help="المصدر لكل النصوص")
        parser.add_argument("--dry-run", action="store_true", help="اعرض ولا تحفظ")
        parser.add_argument("--json", action="store_true", help="سطر JSON لكل مقال")

    def handle(self, *args: Any, **options: Any) -> None:
        """Store every text and report each as soon as it is done."""
        files = files_under(options["paths"])
        wishes = Wishes(
            outlet=options["outlet"], dry_run=options["dry_run"], trusted=True
        )
        counts: Counter[Result] = Counter()
        outcomes = ingest(read_files(files), wishes)
        done = -1
        while counts.total() > done:
            done = counts.total()
            with batch():  # the index follows in steps, while the rest is still read
                for outcome in islice(outcomes, BATCH):
                    counts[outcome.result] += 1
                    self._tell(outcome, counts.total(), len(files), options["json"])
        if not options["json"]:
            told = (f"{RESULT_LABELS[result]}: {counts[result]}" for result in Result)
            self.stdout.write(" — ".join(told))
        if counts[Result.REJECTED]:
            sys.exit(1)

    def _tell(self, outcome: Outcome, done: int, total: int, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(outcome_json(outcome), ensure_ascii=False))
            return
        title = outcome.article.title if outcome.article else outcome.reason
        label = RESULT_LABELS[outcome.result]
        copies = ", ".join(str(copy.article_id) for copy in outcome.copies)
        warning = f" — نسخ منه في الأرشيف: {copies}" if copies else ""
        self.stdout.write(
            f"[{done}/{total}] {label}: {outcome.source} — {title}{warning}"
        )
