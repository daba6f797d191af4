"""Builds the article from what is left of a page, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator

from articles.corpus.raw_article.article import Doubt, Removed, Segment
from articles.corpus.raw_article.characters import FORBIDDEN, LINE_BREAK
from articles.corpus.raw_article.page import _BLANKS_TEXT, Claim, Page
from articles.corpus.raw_article.reasons import Reason

# Blocks of a page: their lines are one stretch. A paragraph or a link is its own.
_WHOLE_BLOCKS = frozenset(
    {
        Reason.OTHER_ARTICLE,
        Reason.TAG_TAIL,
        Reason.NAVIGATION,
        Reason.SHARE_COUNTS,
        Reason.COMMENTS,
        Reason.COOKIE_NOTICE,
        Reason.SUBSCRIPTION,
        Reason.OUTLET_RULE,
        Reason.RETURNING,
    }
)


def body_of(page: Page) -> tuple[str, tuple[Segment, ...]]:
    """Copy the unclaimed stretches, one paragraph a line, with the way back."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for paragraph in _paragraphs(page):
        if parts:
            parts.append("\n\n")
            length += 2
        for start, end in paragraph:
            segments.append(Segment(length, start, end - start))
            parts.append(page.raw[start:end])
            length += end - start
    return "".join(parts), tuple(segments)


def _paragraphs(page: Page) -> Iterator[list[tuple[int, int]]]:
    claims = sorted(page.claims, key=lambda claim: claim.start)
    for line in page.lines:
        if not line.open:
            continue
        for start, end in _unclaimed(line.start, line.end, claims):
            runs = list(_allowed(page, start, end))
            if runs:
                yield runs


def _unclaimed(start: int, end: int, claims: list[Claim]) -> Iterator[tuple[int, int]]:
    for claim in claims:
        if claim.end <= start or claim.start >= end:
            continue
        if claim.start > start:
            yield start, claim.start
        start = claim.end
    if start < end:
        yield start, end


def _allowed(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut forbidden characters and the outer blanks out of a stretch."""
    text = page.text
    while start < end and text[start] in _BLANKS_TEXT:
        start += 1
    while start < end and text[end - 1] in _BLANKS_TEXT:
        end -= 1
    for found in () if page.is_clean else FORBIDDEN.finditer(page.raw, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end


def removed_of(page: Page) -> tuple[Removed, ...]:
    """Give the cut stretches in order; neighbours of one reason are one stretch."""
    cuts = [claim for claim in page.claims if isinstance(claim.fate, Reason)]
    cuts += _stray_characters(page)
    cuts.sort(key=lambda claim: claim.start)
    merged: list[Claim] = []
    for cut in cuts:
        last = merged[-1] if merged else None
        if last and _continues(page, last, cut):
            merged[-1] = Claim(last.start, cut.end, cut.fate)
        else:
            merged.append(cut)
    return tuple(
        Removed(cut.start, cut.end, Reason(cut.fate), page.raw[cut.start : cut.end])
        for cut in merged
    )


def _continues(page: Page, last: Claim, cut: Claim) -> bool:
    between = page.raw[last.end : cut.start]
    if cut.fate is Reason.CONTROL_CHARACTER:
        return last.fate == cut.fate and not between
    if last.fate != cut.fate:
        return False
    if cut.fate not in _WHOLE_BLOCKS and (
        cut.fate is not Reason.METADATA or LINE_BREAK.search(between)
    ):
        return False
    return not between or between.isspace()


def _stray_characters(page: Page) -> list[Claim]:
    """Give the forbidden characters that no claim covers, neighbours as one."""
    if page.is_clean:
        return []
    claims = sorted(page.claims, key=lambda claim: claim.start)
    strays: list[Claim] = []
    for found in FORBIDDEN.finditer(page.raw):
        start, end = found.span()
        if any(claim.start <= start < claim.end for claim in claims):
            continue
        strays.append(Claim(start, end, Reason.CONTROL_CHARACTER))
    return strays


def fields_of(page: Page) -> dict[str, tuple[int, int]]:
    """Give the span of each metadata field, with its label and its separator."""
    return {
        str(claim.fate): (claim.start, claim.end)
        for claim in sorted(page.claims, key=lambda claim: claim.start)
        if not isinstance(claim.fate, Reason)
    }


def damaged_letters(page: Page) -> list[Doubt]:
    """Flag the REPLACEMENT CHARACTERs that a wrong decoding left in the body."""
    if "\ufffd" not in page.raw:
        return []
    return [
        Doubt(
            line.start,
            line.end,
            Reason.DAMAGED_LETTERS,
            page.raw[line.start : line.end],
        )
        for line in page.lines
        if line.open and "\ufffd" in line.text
    ]
