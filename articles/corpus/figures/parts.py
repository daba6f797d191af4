"""Reads parts of a whole: «ثلثا السكان»، «نصف ساعة»، «3/4»."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.arabic import MARKS
from articles.corpus.figures.coefficients import follower
from articles.corpus.figures.counted import name_what_is_counted
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import (
    DAMMA,
    FRACTIONS,
    SHARES,
    read_fraction,
    vowel_of_share,
)
from articles.corpus.figures.modifiers import modifier_before
from articles.corpus.figures.noun_forms import SINGULAR_OF
from articles.corpus.figures.nouns import NEVER_NOUNS, read_noun
from articles.corpus.figures.number_words import NUMBER_WORDS
from articles.corpus.figures.numbers import read_number
from articles.corpus.figures.numerals import Follower
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import fraction_of_scale, read_quantity
from articles.corpus.figures.source import Source, starts_with_alef_lam
from articles.corpus.figures.units import PLURAL_UNITS, UNITS

_NO_WHOLES = folded_set(
    "نهائي النهائي نهائية سنوي سنوية شهرية شهري الكرة آلي آلية ماراثون ماراتون"
)


_LONGEST_ODDS = 10**9
_FAR_WHOLE = 6  # words from the part to its «كل»
_OWNERS = ("ها", "هم", "هن", "ته")
_BY = folded_set("بمقدار بنسبة بواقع بنحو بحوالي")
"""«انخفض بمقدار الثلث»: of what fell."""


def read_part(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a fraction of a scale, a unit or a whole: «نصف ساعة»، «ثلثا السكان»."""
    if source.words[at] in NUMBER_WORDS:
        if source.word(at + 1) not in FRACTIONS:
            return None
        if fraction_of_scale(source, at):  # «ثلاثة أرباع مليون»
            return read_number(source, at, country)
    elif read_quantity(source, at) is not None:
        return read_number(source, at, country)
    fraction = read_fraction(source, at)
    if fraction is None:
        return None
    value, end, clitic = fraction
    text_not_half = (
        source.words[end - 1].endswith("نص") and source.word(end) not in UNITS
    )
    told_by = source.word(at - 1) in _BY and source.same_line(at)
    told_by = told_by or modifier_before(source, at) is not None
    if source.word(end) in _NO_WHOLES or text_not_half:
        return None
    if clitic.definite and not told_by:
        return None
    start = source.after_letters(at, clitic.letters)
    draft = Draft(at, end, start, Kind.FRACTION, value, in_words=True)
    name_what_is_counted(source, draft, country)
    part = FRACTIONS.get(source.words[end - 1])
    of_whole = draft.noun is not None and _is_of_whole(source, end)
    of_whole = of_whole or clitic.definite or (part is not None and part.is_owned)
    if draft.unit or of_whole or source.is_all(at, end):
        return draft
    several = part is not None and (part.is_plural or part.value * 3 == 2)
    return draft if several else None  # «تسعة أعشار», «ثلثا»


def _is_of_whole(source: Source, at: int) -> bool:
    """Tell «السكان», «سكان البلاد», «سكان غزة» and «قيمته» from «نصف فوز»."""
    word = source.words[at]
    if word.startswith("ال") or word.endswith(_OWNERS):
        return True
    if not source.same_line(at + 1) or source.kind(at + 1) != "word":
        return False
    plural = word in SINGULAR_OF or (word.endswith("ات") and len(word) > 4)
    named = plural and source.words[at + 1] not in NEVER_NOUNS
    return named or starts_with_alef_lam(source.words[at + 1])


def _odds(source: Source, at: int) -> Draft | None:
    """Read «1 على 81»; before a noun («1 على 3 محاور») it is none."""
    if not (source.is_digits(at + 2) and source.same_line(at + 2)):
        return None
    if follower(source, at + 3) is not Follower.NOTHING:
        return None
    whole = source.words[at + 2]
    if not 1 < int(whole) <= _LONGEST_ODDS:
        return None
    start = source.tokens[at].start
    return Draft(at, at + 3, start, Kind.FRACTION, Decimal(1) / int(whole))


def read_one_in(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «واحد من كل خمسة»، «7 أشخاص من كل 10»: a part of those asked."""
    if "كل" not in source.words[at + 2 : at + _FAR_WHOLE]:
        return None
    part = read_quantity(source, at)
    if part is None:
        return None
    joint = part.end + (source.word(part.end) != "من")  # over the noun of the part
    if source.words[joint : joint + 2] != ["من", "كل"] or not source.same_line(joint):
        return None
    following = source.same_line(joint + 2)
    whole = read_quantity(source, joint + 2) if following else None
    if whole is None or not 0 < part.value < whole.value:
        return None
    share = part.value / whole.value
    draft = Draft(at, whole.end, part.start, Kind.FRACTION, share, in_words=True)
    noun = read_noun(source, whole.end)
    if noun:
        draft.name_noun(source, *noun)
        draft.extend_to(noun[1])
    return draft


def read_share(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «خُمس مقتنياتها», «خمس السكان».

    With another vowel («خَمس») or none these words are numbers, and «ثمن» a price;
    without one they are still fractions before a definite whole.
    """
    if fraction_of_scale(source, at):
        return read_number(source, at, country)
    share = SHARES[source.words[at]]
    start = source.after_letters(at, share.clitic.letters)
    vowel = vowel_of_share(source, at, share)
    told = vowel == DAMMA
    is_number = vowel != "" and vowel in MARKS
    is_price = share.value * 8 == 1
    if not told and (is_number or is_price or not _is_whole(source, at + 1)):
        return None
    draft = Draft(at, at + 1, start, Kind.FRACTION, share.value, in_words=True)
    if not told:
        draft.tier, draft.ambiguous = "secondary", True
    name_what_is_counted(source, draft, country)
    return draft


def _is_whole(source: Source, at: int) -> bool:
    """Tell «السكان» of «خمس السكان» from «خمس آلات» and «خمس السنوات»."""
    whole = source.word(at) if source.same_line(at) else ""
    if not starts_with_alef_lam(whole) or not whole.startswith("ال"):
        return False
    if source.tokens[at].text.startswith(("أ", "إ", "آ")):
        return False
    return whole not in PLURAL_UNITS


def read_fraction_in_digits(
    source: Source, at: int, country: str | None
) -> Draft | None:
    """Read «3/4» and «77/100», and odds: «1 على 81»."""
    over = at + 1
    of_each = read_one_in(source, at, country)
    if of_each is not None:
        return of_each
    if source.words[at] == "1" and source.word(over) == "علي":
        return _odds(source, at)
    if source.word(over) != "/" or not source.glued(over) or not source.glued(over + 1):
        return None
    if not source.is_digits(over + 1) or source.word(over + 2) == "/":
        return None
    top, bottom = Decimal(source.words[at]), Decimal(source.words[over + 1])
    if not bottom or len(source.words[over + 1]) > 4:
        return None
    if bottom not in (2, 3, 4, 5, 8, 10, 100, 1000):
        return None
    signed = source.word(at - 1) == "-" and source.glued(at)
    start = source.tokens[at - signed].start
    value = -(top / bottom) if signed else top / bottom
    draft = Draft(at - signed, over + 2, start, Kind.FRACTION, value)
    name_what_is_counted(source, draft, country)
    return draft
