"""Writes editors' verdicts on figures as a gold set."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from articles.editing.gold import gold_documents

SCHEMA = (
    "offsets are 0-based Unicode code points of the document's text, end exclusive; "
    "only figures that an editor ruled on"
)


class Command(BaseCommand):
    """``manage.py export_verdicts [FILE]``: JSON, to the screen without a file."""

    help = "يكتب ما حكم به المحررون في الأرقام مجموعةَ اختبار لقارئ الأرقام."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file to write."""
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the set; the file is there whole or not at all."""
        told = {"schema": SCHEMA, "docs": list(gold_documents())}
        text = json.dumps(told, ensure_ascii=False, indent=1)
        file: Path | None = options["file"]
        if file is None:
            self.stdout.write(text)
            return
        part = file.with_name(f"{file.name}.part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(file)
        self.stdout.write(f"{file}: {len(told['docs'])}")
