"""What a number is of: a percentage, money, a measure, a time, or a counted noun."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.currencies import (
    Money,
    is_ouguiya,
    name_country,
    read_money,
)
from articles.corpus.figures.currency_tables import (
    DEFINITE_HEADS,
    HEADS,
    MONEY_DUALS,
    SIGNS_BEFORE,
    SYMBOLS,
)
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import half_after
from articles.corpus.figures.measures import (
    read_bare_age,
    read_below_zero,
    read_measure,
)
from articles.corpus.figures.noun_forms import KNOWN_NOUNS
from articles.corpus.figures.nouns import (
    is_unmarked_verb,
    may_be_noun,
    read_noun,
    singular,
)
from articles.corpus.figures.owned import owned_plural
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.rates import PER
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import (
    DEFINITE_UNITS,
    PERCENT,
    PLURAL_UNITS,
    UNITS,
)

_TIMES = folded_set("مرة مرات مره")
_RANKED = folded_set(
    """
عالميا عربيا دوليا محليا أفريقيا إفريقيا آسيويا أوروبيا خليجيا إقليميا
"""
)
_OUGUIYA = folded_set("أوقية أوقيات")
_MULTIPLES = folded_set("أضعاف ضعف ضعفا")
_NAMING = frozenset(
    [
        *folded_set("من تحت ¢"),
        *(_TIMES | _RANKED | _MULTIPLES),
        *(word for table in (SYMBOLS, HEADS, UNITS, DEFINITE_UNITS) for word in table),
        *PLURAL_UNITS,
        *MONEY_DUALS,
        *DEFINITE_HEADS,
    ]
)
"""What opens the name of a unit or of money after a number."""


def name_what_is_counted(source: Source, draft: Draft, country: str | None) -> None:
    """Read what follows the number, and fill in kind, unit, noun and per."""
    at = _after_brackets(source, draft)
    _ = (
        _percent(source, draft, at)
        or _sign_before(source, draft)
        or (source.word(at) in _NAMING and _unit(source, draft, at, country))
        or read_bare_age(source, draft)
        or _noun(source, draft, at)
    )


def _unit(source: Source, draft: Draft, at: int, country: str | None) -> bool:
    return (
        _money(source, draft, at, country)
        or (read_measure(source, draft, at) and _weighed(source, draft, at, country))
        or _repeated(source, draft, at)
        or read_below_zero(source, draft, at)
    )


def _weighed(source: Source, draft: Draft, at: int, country: str | None) -> bool:
    """Make money of an ounce that is the ouguiya: both are «أوقية»."""
    if source.words[at] not in _OUGUIYA or not is_ouguiya(source, at, country):
        return True
    draft.kind = Kind.MONEY if draft.kind is Kind.MEASURE else draft.kind
    draft.unit, draft.dimension = "MRU", None
    return True


def _after_brackets(source: Source, draft: Draft) -> int:
    """Step out of the brackets of «(40) كيلوغراما»."""
    at = draft.end
    bracketed = source.word(draft.at - 1) == "(" and source.word(at) == ")"
    if bracketed and source.same_line(at + 1) and not draft.in_words:
        unit = UNITS.at(source.words, at + 1)
        if unit or singular(source.words[at + 1]) in KNOWN_NOUNS:
            return at + 1
    return at


def _percent(source: Source, draft: Draft, at: int) -> bool:
    found = None
    if source.word(at) in PERCENT and source.same_line(at):
        found = PERCENT.at(source.words, at)
    if found:
        end, unit = found
        draft.end = end
        draft.unit = unit
    elif _percent_before(source, draft):
        draft.unit = "%"
        draft.start = source.tokens[draft.at - 1].start
        end = draft.end
    else:
        return False
    draft.become(Kind.PERCENT)
    draft.extend_to(end)
    if source.word(end) == "من":
        _noun(source, draft, end)
    return True


def _percent_before(source: Source, draft: Draft) -> bool:
    if draft.in_words or not source.glued(draft.at) or source.taken[draft.at - 1]:
        return False
    return source.word(draft.at - 1) in ("%", "٪") and not source.is_digits(
        draft.at - 2
    )


def _sign_before(source: Source, draft: Draft) -> bool:
    """Read «$500»، «500 $» is read after the number."""
    before = draft.at - 1
    code = SIGNS_BEFORE.get(source.word(before))
    if draft.in_words or code is None:
        return False
    if not source.same_line(draft.at) or source.is_digits(before - 1):
        return False
    wider = SYMBOLS.at(source.words, before - 1)
    if wider and wider[0] == draft.at:  # «CA$500»
        before, code = before - 1, wider[1]
    draft.name_unit(source, code, before, draft.at)
    draft.at = before
    draft.become(Kind.MONEY)
    return True


def _money(source: Source, draft: Draft, at: int, country: str | None) -> bool:
    of = at + 1 if source.word(at) == "من" and draft.scale > 1 else at
    money = read_money(source, of, country)
    if money is None and (draft.vague or draft.definite or of > at):
        head = DEFINITE_HEADS.get(source.word(of))
        if head and source.same_line(of):
            money = name_country(source, head, of, of + 1, country)
    if money is None:
        return False
    draft.become(Kind.MONEY)
    draft.name_unit(source, money.code, of, money.end)
    _settle_money(draft, money)
    _per(source, draft, _with_half(source, draft, money))
    return True


def _with_half(source: Source, draft: Draft, money: Money) -> int:
    """Add the «وربع الدولار» of «71 دولارا وربع الدولار»; give where it ends."""
    half = half_after(source, money.end)
    if half is None or draft.scale > 1 or not isinstance(draft.value, Decimal):
        return money.end
    end = half[1]
    following = source.word(end) if source.same_line(end) else ""
    if DEFINITE_HEADS.get(following) == money.head:
        end += 1
    elif following.startswith("ال") or may_be_noun(source, end):
        return money.end  # «3 دولارات وثلث السكان»
    draft.value += half[0] * money.share
    draft.extend_to(end)
    return end


def _settle_money(draft: Draft, money: Money) -> None:
    if money.share != 1:
        draft.scale_by(money.share)
    if money.head and (money.code is None or money.inferred):
        draft.candidates = tuple(sorted(set(money.head.codes.values())))
        draft.ambiguous = True


def _per(source: Source, draft: Draft, at: int) -> None:
    found = PER.at(source.words, at) if source.same_line(at) else None
    if found:
        end, draft.per = found
        if not draft.per.isupper():  # «للدولار الواحد» is a sum of its own
            draft.extend_to(end)


def _repeated(source: Source, draft: Draft, at: int) -> bool:
    word = source.word(at) if source.same_line(at) else ""
    if word in _MULTIPLES:
        draft.become(Kind.MULTIPLE)
        draft.name_unit(source, "times", at, at + 1)
        return True
    if word in _RANKED:
        draft.become(Kind.ORDINAL)
        draft.role = "rank"
        return True
    if word in _TIMES:
        draft.become(Kind.FREQUENCY)
        draft.name_unit(source, "times", at, at + 1)
        _per(source, draft, at + 1)
        return True
    return False


def _wants_accusative(draft: Draft, word: str) -> bool:
    """Tell whether a verb stands where 11 to 99 want a noun in the accusative."""
    if draft.scale > 1 or not isinstance(draft.value, Decimal):
        return False
    return draft.value % 100 > 10 and is_unmarked_verb(word)


def _owned(source: Source, draft: Draft, at: int) -> bool:
    """Read «سبعا من لوحاته»: seven of «لوحات»."""
    if source.word(at) != "من" or not source.same_line(at + 1):
        return False
    owned = owned_plural(source, at + 1)
    if owned is None or owned.letters or source.taken[at + 1]:
        return False
    draft.noun, draft.noun_span = owned.plural, source.tokens[at + 1][:2]
    draft.extend_to(at + 2)
    return True


def _noun(source: Source, draft: Draft, at: int) -> bool:
    vague_whole = draft.vague or draft.kind is Kind.FRACTION
    if vague_whole and source.same_line(at) and source.words[at].startswith("ال"):
        draft.name_noun(source, at, at + 1)
        draft.extend_to(at + 1)
        return True
    of_whole = draft.unit == "%" or draft.kind is Kind.FRACTION or draft.scale > 1
    found = read_noun(source, at, of_whole)
    if found is None:
        return not of_whole and _owned(source, draft, at)
    if source.taken[found[0]]:
        return False
    alone = found[1] == found[0] + 1  # «924 تجمع سكني» has an adjective
    if alone and _wants_accusative(draft, source.words[found[0]]):
        return False
    draft.name_noun(source, *found)
    draft.extend_to(found[1])
    _per(source, draft, found[1])
    return True
