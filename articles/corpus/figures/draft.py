"""A figure in the making: readers fill it in, then it is frozen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from operator import attrgetter

from articles.corpus.figures.figure import (
    Claimant,
    Figure,
    Kind,
    Modifier,
    Span,
    Tier,
    Value,
)
from articles.corpus.figures.nouns import noun_key
from articles.corpus.figures.source import Source


@dataclass(slots=True)
class Draft:
    """The number stands at tokens ``[at:end]``; ``reach`` is the end of its phrase."""

    at: int
    end: int
    start: int
    kind: Kind
    value: Value | None = None
    reach: int = 0
    stop: int | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    iso: str | None = None
    modifier: Modifier | None = None
    modifier_span: Span | None = None
    unit: str | None = None
    unit_span: Span | None = None
    noun: str | None = None
    noun_span: Span | None = None
    noun_elided: bool = False
    claimant: Claimant | None = None
    calendar: str | None = None
    precision: str | None = None
    relative: bool = False
    ambiguous: bool = False
    candidates: tuple[str, ...] = ()
    vague: bool = False
    tier: Tier = "core"
    role: str | None = None
    per: str | None = None
    conversion_of: Span | None = None
    in_words: bool = False
    definite: bool = False
    dimension: str | None = None
    scale: int = 1

    def __post_init__(self) -> None:
        self.reach = max(self.reach, self.end)

    def extend_to(self, reach: int) -> None:
        self.reach = max(self.reach, reach)

    def span(self, source: Source) -> Span:
        stop = source.tokens[self.end - 1].end if self.stop is None else self.stop
        return self.start, stop

    def become(self, kind: Kind) -> None:
        """Name the kind; a range of money stays a range."""
        if self.kind is not Kind.RANGE:
            self.kind = kind

    def scale_by(self, factor: Decimal) -> None:
        if isinstance(self.value, tuple):
            self.value = tuple(number * factor for number in self.value)
        elif self.value is not None:
            self.value *= factor

    def name_unit(self, source: Source, unit: str | None, at: int, end: int) -> None:
        self.unit = unit
        self.unit_span = source.tokens[at].start, source.tokens[end - 1].end
        self.extend_to(end)

    def name_noun(self, source: Source, at: int, end: int) -> None:
        clitics = source.clitics_of(at)
        start = (
            source.after_letters(at, clitics) if clitics else source.tokens[at].start
        )
        self.noun_span = start, source.tokens[end - 1].end
        self.noun = source.text[slice(*self.noun_span)]
        if clitics and self.noun[0] == "ل":
            self.noun = "ا" + self.noun  # «للمرة» holds «المرة»

    def figure(self, source: Source) -> Figure:
        """Freeze the draft; every text is cut from the source at its span."""
        start, stop = self.span(source)
        spans = [self.modifier_span, self.unit_span, self.noun_span, (start, stop)]
        known = [span for span in spans if span]

        def cut(span: Span | None) -> str | None:
            return source.text[span[0] : span[1]] if span else None

        return Figure(
            **dict(zip(_ALIKE, _alike(self), strict=True)),
            start=start,
            end=stop,
            text=source.text[start:stop],
            modifier_text=cut(self.modifier_span),
            unit_text=cut(self.unit_span),
            noun_text=cut(self.noun_span),
            noun_key=noun_key(self.noun) if self.noun else None,
            phrase_start=min(span[0] for span in known),
            phrase_end=max(span[1] for span in known),
        )


_ALIKE = [
    field.name
    for field in fields(Draft)
    if field.name in Figure._fields and field.name not in ("start", "end")
]
"""What a figure has from its draft as it stands."""
_alike = attrgetter(*_ALIKE)
