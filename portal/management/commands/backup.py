"""Writes the whole archive into one file, while it is in use."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.backups.databases import DatabaseFault
from portal.backups.retention import backup_name, prune
from portal.backups.writing import write_backup


class Command(BaseCommand):
    """``manage.py backup FILE|FOLDER [--prune]``.

    Into a folder the file is named by the time; ``--prune`` then keeps of the files so
    named 7 days, 4 weeks and 12 months. Exit code 1 where captures are lost or damaged:
    the backup is made all the same.
    """

    help = "ينسخ الأرشيف كله في ملف واحد: قاعدة البيانات والنسخ المحفوظة وبصماتها."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and whether older ones go."""
        parser.add_argument("file", type=Path, metavar="FILE|FOLDER")
        parser.add_argument(
            "--prune", action="store_true", help="أبقِ 7 أيام و4 أسابيع و12 شهرا"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, then prune."""
        path: Path = options["file"]
        if path.is_dir():
            path = path / backup_name(timezone.now())
        try:
            manifest = write_backup(path)
        except OSError as fault:
            raise CommandError(f"تعذرت كتابة {path}: {fault.strerror}") from fault
        except DatabaseFault as fault:
            raise CommandError(str(fault)) from fault
        counts = manifest.counts
        self.stdout.write(
            f"{path}: {counts['articles']} مقال، {counts['captures']} نسخة محفوظة،"
            f" {path.stat().st_size} بايت"
        )
        if options["prune"]:
            for gone in prune(path.parent):
                self.stdout.write(f"حُذف: {gone.name}")
        for sha256 in manifest.missing:
            self.stderr.write(f"نسخة محفوظة مفقودة أو تالفة: {sha256}")
        if manifest.missing:
            sys.exit(1)
