"""Measures how many average articles (250 words) a second one core reads.

    REAL_DATA=folder python -m tests.bench.bench_extract [ARTICLES]

Parse, figures and names are timed together and apart, in processor time.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from articles.corpus.figures import extract_figures
from articles.corpus.names import extract_names
from articles.corpus.raw_article import parse_article
from tests.bench.convert_corpus import articles_of, raw_text

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
WORDS = 250
WARM_UP = 50


def main(articles: int = 1000) -> None:
    """Print the speed of each step and of all together."""
    rows = articles_of(Path(os.environ["REAL_DATA"]) / CORPUS)
    texts = [raw_text(row) for row in islice(rows, articles)]
    day = date(2017, 1, 1)
    steps: dict[str, Callable[[str], Any]] = {
        "parse": parse_article,
        "figures": lambda text: extract_figures(text, day),
        "names": extract_names,
    }
    averages = sum(len(text.split()) for text in texts) / WORDS
    total = 0.0
    for name, step in steps.items():
        for text in texts[:WARM_UP]:
            step(text)
        start = time.process_time()
        for text in texts:
            step(text)
        spent = time.process_time() - start
        total += spent
        print(f"{name:8} {spent / averages * 1000:6.3f} ms an article")  # noqa: T201
    print(f"together {averages / total:6.0f} articles a second and core")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
