"""Brings the archive back from a backup."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from portal.backups.databases import DatabaseFault
from portal.backups.restoring import Backup, BackupRefused
from search.indexing.rebuilding import rebuild


class Command(BaseCommand):
    """``manage.py restore FILE [--force] [--check]``; the site must not be running.

    Every byte of the file is checked before anything is touched. Then the files are
    put in place, the database last; older tables are migrated and the index is built.
    """

    help = "يستعيد الأرشيف من نسخة احتياطية في مجلد فارغ، بعد فحصها كلها."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and how sure."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--force", action="store_true", help="وإن كان في المجلد أرشيف"
        )
        parser.add_argument(
            "--check", action="store_true", help="افحص الملف ولا تستعد شيئا"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, restore, migrate, index."""
        try:
            backup = Backup.checked(options["file"])
            told = backup.manifest
            self.stdout.write(
                f"النسخة سليمة: {told.created_at}، {told.counts['articles']} مقال،"
                f" {len(told.members)} ملف."
            )
            if options["check"]:
                return
            aside = backup.restore(force=options["force"])
        except BackupRefused as refused:
            raise CommandError(str(refused)) from refused
        except DatabaseFault as fault:
            raise CommandError(str(fault)) from fault
        except OSError as fault:
            raise CommandError(f"{options['file']}: {fault.strerror}") from fault
        connection.close()
        call_command("migrate", verbosity=0)
        count = rebuild(anew=True)
        if aside:
            self.stdout.write(f"قاعدة البيانات السابقة في {aside}")
        self.stdout.write(f"استُعيد الأرشيف وفُهرس: {count} مقال منشور.")
