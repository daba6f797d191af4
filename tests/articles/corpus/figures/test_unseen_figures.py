"""Figures in shapes that texts of other outlets have: read, or left for a reason."""

from datetime import date

import pytest

from articles.corpus.figures import extract_figures

DAY = date(2017, 4, 6)


def read(text, country=None):
    figures = extract_figures(text, DAY, country)
    return [
        (f.text, str(f.kind), as_plain(f.iso or f.value), f.unit or f.noun)
        for f in figures
    ]


def as_plain(value):
    if isinstance(value, tuple):
        return tuple(map(float, value))
    return value if isinstance(value, str) else float(value)


PARTS_OF_SCALES = [
    ("زار المعرض خُمس مليون شخص", [("خُمس مليون", "count", 2e5, "شخص")]),
    ("عُشر مليون دينار", [("عُشر مليون", "money", 1e5, None)]),
    (
        "ثلاثة أرباع مليون يورو",
        [("ثلاثة أرباع مليون", "money", 7.5e5, "EUR")],
    ),
    ("خمس مليون شخص", [("خمس مليون", "count", 5e6, "شخص")]),  # without the vowel
    ("خُمس السكان", [("خُمس", "fraction", 0.2, "السكان")]),
]
MARKS = [
    ("بين 500 و1,500 يورو", [("500 و1,500", "range", (500, 1500), "EUR")]),
    ("قدرت بـ 1,7 مليار دج", [("1,7 مليار", "money", 1.7e9, "DZD")]),
]
OWNED = [
    ("عرض الرسام سبعا من لوحاته", [("سبعا", "count", 7, "لوحات")]),
    ("ثلاثة من أبنائه", [("ثلاثة", "count", 3, "أبناء")]),
]
SCORES = [
    ("بثلاثية نظيفة", [("ثلاثية نظيفة", "score", (3, 0), None)]),
    (
        "بثلاثية مقابل 4 أهداف",
        [("ثلاثية مقابل 4 أهداف", "score", (3, 4), None)],
    ),
    ("برباعية مقابل هدف", [("رباعية مقابل هدف", "score", (4, 1), None)]),
    (
        "بخماسية كاملة مقابل هدف وحيد",
        [("خماسية كاملة مقابل هدف وحيد", "score", (5, 1), None)],
    ),
    ("بهدفين دون رد", [("هدفين دون رد", "score", (2, 0), None)]),
    ("بثلاثة أهداف لهدف", [("ثلاثة أهداف لهدف", "score", (3, 1), None)]),
    ("3 أهداف مقابل هدفين", [("3 أهداف مقابل هدفين", "score", (3, 2), None)]),
    ("تعادلا صفر - صفر", [("صفر - صفر", "score", (0, 0), None)]),
    ("طابعة ثلاثية الأبعاد في لجنة رباعية", []),
    ("سجل ثلاثة أهداف", [("ثلاثة", "count", 3, "أهداف")]),
]
OUNCES = [
    ("وزع في نواكشوط 5000 أوقية", [("5000", "money", 5000, "MRU")]),
    ("20 مليون أوقية جديدة", [("20 مليون", "money", 2e7, "MRU")]),
    ("في نواكشوط 50 أوقية من الذهب", [("50", "measure", 50, "ounce")]),
    (
        "بقيمة 14 مليار أوقية جديدة، ودفعت 500 أوقية",
        [("14 مليار", "money", 1.4e10, "MRU"), ("500", "money", 500, "MRU")],
    ),
    ("50 أوقية", [("50", "measure", 50, "ounce")]),
]
ELIDED = [
    (
        "بـ 9 آلاف يورو بدل 5 آلاف",
        [("9 آلاف", "money", 9000, "EUR"), ("5 آلاف", "money", 5000, "EUR")],
    ),
    (
        "سعره 12 ألف يورو. وكان قبل شهر 5 آلاف.",
        [("12 ألف", "money", 12000, "EUR"), ("5 آلاف", "money", 5000, "EUR")],
    ),
    (
        "من 50 ألف يورو إلى 45 ألفا",
        [("50 ألف يورو إلى 45 ألفا", "range", (50000, 45000), "EUR")],
    ),
    (
        "صدرت 12 ألف طن مقابل 10 آلاف قبل عام",
        [("12 ألف", "measure", 12000, "tonne"), ("10 آلاف", "measure", 10000, "tonne")],
    ),
    (
        "دفع 12 ألف يورو. وتظاهر 5 آلاف",
        [("12 ألف", "money", 12000, "EUR"), ("5 آلاف", "count", 5000, None)],
    ),
    ("بعد وفاة اثنين منهم", [("اثنين", "count", 2, "وفاة")]),
    (
        "اعتقل 5 عناصر، 4 منهم قضوا",
        [("5", "count", 5, "عناصر"), ("4", "count", 4, "عناصر")],
    ),
]
NOUNS = [
    (
        "يبلغان من العمر 34 و51 سنة",
        [("34", "age", 34, "year"), ("51", "age", 51, "year")],
    ),
    ("الأطراف المذكورة الثلاث تعقد", [("الثلاث", "count", 3, "الأطراف")]),
    ("والتهم الرئيسية الثلاث", [("الثلاث", "count", 3, "التهم")]),
    (
        "عدد قياسي من المشاركين تجاوز الـ850",
        [("850", "count", 850, "المشاركين")],
    ),
    ("الدورة 27 لقمة الاتحاد", [("27", "ordinal", 27, "الدورة")]),
    ("الدورة العادية 27 لقمة الاتحاد", [("27", "ordinal", 27, "الدورة")]),
    ("ضمت الرحلة 162 مسافرا", [("162", "count", 162, "مسافرا")]),
    ("حجز حاسوبين", [("حاسوبين", "count", 2, "حاسوب")]),
    ('السائحة "سلمى قاسم" 46 عاما', [("46", "duration", "P46Y", "year")]),
    ('السائحة "سلمى قاسم"46 عاما،', [("46", "age", 46, "year")]),
    ('خالد "23 عاما"', [("23", "age", 23, "year")]),
    ("دمروا مدفعين", [("مدفعين", "count", 2, "مدفع")]),
    ("4 فضاءات بمعتمدية الميدة", [("4", "count", 4, "فضاءات")]),
    ("طيلة 120 دق", [("120", "duration", "PT120M", "minute")]),
]
NONE = [
    "مستشفى الطاهر صفر",
    "السيدة رابعة كبيلي",
    "رقم النجدة 197",
    "محكمة تونس 02",
    "سجل سليم (د9 و33)",
    "سائق الفورمولا 1 فرناندو",
    'هواتف أيفون "3 جي إس"',
    "عيار 14،5",
    "الرحلة 162 القادمة",
    "المادة 12 مكررا",
]


@pytest.mark.parametrize(
    ("text", "figures"),
    PARTS_OF_SCALES + MARKS + OWNED + SCORES + OUNCES + ELIDED + NOUNS,
)
def test_a_figure_is_read_whole(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_is_left(text):
    assert read(text) == []


def test_the_country_of_the_outlet_tells_its_money_from_an_ounce():
    assert read("دفع 5000 أوقية", "MR") == [("5000", "money", 5000, "MRU")]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("لايتجاوز دخلهم 1000 دينار", "at_most"),
        ("ولايقل عن 30 طنا", "at_least"),
        ("يتجاوز عدد هذه المساكن حاليا 2800 شقة", "more_than"),
        ("يتجاوز المدير العام وكل من معه 2800 شقة", None),
    ],
)
def test_a_verb_bounds_its_number_over_the_subject(text, modifier):
    [figure] = extract_figures(text, DAY)
    assert figure.modifier == modifier


def test_the_decimals_of_a_text_tell_what_its_bare_numbers_are():
    figures = extract_figures("بلغ 112.07 ين و1.0811 دولار ثم 99.430 أمس", DAY)
    assert float(figures[2].value) == 99.43
