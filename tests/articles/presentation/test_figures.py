"""Figures are said in words: bound, value, what is counted, where they stand."""

from decimal import Decimal
from typing import Any

import pytest

from articles.models import Article
from articles.models.figure import Part
from articles.presentation.figures import (
    ShownFigure,
    leading_figures,
    places,
    shown_figures,
)
from articles.presentation.marked_text import mark_paragraphs
from tests.factories import ArticleFactory, figure_of

pytestmark = pytest.mark.django_db


def said(article: Article) -> list[ShownFigure]:
    figures = list(article.figures.all())
    paragraphs = mark_paragraphs(article.body, places(figures, Part.BODY))
    return shown_figures(figures, article.title, paragraphs)


SAID: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "عادت أكثر من 1,5 مليون عائلة أمس.",
        "1,5 مليون",
        {"value": 1_500_000, "modifier": "more_than", "noun": "عائلة"},
        "أكثر من 1,500,000 عائلة",
    ),
    (
        "بلغت الكلفة نحو 2.6 مليون دولار.",
        "2.6 مليون",
        {"value": 2_600_000, "modifier": "about", "unit": "USD", "unit_text": "دولار"},
        "نحو 2,600,000 دولار",
    ),
    (
        "ارتفع السعر 12,5 في المئة.",
        "12,5",
        {"value": Decimal("12.5"), "unit": "%", "unit_text": "في المئة"},
        "12.5%",
    ),
    (
        "من 10 إلى 20 جنديا",
        "10 إلى 20",
        {"value": 10, "value_max": 20, "noun": "جنديا"},
        "من \u206810\u2069 إلى \u206820\u2069 جنديا",  # FIRST STRONG ISOLATES
    ),
    (
        "فاز الفريق 2-1 مساء.",
        "2-1",
        {"kind": "score", "value": 2, "value_max": 1},
        "2 – 1",
    ),
    ("توقف العمل شهرين.", "شهرين", {"value": 2, "unit": "month"}, "شهرين"),
    (
        "في السنوات الثلاث الأخيرة",
        "السنوات الثلاث",
        {"value": 3, "unit": "year"},
        "3 سنوات",
    ),
    (
        "وصل عشرات النازحين.",
        "عشرات",
        {"value": None, "value_min": 20, "vague": True, "noun": "النازحين"},
        "عشرات النازحين",
    ),
    (
        "في الذكرى الثانية للافتتاح",
        "الثانية",
        {"kind": "ordinal", "value": 2, "phrase": "الذكرى الثانية"},
        "الذكرى الثانية",
    ),
]


@pytest.mark.parametrize(("body", "quote", "fields", "words"), SAID)
def test_a_figure_is_said_in_words(
    body: str, quote: str, fields: dict[str, Any], words: str
) -> None:
    article = ArticleFactory(body=body)
    figure_of(article, quote, **fields)
    assert said(article)[0].words == words


@pytest.mark.parametrize(
    ("iso", "when"),
    [
        ("2017-03-22", "22 آذار/مارس 2017"),
        ("2017-03", "آذار/مارس 2017"),
        ("2017", "عام 2017"),
        ("2017-03-22T21:38", "22 آذار/مارس 2017"),
        ("2017-13-40", ""),
        ("P2M", ""),
        ("", ""),
    ],
)
def test_a_date_in_the_text_is_said_in_full(iso: str, when: str) -> None:
    article = ArticleFactory(body="وقع ذلك يوم الأربعاء.")
    figure_of(article, "الأربعاء", kind="date", iso=iso)
    assert said(article)[0].when == when


def test_the_same_claim_is_one_figure_with_all_its_places() -> None:
    article = ArticleFactory(
        title="عودة 70 ألفا", body="عاد 70 ألفا.\n\nوأكد أن 70 ألفا عادوا."
    )
    for text, start in (("title", 5), ("body", 4), ("body", 22)):
        assert getattr(article, text)[start : start + 7] == "70 ألفا"
        article.figures.create(
            part=text,
            start=start,
            end=start + 7,
            phrase_start=start,
            phrase_end=start + 7,
            quote="70 ألفا",
            kind="count",
            value=70_000,
            rank=article.figures.count(),
        )
    (figure,) = said(article)
    assert figure.places == [("f1", 0), ("f2", 1), ("f3", 2)]


def test_doubts_are_said() -> None:
    article = ArticleFactory(body="آلاف القتلى و3.500 متر")
    figure_of(article, "آلاف", value=None, value_min=2000, vague=True)
    figure_of(article, "3.500", value=3500, ambiguous=True)
    vague, ambiguous = said(article)
    assert vague.notes == ("غير محدد؛ لا يقل عن 2,000",)
    assert ambiguous.notes == ("يحتمل قراءتين",)


def test_an_article_is_best_known_by_its_first_key_number_of_something() -> None:
    known, dated, unknown = ArticleFactory.create_batch(3)
    figure_of(known, "2,6", value=Decimal("2.6"))
    figure_of(known, "180", phrase="أكثر من 180 عائلة", value=180, noun="عائلة")
    figure_of(dated, "مطلع العام", kind="date", iso="2014")
    (led,) = leading_figures([unknown, dated, known], 5)
    assert (led.article, led.figure.quote) == (known, "أكثر من 180 عائلة")
