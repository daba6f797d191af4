"""The readers of figures, and the words that call each of them.

``READERS`` maps a folded word to the readers that it may open, in the order they are
tried; the first that understands the place wins. Digits call ``read_number``.
"""

from __future__ import annotations

from collections.abc import Callable

from articles.corpus.arabic import fold
from articles.corpus.figures.currency_tables import MONEY_DUALS, MONEY_NAMES
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.duals import read_dual, read_money_alone, read_unit_alone
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import FRACTIONS, SHARES
from articles.corpus.figures.nouns import CONSTRUCT_DUALS, NOUN_DUALS
from articles.corpus.figures.number_words import NUMBER_WORDS, with_clitics
from articles.corpus.figures.numbers import read_number
from articles.corpus.figures.ordinals import ORDINALS, read_place_in_order
from articles.corpus.figures.parts import read_one_in, read_part, read_share
from articles.corpus.figures.scales import SCALES
from articles.corpus.figures.score_words import (
    GOAL_SETS,
    SINGLE_GOALS,
    read_goals,
)
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import UNIT_DUALS, UNIT_NAMES
from articles.corpus.figures.vague import PLURALS, read_vague_plural

Reader = Callable[[Source, int, str | None], Draft | None]
_FREQUENCIES = {
    fold(word): iso
    for iso, words in {
        "P1D": "يوميا يومي",
        "P1W": "أسبوعيا أسبوعي",
        "P1M": "شهريا شهري",
        "P1Y": "سنويا سنوي",
    }.items()
    for word in words.split()
}
_MANNER = frozenset(
    fold(word) for word in ("بشكل", "بصورة", "وبشكل", "بشكل شبه", "شبه")
)


def read_frequency(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «بشكل يومي»، «سنويا»: how often, without a number."""
    word = source.words[at]
    if not word.endswith("ا") and source.word(at - 1) not in _MANNER:
        return None
    draft = Draft(at, at + 1, source.tokens[at].start, Kind.FREQUENCY, in_words=True)
    draft.iso, draft.tier = _FREQUENCIES[word], "secondary"
    return draft


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Build the table of words; the order of the rows is the order of trying."""
    duals = [*UNIT_DUALS, *MONEY_DUALS, *NOUN_DUALS, *CONSTRUCT_DUALS]
    rows: list[tuple[Reader, list[str]]] = [
        (read_goals, [*GOAL_SETS, *SINGLE_GOALS]),
        (read_share, list(SHARES)),
        (read_one_in, list(NUMBER_WORDS)),
        (read_part, [*FRACTIONS, *NUMBER_WORDS]),
        (read_number, [*NUMBER_WORDS, *SCALES]),
        (read_vague_plural, list(PLURALS)),
        (read_dual, [form for dual in duals for form, _ in with_clitics(dual)]),
        (
            read_unit_alone,
            [form for unit in UNIT_NAMES for form, _ in with_clitics(unit)],
        ),
        (
            read_money_alone,
            [
                form
                for name in MONEY_NAMES
                for form, c in with_clitics(name)
                if not c.definite
            ],
        ),
        (read_place_in_order, list(ORDINALS)),
        (read_frequency, list(_FREQUENCIES)),
    ]
    table: dict[str, tuple[Reader, ...]] = {}
    for reader, words in rows:
        for word in words:
            if reader not in table.get(word, ()):
                table[word] = (*table.get(word, ()), reader)
    return table


READERS = _readers()
