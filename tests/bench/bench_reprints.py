"""Measures how fast copies are found while an archive grows.

    REAL_DATA=folder python -m tests.bench.bench_reprints [ARTICLES] [PLANTED]

Stores that many articles (the corpus, and variations of it in which half of the words
are other words of the corpus), one of PLANTED being a copy of an earlier one with a few
words changed, in batches of 500. Prints, for every tenth of the way, articles a second
in processor time: of storing them alone (the peer), and of keeping sketches, links and
clusters up to date; then the memory of the process and the size of the database. A busy
machine is slow at everything: the calibrated figure tells what a free core would do.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
BATCH = 500


def texts_of(bodies: list[str], planted: int, rnd: random.Random) -> Iterator[str]:
    """Give bodies without end: the corpus, then variations of it."""
    words = [word for body in bodies for word in body.split()]
    made = 0
    while True:
        for body in bodies:
            made += 1
            if made % planted == 0:
                yield _changed(rnd.choice(bodies), words, 0.05, rnd)
            elif made <= len(bodies):
                yield body
            else:
                yield _changed(body, words, 0.5, rnd)


def _changed(body: str, words: list[str], share: float, rnd: random.Random) -> str:
    return " ".join(
        rnd.choice(words) if rnd.random() < share else word for word in body.split()
    )


def main(articles: int = 100_000, planted: int = 20) -> None:
    """Store, keep, and tell how fast."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        _measure(articles, planted, Path(folder))


def _measure(articles: int, planted: int, folder: Path) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from articles.models import Article, Cluster, Reprint
    from articles.reprints import keep
    from tests.bench.bench_extract import slowness
    from tests.bench.convert_corpus import articles_of

    call_command("migrate", verbosity=0)
    rnd = random.Random(1)
    corpus = articles_of(Path(os.environ["REAL_DATA"]) / CORPUS)
    bodies = texts_of([row["text"] for row in corpus], planted, rnd)
    clock = time.process_time
    spent = dict.fromkeys(("storing", "keeping", "keeping, calibrated"), 0.0)
    step = max(articles // 10, BATCH)
    for done in range(BATCH, articles + 1, BATCH):
        rows = [_row(Article, body, rnd) for body in islice(bodies, BATCH)]
        before = slowness()
        with transaction.atomic():
            start = clock()
            Article.objects.bulk_create(rows)
            stored = clock()
            keep(rows)
            kept = clock()
        spent["storing"] += stored - start
        spent["keeping"] += kept - stored
        spent["keeping, calibrated"] += 2 * (kept - stored) / (before + slowness())
        if done % step == 0:
            rates = {name: step / seconds for name, seconds in spent.items()}
            told = ", ".join(f"{name} {rate:6.0f}" for name, rate in rates.items())
            print(f"{done:7} stored, a second: {told}", flush=True)
            spent = dict.fromkeys(spent, 0.0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (folder / "archive.sqlite3").stat().st_size / 1e6
    print(f"memory {memory:.0f} MB at most, database {size:.0f} MB")
    print(f"{Reprint.objects.count()} links, {Cluster.objects.count()} clusters")


def _row(article: type, body: str, rnd: random.Random) -> object:
    day = date(2014, 1, 1) + timedelta(days=rnd.randrange(1500))
    return article(
        title=body[:80], body=body, published_on=day, published_precision="day"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
