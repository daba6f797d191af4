"""The key figures of an article: repeats merged, the telling ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.corpus.figures.figure import Figure, Kind, Span

_NOT_NUMBERS = frozenset({Kind.DATE, Kind.DATETIME, Kind.DATE_RANGE, Kind.TIME})
_MOST_REPEATS = 3


class Reason(StrEnum):
    """Why a figure stands where it stands."""

    CORE = "core"
    TITLE = "title"
    MODIFIER = "modifier"
    UNIT = "unit"
    NOUN = "noun"
    REPEATED = "repeated"


WEIGHTS = {
    Reason.CORE: 16,
    Reason.TITLE: 8,
    Reason.MODIFIER: 4,
    Reason.UNIT: 4,
    Reason.NOUN: 2,
    Reason.REPEATED: 1,
}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One claim of the article with all the places that make it."""

    figure: Figure
    mentions: tuple[Span, ...]
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        extra = min(len(self.mentions) - 1, _MOST_REPEATS)
        return sum(WEIGHTS[reason] for reason in self.reasons) + max(extra - 1, 0)


def key_figures(figures: Iterable[Figure], title_end: int = 0) -> list[KeyFigure]:
    """Merge the figures that claim the same and put the key ones first.

    Two figures are one claim when kind, value, unit and counted noun agree; a
    conversion in brackets belongs to the sum before it. ``title_end`` is the code
    point where the title ends: a figure in the title outweighs one in the body.
    """
    claims: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.kind in _NOT_NUMBERS or figure.conversion_of:
            continue
        claim = (
            figure.kind,
            figure.value if figure.value is not None else figure.value_min,
            figure.unit,
            figure.noun_key,
        )
        claims.setdefault(claim, []).append(figure)
    ranked = [_key_figure(mentions, title_end) for mentions in claims.values()]
    return sorted(ranked, key=lambda key: (-key.weight, key.figure.start))


def _key_figure(mentions: list[Figure], title_end: int) -> KeyFigure:
    fullest = max(
        mentions, key=lambda figure: (figure.modifier is not None, -figure.start)
    )
    holds = {
        Reason.CORE: any(figure.tier == "core" for figure in mentions),
        Reason.TITLE: any(figure.end <= title_end for figure in mentions),
        Reason.MODIFIER: fullest.modifier is not None,
        Reason.UNIT: fullest.unit is not None,
        Reason.NOUN: fullest.noun is not None,
        Reason.REPEATED: len(mentions) > 1,
    }
    spans = tuple((figure.start, figure.end) for figure in mentions)
    return KeyFigure(fullest, spans, tuple(reason for reason in holds if holds[reason]))
