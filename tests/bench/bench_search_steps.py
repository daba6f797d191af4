"""The steps of the search benchmark, each a process: make articles, index, ask, load.

    python -m tests.bench.bench_search_steps make|index|ask|load FOLDER SIZE|CONTENDER

The last line printed is one JSON object with what was measured.
"""

from __future__ import annotations

import json
import os
import sys
import time
import warnings
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import django

warnings.filterwarnings("ignore", module="whoosh")
django.setup()

from articles.models import Article, Outlet, Section, Status  # noqa: E402
from tests.bench.bench_search_contenders import contender  # noqa: E402
from tests.bench.bench_search_pages import (  # noqa: E402
    middle_and_worst,
    resident,
    times_of_pages,
)
from tests.bench.bench_search_questions import (  # noqa: E402
    KINDS,
    Question,
    invented,
    questions,
    varied,
    vocabulary_of,
)
from tests.bench.convert_corpus import articles_of  # noqa: E402

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
SAMPLES = Path(__file__).parents[1] / "samples" / "raw"
SAMPLED = 2_000
FIRST_DAY = date(2012, 3, 1)


def make(folder: Path, size: str) -> dict[str, Any]:
    """Fill a database with articles and write the questions beside it."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, stdout=sys.stderr)
    outlets = [Outlet.objects.create(name=f"صحيفة {n}", slug=f"o{n}") for n in range(9)]
    sections = [Section.objects.create(name=f"قسم {n}", slug=f"s{n}") for n in range(6)]
    texts = islice(_texts(), int(size))
    batch = []
    for at, (title, body) in enumerate(texts):
        batch.append(
            Article(
                title=title[:300],
                body=body,
                outlet=outlets[at * at % 9],
                section=sections[at % 6],
                published_on=FIRST_DAY + timedelta(days=at * 37 % 2100),
                published_precision="day",
                status=Status.PUBLISHED,
                word_count=len(body.split()),
            )
        )
        if len(batch) == 2000:
            Article.objects.bulk_create(batch)
            batch = []
    Article.objects.bulk_create(batch)
    sample = list(
        Article.objects.order_by("pk").values_list("body", flat=True)[:SAMPLED]
    )
    asked = questions(sample, [outlet.slug for outlet in outlets])
    (folder / "questions.json").write_text(json.dumps(asked))
    return {}


def _texts() -> Any:
    real = os.environ.get("REAL_DATA")
    if real:
        rows = articles_of(Path(real) / CORPUS)
        return varied([(row["title"], row["text"]) for row in rows if row["text"]])
    paths = sorted(SAMPLES.glob("*.txt"))
    return invented(vocabulary_of(path.read_text("utf-8") for path in paths))


def index(folder: Path, name: str) -> dict[str, Any]:
    """Index all articles; give how many in a second of one processor, and how large
    the index is."""
    measured = contender(name, folder)
    measured.prepare()
    start = time.process_time()
    articles = measured.index()
    spent = time.process_time() - start
    measured.complete()
    size = sum(p.stat().st_size for p in measured.folder.rglob("*") if p.is_file())
    return {"rate": articles / spent, "megabytes": size / 1e6}


def ask(folder: Path, name: str) -> dict[str, Any]:
    """Ask the questions of each variant named on a line of the standard input.

    Give p50 and p95 by kind, in milliseconds of one processor, and the resident memory
    after.
    """
    measured = contender(name, folder)
    asked = _questions(folder)
    measured.ask(asked[0])  # opens the index
    times: dict[str, list[float]] = {}
    for line in sys.stdin:
        first = int(line) * len(KINDS)
        for question in asked[first : first + len(KINDS)]:
            start = time.process_time()
            measured.ask(question)
            spent = time.process_time() - start
            times.setdefault(question.kind, []).append(spent * 1000)
        print(flush=True)
    return {
        "times": {kind: middle_and_worst(spent) for kind, spent in times.items()},
        "memory": resident("self"),
    }


def _questions(folder: Path) -> list[Question]:
    rows = json.loads((folder / "questions.json").read_text())
    return [Question(**row) for row in rows]


def load(folder: Path, name: str) -> dict[str, Any]:
    """Ask for whole pages through gunicorn; give p50 and p95 by kind of page, in
    milliseconds as a reader waits, and the resident memory of the web worker."""
    times, memory = times_of_pages(_questions(folder), Article.objects.count())
    return {"times": times, "memory": memory}


if __name__ == "__main__":
    step, where, argument = sys.argv[1:4]
    steps = {"make": make, "index": index, "ask": ask, "load": load}
    print(json.dumps(steps[step](Path(where), argument)))
