"""A text as shingles, and the few of them it is looked up by.

A text is taken as its content words (folded; short and very frequent words left out),
three after another making a shingle (Broder, "On the resemblance and containment of
documents", 1997). Numbers are no part of shingles: a reprint may change one, while the
price list of another day has yesterday's words and other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from articles.corpus.words import DIGITS, WORD, folded_pieces

Hashes = npt.NDArray[np.uint64]

SKETCH_VERSION = 1
"""Raised whenever a text may get another sketch: then all are made again."""

SHINGLE_WORDS = 3
SHORTEST_WORD = 3

SAMPLED = 8
"""One shingle of so many is in the sketch of a text, whatever its length."""
FEWEST_SAMPLED = 12
MOST_SAMPLED = 1_024
LEAST_SHARED = 0.12
"""What share of the smaller sketch two copies have in common at least."""

_HIGHEST = (1 << 64) - 1
_KEPT_PIECES = 200_000
_LONGEST_KEPT = 40
_FREQUENT = frozenset(
    word for line in (".join( ( , , , , ) ).split(",) for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as the hashes of its content words, its shingles and its numbers.

    ``shingles[i]`` is of the words from ``i`` to ``i + SHINGLE_WORDS``; ``ordered`` are
    the same hashes by size. ``numbers`` are digits as folded, each with how many
    content words stand before it. ``digest`` is the same for texts of the same words
    and numbers in the same order.
    """

    words: Hashes
    shingles: Hashes
    ordered: Hashes
    numbers: tuple[tuple[str, int], ...]
    digest: str


def shingle(text: str) -> Shingled:
    """Read the body of an article (headlines are rewritten) as shingles.

    >>> shingle("عادَ أهالي المرفأ").digest == shingle("عاد أهالى المرفأ.").digest
    True
    """
    read = list(map(_READ.__getitem__, _TOLD.findall(text)))
    if not read:
        read = [_BLANK]
    told, values, are_digits = zip(*read, strict=True)
    every = np.array(values, dtype=np.uint64)
    content = every != 0
    words = every[content]
    numbers: tuple[tuple[str, int], ...] = ()
    if True in are_digits:
        before = np.cumsum(content).tolist()
        numbers = tuple(
            (told[at], before[at])
            for at, is_digits in enumerate(are_digits)
            if is_digits
        )
    shingles = _mixed(words)
    return Shingled(words, shingles, np.sort(shingles), numbers, _digest(told))


def _digest(told: Iterable[str]) -> str:
    joined = " ".join(told).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=16).hexdigest()


class _Readings(dict[str, tuple[str, int, bool]]):
    """What was read of words and numbers: the folded form, the hash of a content word
    (the same in every process), 0 for other pieces, and whether it is a number."""

    def __missing__(self, piece: str) -> tuple[str, int, bool]:
        ((folded, kind),) = folded_pieces(piece)
        value = 0
        if kind == "word" and len(folded) >= SHORTEST_WORD and folded not in _FREQUENT:
            data = folded.encode("utf-8", "surrogatepass")
            value = int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
        if len(self) >= _KEPT_PIECES:
            self.clear()
        if len(piece) < _LONGEST_KEPT:
            self[piece] = folded, value, kind == "digits"
        return folded, value, kind == "digits"


_TOLD = re.compile(f"{WORD}|{DIGITS}")
_READ = _Readings()
_BLANK = ("", 0, False)
"""What a text without a word reads as."""


def _mixed(words: Hashes) -> Hashes:
    """Hash each run of words, by the finalizer of SplitMix64 (S. Vigna)."""
    count = max(len(words) - SHINGLE_WORDS + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE_WORDS):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + words[step : step + count]
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


def sketch(text: Shingled) -> list[int]:
    """Give the hashes a text is looked up by, 31 bits each.

    Shingles are picked by their hash alone, the lowest eighth: the same ones in every
    text, so that a short text is found inside a long one too (scaled MinHash: Irber and
    others, "Lightweight compositional analysis of metagenomes with FracMinHash", 2022).
    Short texts take the lowest twelve, very long ones no more than about a thousand.
    """
    ordered = _once(text.ordered)
    sampled = int(np.searchsorted(ordered, np.uint64(_HIGHEST // SAMPLED)))
    count = min(max(sampled, FEWEST_SAMPLED), MOST_SAMPLED)
    picked: list[int] = _once(ordered[:count] >> np.uint64(33)).tolist()
    return picked


def _once(ordered: Hashes) -> Hashes:
    """Leave every value of a sorted array in it once."""
    is_new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]


def enough_shared(shared: int, size: int) -> bool:
    """Tell whether two texts that share so many hashes are worth comparing.

    ``size`` is that of the smaller sketch. Of 2,076 planted copies, those both cut and
    paraphrased among them, seven share less than this.
    """
    return shared >= max(min(2, size), LEAST_SHARED * size)
