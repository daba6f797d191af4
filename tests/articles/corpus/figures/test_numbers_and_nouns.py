"""Numbers beside their nouns: labels, owned plurals, shares, units in the plural."""

import pytest

from articles.corpus.figures import extract_figures
from tests.articles.corpus.figures.readings import PUBLISHED, read

MILLION = ("مليون", "money", 1_000_000, "USD", None)
TWO_MILLION = ("مليوني", "money", 2_000_000, "USD", None)
LABELS = [  # the number of a thing is no part of its price
    ("القطعة رقم 7 مليوني دولار", [TWO_MILLION]),
    ("بلغ سعر القطعة رقم (7) مليوني دولار", [TWO_MILLION]),
    ("بيعت القطعة رقم ٧ بمليوني دولار", [TWO_MILLION]),
    (
        "وبيعت اللوحة رقم 12 ثلاثة ملايين دولار",
        [("ثلاثة ملايين", "money", 3_000_000, "USD", None)],
    ),
    ("والشقة رقم 7 مليون دولار", [MILLION]),
    ("للعقد رقم 15 مليون دولار", [MILLION]),
    ("القطعة 7 مليوني دولار", [("7", "count", 7, None, None), TWO_MILLION]),
    ("الرقم 7 ملايين دولار", [("7 ملايين", "money", 7_000_000, "USD", None)]),
    ("تجاوزت رقم 12 مليون دولار", [("12 مليون", "money", 12_000_000, "USD", None)]),
    ("أول مليون دولار", [MILLION]),
    ("عيار 16 و500 ألف كبسولة", [("500 ألف", "count", 500_000, None, "كبسولة")]),
    ("المرسوم عدد 116", []),
    ("عدد 5 آلاف نسخة", [("5 آلاف", "count", 5_000, None, "نسخة")]),
]
TIMES = [
    ("خمس السنوات الماضية", [("خمس", "duration", 5, "year", None)]),
    ("وخلال سبع السنين", [("سبع", "duration", 7, "year", None)]),
    ("لثلاثة الأيام", [("ثلاثة", "duration", 3, "day", None)]),
    ("خلال الستة الأشهر القادمة", [("الستة", "duration", 6, "month", None)]),
    ("في 5 السنوات الأخيرة", [("5", "duration", 5, "year", None)]),
    ("ثلث الأيام ممطر", [("ثلث", "fraction", 0.333, None, "الأيام")]),
]
OWNED = [
    ("بناتها الثلاث درسن", [("الثلاث", "count", 3, None, "بنات")]),
    ("كتبه الخمسة صدرت", [("الخمسة", "count", 5, None, "كتب")]),
    ("كُتُبه الخمسة", [("الخمسة", "count", 5, None, "كُتُب".replace("\u064f", ""))]),
    ("كتبه الجديدة الخمسة صدرت", [("الخمسة", "count", 5, None, "كتب")]),
    ("ولأبنائه الستة بيت", [("الستة", "count", 6, None, "أبناء")]),
    ("أبناؤها الـ6", [("6", "count", 6, None, "أبناء")]),
    ("مع لاعبيه الثلاثة", [("الثلاثة", "count", 3, None, "لاعبين")]),
    ("رواياتها السبع نالت جوائز", [("السبع", "count", 7, None, "روايات")]),
    ("إجماع أعضائه الخمسة عشر", [("الخمسة عشر", "count", 15, None, "أعضاء")]),
    ("سنواته الخمس", [("سنواته الخمس", "duration", 5, "year", None)]),
    ("مباراته الخمسين", [("الخمسين", "ordinal", 50, None, "مباراته")]),
    ("فرقة الخمسة", []),
    ("فريقه الثلاثة", []),
]
UNITS = [  # a vague number has no value
    ("آلاف الهكتارات", [("آلاف", "measure", None, "hectare", None)]),
    ("وبعشرات الكيلومترات", [("عشرات", "measure", None, "km", None)]),
    ("مئات الأمتار المربعة", [("مئات", "measure", None, "m2", None)]),
    ("عشرات الآلاف من الأطنان", [("عشرات الآلاف", "measure", None, "tonne", None)]),
    ("آلاف الميغاواط", [("آلاف", "measure", None, "mw", None)]),
    ("ملايين السنين", [("ملايين", "duration", None, "year", None)]),
    ("ملايين السنين الضوئية", [("ملايين", "measure", None, "light_year", None)]),
    ("مئات العقود", [("مئات", "count", None, None, "العقود")]),
    ("عشرات الدرجات الوظيفية", [("عشرات", "count", None, None, "الدرجات")]),
    ("حجز 3 غ من المخدر", [("3", "measure", 3, "g", None)]),
    ("150غ سكر", [("150", "measure", 150, "g", None)]),
    ("3000 ل من الزيت", [("3000", "measure", 3000, "l", None)]),
    ("500ر12 د من سمك", [("500ر12", "count", 12.5, None, None)]),  # dinars
]
SHARES = [
    ("خُمس مقتنياتها", [("خُمس", "fraction", 0.2, None, "مقتنياتها")]),
    ("بخُمس قيمتها", [("خُمس", "fraction", 0.2, None, "قيمتها")]),
    ("وخـُمس سكان البلاد", [("خـُمس", "fraction", 0.2, None, "سكان")]),
    ("عُشر ثروته", [("عُشر", "fraction", 0.1, None, "ثروته")]),
    ("ثُمن المساحة", [("ثُمن", "fraction", 0.125, None, "المساحة")]),
    ("ثمن المساحة", []),  # a price
    ("خَمس نساء", [("خَمس", "count", 5, None, "نساء")]),
    ("خمس مقتنياتها", [("خمس", "count", 5, None, "مقتنياتها")]),
    ("أكثر من نصف سكان غزة", [("نصف", "fraction", 0.5, None, "سكان")]),
    ("ثلث مساحة البلاد", [("ثلث", "fraction", 0.333, None, "مساحة")]),
    ("تغطية ربع احتياجاته", [("ربع", "fraction", 0.25, None, "احتياجاته")]),
    ("نصف ماراثون الجبل", []),
    ("نصف فوز", []),
]
BRACKETS = [
    (
        "أربعمائة (400) ألف دولار",
        [("أربعمائة (400) ألف", "money", 400_000, "USD", None)],
    ),
    ("قدرها (60) ألف دولار", [("(60) ألف", "money", 60_000, "USD", None)]),
    (
        "سبعة (70) ألف دولار",
        [("سبعة", "count", 7, None, None), ("(70) ألف", "money", 70_000, "USD", None)],
    ),
    ("قتل (32) مدنيا", [("32", "count", 32, None, "مدنيا")]),
]
SCALES = [
    ("خمسة الآلاف دولار", [("خمسة الآلاف", "money", 5_000, "USD", None)]),
    ("ثلاثة الملايين نازح", [("ثلاثة الملايين", "count", 3_000_000, None, "نازح")]),
    (
        "20 الآلاف",
        [("20", "count", 20, None, None), ("الآلاف", "count", None, None, None)],
    ),
    ("بلغ عددهم مئة.", [("مئة", "count", 100, None, None)]),
    ("جاءت مية إلى البيت", []),  # a woman
    (
        "1 على 3 ملايين",
        [("1", "count", 1, None, None), ("3 ملايين", "count", 3_000_000, None, None)],
    ),
    ("CA$500", [("500", "money", 500, "CAD", None)]),
    ("خمسة آذار", [("خمسة", "count", 5, None, None)]),  # nobody counts months so
]

ONES = [
    ("سجل هدفا واحدا", [("واحدا", "count", 1, None, "هدفا")]),
    ("دولار واحد", [("دولار واحد", "money", 1, "USD", None)]),
    ("بدولار أميركي واحد", [("دولار أميركي واحد", "money", 1, "USD", None)]),
    ("دولارا ونصف الدولار", [("دولارا ونصف الدولار", "money", 1.5, "USD", None)]),
    ("دولارا و20 سنتا", [("دولارا و20 سنتا", "money", 1.2, "USD", None)]),
    ("دولار و 20 سنتا", [("دولار و 20 سنتا", "money", 1.2, "USD", None)]),
    ("دولار وخمسين سنتا", [("دولار وخمسين سنتا", "money", 1.5, "USD", None)]),
    ("دينارا و500 مليم", [("دينارا و500 مليم", "money", 1.5, "TND", None)]),
    ("الدولار و20 سنتا", [("20", "money", 0.2, "USD", None)]),
    ("دولارا و20 رجلا", [("20", "count", 20, None, "رجلا")]),
    ("دولارا والدينار", []),
    ("71 دولارا وربع الدولار", [("71", "money", 71.25, "USD", None)]),
    ("10 دولارات ونصف تقريبا", [("10", "money", 10.5, "USD", None)]),
    (
        "3 دولارات وثلث السكان",
        [("3", "money", 3, "USD", None), ("ثلث", "fraction", 0.333, None, "السكان")],
    ),
    ("مليون دولار ونصف", [("مليون", "money", 1_000_000, "USD", None)]),
    ("وصلت 4 بواخر", [("4", "count", 4, None, "بواخر")]),
    ("صوت 34 ضده", [("34", "count", 34, None, None)]),
]
SHARED = [  # one unit or noun for both
    (
        "بعائد 4,25 و4,75%",
        [("4,25", "percent", 4.25, "%", None), ("4,75%", "percent", 4.75, "%", None)],
    ),
    (
        "على بعد 6.5 و11 كيلومترا",
        [("6.5", "measure", 6.5, "km", None), ("11", "measure", 11, "km", None)],
    ),
    (
        "لأجل 5 و10 سنوات",
        [("5", "duration", 5, "year", None), ("10", "duration", 10, "year", None)],
    ),
    (
        "نالا 12 و15 مقعدا",
        [("12", "count", 12, None, "مقعدا"), ("15", "count", 15, None, "مقعدا")],
    ),
    (
        "3 و5 ملايين",
        [("3", "count", 3, None, None), ("5 ملايين", "count", 5_000_000, None, None)],
    ),
    (
        "7 أيام/7 و24 ساعة",
        [
            ("7", "duration", 7, "day", None),
            ("7", "count", 7, None, None),
            ("24", "duration", 24, "hour", None),
        ],
    ),
    ("53 جزءا من المئة", [("53", "count", 53, None, "جزءا")]),
    ("جزء من 300 ألف سطر", [("300 ألف", "count", 300_000, None, "سطر")]),
    ("سبع بلدات بولاية كسلا", [("سبع", "count", 7, None, "بلدات")]),
]
PLACES = [  # an age, or a place in an order
    ("الأطفال دون الخامسة", [("الخامسة", "age", 5, "year", None)]),
    ("من هم فوق الستين", [("الستين", "age", 60, "year", None)]),
    ("في يومه الـ17", [("17", "ordinal", 17, None, "يومه")]),
    ("كتابها الـ12", [("12", "ordinal", 12, None, "كتابها")]),
    ("كتبها الـ12", [("12", "count", 12, None, "كتب")]),
    ("غرضه الـ12", [("12", "count", 12, None, None)]),
]


@pytest.mark.parametrize(
    ("text", "figures"),
    LABELS
    + TIMES
    + OWNED
    + UNITS
    + SHARES
    + BRACKETS
    + SCALES
    + ONES
    + SHARED
    + PLACES,
)
def test_a_number_is_of_its_own_noun(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize("hundred", ["مئة", "ألف", "200"])
def test_a_number_before_a_day_of_a_month_does_not_join_it(hundred):
    number, day = extract_figures(f"حضر {hundred} و5 آذار عيد", PUBLISHED)
    assert (number.text, day.text) == (hundred, "5 آذار")


def test_a_noun_without_its_owner_keeps_the_place_of_both():
    text = "ومع أبنائها الثلاثة"
    (figure,) = extract_figures(text)
    assert text[slice(*figure.noun_span)] == figure.noun_text == "أبنائها"
    assert (figure.noun, figure.noun_key) == ("أبناء", "ابن")
