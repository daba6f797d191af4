"""Where a line stands in its text: above it, inside it, below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

_LONGEST_HEADLINE = 22
_SHORTEST_SENTENCE = 6
_CLOSING = " \t\u00a0»\"”’')]\u200e\u200f"


class Place(StrEnum):
    """Where a line stands, seen from the paragraphs of the text."""

    ABOVE = "above"
    INSIDE = "inside"
    BELOW = "below"


PLACE_LABELS: dict[Place, str] = {
    Place.ABOVE: "فوق النص",
    Place.INSIDE: "بين فقراته",
    Place.BELOW: "تحته",
}
"""The places as an editor sees them; the desk passes them through gettext."""


def is_sentence(text: str) -> bool:
    """Tell whether a line ends with a full stop and has the words of a sentence.

    Headlines end with other signs, too: «هل عاد الماء إلى الحي؟».
    """
    signs = text.rstrip(_CLOSING)[-2:]
    closed = signs.endswith(".") and signs != ".."
    return closed and text.count(" ") + 1 >= _SHORTEST_SENTENCE


def find_place(
    lines: Sequence[str], returns: Callable[[int], bool]
) -> Callable[[int], Place] | None:
    """Give what tells the place of a line, by its index; None of a text without one.

    ``returns`` tells the lines that are no part of the text for sure.
    """
    own = [at for at in range(len(lines)) if not returns(at)]
    prose = [
        at
        for at in own
        if lines[at].count(" ") >= _LONGEST_HEADLINE or is_sentence(lines[at])
    ]
    if not prose:
        if not own:
            return None
        prose = [max(own, key=lambda at: len(lines[at]))]
    first, last = prose[0], prose[-1]

    def place(at: int) -> Place:
        if at < first:
            return Place.ABOVE
        return Place.BELOW if at > last else Place.INSIDE

    return place
