"""``manage.py reindex``: build the index anew beside the one in use, then switch."""

from __future__ import annotations

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search.indexing.rebuilding import reason_to_rebuild, rebuild


class Command(BaseCommand):
    """Rebuild the search index from the database; searching goes on meanwhile."""

    help = "Rebuild the search index from the database; searching goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--if-needed`` and ``--anew``."""
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only where the index is missing, damaged, of another version or "
            "differs from the database",
        )
        parser.add_argument(
            "--anew",
            action="store_true",
            help="don't go on with a rebuild that was interrupted: begin at the first",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, counting as it goes."""
        if options["if_needed"] and not reason_to_rebuild():
            self.stdout.write(_("الفهرس صالح ومطابق لقاعدة البيانات."))
            return
        self._since: tuple[int, float] | None = None
        done = rebuild(self._progress, anew=options["anew"])
        self.stdout.write(_("اكتمل الفهرس: %(count)d مقالًا.") % {"count": done})

    def _progress(self, done: int, total: int) -> None:
        self._since = first, begun = self._since or (done, monotonic())
        line = f"{done}/{total}"
        if first < done < total:
            seconds = (monotonic() - begun) / (done - first) * (total - done)
            line += " · " + _("بقي نحو %(seconds)d ث") % {"seconds": seconds}
        self.stdout.write(line)
        self.stdout.flush()
