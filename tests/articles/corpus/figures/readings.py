"""What a figure says, in short, for the tables of the tests."""

from datetime import date
from decimal import Decimal

from articles.corpus.figures import extract_figures

PUBLISHED = date(2017, 3, 22)


def read(text):
    """Give (words, kind, value, unit, noun) of each figure; a range has two values."""
    return [
        (figure.text, str(figure.kind), _plain(figure.value), figure.unit, figure.noun)
        for figure in extract_figures(text, PUBLISHED)
    ]


def _plain(value):
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return round(float(value), 3) if isinstance(value, Decimal) else value
