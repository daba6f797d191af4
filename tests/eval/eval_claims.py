"""Prints how well pairs of claims are judged, and changes along reprints are found.

    python -m tests.eval.eval_claims [--wrong]

``--wrong`` prints each pair that is judged otherwise than labelled.
"""

from __future__ import annotations

import argparse
import sys

from articles.corpus.claims import Relation
from tests.eval import claim_pairs, planted_changes


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    for name, path in (
        ("seen", claim_pairs.SEEN),
        ("held out", claim_pairs.HELD_OUT),
        ("fresh", claim_pairs.FRESH),
        *((f"blind {n}", path) for n, path in enumerate(claim_pairs.BLIND, 1)),
    ):
        counts, wrong = claim_pairs.score(path)
        print(f"\npairs {name}: {counts['right']} right of {counts['pairs']}")
        print(f"  conflicts where scope differs: {counts['false_conflicts']}")
        for label in Relation:
            row = counts[f"{label} right"], counts[f"{label} pairs"]
            print(f"  {label:12} {row[0]:4} of {row[1]}")
        for pair, found in wrong if options.wrong else ():
            told = f"{found.relation} {[*found.because]}" if found else "not read"
            print(f"  {pair.label} judged {told}\n    {pair.first}\n    {pair.second}")
    texts = list(planted_changes.invented_texts())
    for seed in (1, 2, 3):
        counts, told = planted_changes.score(planted_changes.plant(texts, 60, seed))
        print(
            f"\nplanting {seed}: {counts['found']} found of {counts['planted']},"
            f" false {counts['false']}"
        )
        for line in told if options.wrong else ():
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
