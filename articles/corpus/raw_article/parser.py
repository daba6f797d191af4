"""The one way from a raw scraped text to an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from articles.corpus.arabic import is_arabic
from articles.corpus.dates import Precision, Stamp, read_stamp
from articles.corpus.raw_article.article import Dateline, ParsedArticle
from articles.corpus.raw_article.assembly import (
    body_of,
    damaged_letters,
    fields_of,
    removed_of,
)
from articles.corpus.raw_article.below import cut_below, cut_networks, cut_tickers
from articles.corpus.raw_article.captions import (
    cut_doubled_captions,
    cut_own_captions,
)
from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.datelines import find_dateline
from articles.corpus.raw_article.derived_titles import derive_title
from articles.corpus.raw_article.furniture import cut_furniture
from articles.corpus.raw_article.glued import cut_glued
from articles.corpus.raw_article.header import read_header
from articles.corpus.raw_article.line_rules import (
    LineRule,
    apply_line_rules,
    apply_title_rules,
)
from articles.corpus.raw_article.margins import cut_bottom
from articles.corpus.raw_article.page import Page
from articles.corpus.raw_article.reasons import RejectedText, Rejection
from articles.corpus.raw_article.repeats import cut_repeats
from articles.corpus.raw_article.signatures import read_signature
from articles.corpus.raw_article.tails import (
    cut_author,
    cut_comments,
    cut_links,
    cut_tail,
)
from articles.corpus.raw_article.told_day import told_day

MAX_LENGTH = 200_000
"""Code points; no article is longer, and every rule is linear in it."""

_SAMPLE = 400
_EVERY = 4
_ARABIC_LETTERS = frozenset(map(chr, (*range(0x0620, 0x0640), *range(0x0641, 0x064B))))


def parse_article(
    raw: str,
    *,
    title: str | None = None,
    section: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    published: date | datetime | None = None,
    rules: Sequence[LineRule] = (),
) -> ParsedArticle:
    """Understand one raw text: the article in it, and why the rest was cut.

    The keywords are what is known from elsewhere (a column, a page's metadata); they
    win over what the text says. ``rules`` are those of the outlet; they go before the
    parser's own. Raises ``RejectedText`` for a text that is empty, too long, not
    Arabic, or nothing but page furniture.

    >>> article = parse_article(
    ...     "محليات\\n\\nعودة الماء\\n\\nعاد الماء إلى الحي بعد يومين."
    ... )
    >>> article.section, article.title, article.body
    ('محليات', 'عودة الماء', 'عاد الماء إلى الحي بعد يومين.')
    """
    page = Page(raw)
    _check(raw, page)
    found = page.found
    found.section, found.outlet, found.byline = section, outlet, byline
    found.title = clean_name(title) if title else None
    apply_line_rules(page, rules)
    _run_rules(page)
    apply_title_rules(page, rules)
    found.stamp = found.stamp or found.update or _told_in_text(page)
    return _article(page, published)


def _article(page: Page, published: date | datetime | None) -> ParsedArticle:
    """Put together what was found; raise where nothing is left for the body."""
    body, segments = body_of(page)
    if not body:
        raise RejectedText(Rejection.ONLY_BOILERPLATE)
    found, stamp = page.found, page.found.stamp
    return ParsedArticle(
        title=found.title or derive_title(body),
        title_derived=found.title is None,
        body=body,
        section=_name(found.section),
        outlet=_name(found.outlet),
        byline=_name(found.byline),
        dateline=_dateline(page),
        agency=_name(found.agency),
        published=published or (_moment(stamp) if stamp else None),
        published_precision=_precision(published)
        or (str(stamp.precision) if stamp else None),
        calendar=str(stamp.calendar) if stamp and not published else None,
        segments=segments,
        removed=removed_of(page),
        doubts=(*page.doubts, *damaged_letters(page)),
        fields=fields_of(page),
    )


def _check(raw: str, page: Page) -> None:
    if len(raw) > MAX_LENGTH:
        raise RejectedText(Rejection.TOO_LONG)
    if not page.lines:
        raise RejectedText(Rejection.EMPTY)
    if not _begins_in_arabic(page.text) and not is_arabic(page.text):
        raise RejectedText(Rejection.NOT_ARABIC)


def _begins_in_arabic(text: str) -> bool:
    """Settle the usual case at a glance: a third of the letters at the beginning."""
    sample = text[:_SAMPLE:_EVERY]
    return sum(map(_ARABIC_LETTERS.__contains__, sample)) * 3 >= len(sample)


def _run_rules(page: Page) -> None:
    cut_furniture(page)
    cut_networks(page)
    cut_tickers(page)
    cut_links(page)
    first = read_header(page)
    cut_own_captions(page)
    cut_doubled_captions(page, first)
    cut_tail(page, first)
    cut_comments(page, first)
    cut_author(page, first)
    cut_below(page, first)
    cut_bottom(page, first)
    cut_repeats(page)
    read_signature(page, first)
    cut_glued(page)
    _read_dateline(page, first)


def _read_dateline(page: Page, first: int) -> None:
    index = next(page.open_lines(first), None)
    if index is None:
        return
    line = page.lines[index]
    head = find_dateline(line.text)
    if head is None:
        return
    found = page.found
    if found.stamp is None and found.update is None:
        found.stamp = read_stamp(line.text[: head.end])
    found.place = head.place or found.place
    found.agency = found.agency or head.agency
    found.outlet = found.outlet or head.outlet
    found.byline = found.byline or head.author
    found.dateline_span = page.take_span(line.start, line.start + head.end, "dateline")


def _told_in_text(page: Page) -> Stamp | None:
    index = next(page.open_lines(), None)
    return told_day(page.lines[index].text) if index is not None else None


def _dateline(page: Page) -> Dateline | None:
    found = page.found
    if found.dateline_span is None:
        return None
    return Dateline(_name(found.place), _name(found.agency), *found.dateline_span)


def _name(name: str | None) -> str | None:
    return clean_name(name) or None if name else None


def _moment(stamp: Stamp) -> date | datetime:
    return stamp.value if stamp.precision is Precision.MINUTE else stamp.value.date()


def _precision(published: date | datetime | None) -> str | None:
    if published is None:
        return None
    return "minute" if isinstance(published, datetime) else "day"
