"""Scores in words: «بثلاثية نظيفة», «برباعية مقابل هدف», «بهدفين دون رد».

A side's goals are a word for a set of them, «هدف», «هدفين» or «ثلاثة أهداف»; those of
the other side follow, or words that say that it had none.
"""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.number_words import Clitic, with_clitics
from articles.corpus.figures.phrases import PhraseTable, folded_set
from articles.corpus.figures.quantity import read_quantity
from articles.corpus.figures.source import Source

_SETS = {2: "ثنائية", 3: "ثلاثية", 4: "رباعية", 5: "خماسية", 6: "سداسية", 7: "سباعية"}
_GOAL_FORMS = {1: "هدف", 2: "هدفين هدفان"}
_GOALS = folded_set("أهداف اهداف هدف هدفا")
_HOW = folded_set(
    "كاملة قاسية ثقيلة رائعة تاريخية مثيرة كاسحة مستحقة وحيد وحيدا واحد يتيم"
)
_NOTHING = PhraseTable(
    (phrase, True)
    for phrase in (
        "نظيفة نظيف نظيفين بيضاء",
        "دون رد|دون مقابل|بدون رد|بدون مقابل|بلا رد|بلا مقابل|من دون رد|من دون مقابل",
        "مقابل لا شيء|مقابل لاشيء|لصفر|مقابل صفر|مقابل لا شئ",
    )
    for phrase in (phrase.split("|") if "|" in phrase else phrase.split())
)
_AGAINST = folded_set("مقابل")


def _words(table: dict[int, str]) -> dict[str, tuple[int, Clitic]]:
    return {
        form: (goals, clitic)
        for goals, words in table.items()
        for word in words.split()
        for form, clitic in with_clitics(word)
        if not clitic.definite
    }


GOAL_SETS, SINGLE_GOALS = _words(_SETS), _words({1: _GOAL_FORMS[1]})
_ALONE = GOAL_SETS | _words(_GOAL_FORMS)


def read_goals(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «بثلاثية نظيفة» and «بهدف دون رد»; a set alone tells no score."""
    goals, clitic = _ALONE[source.words[at]]
    start = source.after_letters(at, clitic.letters)
    draft = Draft(at, at + 1, start, Kind.COUNT, Decimal(goals), in_words=True)
    return score_of_goals(source, draft, at + 1)


def score_of_goals(source: Source, draft: Draft, end: int) -> Draft | None:
    """Make a score of a side's goals, which end at ``end``, where the others' follow.

    >>> source = Source.of("فاز بثلاثية نظيفة")
    >>> read_goals(source, 1, None).value
    (Decimal('3'), Decimal('0'))
    """
    own = draft.value
    while source.same_line(end) and source.words[end] in _HOW:
        end += 1
    found = _other_side(source, end)
    if found is None or not isinstance(own, Decimal):
        return None
    goals, stop = found
    return Draft(
        at=draft.at,
        end=stop,
        start=draft.start,
        kind=Kind.SCORE,
        value=(own, goals),
        in_words=draft.in_words,
    )


def counts_goals(source: Source, draft: Draft) -> bool:
    """Tell «ثلاثة أهداف», whose noun stands right behind the number."""
    return source.word(draft.end) in _GOALS and source.same_line(draft.end)


def _other_side(source: Source, at: int) -> tuple[Decimal, int] | None:
    if not source.same_line(at):
        return None
    nothing = _NOTHING.at(source.words, at)
    if nothing:
        return Decimal(0), nothing[0]
    against = source.words[at] in _AGAINST
    at += against
    return _goals_at(source, at, against) if source.same_line(at) else None


def _goals_at(source: Source, at: int, against: bool) -> tuple[Decimal, int] | None:
    alone = _ALONE.get(source.words[at])
    if alone is not None:
        joined = source.words[at][:1] == "ل"
        return (Decimal(alone[0]), _end(source, at + 1)) if against or joined else None
    number = read_quantity(source, at)
    if number is None or not (against or source.words[at][:1] == "ل"):
        return None
    counted = source.same_line(number.end) and source.words[number.end] in _GOALS
    return (number.value, number.end + 1) if counted else None


def _end(source: Source, at: int) -> int:
    return at + (source.same_line(at) and source.words[at] in _HOW)
