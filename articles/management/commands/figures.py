"""Shows the figures and names that a text file holds, and stores nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.corpus.figures import Figure, extract_figures
from articles.corpus.names import Entity, extract_names
from articles.corpus.raw_article import RejectedText, parse_article


class Command(BaseCommand):
    """``manage.py figures FILE… [--published DATE] [--country CC] [--json]``.

    The whole file is read as it stands, so that every offset is a code point of the
    decoded file, the byte order mark and the line ends included.
    """

    help = "يعرض أرقام النص وأسماءه كما يقرؤها الأرشيف، ولا يحفظ شيئا."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the files, and what the texts themselves may not say."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--published",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="يوم النشر إن لم يكن في النص",
        )
        parser.add_argument("--country", help="بلد المصدر، مثل SA: لعملة بلا اسم بلد")
        parser.add_argument("--json", action="store_true", help="اكتب JSON بدل الجدول")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read each file and print its figures."""
        documents = []
        for path in options["files"]:
            text = _decoded(path)
            day = options["published"] or _published_on(text)
            figures = extract_figures(text, day, options["country"])
            if options["json"]:
                documents.append(_document(path, day, figures, extract_names(text)))
            else:
                self._print_table(path, day, figures)
        if options["json"]:
            self.stdout.write(json.dumps({"docs": documents}, ensure_ascii=False))

    def _print_table(self, path: Path, day: date | None, figures: list[Figure]) -> None:
        self.stdout.write(f"{path.name} ({day or '—'}): {len(figures)}")
        for figure in figures:
            plain = figure.as_json()
            value = plain["iso"] if plain["value"] is None else plain["value"]
            cells = (
                f"{figure.start}-{figure.end}",
                figure.kind,
                "≥" + str(plain["value_min"]) if figure.vague else value,
                figure.unit,
                figure.modifier,
                figure.noun,
                figure.text.replace("\n", " "),
                figure.claimant and figure.claimant.name,
            )
            self.stdout.write("\t".join("—" if c is None else str(c) for c in cells))


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}") from error


def _published_on(text: str) -> date | None:
    """Give the day that the text says it was published on."""
    try:
        published = parse_article(text).published
    except RejectedText:
        return None
    return published.date() if isinstance(published, datetime) else published


def _document(
    path: Path, day: date | None, figures: list[Figure], names: list[Entity]
) -> dict[str, Any]:
    return {
        "file": path.name,
        "published": day.isoformat() if day else None,
        "figures": [figure.as_json() for figure in figures],
        "entities": [
            {
                "type": str(name.type),
                "name": name.name,
                "title": name.title,
                "mentions": [
                    {"start": mention.start, "end": mention.end}
                    for mention in name.mentions
                ],
            }
            for name in names
        ],
    }
