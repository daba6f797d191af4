"""A reader's text into a query: what it means, what is said, that nothing breaks it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.help import FORMS
from search.language.periods import read_period
from search.language.syntax import MOST_TERMS, Trouble, parse
from search.language.tree import All, Any, Dates, Heading, Not, Pattern, Phrase, Word

BOMBS = {
    "parentheses": "(" * 100_000,
    "closed parentheses": "(" * 3_000 + "كلمة" + ")" * 3_000,
    "negations": "NOT " * 2_000 + "كلمة",
    "minuses": "-" * 5_000 + "كلمة",
    "or": "أو " * 3_000,
    "quotes": '"' * 10_000,
    "wildcards": "*كلمة* " * 60,
    "star alone": "*",
    "everything": "[ا TO ي]",
    "fields": "عنوان:" * 2_000,
    "long word": "ا" * 100_000,
    "words": "كلمة " * 5_000,
    "controls": "\x00\x1f\u202e\ufeff" * 500,
}

SAID = [
    ("كت*", Trouble.SHORT_PATTERN),
    ("*كتاب", Trouble.SHORT_PATTERN),
    ("ابن~", Trouble.SHORT_FUZZY),
    ("تاريخ:أمس", Trouble.UNREADABLE_DATE),
    ("(كتاب", Trouble.UNBALANCED),
    ("كتاب)", Trouble.UNBALANCED),
    ("((((((كتاب))))))", Trouble.TOO_DEEP),
    ("كلمة " * 20, Trouble.TOO_MANY_TERMS),
    ("ا" * 300, Trouble.TOO_LONG),
    ("!؟«»", Trouble.NOTHING_TO_FIND),
]

PERIODS = [
    ("2014", "2014-01-01", "2014-12-31"),
    ("٢٠١٤", "2014-01-01", "2014-12-31"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2014-08-05", "2014-08-05", "2014-08-05"),
    ("5/8/2014", "2014-08-05", "2014-08-05"),
    ("2014 إلى 2016", "2014-01-01", "2016-12-31"),
    ("2016 الى 2014", "2014-01-01", "2016-12-31"),
    ("2014 TO 2016", "2014-01-01", "2016-12-31"),
    ("2014..2016-03", "2014-01-01", "2016-03-31"),
    (" إلى 2016", None, "2016-12-31"),
    ("2014 إلى *", "2014-01-01", None),
]


@pytest.mark.parametrize(("text", "since", "until"), PERIODS)
def test_periods(text: str, since: str | None, until: str | None):
    assert read_period(text) == Dates(
        since and date.fromisoformat(since), until and date.fromisoformat(until)
    )


@pytest.mark.parametrize("text", ["أمس", "", "2014-13", "31/2/2014", "1..2..3", "0000"])
def test_what_is_no_period(text: str):
    assert read_period(text) is None


@pytest.mark.parametrize(("text", "trouble"), SAID)
def test_what_can_not_be_taken_as_written_is_said(text: str, trouble: Trouble):
    assert trouble in {notice.trouble for notice in parse(text).notices}


@pytest.mark.parametrize("text", ["ابن~", "كت*", "تاريخ:أمس"])
def test_what_can_not_be_read_is_searched_as_words(text: str):
    assert isinstance(parse(text).node, Word)


def test_the_tree_of_a_full_query():
    query = parse('مصدر:"وكالة المرفأ" (هدنة أو تهدئة) -"وقف النار" تاريخ:2014')

    assert query.notices == ()
    assert isinstance(query.node, All)
    outlet, either, without, dates = query.node.nodes
    assert outlet == Heading("outlet", "وكالة المرفأ")
    assert isinstance(either, Any)
    assert isinstance(without, Not)
    assert isinstance(without.node, Phrase)
    assert dates == Dates(date(2014, 1, 1), date(2014, 12, 31))


def test_a_field_reaches_into_a_group():
    node = parse("مصدر:(سانا أو رويترز)").node

    assert node == Any((Heading("outlet", "سانا"), Heading("outlet", "رويترز")))


def test_a_star_needs_letters_before_it():
    assert parse("كتا*").node == Pattern("كتا*")
    assert parse("الكِتَا*").node == Pattern("الكتا*")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_every_example_of_the_help_page_is_read_without_trouble(form):
    query = parse(form.example)

    assert query.node is not None
    assert query.notices == ()


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_bombs_are_read(bomb: str):
    assert _leaves(parse(bomb).node) <= 2 * MOST_TERMS + 256


SIGNS = [*'()"«»-*~=:[]|و ', "أو", "OR", "NOT", "ليس", "عنوان:", "تاريخ:[", " إلى "]
WORDS = ["كتاب", "النازحين", "١٨٠", "3,000", "مُحَمَّد", "reuters", "ا" * 40, "\u202e"]
SYNTAX = st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map("".join)


@given(SYNTAX | st.text(max_size=60))
def test_any_text_is_a_query(text: str):
    query = parse(text)

    assert query.node is not None or not text.strip() or query.notices


def _leaves(node) -> int:
    if node is None:
        return 0
    if isinstance(node, Not):
        return _leaves(node.node)
    if isinstance(node, All | Any):
        return sum(_leaves(part) for part in node.nodes)
    return 1
