"""Which words are of one root: «أنتجت» and «إنتاج», «المشردين» and «تشرد»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from articles.corpus.figures.nouns import singular

_ARTICLES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_PARTICLES = ("و", "ف", "ب", "ل", "ك", "س")
_ENDINGS = (
    *("اتها", "اتهم", "تهم", "تها", "يين", "يون", "يات"),
    *("يه", "ات", "ان", "ين", "ون", "ها", "هم", "هن", "وا", "نا", "ته"),
    *("ه", "ت", "ا", "ي"),
)
_PATTERNS = ("است", "مست", "يست", "تست", "مت", "ان", "يت", "تت", "م", "ت", "ي", "ا")
_SHORTEST = 3
_WEAK = dict.fromkeys(map(ord, "اويهةء"), "")


def strong_letters(word: str) -> str:
    """Give the letters of a folded word that its plurals keep.

    >>> strong_letters("سله"), strong_letters("سلال")
    ('سل', 'سل')
    """
    return "".join(letter for letter, _ in groupby(word.translate(_WEAK)))


@lru_cache(maxsize=32_768)
def roots_of(word: str) -> frozenset[str]:
    """Give what a folded word may be without all that grammar adds to it.

    None need be its true root; words that share one are likely about one thing.

    >>> roots_of("انتجت") & roots_of("انتاج") & roots_of("المنتجات")
    frozenset({'نتج'})
    >>> bool(roots_of("المشردين") & roots_of("شردتهم") & roots_of("تشرد"))
    True
    """
    found = {strong_letters(stem) for stem in _stems(word)}
    long = {root for root in found if len(root) >= _SHORTEST}
    return frozenset(long or found)


def _stems(word: str) -> Iterator[str]:
    """Give the word without article and ending, each pattern and a particle cut."""
    bare = _without_end(singular(_without_start(word, _ARTICLES)))
    whole = _without_end(word)  # «إلغاء» has no article
    for form in {bare, whole, _without_start(whole, _PARTICLES)}:
        yield form
        for pattern in _PATTERNS:
            if form.startswith(pattern) and len(form) - len(pattern) >= _SHORTEST:
                yield form[len(pattern) :]


def _without_start(word: str, parts: tuple[str, ...]) -> str:
    for part in parts:
        if word.startswith(part) and len(word) - len(part) >= _SHORTEST:
            return word[len(part) :]
    return word


def _without_end(word: str) -> str:
    for part in _ENDINGS:
        if word.endswith(part) and len(word) - len(part) >= _SHORTEST:
            return word[: -len(part)]
    return word
