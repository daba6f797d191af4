"""Measures how many average articles (250 words) a second one core reads.

    REAL_DATA=folder python -m tests.bench.bench_extract [ARTICLES]

Parse, tokens, figures and names are timed apart and together, in processor time and
on articles not seen before; the tokens are cut once, as figures and names share them.
A busy machine is slow at everything: each step is set beside a loop of known work,
and the calibrated column tells what a free core would do.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

from articles.corpus.figures import extract_figures
from articles.corpus.names import extract_names
from articles.corpus.raw_article import parse_article
from articles.corpus.words import tokenize
from tests.bench.convert_corpus import articles_of, raw_text

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
WORDS = 250
WARM_UP = 1000
CHUNK = 100
DAY = date(2017, 1, 1)
LOOP = 1_000_000
LOOPS_A_SECOND = 20  # of LOOP turns each, on a free core of 2023


def slowness() -> float:
    """Tell how many times slower than a free core this one is just now."""
    start = time.process_time()
    turned = 0
    for turn in range(LOOP):
        turned += turn & 7
    return (time.process_time() - start) * LOOPS_A_SECOND


def read(text: str, spent: defaultdict[str, float]) -> None:
    """Read one text, and add the time of each step."""
    clock = time.process_time
    marks = [clock()]
    parse_article(text)
    marks.append(clock())
    tokens = tokenize(text)
    marks.append(clock())
    extract_figures(text, DAY, tokens=tokens)
    marks.append(clock())
    extract_names(text, tokens)
    marks.append(clock())
    for name, (start, end) in zip(STEPS, pairwise(marks), strict=True):
        spent[name] += end - start


STEPS = ("parse", "tokens", "figures", "names")


def main(articles: int = 1000) -> None:
    """Print the speed of each step and of all together."""
    rows = articles_of(Path(os.environ["REAL_DATA"]) / CORPUS)
    texts = [raw_text(row) for row in islice(rows, WARM_UP + articles)]
    for text in texts[:WARM_UP]:
        read(text, defaultdict(float))
    measured = texts[WARM_UP:]
    averages = sum(len(text.split()) for text in measured) / WORDS
    spent: defaultdict[str, float] = defaultdict(float)
    calibrated: defaultdict[str, float] = defaultdict(float)
    for first in range(0, len(measured), CHUNK):
        now: defaultdict[str, float] = defaultdict(float)
        before = slowness()
        for text in measured[first : first + CHUNK]:
            read(text, now)
        factor = (before + slowness()) / 2
        for name, seconds in now.items():
            spent[name] += seconds
            calibrated[name] += seconds / factor
    for name in STEPS:
        times = (spent[name], calibrated[name])
        here, free = (1000 * seconds / averages for seconds in times)
        print(f"{name:8} {here:6.3f} ms an article, {free:6.3f} calibrated")
    here, free = (averages / sum(times.values()) for times in (spent, calibrated))
    print(f"together {here:6.0f} articles a second and core, {free:.0f} calibrated")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
