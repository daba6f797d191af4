"""What a query means: phrases, logic, patterns, fields."""

from __future__ import annotations

from datetime import date

import pytest

from search.language import tree
from tests.search.contract.conftest import Archive

ARTICLES = {
    "truce": {
        "title": "هدنة في المرفأ القديم",
        "body": "أعلنت بلدية المرفأ هدنة تبدأ غدًا. وعاد النازحون إلى السوق القديم.",
    },
    "market": {
        "title": "السوق القديم يفتح أبوابه",
        "body": "فتح السوق أبوابه بعد ترميم دام عامين، وقال التجار إن الهدنة نفعتهم.",
    },
    "harvest": {
        "title": "موسم الزيتون",
        "body": "بدأ قطاف الزيتون في قرى الساحل، وشكا المزارعون من قلة المطر.",
    },
    "school": {
        "title": "مدارس الساحل",
        "body": "عاد 180 طالبًا إلى مدارس الساحل، وبقيت كتابات على الجدران القديمة.",
    },
}

MEANINGS = (
    # several words: all of them
    ("هدنة السوق", "market truce"),
    ("هدنة الزيتون", ""),
    ("الساحل عاد", "school"),
    # phrases
    ('"السوق القديم"', "market truce"),
    ("«السوق القديم»", "market truce"),
    ("\u201cالسوق القديم\u201d", "market truce"),
    ('"القديم السوق"', ""),
    ('"بلدية المرفأ هدنة"', "truce"),
    ('"بلديه المرفا هدنه"', "truce"),
    ('"بلدية هدنة"', ""),
    ('"هدنة غدا"', ""),
    ('"هدنة غدا"~1', "truce"),
    ('"غدا هدنة"~1', "truce"),
    ('"بلدية غدا"~2', ""),
    ('"بلدية غدا"~3', "truce"),
    ('"السوق أبوابه"', "market"),
    ('"سوق"', ""),
    # either word
    ("الزيتون أو هدنة", "harvest market truce"),
    ("الزيتون OR هدنة", "harvest market truce"),
    ("الزيتون | هدنة", "harvest market truce"),
    ("عاد الزيتون أو هدنة", "truce"),
    ("أو", ""),
    # without a word
    ("هدنة -الزيتون", "market truce"),
    ("هدنة -التجار", "truce"),
    ("هدنة NOT التجار", "truce"),
    ("هدنة ليس التجار", "truce"),
    ("-هدنة", "harvest school"),
    ('هدنة -"السوق القديم"', ""),
    ("-هدنة -الزيتون", "school"),
    # together and joined
    ("هدنة و السوق", "market truce"),
    ("هدنة AND التجار", "market"),
    ("(هدنة أو الزيتون) السوق", "market truce"),
    ("(هدنة التجار) أو (قطاف الزيتون)", "harvest market"),
    ("-(هدنة أو الزيتون)", "school"),
    ("هدنة -(التجار أو الزيتون)", "truce"),
    ("((((هدنة))))", "market truce"),
    ("(هدنة", "market truce"),
    ("هدنة)", "market truce"),
    # exact words
    ("=هدنة", "truce"),
    ("=الهدنة", "market"),
    ("=نازحون", ""),
    # beginnings and shapes
    ("كتا*", "school"),
    ("مزار*", "harvest"),
    ("الزي*ن", "harvest"),
    ("هد*", ""),
    ("نازح*", "truce"),
    # one slip
    ("الزيتوم~", "harvest"),
    ("الزيون~", "harvest"),
    # titles
    ("عنوان:هدنة", "truce"),
    ("title:الزيتون", "harvest"),
    ('عنوان:"السوق القديم"', "market"),
    ("عنوان:(الزيتون أو مدارس)", "harvest school"),
    ("عنوان:القديم هدنة", "market truce"),
    # signs between words do not matter
    ("السوق/القديم", "market truce"),
    ("هدنة، السوق؟", "market truce"),
    # nothing such
    ("xyz", ""),
)


@pytest.fixture(scope="module")
def news(shared_archive: Archive) -> Archive:
    shared_archive.put(**ARTICLES)
    return shared_archive


@pytest.mark.parametrize(("asked", "names"), MEANINGS)
def test_a_query_means(news: Archive, asked: str, names: str):
    assert news.ask_set(asked) == names


def test_no_query_finds_every_article(news: Archive):
    assert news.found("").total == len(ARTICLES)


def test_a_title_counts_more_than_the_text(news: Archive):
    assert news.ask("هدنة") == ["truce", "market"]


def test_a_heading_stands_for_its_ids(archive: Archive):
    archive.put(a={"body": "نص", "outlet_id": 7}, b={"body": "نص", "outlet_id": 8})

    seven = tree.Heading("outlet", "", frozenset({7}))
    assert archive.ask("", query=seven) == ["a"]
    assert archive.ask("", query=tree.Not(seven)) == ["b"]


def test_dates_in_a_query_leave_out_undated_articles(archive: Archive):
    archive.put(
        old={"body": "نص", "published_on": "2013-12-31"},
        new={"body": "نص", "published_on": "2014-01-01"},
        undated={"body": "نص"},
    )

    assert archive.ask("نص تاريخ:2014") == ["new"]
    assert archive.ask_set("", query=tree.Dates(None, date(2014, 1, 1))) == "new old"
