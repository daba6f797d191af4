"""Near copies: what a text is looked up by, and whether two texts are one report."""

from articles.corpus.reprints.comparison import Comparison, Likeness, compare
from articles.corpus.reprints.grouping import Link, Member, group
from articles.corpus.reprints.shingles import (
    SKETCH_VERSION,
    Shingled,
    enough_shared,
    shingle,
    sketch,
)

__all__ = [
    "SKETCH_VERSION",
    "Comparison",
    "Likeness",
    "Link",
    "Member",
    "Shingled",
    "compare",
    "enough_shared",
    "group",
    "shingle",
    "sketch",
]
