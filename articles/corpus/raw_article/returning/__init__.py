"""Lines that return in the articles of one outlet: what it prints on every page.

No table foresees how an outlet words its notices, but it words them alike each time.
``returning_lines`` learns them from many texts, ``cut_returning`` cuts them from one.
"""

from articles.corpus.raw_article.returning.cutting import cut_returning
from articles.corpus.raw_article.returning.learning import (
    LEAST_TEXTS,
    Example,
    OutletText,
    ReturningLine,
    returning_lines,
)
from articles.corpus.raw_article.returning.places import PLACE_LABELS, Place
from articles.corpus.raw_article.returning.shapes import lead_shape, shape_of

__all__ = [
    "LEAST_TEXTS",
    "PLACE_LABELS",
    "Example",
    "OutletText",
    "Place",
    "ReturningLine",
    "cut_returning",
    "lead_shape",
    "returning_lines",
    "shape_of",
]
