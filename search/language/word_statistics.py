"""How strongly words belong together, or to one part of an archive. Pure numbers."""

from __future__ import annotations

from math import log, log2


def log_dice(together: float, first: float, second: float) -> float:
    """Tell how exclusively two words stand beside each other, 14 at most.

    Rychlý, "A Lexicographer-Friendly Association Score" (RASLAN 2008):
    14 + log2(2·f(xy) / (f(x) + f(y))). One more means twice as strong; the size of the
    archive plays no part.

    >>> log_dice(10, 10, 10), log_dice(5, 10, 10)
    (14.0, 13.0)
    """
    return 14 + log2(2 * together / (first + second))


def log_likelihood(here: float, size: float, there: float, other_size: float) -> float:
    """Tell how surely a word is not as frequent in one text as in another, 0 or more.

    ``here`` of the ``size`` words of one text are the word, ``there`` of
    ``other_size`` of the other. All four cells of the table count: Dunning, "Accurate
    Methods for the Statistics of Surprise and Coincidence" (1993). Above 15.13 chance
    explains it in one case of 10,000 at most.

    >>> log_likelihood(10, 100, 10, 100)
    0.0
    """
    share = (here + there) / (size + other_size)
    cells = (
        (here, size * share),
        (there, other_size * share),
        (size - here, size * (1 - share)),
        (other_size - there, other_size * (1 - share)),
    )
    total = sum(seen * log(seen / due) for seen, due in cells if seen > 0 and due > 0)
    return max(0.0, 2 * total)


def percent_difference(
    here: float, size: float, there: float, other_size: float
) -> float | None:
    """Tell how much more frequent a word is here than there, in percent; None where it
    never stands there.

    Gabrielatos and Marchi, "Keyness: Matching metrics to definitions" (2012).

    >>> percent_difference(30, 1000, 10, 1000)
    200.0
    """
    if not there:
        return None
    return 100 * (here / size - there / other_size) / (there / other_size)
