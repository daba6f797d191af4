"""Whole sentences, invented, and every figure that stands in them."""

from datetime import date
from decimal import Decimal

import pytest

from articles.corpus.figures import Figure, extract_figures

TODAY = date(2024, 11, 20)

# sentence, then a line a figure: text | kind | value | unit | modifier | noun
EXAMPLES = """
ارتفع خام الشمال 1.5 بالمئة إلى 85.32 دولارا للبرميل
  1.5 بالمئة | percent | 1.5 | % | - | -
  85.32 | money | 85.32 | USD | - | -

سقط ما لا يقل عن 45 قتيلا و120 جريحا
  45 | count | 45 | - | at_least | قتيلا
  120 | count | 120 | - | at_least | جريحا

عاد أكثر من 1,5 مليون لاجئ عراقي، من بينهم 70 ألفا إلى الساحل
  1,5 مليون | count | 1500000 | - | more_than | لاجئ عراقي
  70 ألفا | count | 70000 | - | - | لاجئ عراقي

تتراوح الأعمار بين 18 و35 عاما
  18 و35 | range | 18 35 | year | between | -

زاد الضخ من 2.1 إلى 2.4 مليون برميل يوميا
  2.1 إلى 2.4 مليون | range | 2100000 2400000 | barrel/day | - | -

فازت النجوم على البرق 3-1 ثم تعادلت 2 - 2
  3-1 | score | 3 1 | - | - | -
  2 - 2 | score | 2 2 | - | - | -

لا تقل قيمتها عن ثلاثة ملايين يورو
  ثلاثة ملايين | money | 3000000 | EUR | at_least | -

لم يتجاوز عدد الحضور 300 شخص
  300 | count | 300 | - | at_most | شخص

خسر ثلثا السكان منازلهم وبات نصف مليون طفل بلا مدارس
  ثلثا | fraction | 0.6666666666666666666666666667 | - | - | السكان
  نصف مليون | count | 500000 | - | - | طفل

استمر اللقاء ساعتين ونصف الساعة
  ساعتين ونصف | duration | 2.5 | hour | - | -

قتل شخصان وأصيب ثلاثة عشر مدنيا
  شخصان | count | 2 | - | - | شخص
  ثلاثة عشر | count | 13 | - | - | مدنيا

توفي عن عمر ناهز ٨٢ عاما
  ٨٢ | age | 82 | year | about | -

سجلت البلدة 5 درجات تحت الصفر
  5 درجات تحت الصفر | measure | -5 | celsius | - | -

بلغ الراتب 350 ألفا و500 ليرة سورية أي أقل من 150 $ شهريا
  350 ألفا و500 | money | 350500 | SYP | - | -
  150 | money | 150 | USD | less_than | -

دفع 20 دولارا و43 سنتا
  20 دولارا و43 سنتا | money | 20.43 | USD | - | -

نفذ خلال السنوات الثلاث الماضية آلاف الغارات
  السنوات الثلاث | duration | 3 | year | - | -
  آلاف | count | - | - | - | الغارات

أقيمت الجولة الـ18 والذكرى الثانية
  18 | ordinal | 18 | - | - | الجولة
  الثانية | ordinal | 2 | - | - | الذكرى

وقع زلزال بقوة 6.3 درجات على مقياس ريختر
  6.3 | measure | 6.3 | richter | - | -

خفض المصرف الفائدة 25 نقطة أساس
  25 | measure | 25 | bp | - | -

فازوا ثلاث مرات وزاد السعر بثلاثة أضعاف
  ثلاث | frequency | 3 | times | - | -
  ثلاثة | multiple | 3 | times | - | -

تضم 80 مقعدا على الأقل
  80 | count | 80 | - | at_least | مقعدا

صدرت الطبعة في جلسته الحادية والعشرين
  الحادية والعشرين | ordinal | 21 | - | - | جلسته
"""


def examples() -> list[tuple[str, list[list[str]]]]:
    blocks = EXAMPLES.strip().split("\n\n")
    return [
        (
            block.splitlines()[0],
            [
                [cell.strip() for cell in line.split("|")]
                for line in block.splitlines()[1:]
            ],
        )
        for block in blocks
    ]


def row(figure: Figure) -> list[str]:
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    numbers = " ".join(
        "-" if number is None else f"{number.normalize():f}" for number in value
    )
    cells = [figure.unit, figure.modifier, figure.noun]
    return [figure.text, figure.kind, numbers, *(cell or "-" for cell in cells)]


@pytest.mark.parametrize(("sentence", "expected"), examples())
def test_every_figure_of_a_sentence_is_read(sentence, expected):
    assert [row(figure) for figure in extract_figures(sentence, TODAY)] == expected


def test_a_vague_figure_has_a_least_and_no_value():
    (figure,) = extract_figures("نزح مئات الآلاف من السكان")
    assert (figure.value, figure.value_min, figure.value_max) == (None, 100_000, None)
    assert figure.vague
    assert figure.tier == "secondary"


def test_dates_are_figures_with_an_iso_and_no_number():
    figures = extract_figures("تقود منذ 2014 تحالفا، وعاد الأربعاء", TODAY)
    assert [(f.kind, f.iso, f.value) for f in figures] == [
        ("date", "2014", None),
        ("date", "2024-11-20", None),
    ]
    assert figures[0].modifier == "since"


def test_a_conversion_in_brackets_is_linked_to_its_sum():
    first, second = extract_figures("بلغت الكلفة 100 مليون دولار (84 مليون يورو)")
    assert second.conversion_of == (first.start, first.end)


@pytest.mark.parametrize(
    ("text", "country", "unit", "is_sure"),
    [
        ("دفع 50 دينارا", None, None, False),
        ("دفع 50 دينارا", "KW", "KWD", True),
        ("دفع 50 دينارا كويتيا", "IQ", "KWD", True),
        ("دفع 50 دينارا كويتيا ثم 20 دينارا", None, "KWD", True),
        ("دفع 50 دينارا في بغداد", None, "IQD", False),
        ("دفع 50 دولارا كنديا", None, "CAD", True),
        ("دفع 50 ل.س", None, "SYP", True),
        ("دفع 50 د.إ", None, "AED", True),
        ("دفع 50 د.أ", None, "JOD", True),
        ("دفع €50", None, "EUR", True),
    ],
)
def test_a_bare_currency_is_never_guessed_as_a_fact(text, country, unit, is_sure):
    figure = extract_figures(text, country=country)[-1]
    assert figure.kind == "money"
    assert figure.unit == unit
    assert figure.ambiguous is not is_sure
    assert is_sure or "KWD" in figure.candidates


def test_the_units_of_one_dimension_add_up():
    figures = extract_figures("قفز مترا و80 سنتيمترا في ساعة واحدة وثلاثين دقيقة")
    assert [(f.value, f.unit) for f in figures] == [
        (Decimal("1.8"), "m"),
        (Decimal("1.5"), "hour"),
    ]


def test_json_has_plain_numbers_and_offsets():
    (figure,) = extract_figures("أكثر من 7.5 مليون شخص")
    plain = figure.as_json()
    assert plain["value"] == 7_500_000
    assert isinstance(plain["value"], int)
    assert (plain["modifier"], plain["modifier_start"], plain["modifier_end"]) == (
        "more_than",
        0,
        7,
    )
    assert (plain["phrase_start"], plain["phrase_end"]) == (0, 21)
