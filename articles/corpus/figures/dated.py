"""Turns the dates and hours that the text names into figures."""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.dates import DateMention, Precision
from articles.corpus.dates import Kind as DateKind
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind, Modifier, Tier
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source

_BOUNDS = {
    fold(word): modifier
    for modifier, words in {
        Modifier.SINCE: "منذ ومنذ اعتبارا ابتداء انطلاقا بدءا وبدءا بداية",
        Modifier.UNTIL: "حتى لغاية وحتى",
    }.items()
    for word in words.split()
}
_KINDS = {kind: Kind(kind.value) for kind in DateKind}
_HALVES = folded_set("نصف ونصف وربع ربع")


def dated(source: Source, mention: DateMention) -> Draft | None:
    """Give the figure of one date; its value is ``iso``, never a number.

    None for «اليوم» in «ثلاثة أيام ونصف اليوم».
    """
    at = source.token_at(mention.start)
    if at and source.words[at - 1] in _HALVES and source.same_line(at):
        return None
    end = source.token_at(mention.end - 1) + 1
    draft = Draft(
        at=at,
        end=end,
        start=mention.start,
        stop=mention.end,
        kind=_KINDS[mention.kind],
        iso=_interval(mention),
        calendar=str(mention.calendar),
        precision=str(mention.precision),
        relative=mention.relative,
        tier=_tier(source, mention, at, end),
        role="name" if mention.is_name else None,
    )
    _bound(source, draft, mention)
    return draft


def _interval(mention: DateMention) -> str | None:
    """Write a range as ISO 8601 does: ``2013-07-13/2013-07-15``."""
    if mention.kind is DateKind.DATE_RANGE and mention.iso and mention.end_iso:
        return f"{mention.iso}/{mention.end_iso}"
    return mention.iso


def _tier(source: Source, mention: DateMention, at: int, end: int) -> Tier:
    """A weekday, «أمس» or «الشهر الماضي» alone claims little."""
    if not mention.relative:
        return "core"
    has_digits = any(source.kind(i) == "digits" for i in range(at, end))
    is_month = mention.precision is Precision.MONTH and mention.iso is not None
    return "core" if has_digits or is_month else "secondary"


def _bound(source: Source, draft: Draft, mention: DateMention) -> None:
    if mention.part and mention.part_start is not None and mention.part_end is not None:
        draft.modifier = Modifier(mention.part.value)
        draft.modifier_span = mention.part_start, mention.part_end
        return
    before = draft.at - 1
    if source.word(before) == "من" and source.word(before - 1) in _BOUNDS:
        before -= 1
    modifier = _BOUNDS.get(source.word(before))
    if modifier and source.same_line(draft.at):
        span = source.tokens[before].start, source.tokens[draft.at - 1].end
        draft.modifier, draft.modifier_span = modifier, span
