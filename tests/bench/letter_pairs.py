"""Writes ``articles/readers/letter_pairs.py`` from the sample archive.

    python -m tests.bench.letter_pairs > articles/readers/letter_pairs.py

One character says how often a letter follows another in news: ``0`` for never to ``9``
for most often, by the logarithm of the count with one added to each.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

LETTERS = " ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
SAMPLES = Path(__file__).parents[1] / "samples" / "raw"
STEPS = 9

HEADER = '''\
"""How often one Arabic letter follows another; ``tests.bench.letter_pairs`` wrote it.

Row and column follow ``LETTERS`` (the first stands for anything that is no letter);
``0`` is a pair that was never seen, ``9`` the most frequent after its first letter.
"""

LETTERS = "%s"

ROWS = (
%s
)
'''


def count_pairs() -> Counter[tuple[str, str]]:
    """Count neighbouring letters over the samples; all else is a blank."""
    pairs: Counter[tuple[str, str]] = Counter()
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text("utf-8")
        letters = [char if char in LETTERS else " " for char in text]
        pairs.update(pair for pair in pairwise(letters) if pair != (" ", " "))
    return pairs


def row(first: str, pairs: Counter[tuple[str, str]]) -> str:
    """Write one row of the table."""
    counts = [pairs[first, second] + 1 for second in LETTERS]
    top = math.log(max(counts)) or 1
    return "".join(str(round(STEPS * math.log(count) / top)) for count in counts)


def main() -> None:
    """Print the module."""
    pairs = count_pairs()
    rows = "\n".join(f'    "{row(first, pairs)}",' for first in LETTERS)
    print(HEADER % (LETTERS, rows), end="")


if __name__ == "__main__":
    main()
