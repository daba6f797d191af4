"""Queries whose marks stand where nothing follows, and numbers that count groups."""

from __future__ import annotations

import pytest

from search.language.fields import QueryFields, read_query, write_query
from search.language.syntax import parse


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("هدنة (حلب -)", "هدنة (حلب)"),
        ("(-) هدنة", "هدنة"),
        ("هدنة -) حلب", "هدنة حلب"),
        ("هدنة -(", "هدنة"),
        ("(-(-(-)))", ""),
    ],
)
def test_a_minus_before_the_end_of_a_group_leaves_nothing_out(odd: str, plain: str):
    assert parse(odd).node == parse(plain).node


BESIDE_A_NUMBER = [
    ("رقم:[5 إلى 10]", QueryFields(low="5", high="10")),
    ("رقم:[5 إلى 10] نازح", QueryFields(low="5", high="10", noun="نازح")),
    (
        "رقم:[5 إلى 10] (حلب أو إدلب)",
        QueryFields(low="5", high="10", either="حلب إدلب"),
    ),
    ("رقم:[5 إلى 10] -حلب", QueryFields(low="5", high="10", without="حلب")),
    ("رقم:5 عنوان:هدنة", QueryFields(low="5", high="5", title="هدنة")),
]


@pytest.mark.parametrize(("query", "fields"), BESIDE_A_NUMBER)
def test_what_stands_beside_a_number_is_in_its_own_field(
    query: str, fields: QueryFields
):
    assert read_query(query) == fields
    assert read_query(write_query(fields)) == fields


@pytest.mark.parametrize(
    "query",
    ["رقم:[5 إلى 10] نازح*", "رقم:[5 إلى 10] =نازح", "رقم:مئات نازح", "رقم:>5 نازح~"],
)
def test_a_number_that_no_field_holds_stays_among_the_words(query: str):
    fields = read_query(query)
    assert fields == QueryFields(words=query)
    assert parse(write_query(fields)).node == parse(query).node
