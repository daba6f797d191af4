"""Marks stand on the letters of the original text, and nothing else becomes HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.arabic import fold
from search.hits.highlight import (
    Marker,
    Passage,
    Span,
    mark_hits,
    mark_whole,
    marked_html,
)
from search.hits.snippets import SNIPPET_WORDS, Snippets
from search.language.stems import stem
from search.language.syntax import parse

MARKED = [
    # query, text, marked words
    ("نازحين", "عاد النَّازِحُون أمس", ["النَّازِحُون"]),
    ("محمد", "قال مُحَـــمَّدٌ: نعم", ["مُحَـــمَّدٌ"]),
    ("3000", "نحو ٣,٠٠٠ شخص", ["٣,٠٠٠"]),
    ('"دير الزور"', "من دير الزور إلى الزور", ["دير", "الزور"]),
    ("=كتاب", "كتاب والكتاب", ["كتاب"]),
    ("كتا*", "كتابات في الكتاب", ["كتابات", "الكتاب"]),
    ("هدنة -حلب", "هدنة في حلب", ["هدنة"]),
    ("بغدد~", "في بغداد", ["بغداد"]),
    ('"هدنة حلب"~2', "هدنة قريبة في حلب", ["هدنة", "حلب"]),
    ("الرحمن", "عبدالرحمن", ["الرحمن"]),
    ("مصدر:سانا", "سانا", []),
]


@pytest.mark.parametrize(("query", "text", "words"), MARKED)
def test_marks(query: str, text: str, words: list[str]):
    spans = mark_hits(text, parse(query).node)

    assert [text[start:end] for start, end in spans] == words


def test_html_of_the_text_is_escaped_and_only_marks_are_not():
    passage = Passage("<b>هدنة</b> & «x»", (Span(3, 7),), after=True)

    assert marked_html(passage) == ("&lt;b&gt;<mark>هدنة</mark>&lt;/b&gt; &amp; «x» …")


def test_a_title_is_marked_whole():
    title = mark_whole("هدنة في المرفأ", Marker(parse("مرفأ").node))

    assert title.html == "هدنة في <mark>المرفأ</mark>"


def test_the_best_passage_holds_most_of_the_query():
    filler = "كلام كثير لا شأن له بالسؤال " * 30
    text = f"هدنة {filler} ثم أعلنت البلدية هدنة في السوق القديم {filler}"

    passage = Snippets(Marker(parse("هدنة السوق القديم").node)).best(text)

    assert "السوق القديم" in passage.text
    assert passage.before
    assert passage.after
    assert len(passage.text.split()) <= SNIPPET_WORDS
    assert passage.html.count("<mark>") == 3


def test_a_text_without_hits_shows_its_beginning():
    passage = Snippets(Marker(None)).best("أول النص ثم آخره")

    assert passage == Passage("أول النص ثم آخره")


@given(st.text("ابتةىأإَُِّـ ،.<>&\"'\n٣3", max_size=120))
def test_every_mark_folds_to_a_searched_form(text: str):
    passage = Snippets(Marker(parse("بات تاب").node)).best(text)

    for start, end in passage.marks:
        assert stem(fold(passage.text[start:end])) in {stem("بات"), stem("تاب")}
    assert "<" not in marked_html(passage).replace("<mark>", "").replace("</mark>", "")
