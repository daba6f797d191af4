"""Plurals that somebody owns: «كتبه», «أبنائها», «لاعبيهم»."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.figures.noun_forms import KNOWN_NOUNS, SINGULAR_OF
from articles.corpus.figures.nouns import singular
from articles.corpus.figures.source import Source

_OWNERS = ("هما", "ها", "هم", "هن", "كم", "نا", "ه")
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


class Owned(NamedTuple):
    """A plural without its owner, and the letters that stand before it."""

    plural: str
    letters: int


def owned_plural(source: Source, at: int) -> Owned | None:
    """Read the plural at token ``at`` that a pronoun owns.

    >>> owned_plural(Source.of("ولأبنائها"), 0)
    Owned(plural='أبناء', letters=2)
    """
    word, written = source.words[at], strip_marks(source.tokens[at].text)
    if written.endswith("ة"):
        return None  # «فرقة» is no «فرقه»
    for known, clitic, owner in product((True, False), _CLITICS, _OWNERS):
        if not (word.startswith(clitic) and word.endswith(owner)):
            continue
        stem = written[len(clitic) : -len(owner)]
        plural = _known_plural(stem) if known else _sound_plural(stem)
        if plural:
            return Owned(plural, len(clitic))
    return None


def _known_plural(stem: str) -> str | None:
    """Give a plural of a known noun as it stands where nobody owns it."""
    folded = fold(stem)
    if folded in SINGULAR_OF:
        return stem
    if folded.endswith(("و", "ي")):
        if folded[:-1] + "ء" in SINGULAR_OF:  # «أبنائه», «أبناؤه»
            return stem[:-1] + "ء"
        return stem + "ن" if singular(folded + "ن") in KNOWN_NOUNS else None
    of_known = folded.endswith("ات") and singular(folded) in KNOWN_NOUNS
    return stem if of_known else None


def _sound_plural(stem: str) -> str | None:
    """Tell «روايات» of «رواياته» from «مبارات» of «مباراته»."""
    folded = fold(stem)
    if len(folded) < 5 or not folded.endswith("ات"):
        return None
    return None if folded[:-2] + "اه" in KNOWN_NOUNS else stem
