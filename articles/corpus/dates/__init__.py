"""Reads dates in Arabic news: five month systems, Hijri, digits, words, relative days.

``find_dates`` gives every date of a text as a ``DateMention``; ``read_stamp`` finds
the time of publication in a header line. The words stand in ``months.py`` and
``lexicon.py``.
"""

from articles.corpus.dates.finder import find_dates
from articles.corpus.dates.mention import (
    Calendar,
    DateMention,
    Kind,
    Part,
    Precision,
    Stamp,
)
from articles.corpus.dates.stamps import read_stamp

__all__ = [
    "Calendar",
    "DateMention",
    "Kind",
    "Part",
    "Precision",
    "Stamp",
    "find_dates",
    "read_stamp",
]
