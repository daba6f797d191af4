"""What one outlet prints round its articles, told in plain words by an editor.

A pattern is a line as a reader sees it; «…» stands for any words, or none:

| pattern | lines |
|---|---|
| ``تابعونا على القناة`` | this line alone |
| ``تابعوا…`` | lines that begin so |
| ``…نشرة المساء…`` | lines that hold it |
| ``بقلم … من المرفأ`` | lines that begin and end so |

Letters are folded, signs ignored: no spelling needs a pattern of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.header import first_paragraph
from articles.corpus.raw_article.page import SHORT, Line, Page
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.returning import Place, cut_returning, shape_of
from articles.corpus.words import Token, tokenize

_ANY = re.compile(r"…|\.{2,}")
_SEPARATORS = "|-–—/\\:•·›←"
_AROUND_SEPARATORS = _SEPARATORS + "«\"“(['‘ \t\u00a0\u200e\u200f"


class RuleKind(StrEnum):
    """What is done with what a pattern fits."""

    DROP_LINE = "drop_line"
    CUT_FROM = "cut_from"
    SIGNATURE = "signature"
    SECTION = "section"
    BYLINE = "byline"
    DATELINE = "dateline"
    TITLE_TAIL = "title_tail"
    RETURNING = "returning"


RULE_LABELS: dict[RuleKind, str] = {
    RuleKind.DROP_LINE: "احذف السطر",
    RuleKind.CUT_FROM: "احذف السطر وكل ما تحته",
    RuleKind.SIGNATURE: "السطر توقيع المصدر",
    RuleKind.SECTION: "السطر اسم القسم",
    RuleKind.BYLINE: "السطر اسم الكاتب",
    RuleKind.DATELINE: "السطر مكان الخبر",
    RuleKind.TITLE_TAIL: "احذف الكلمات من آخر العنوان",
    RuleKind.RETURNING: "احذف السطر حيث يتكرر، وإن تغيرت أعداده",
}
"""The kinds as an editor chooses them; the desk passes them through gettext."""

FIELD_KINDS: dict[RuleKind, str] = {
    RuleKind.SECTION: "section",
    RuleKind.BYLINE: "byline",
    RuleKind.DATELINE: "place",
}
"""Kinds that tell a field of the article: what «…» stands for, else the whole line."""

_APART = (RuleKind.TITLE_TAIL, RuleKind.RETURNING)
_CUTS = {
    RuleKind.DROP_LINE: Reason.OUTLET_RULE,
    RuleKind.SIGNATURE: Reason.SIGNATURE,
}


@dataclass(frozen=True, slots=True)
class LineRule:
    """One rule; ``words`` is a pattern with at least one word (else ``ValueError``).

    Of a line that returns ``words`` is the line as printed, numbers and days being as
    may be; it is cut where it stands at one of ``places``, at any where none is told.
    """

    kind: RuleKind
    words: str
    places: tuple[Place, ...] = ()

    @property
    def pattern(self) -> LinePattern:
        """The words, read."""
        return read_pattern(self.words)


@dataclass(frozen=True, slots=True)
class LinePattern:
    """Runs of folded words with any words between them."""

    runs: tuple[tuple[str, ...], ...]
    any_before: bool
    any_after: bool

    def gaps(self, words: Sequence[str]) -> list[tuple[int, int]] | None:
        """Tell which words each «…» stands for, as spans; None for another line."""
        gaps: list[tuple[int, int]] = []
        at = 0
        for number, run in enumerate(self.runs):
            first = number == 0 and not self.any_before
            last = number == len(self.runs) - 1 and not self.any_after
            start = _place(run, words, at, first, last)
            if start < 0:
                return None
            if not first:
                gaps.append((at, start))
            at = start + len(run)
        return [*gaps, (at, len(words))] if self.any_after else gaps


@lru_cache(maxsize=1024)
def read_pattern(words: str) -> LinePattern:
    """Read a pattern; raises ``ValueError`` where it holds no word.

    >>> read_pattern("تابعوا…نشرتنا").runs
    (('تابعوا',), ('نشرتنا',))
    """
    pieces = [
        tuple(token.folded for token in _words(piece)) for piece in _ANY.split(words)
    ]
    runs = tuple(filter(None, pieces))
    if not runs:
        raise ValueError("a pattern needs a word")
    return LinePattern(runs, not pieces[0], not pieces[-1])


def apply_line_rules(page: Page, rules: Iterable[LineRule]) -> None:
    """Claim the lines that rules fit, before any rule of the parser's own looks.

    A pattern that ends the article is looked for below its first paragraph, since
    pages print the same words in the menu above.
    """
    rules = list(rules)
    _apply_patterns(page, [rule for rule in rules if rule.kind not in _APART])
    returning = [rule for rule in rules if rule.kind is RuleKind.RETURNING]
    if returning:
        cut_returning(
            page,
            {shape_of(rule.words): rule.places or tuple(Place) for rule in returning},
        )


def _apply_patterns(page: Page, chosen: Sequence[LineRule]) -> None:
    if not chosen:
        return
    below = first_paragraph(page) + 1
    for index, line in enumerate(page.lines):
        words = _words(line.text)
        folded = [token.folded for token in words]
        for rule in chosen:
            gaps = rule.pattern.gaps(folded)
            if gaps is None:
                continue
            if rule.kind is not RuleKind.CUT_FROM:
                if _claim(page, line, rule, _told(line, words, gaps)):
                    break
            elif index >= below:
                for each in page.lines[index:]:
                    page.take(each, Reason.OUTLET_RULE)
                return


def cut_title(title: str, rules: Iterable[LineRule]) -> str:
    """Cut what rules name from the end of a title, where a sign parts it.

    >>> tail = LineRule(RuleKind.TITLE_TAIL, "المرفأ نيوز")
    >>> cut_title("هل عاد الماء؟ | المرفأ نيوز", [tail])
    'هل عاد الماء؟'
    """
    for rule in rules:
        if rule.kind is RuleKind.TITLE_TAIL:
            title = title[: _tail_start(title, rule.pattern)]
    return title


def apply_title_rules(page: Page, rules: Sequence[LineRule]) -> None:
    """Cut the tail of the title that was found, and record it as cut."""
    found = page.found
    if found.title is None:
        return
    found.title = cut_title(found.title, rules)
    if claim := page.claim_of("title"):
        text = page.text[claim.start : claim.end]
        end = claim.start + len(cut_title(text, rules))
        if end < claim.end:
            page.claims[page.claims.index(claim)] = claim._replace(end=end)
            page.take_span(end, claim.end, Reason.OUTLET_RULE)


def _claim(page: Page, line: Line, rule: LineRule, told: str) -> bool:
    """Claim a line as its rule says; tell whether it could be."""
    if rule.kind in _CUTS:
        page.take(line, _CUTS[rule.kind])
        return True
    if line.length > SHORT or not told:
        return False
    field = FIELD_KINDS[rule.kind]
    if getattr(page.found, field) is None:
        setattr(page.found, field, told)
        if rule.kind is RuleKind.DATELINE:
            page.found.dateline_span = line.start, line.end
    page.take(line, rule.kind.value)
    return True


def _told(line: Line, words: Sequence[Token], gaps: list[tuple[int, int]]) -> str:
    """Give what stands for the first «…» that is not empty, else the whole line."""
    if not gaps:
        return clean_name(line.text)
    start, end = next((gap for gap in gaps if gap[0] < gap[1]), (0, 0))
    if start == end:
        return ""
    return clean_name(line.text[words[start].start : words[end - 1].end])


def _tail_start(title: str, pattern: LinePattern) -> int:
    words, tail = _words(title), pattern.runs[-1]
    if len(words) <= len(tail):
        return len(title)
    if tuple(token.folded for token in words[-len(tail) :]) != tail:
        return len(title)
    head = title[: words[-len(tail)].start]
    end = len(head.rstrip(_AROUND_SEPARATORS))
    parted = any(sign in _SEPARATORS for sign in head[end:])
    return end if parted else len(title)


def _place(
    run: tuple[str, ...], words: Sequence[str], at: int, first: bool, last: bool
) -> int:
    """Give where a run of words stands from ``at`` on, -1 where it does not."""
    end = len(words) - len(run)
    if end < at or (first and last and end):
        return -1
    places = (at,) if first else (end,) if last else range(at, end + 1)
    for start in places:
        if tuple(words[start : start + len(run)]) == run:
            return start
    return -1


def _words(text: str) -> list[Token]:
    return [token for token in tokenize(text) if token.kind != "sign"]
