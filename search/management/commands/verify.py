"""``manage.py verify``: hold the archive against itself."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search.indexing.verification import Check, mend_index, verify


class Command(BaseCommand):
    """Rows and index, captures and digests, figures and texts, changes that wait.

    Exit code 1 where anything is wrong. ``--mend`` brings the index back to the
    database first; captures and figures are only told of.
    """

    help = "يفحص الأرشيف: الفهرس وقاعدة البيانات، النسخ وبصماتها، الأرقام ومواضعها."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--json``, ``--mend`` and ``--quick``."""
        parser.add_argument("--json", action="store_true", help="JSON واحد")
        parser.add_argument("--mend", action="store_true", help="أصلح الفهرس")
        parser.add_argument(
            "--quick", action="store_true", help="بلا قراءة كل النسخ والأرقام"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Mend if asked to, check, tell."""
        mended = mend_index() if options["mend"] else 0
        checks = verify(quick=options["quick"])
        ok = all(check.ok for check in checks)
        if options["json"]:
            told = [asdict(check) | {"ok": check.ok} for check in checks]
            report = {"ok": ok, "mended": mended, "checks": told}
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            if options["mend"]:
                self.stdout.write(_("أُصلح في الفهرس: %d") % mended)
            for check in checks:
                self._tell(check)
        if not ok:
            sys.exit(1)

    def _tell(self, check: Check) -> None:
        verdict = _("سليم") if check.ok else _("خلل: %d") % check.count
        self.stdout.write(f"{check.label}: {verdict} ({check.checked})")
        for fault in check.faults:
            self.stdout.write(f"  - {fault}")
