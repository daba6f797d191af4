"""Scale words: ألف، مليون، مليار … in every case, number and usual misspelling."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.number_words import Clitic, with_clitics


class Form(IntEnum):
    SINGULAR = 0
    PLURAL = 1
    DUAL = 2
    ACCUSATIVE = 3  # «70 ألفا», but «ألفا شخص» is the dual before its noun


class Scale(NamedTuple):
    value: int
    form: Form
    clitic: Clitic


# value: singular forms | plural forms. بليون is 10^9 in Arabic news.
_SCALES = {
    10**3: "ألف | آلاف ألوف ألاف",
    10**6: "مليون ملون ميلون مليـون | ملايين",
    10**9: "مليار بليون مليغار ميليار | مليارات بلايين ملايير ميليارات",
    10**12: "تريليون ترليون تيرليون | تريليونات ترليونات",
    10**15: "كوادريليون كدريليون | كوادريليونات",
    10**18: "كوينتيليون كوينتليون | كوينتيليونات",
    10**21: "سكستيليون سكستليون | سكستيليونات",
}
_SINGULAR_ENDINGS = (
    ("", Form.SINGULAR),
    ("ا", Form.ACCUSATIVE),
    ("ان", Form.DUAL),
    ("ين", Form.DUAL),
    ("ي", Form.DUAL),
)


def _table() -> dict[str, Scale]:
    table = {}
    for value, row in _SCALES.items():
        singular, plural = row.split("|")
        forms = [(word, Form.PLURAL) for word in plural.split()]
        for word in singular.split():
            forms += [(fold(word) + end, form) for end, form in _SINGULAR_ENDINGS]
        for spelling, form in forms:
            for word, clitic in with_clitics(spelling):
                if clitic.definite and spelling.endswith("ي"):
                    continue  # «الألفي» is an adjective: a construct has no article
                table[word] = Scale(value, form, clitic)
    return table


SCALES = _table()


def multiplies(scale: Scale) -> bool:
    """Tell «7 ملايين» from «7 مليوني», two numbers, and from «7 لمليون»."""
    bare = not scale.clitic.letters and not scale.clitic.definite
    return bare and scale.form is not Form.DUAL
