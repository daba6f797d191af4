"""Three real scraped texts, where they are at hand: what must come out of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articles.corpus.raw_article import ParsedArticle, Reason, parse_article

REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(
    not REAL_DATA, reason="REAL_DATA names no folder of real articles"
)


def parsed(number: str) -> tuple[list[str], ParsedArticle]:
    path = next((Path(str(REAL_DATA)) / "seeds").glob(f"{number}_*.txt"))
    raw = path.read_text("utf-8")
    return [line.strip() for line in raw.splitlines() if line.strip()], parse_article(
        raw
    )


def test_section_title_stamp_signature_and_tags() -> None:
    lines, article = parsed("000")
    assert (article.section, article.title) == (lines[0], lines[1])
    assert article.published_iso == "2017-03-22T21:38"
    assert article.published_precision == "minute"
    assert article.outlet == "سيريانيوز"
    assert article.byline is None
    assert article.paragraphs == lines[3:12]
    reasons = [cut.reason for cut in article.removed]
    assert reasons == [Reason.SIGNATURE, Reason.TAG_TAIL, Reason.OTHER_ARTICLE]


def test_doubled_title_author_link_and_notice() -> None:
    lines, article = parsed("001")
    assert article.title == lines[0] == lines[1]
    assert (article.section, article.byline) == ("اجتماعي", "مالك الحافظ")
    assert article.published_iso == "2021-03-25"
    assert article.outlet is None
    cut = {7 + 1: Reason.RELATED_LINK, len(lines) - 1: Reason.COOKIE_NOTICE}
    kept = [line for at, line in enumerate(lines) if at >= 3 and at not in cut]
    assert article.paragraphs == kept
    reasons = [cut.reason for cut in article.removed]
    assert reasons == [Reason.TITLE_REPEATED, *cut.values()]


def test_wire_dateline_and_repeated_paragraphs() -> None:
    lines, article = parsed("002")
    assert article.title_derived
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("عواصم", "وكالات")
    assert article.published is None
    assert len(article.paragraphs) == len(set(lines)) == 11
    repeated = [cut.text for cut in article.removed]
    assert repeated == lines[11:]
    assert {cut.reason for cut in article.removed} == {Reason.REPEATED_PARAGRAPH}
