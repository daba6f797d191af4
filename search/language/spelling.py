"""Words that are one slip away from a word."""

from __future__ import annotations

ALPHABET = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The letters that folded Arabic words are made of."""


SHORTEST = 4
"""A shorter word is one slip away from too many others."""


def neighbours(word: str) -> list[str]:
    """Give ``word`` and every word one letter more, less, other or swapped away.

    A word of less than ``SHORTEST`` letters has no neighbours but itself.

    >>> "بغداد" in neighbours("بغدد")
    True
    """
    if len(word) < SHORTEST:
        return [word]
    alphabet = ALPHABET if word[:1] >= "\u0600" else "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    swapped = {
        left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1
    }
    other = {
        left + char + right[1:] for left, right in cuts if right for char in alphabet
    }
    more = {left + char + right for left, right in cuts for char in alphabet}
    return [word, *sorted((less | swapped | other | more) - {word})]
