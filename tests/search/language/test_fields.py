"""Fields of a form are written in the language, and a query is read into fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.fields import QueryFields, read_query, write_query
from search.language.help import FORMS
from search.language.syntax import parse
from search.language.tree import All

WRITTEN = [
    (QueryFields(), ""),
    (QueryFields(words="نازح عودة"), "نازح عودة"),
    (QueryFields(phrase="دير الزور"), '"دير الزور"'),
    (QueryFields(either="سوريا العراق"), "(سوريا أو العراق)"),
    (QueryFields(either='"دير الزور" حلب'), '("دير الزور" أو حلب)'),
    (QueryFields(without='حلب "وقف النار"'), '-حلب -"وقف النار"'),
    (QueryFields(title="هدنة"), "عنوان:هدنة"),
    (QueryFields(title="هدنة حلب"), "عنوان:(هدنة حلب)"),
    (QueryFields(outlet="صحيفة المرفأ"), 'مصدر:"صحيفة المرفأ"'),
    (QueryFields(author="هالة"), "كاتب:هالة"),
    (
        QueryFields(since="2014-01-01", until="2016-12-31"),
        "تاريخ:[2014-01-01 إلى 2016-12-31]",
    ),
    (QueryFields(since="2014-01-01"), "تاريخ:[2014-01-01 إلى ]"),
    (QueryFields(low="1000", noun="نازح"), "رقم:[1000 إلى ] نازح"),
    (QueryFields(low="1000", high="3000"), "رقم:[1000 إلى 3000]"),
    (QueryFields(low="5", noun="مليون دولار"), 'رقم:[5 إلى ] "مليون دولار"'),
]


@pytest.mark.parametrize(("fields", "query"), WRITTEN)
def test_fields_are_written_and_read_back(fields: QueryFields, query: str):
    assert write_query(fields) == query
    assert not parse(query).notices
    if '"مليون' not in query:
        assert read_query(query) == fields


@pytest.mark.parametrize(
    "query",
    [
        "سوريا أو العراق",
        "(هدنة أو (حلب -إدلب)) نازح",
        '"أ ب"~3',
        "رقم:>1000 نازح",
        "=كتاب",
        "كتا*",
        "-(هدنة أو حلب)",
    ],
)
def test_what_no_field_holds_stays_among_the_words(query: str):
    assert read_query(query).words == query


def same(text: str) -> set[str]:
    """Give what a query asks for, in no order."""
    node = parse(text).node
    return {str(part) for part in (node.nodes if isinstance(node, All) else (node,))}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_every_form_of_the_language_goes_through_the_fields_unchanged(form):
    assert same(write_query(read_query(form.example))) == same(form.example)


WORDS = ["كتاب", "النازحين", '"دير الزور"', "-حلب", "عنوان:هدنة", "تاريخ:2014"]
SIGNS = ["(", ")", "أو", "مصدر:سانا", "رقم:>5", "رقم:[1 إلى 2] نازح", "كتا*", '"', "-"]


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=7).map(" ".join) | st.text())
def test_any_query_can_be_read_into_fields_and_written_again(text: str):
    parse(write_query(read_query(text)))


@given(st.lists(st.sampled_from(WORDS), max_size=6, unique=True).map(" ".join))
def test_plain_queries_keep_their_meaning(text: str):
    assert same(write_query(read_query(text))) == same(text)
