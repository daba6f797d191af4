"""What a page prints below its text, or in rows above it, known by its build alone."""

from __future__ import annotations

import pytest

from articles.corpus.raw_article import parse_article
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.page_speech import (
    is_contact,
    is_network,
    is_ticker,
    speaks_of_page,
)

TITLE = "عودة الماء إلى أحياء المدينة القديمة"
ONE = "عاد الماء أمس إلى الأحياء الشرقية من المدينة بعد انقطاع دام يومين كاملين."
TWO = "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة بلا توقف."


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("فيسبوك", True),
        ("الفايسبوك", True),
        ("الفيس بوك", True),
        ("تليكرام", True),
        ("إنستقرام", True),
        ("لينكد إن", True),
        ("تويتر (إكس)", True),
        ("سناب شات", True),
        ("فيضان", False),
        ("نسخ", False),
        ("السوق", False),
        ("إكسبو", False),
        ("شركة فيسبوك تعلن", False),
    ],
)
def test_a_network_is_known_in_any_spelling(text: str, known: bool) -> None:
    assert is_network(words_of(text)) is known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("ذهب 1382 ▲ نفط 68 ▼ يورو 8,22", True),
        ("الفجر 4:22 الظهر 12:12 العصر 3:20 المغرب 6:24", True),
        ("دمشق 21 حلب 19 حمص 18 حماة 20", True),
        ("الأهلي 3 الزمالك 1", False),
        ("مقتل 3 وإصابة 12 واعتقال 5", False),
        ("عاد 300 نازح إلى 12 قرية في 5 أيام", False),
        ("دفتر المدينة - 5 ربيع الأول 1438 هـ الموافق 4 ديسمبر 2016 م", False),
    ],
)
def test_a_ticker_is_labels_with_numbers_and_nothing_else(
    text: str, known: bool
) -> None:
    assert is_ticker(text) is known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("واتس: 0933 111 222", True),
        ("هاتف: 011-2233445", True),
        ("ص.ب 1140", True),
        ("مكتب الاستقبال desk@waraq.example", True),
        ("@tallah_ar", True),
        ("قناة التلة t.me/tallah", True),
        ("باع المتجر 300 هاتف في يوم", False),
        ("هاتف ذكي جديد", False),
        ("عاد الماء. ثم انقطع", False),
    ],
)
def test_a_contact_is_an_address_or_a_number_to_call(text: str, known: bool) -> None:
    assert is_contact(text) is known


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("رأيك يهمنا أيها القارئ", True),
        ("ضعها في صندوقك البريدي", True),
        ("شارع الكتبيين، هاتف: 011-2233445", True),
        ("عاد الماء إلى الأحياء", False),
        ("برنامج الانقطاع", False),
        ("خلفية الخبر", False),
    ],
)
def test_a_page_speaks_to_its_reader_or_of_itself(text: str, speaks: bool) -> None:
    assert speaks_of_page(words_of(text), text) is speaks


CUT = [
    "رأيك يهمنا فاكتبه\nقصة مدينة غرقت تحت السد قبل مئة عام كاملة من اليوم",
    "واتس: 0933 111 222",
    "فايسبوك\nتلجرام\nثريدز",
    "ليس تماما\nبلى نفعتني\nصحّح لنا هفوة\nفايسبوك\nتلجرام",
    "ذهب 1382 ▲ نفط 68 ▼ يورو 8,22",
]


@pytest.mark.parametrize("end", CUT)
def test_what_the_page_prints_below_the_text_is_cut(end: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}")
    assert article.paragraphs == [ONE, TWO]


KEPT = [
    "الأهلي 3 الزمالك 1\nالترجي 2 النجم صفر\nالنادي 1 الاتحاد 1",
    "برنامج الانقطاع:\nالحي الشرقي\nالحي الغربي\nحي الميناء",
    "الحي الشرقي\nالحي الغربي\nحي الميناء",
    "وأضاف أن الخدمة متاحة لكم",
    "«صوتك مسموع أيها المواطن»",
    "عاد الماء إلى كل بيت في المرفأ",
    "سلام عليك يا شارع البحر\nكم كنت لنا بيتا ومرفأ",
]


@pytest.mark.parametrize("end", KEPT)
def test_what_ends_the_text_stays(end: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}")
    assert article.paragraphs == [ONE, TWO, *end.split("\n")]


VERSE = "\n".join(["قمر على سطح المدينة نائم", "وشارع يمشي إلى البحر وحيدا"] * 2)


@pytest.mark.parametrize(
    "end", ["وتشمل الأحياء:\nالحي الشرقي\nالحي الغربي\nحي الميناء", VERSE]
)
def test_a_list_or_verse_above_the_buttons_stays(end: str) -> None:
    raw = f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}\n\nفايسبوك\nتلجرام"
    assert parse_article(raw).paragraphs[2:] == list(dict.fromkeys(end.split("\n")))


def test_a_name_below_a_notice_is_still_the_outlets() -> None:
    raw = f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nضعها في صندوقك البريدي\n\nساحل نيوز"
    article = parse_article(raw)
    assert (article.outlet, article.paragraphs) == ("ساحل نيوز", [ONE, TWO])


def test_rates_above_the_headline_are_no_title() -> None:
    rates = "ذهب 1382 ▲ نفط 68 ▼ يورو 8,22"
    article = parse_article(f"{rates}\n\n{TITLE}\n\n{ONE}\n\n{TWO}")
    assert (article.title, article.paragraphs) == (TITLE, [ONE, TWO])


def test_rates_inside_the_text_stay() -> None:
    rates = "دمشق 21 حلب 19 حمص 18 حماة 20"
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{rates}\n\n{TWO}")
    assert article.paragraphs == [ONE, rates, TWO]


def test_little_text_above_is_no_end_of_an_article() -> None:
    raw = f"{TITLE}\n\nعاد الماء.\n\nصوتك يهمنا في هذه المدينة كما يهم أهلها"
    assert "صوتك يهمنا" in parse_article(raw).body
