"""Tells the charset of Arabic bytes: do their letters follow each other as in news?

Every single-byte charset decodes every other one's bytes into Arabic letters, so the
letters alone tell nothing; their order does: «اسوي» and «الله» are equally valid bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from articles.readers.letter_pairs import LETTERS, ROWS

CHARSETS = ("cp1256", "iso8859-6", "cp720", "utf-16-le", "utf-16-be")
"""What Arabic text files are written in, beside UTF-8, the most usual first."""

LEAST_LETTERS = 72
"""Arabic letters that a guess needs; below this the editor is asked."""

_SAMPLE_BYTES = 32_768
_LEAST_SCORE = 6.0  # right readings of 80 letters reach 6.7, wrong ones stay below 5.4
_LEAST_LEAD = 1.0
_STRANGE = -6
_PAIRS = {
    first + second: int(step)
    for first, row in zip(LETTERS, ROWS, strict=True)
    for second, step in zip(LETTERS, row, strict=True)
}
_AS_LETTER = {char: char for char in LETTERS}
_USUAL_SIGNS = frozenset(
    "،؛؟٪«»“”‘’–—…٠١٢٣٤٥٦٧٨٩٫٬"
    "\u0640"  # ARABIC TATWEEL
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"  # FATHATAN .. SUKUN
    "\u200c\u200d\u200e\u200f\ufeff"  # joiners, marks of direction, BOM
)


@dataclass(frozen=True, slots=True)
class Guess:
    """One reading of the bytes: how Arabic it looks (up to 9), by how many letters."""

    charset: str
    score: float
    letters: int


def guesses(content: bytes) -> list[Guess]:
    """Give the readings that are possible, the most Arabic one first."""
    sample = content[:_SAMPLE_BYTES]
    found = [guess for name in CHARSETS if (guess := score(sample, name))]
    return sorted(found, key=lambda guess: -guess.score)


def score(content: bytes, charset: str) -> Guess | None:
    """Judge one reading of the bytes; None where they can't be read so."""
    if charset.startswith("utf-16"):
        content = content[: len(content) // 2 * 2]
    try:
        text = content.decode(charset)
    except UnicodeDecodeError:
        return None
    letters = [_AS_LETTER.get(char, " ") for char in text]
    arabic = len(letters) - letters.count(" ")
    pairs = [_PAIRS[a + b] for a, b in pairwise(letters) if a != " " or b != " "]
    strange = sum(_is_strange(char) for char in text)
    total = sum(pairs) + _STRANGE * strange
    return Guess(charset, total / max(1, len(pairs) + strange), arabic)


def _is_strange(char: str) -> bool:
    """Tell a character that news in Arabic hardly ever holds."""
    if char < "\x20":
        return char not in "\t\n\r\f\v"
    return char > "\x7e" and char not in _AS_LETTER and char not in _USUAL_SIGNS


def is_certain(found: list[Guess]) -> bool:
    """Tell whether the first guess is good enough to be acted on without asking."""
    if not found or found[0].letters < LEAST_LETTERS or found[0].score < _LEAST_SCORE:
        return False
    return len(found) < 2 or found[0].score - found[1].score >= _LEAST_LEAD
