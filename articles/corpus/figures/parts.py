"""Reads parts of a whole: «ثلثا السكان»، «نصف ساعة»، «3/4»."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.counted import name_what_is_counted
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import FRACTIONS, SHARES, read_fraction
from articles.corpus.figures.modifiers import modifier_before
from articles.corpus.figures.noun_forms import SINGULAR_OF
from articles.corpus.figures.nouns import may_be_noun, read_noun
from articles.corpus.figures.number_words import NUMBER_WORDS
from articles.corpus.figures.numbers import read_number
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import read_quantity
from articles.corpus.figures.source import Source, starts_with_alef_lam
from articles.corpus.figures.units import PLURAL_UNITS, UNITS

_NO_WHOLES = folded_set("نهائي النهائي نهائية سنوي سنوية شهرية شهري الكرة آلي آلية")


_LONGEST_ODDS = 10**9
_FAR_WHOLE = 6  # words from the part to its «كل»
_BY = folded_set("بمقدار بنسبة بواقع بنحو بحوالي")
"""«انخفض بمقدار الثلث»: of what fell."""


def read_part(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a fraction of a scale, a unit or a whole: «نصف ساعة»، «ثلثا السكان»."""
    if source.words[at] in NUMBER_WORDS:
        if source.word(at + 1) not in FRACTIONS:
            return None
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
    of_whole = draft.noun is not None and source.words[end].startswith("ال")
    of_whole = of_whole or clitic.definite or (part is not None and part.is_owned)
    if draft.unit or of_whole or source.is_all(at, end):
        return draft
    several = part is not None and (part.is_plural or part.value * 3 == 2)
    return draft if several else None  # «تسعة أعشار», «ثلثا»


def _odds(source: Source, at: int) -> Draft | None:
    """Read «1 على 81»; before a noun («1 على 3 محاور») it is none."""
    if not (source.is_digits(at + 2) and source.same_line(at + 2)):
        return None
    if may_be_noun(source, at + 3):
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
    """Read «خمس السكان»: these words are fractions only before a whole."""
    share = SHARES[source.words[at]]
    whole = source.word(at + 1) if source.same_line(at + 1) else ""
    if not starts_with_alef_lam(whole) or not whole.startswith("ال"):
        return None
    if source.tokens[at + 1].text.startswith(("أ", "إ", "آ")):  # «خمس آلات»
        return None
    if whole in SINGULAR_OF or whole in PLURAL_UNITS:
        return None
    start = source.after_letters(at, share.clitic.letters)
    draft = Draft(at, at + 1, start, Kind.FRACTION, share.value, in_words=True)
    draft.tier, draft.ambiguous = "secondary", True
    name_what_is_counted(source, draft, country)
    return draft


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
