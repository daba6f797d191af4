"""Datelines: places, agencies, outlets and authors before the first sentence."""

from __future__ import annotations

import pytest

from articles.corpus.raw_article import parse_article
from articles.corpus.raw_article.datelines import find_dateline

REST = "عادت الحركة إلى الميناء"


@pytest.mark.parametrize(
    ("head", "place", "agency", "outlet", "author"),
    [
        ("عواصم - (وكالات): ", "عواصم", "وكالات", None, None),
        ("بيروت - رويترز: ", "بيروت", "رويترز", None, None),
        ("بيروت (رويترز) - ", "بيروت", "رويترز", None, None),
        ("(أ ف ب) - ", None, "أ ف ب", None, None),
        ("دمشق ــ سانا: ", "دمشق", "سانا", None, None),
        ("دمشق-سانا ", "دمشق", "سانا", None, None),
        ("الرياض: واس: ", "الرياض", "واس", None, None),
        ("القاهرة/ أ ش أ/ ", "القاهرة", "أ ش أ", None, None),
        ("القاهرة في 3 يناير /أ ش أ/ ", "القاهرة", "أ ش أ", None, None),
        ("عمان 3 كانون الثاني (بترا) - ", "عمان", "بترا", None, None),
        ("لندن، باريس – وكالات: ", "لندن، باريس", "وكالات", None, None),
        ("وطنية - بيروت - ", "بيروت", "وطنية", None, None),
        ("سلا - و م ع - ", "سلا", "و م ع", None, None),
        ("غزة / سما / ", "غزة", "سما", None, None),
        ("دبي - العربية.نت ", "دبي", None, "العربية.نت", None),
        ("الرياض - «الشرق الأوسط»: ", "الرياض", None, "الشرق الأوسط", None),
        ("دمشق، سوريا (CNN) -- ", "دمشق، سوريا", None, "CNN", None),
        ("صيدا، لبنان (المشكاة) -- ", "صيدا، لبنان", None, "المشكاة", None),
        ("بغداد – واع – سالم حسن: ", "بغداد", "واع", None, "سالم حسن"),
        ("هسبريس - سالم المنصوري: ", None, None, "هسبريس", "سالم المنصوري"),
        ("الجزائر- ", "الجزائر", None, None, None),
    ],
)
def test_dateline_is_read_up_to_the_sentence(
    head: str,
    place: str | None,
    agency: str | None,
    outlet: str | None,
    author: str | None,
) -> None:
    found = find_dateline(head + REST)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.outlet, found.author) == (outlet, author)
    assert found.end == len(head)


@pytest.mark.parametrize(
    "sentence",
    [
        "قال الوزير - في بيان - إن الحركة عادت إلى الميناء.",
        "قطر: نرفض إغلاق الميناء.",
        "سالم المنصوري: لن نغلق الميناء.",
        "أعلنت وكالة رويترز: أن الحركة عادت.",
        "في الميناء: سفن وعمال وانتظار طويل.",
        "المرفأ والمدينة (الحي القديم) بلا ماء.",
    ],
)
def test_a_sentence_with_signs_is_no_dateline(sentence: str) -> None:
    assert find_dateline(sentence) is None


def test_the_dateline_is_metadata_and_the_body_begins_after_it() -> None:
    raw = "بيروت - رويترز: عادت الحركة إلى الميناء بعد يومين من الإضراب."
    article = parse_article(raw)
    assert article.dateline is not None
    assert raw[article.dateline.start : article.dateline.end] == "بيروت - رويترز:"
    assert article.body.startswith("عادت الحركة")
    assert article.agency == "رويترز"
