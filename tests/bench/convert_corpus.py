"""Writes a JSON-lines corpus as the raw texts a scraper would have left.

    python -m tests.bench.convert_corpus corpus.jsonl.gz FOLDER [LIMIT]

One text file an article: section, title, date and body as lines of the file, the
outlet's name as its signature, so that `manage.py ingest FOLDER` reads real volume.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SECTIONS = {
    "culture": "ثقافة",
    "diverse": "متفرقات",
    "economy": "اقتصاد",
    "internationalNews": "أخبار دولية",
    "localNews": "أخبار محلية",
    "politic": "سياسة",
    "society": "مجتمع",
    "sport": "رياضة",
    "technology": "تكنولوجيا",
}


def articles_of(path: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of a corpus, packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def raw_text(row: dict[str, Any]) -> str:
    """Lay one article out as a scraped page."""
    day, clock = ".".join(reversed(row["date"][:10].split("-"))), row["date"][11:16]
    stamp = f"{day} | {clock}" if clock else day
    section = SECTIONS.get(row["category"], row["category"])
    lines = [section, row["title"], stamp, row["text"], row.get("outlet_ar", "")]
    return "\n\n".join(line for line in lines if line) + "\n"


def main(corpus: Path, folder: Path, limit: int | None = None) -> None:
    """Write the texts and say how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for row in islice(articles_of(corpus), limit):
        name = f"{written:06d}.txt"
        (folder / name).write_text(raw_text(row), encoding="utf-8")
        written += 1
    print(f"{written} texts in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:4]))
