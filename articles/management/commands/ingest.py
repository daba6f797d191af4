"""Brings raw texts into the archive."""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from articles.changes import batch
from articles.ingest import Outcome, Result, Wishes, ingest
from articles.models import ColumnProfile
from articles.outlets.learned_rereading import reread_waiting
from articles.readers.files import files_under, read_files
from articles.readers.tables import ColumnChoice
from articles.storing.outcomes import outcome_json
from articles.uploads.columns import choice_from

BATCH = 2_000
RESULT_LABELS = {
    Result.CREATED: "أضيف",
    Result.UPDATED: "حُدّث",
    Result.UNCHANGED: "لم يتغير",
    Result.REJECTED: "رُفض",
}


class Command(BaseCommand):
    """``manage.py ingest PATH… [--outlet NAME] [--profile NAME] [--dry-run]``.

    Exit code 1 if anything was rejected; what could be stored is stored all the same.
    """

    help = "يدخل النصوص الخام (ملفات أو مجلدات) إلى الأرشيف."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to read and how to tell of it."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--outlet", default="", help="المصدر لكل النصوص")
        parser.add_argument("--profile", default="", help="خريطة أعمدة الجداول باسمها")
        parser.add_argument("--dry-run", action="store_true", help="اعرض ولا تحفظ")
        parser.add_argument("--json", action="store_true", help="سطر JSON لكل مقال")

    def handle(self, *args: Any, **options: Any) -> None:
        """Store every text and report each as soon as it is done."""
        files = files_under(options["paths"])
        wishes = Wishes(
            outlet=options["outlet"], dry_run=options["dry_run"], trusted=True
        )
        counts: Counter[Result] = Counter()
        bar = Progress(sys.stderr, len(files))
        columns = _columns(options["profile"])
        outcomes = ingest(read_files(bar.through(files), columns), wishes)
        done = -1
        while counts.total() > done:
            done = counts.total()
            with batch():  # the index follows in steps, while the rest is still read
                for outcome in islice(outcomes, BATCH):
                    counts[outcome.result] += 1
                    bar.clear()
                    self._tell(outcome, counts.total(), len(files), options["json"])
                    bar.draw(counts.total())
        if not wishes.dry_run:
            _read_first_ones_again()
        bar.clear()
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


class Progress:
    """A bar on the last line of a terminal; nothing at all where there is none."""

    WIDTH = 30
    EVERY_SECONDS = 0.1

    def __init__(self, stream: TextIO, files: int) -> None:
        self._stream = stream
        self._files = files
        self._done_files = 0
        self._began = self._drawn_at = time.monotonic()
        self._on = stream.isatty()
        self._shown = False

    def through(self, files: Iterable[Path]) -> Iterator[Path]:
        """Give the files, counting those that are done."""
        for file in files:
            yield file
            self._done_files += 1

    def draw(self, articles: int) -> None:
        """Show how far it got, not more often than an eye can follow."""
        now = time.monotonic()
        if not self._on or now - self._drawn_at < self.EVERY_SECONDS:
            return
        self._drawn_at = now
        filled = self.WIDTH * self._done_files // max(1, self._files)
        bar = "█" * filled + "░" * (self.WIDTH - filled)
        speed = articles / max(now - self._began, 0.001)
        told = f"{bar} {self._done_files}/{self._files} · {articles} · {speed:.0f}/s"
        self._stream.write(f"\r\x1b[K{told}")
        self._stream.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the bar away, to make room for a line."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False


def _read_first_ones_again() -> None:
    """Read again what came before its outlet's pages were known."""
    while reread_waiting():
        pass


def _columns(profile: str) -> ColumnChoice | None:
    """Give the columns kept under a name; raise ``CommandError`` for no such name."""
    if not profile:
        return None
    try:
        return choice_from(ColumnProfile.objects.get(name=profile))
    except ColumnProfile.DoesNotExist:
        names = ColumnProfile.objects.values_list("name", flat=True)
        known = "، ".join(names) or "—"
        raise CommandError(
            f"لا خريطة أعمدة باسم «{profile}». المحفوظ منها: {known}"
        ) from None
