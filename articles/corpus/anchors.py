"""Words of a text found again after the text has changed.

A quote is kept with the words around it and its offset, as in the TextQuoteSelector and
TextPositionSelector of the W3C Web Annotation Data Model (2017, 4.2.4 and 4.2.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CONTEXT = 40
"""Code points kept on each side of a quote."""

_ENOUGH = 16
"""So many code points of quote and context together must be found unchanged: «12»
alone stands anywhere."""

_BLANKS = re.compile(r"\s+")


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands before and after ``text[start:end]``.

    >>> context_of("عادت 180 عائلة", 5, 8)
    ('عادت ', ' عائلة')
    """
    return text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def find_anchor(
    text: str, quote: str, start: int, before: str, after: str
) -> int | None:
    """Find where ``quote`` stands now that once stood at ``start``; None if it is gone.

    Of several places the one with the most context in common is meant, of equals the
    nearest. A place whose surroundings are all new, or where the quote is a piece of a
    longer word or number, is another one. Blanks may change.

    >>> find_anchor("أمس عادت 180 عائلة", "180", 5, "عادت ", " عائلة")
    9
    """
    best: tuple[int, int] | None = None
    found = None
    wanted = min(_ENOUGH, len(quote) + len(_squeezed(before)) + len(_squeezed(after)))
    for at in _places(text, quote, before, after):
        common = _common(text, at, at + len(quote), before, after)
        if common + len(quote) < wanted:
            continue
        rank = (common, -abs(at - start))
        if best is None or rank > best:
            best, found = rank, at
    return found


def _places(text: str, quote: str, before: str, after: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        # «12» of «2012» is no place of «12», but «عائلة» of «والعائلة» may be one.
        glued = _glued(text[max(at - 1, 0) : at], quote[0]) and not _glued(
            before[-1:], quote[0]
        )
        glued |= _glued(text[end : end + 1], quote[-1]) and not _glued(
            after[:1], quote[-1]
        )
        if not glued:
            yield at
        at = text.find(quote, at + 1)


def _glued(one: str, other: str) -> bool:
    return (one.isdigit() and other.isdigit()) or (one.isalpha() and other.isalpha())


def _common(text: str, start: int, end: int, before: str, after: str) -> int:
    """Count the code points of the context that stand unbroken around a place."""
    # Twice the length leaves room for blanks that are new.
    there = _squeezed(text[max(start - 2 * CONTEXT, 0) : start])
    following = _squeezed(text[end : end + 2 * CONTEXT])
    return _same(there[::-1], _squeezed(before)[::-1]) + _same(
        following, _squeezed(after)
    )


def _same(one: str, other: str) -> int:
    count = 0
    for letter, twin in zip(one, other, strict=False):
        if letter != twin:
            break
        count += 1
    return count


def _squeezed(text: str) -> str:
    return _BLANKS.sub(" ", text)
