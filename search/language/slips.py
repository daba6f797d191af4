"""What a reader may have meant: words a slip or two away, likely slips being cheap.

A letter taken for one of the same shape (ب ت ث ن ي, ج ح خ …) or of the same sound
(ض ظ, ذ ز …) is half a slip; any other letter wrong, missing, added or swapped is one.
Words are folded, so أ and ا, ة and ه, ى and ي are no slips at all.
"""

from __future__ import annotations

from itertools import combinations

from search.language.spelling import neighbours

LIKE_SHAPES = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كل", "وء")
"""Letters that differ by dots or a stroke."""

LIKE_SOUNDS = ("ضظد", "ذز", "ثس", "صس", "طت", "قكغ", "هت", "حه", "ءع")
"""Letters that writers of dialects and readers of endings confuse."""

HALF_A_SLIP = 0.5

_LIKE: dict[str, set[str]] = {}
for _letters in (*LIKE_SHAPES, *LIKE_SOUNDS):
    for _letter in _letters:
        _LIKE.setdefault(_letter, set()).update(set(_letters) - {_letter})


def candidates(word: str) -> list[str]:
    """Give the words that ``word`` may be a slip of: one slip, or two half ones.

    >>> "نازحين" in candidates("نازجين"), "حزب" in candidates("جرب")
    (True, True)
    """
    near = dict.fromkeys(neighbours(word))
    at_place = [sorted(_LIKE.get(letter, ())) for letter in word]
    for place, letters in enumerate(at_place):
        near |= dict.fromkeys(_with(word, place, letter) for letter in letters)
    for first, second in combinations(range(len(word)), 2):
        near |= dict.fromkeys(
            _with(_with(word, first, one), second, other)
            for one in at_place[first]
            for other in at_place[second]
        )
    near.pop(word, None)
    return list(near)


def _with(word: str, place: int, letter: str) -> str:
    return word[:place] + letter + word[place + 1 :]


def slips(word: str, other: str) -> float:
    """Count the slips between two folded words (Damerau and Levenshtein, weighted).

    >>> slips("نازجين", "نازحين"), slips("بغدد", "بغداد"), slips("هدنه", "هدنه")
    (0.5, 1.0, 0.0)
    """
    before: list[float] = []
    row = [float(column) for column in range(len(other) + 1)]
    for at, letter in enumerate(word):
        above, row = row, [at + 1.0]
        for column, there in enumerate(other):
            best = min(
                above[column] + _change(letter, there),
                above[column + 1] + 1,
                row[column] + 1,
            )
            if at and column and letter == other[column - 1] and there == word[at - 1]:
                best = min(best, before[column - 1] + 1)
            row.append(best)
        before = above
    return row[-1]


def _change(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return HALF_A_SLIP if other in _LIKE.get(letter, ()) else 1.0
