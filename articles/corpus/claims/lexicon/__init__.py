"""Words that tell the scope of a number: what befell, of what, when, in what sense.

A row of a table is a sense and the words that tell it. Words are compared folded and
without the article and the letters glued before them.
"""

from articles.corpus.claims.lexicon.course import (
    BECAME,
    EXCEEDED,
    EXCEEDED_ON,
    FALLEN,
    FELL_SHORT,
    FORECASTS,
    INCREASES,
    NEGATIONS,
    NOW,
    ORDINALS,
    PERIODS,
    REACHED,
    REVISED,
    RISEN,
    SINCE,
    SO_FAR,
    SPANS,
)
from articles.corpus.claims.lexicon.deeds import CAUSES, DEEDS, GROWING, STATES
from articles.corpus.claims.lexicon.forms import bare, sense_in
from articles.corpus.claims.lexicon.sources import ACCORDING, BY, OPPOSED, SOURCES
from articles.corpus.claims.lexicon.things import (
    FACILITIES,
    OTHERS,
    PARTS,
    PERSONS,
    STANCES,
    TOPICS,
    VOLATILE,
)
from articles.corpus.claims.lexicon.words import FUNCTION, HEADS, WHERE

__all__ = [
    "ACCORDING",
    "BECAME",
    "BY",
    "CAUSES",
    "DEEDS",
    "EXCEEDED",
    "EXCEEDED_ON",
    "FACILITIES",
    "FALLEN",
    "FELL_SHORT",
    "FORECASTS",
    "FUNCTION",
    "GROWING",
    "HEADS",
    "INCREASES",
    "NEGATIONS",
    "NOW",
    "OPPOSED",
    "ORDINALS",
    "OTHERS",
    "PARTS",
    "PERIODS",
    "PERSONS",
    "REACHED",
    "REVISED",
    "RISEN",
    "SINCE",
    "SOURCES",
    "SO_FAR",
    "SPANS",
    "STANCES",
    "STATES",
    "TOPICS",
    "VOLATILE",
    "WHERE",
    "bare",
    "sense_in",
]
