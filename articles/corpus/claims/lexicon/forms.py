"""Words as tables hold them: folded, without what is glued before them."""

from __future__ import annotations

from collections.abc import Iterator

from articles.corpus.arabic import fold

_GLUED = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_SHORTEST = 3


def bare(word: str) -> list[str]:
    """Give a folded word and what is left of it without what may be glued before.

    >>> bare("والحريق")
    ['والحريق', 'حريق', 'الحريق']
    """
    cut = [word.removeprefix(glued) for glued in _GLUED if word.startswith(glued)]
    return [word, *(rest for rest in cut if len(rest) >= _SHORTEST)]


def senses(rows: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        sense, _, words = row.partition(":")
        table |= {fold(word): sense.strip() for word in words.split()}
    return table


def sense_in(table: dict[str, str], word: str) -> str:
    """Give the sense of a folded word in a table, "" if it has none."""
    for form in bare(word):
        for stem in (form, *_stems(form)):
            if stem in table:
                return table[stem]
    return ""


_ENDINGS = ("وا", "ها", "هم", "هن", "ون", "ين", "ت", "ن", "ا")


def _stems(word: str) -> Iterator[str]:
    """Give what is left of a word without its person and its owner.

    >>> list(_stems("دمرتها")), list(_stems("يخطف"))
    (['دمرت', 'دمر'], ['خطف', 'خطف'])
    """
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
            if stem.endswith("ت") and len(stem) > _SHORTEST:
                yield stem[:-1]
            break
    if word[0] in "يت" and len(word) > _SHORTEST:
        yield word[1:]
        yield word[1:].removesuffix("ون")
