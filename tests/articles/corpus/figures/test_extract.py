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

سقط ما لا يقل عن 38 قتيلا و115 جريحا
  38 | count | 38 | - | at_least | قتيلا
  115 | count | 115 | - | at_least | جريحا

وصل أكثر من 1,8 مليون عامل مصري، من بينهم 60 ألفا إلى الميناء
  1,8 مليون | count | 1800000 | - | more_than | عامل مصري
  60 ألفا | count | 60000 | - | - | عامل مصري

تتراوح أعمارهم بين 22 و41 عاما
  22 و41 | range | 22 41 | year | between | -

زاد الضخ من 3.2 إلى 3.7 مليون برميل يوميا
  3.2 إلى 3.7 مليون | range | 3200000 3700000 | barrel/day | - | -

فازت النجوم على البرق 3-1 ثم تعادلت 2 - 2
  3-1 | score | 3 1 | - | - | -
  2 - 2 | score | 2 2 | - | - | -

لا تقل قيمتها عن ثلاثة ملايين يورو
  ثلاثة ملايين | money | 3000000 | EUR | at_least | -

لم يتجاوز عدد الحضور 300 شخص
  300 | count | 300 | - | at_most | شخص

غادر ثلثا السكان قراهم وبقي نصف مليون طفل
  ثلثا | fraction | 0.6666666666666666666666666667 | - | - | السكان
  نصف مليون | count | 500000 | - | - | طفل

استمر اللقاء ساعتين ونصف الساعة
  ساعتين ونصف | duration | 2.5 | hour | - | -

غرق شخصان ونجا ثلاثة عشر مدنيا
  شخصان | count | 2 | - | - | شخص
  ثلاثة عشر | count | 13 | - | - | مدنيا

رحل عن عمر ناهز ٧٦ عاما
  ٧٦ | age | 76 | year | about | -

سجلت البلدة 9 درجات تحت الصفر
  9 درجات تحت الصفر | measure | -9 | celsius | - | -

صار الأجر 420 ألفا و700 ليرة سورية أي أقل من 90 $ شهريا
  420 ألفا و700 | money | 420700 | SYP | - | -
  90 | money | 90 | USD | less_than | -

دفع 20 دولارا و43 سنتا
  20 دولارا و43 سنتا | money | 20.43 | USD | - | -

نفذ خلال السنوات الثلاث الأخيرة آلاف الغارات
  السنوات الثلاث | duration | 3 | year | - | -
  آلاف | count | - | - | - | الغارات

أقيمت الجولة الـ18 والذكرى الثانية
  18 | ordinal | 18 | - | - | الجولة
  الثانية | ordinal | 2 | - | - | الذكرى

وقع زلزال بقوة 6.3 درجات على مقياس ريختر
  6.3 | measure | 6.3 | richter | - | -

خفض المصرف الفائدة 25 نقطة أساس
  25 | percent | 25 | bp | - | -

يعاني 7 أشخاص من كل 10 شبان أرقا، وواحد من كل خمسة كآبة
  7 أشخاص من كل 10 | fraction | 0.7 | - | - | شبان
  واحد من كل خمسة | fraction | 0.2 | - | - | كآبة

دفع 300 ثلاثمائة درهم ثم مئتين (200) دولار
  300 ثلاثمائة | money | 300 | - | - | -
  مئتين (200) | money | 200 | USD | - | -

باع تسعة أعشار محصوله ب15,947 دينارا و736 مليما
  تسعة أعشار | fraction | 0.9 | - | - | محصوله
  15,947 | money | 15.947 | - | - | -
  736 | money | 0.736 | TND | - | -

رفع الأجر من 338 دينارا إلى 357,136 دينارا
  338 دينارا إلى 357,136 | range | 338 357.136 | - | - | -

فاز المنتخب بركلات الترجيح 4 مقابل 3 في الدقيقة 71. وأيد المقترح 12 مقابل 5
  4 مقابل 3 | score | 4 3 | - | - | -
  71 | ordinal | 71 | - | - | الدقيقة
  12 | count | 12 | - | - | -
  5 | count | 5 | - | - | -

حجزوا 3 بنادق نصف آلية ومبالغ بين 3 ألاف دينار و4500 دينار
  3 | count | 3 | - | - | بنادق
  3 ألاف دينار و4500 | range | 3000 4500 | - | between | -

نقل مسافرين اثنين تعرضا لوعكة، ثم وصل شاب يبلغ 19 عاما لم يتجاوز أخوه الـ14 من عمره
  اثنين | count | 2 | - | - | مسافرين
  19 | age | 19 | year | - | -
  14 | age | 14 | year | at_most | -

تستمر من خمس إلى سبع ساعات لمن هم دون سن السادسة عشرة
  خمس إلى سبع | range | 5 7 | hour | - | -
  السادسة عشرة | age | 16 | year | less_than | -

سجلت المدينة حالتي وفاة وضبطت 3 سيارات بين مدينتي النور والسلام
  حالتي | count | 2 | - | - | حالة
  3 | count | 3 | - | - | سيارات

ارتفع العدد إلى 19 ألفا سنة 2012 وأودع ولايته سنة وخمسة أشهر
  19 ألفا | count | 19000 | - | - | -
  سنة 2012 | date | - | - | - | -
  سنة وخمسة أشهر | duration | 1.416666666666666666666666667 | year | - | -

أعمار أبنائها 9 سنوات و5 سنوات وتراجع الإنتاج بأكثر من الثلثين
  9 | age | 9 | year | - | -
  5 | age | 5 | year | - | -
  الثلثين | fraction | 0.6666666666666666666666666667 | - | more_than | -

ألا يقل عمر المتقدم عن 21 سنة وألا يزيد على 30 سنة
  21 | age | 21 | year | at_least | -
  30 | age | 30 | year | at_most | -

بلغ نصف النهائي للمرة الـ14
  14 | ordinal | 14 | - | - | المرة

حضر أعضاء الرابطة المحترفة الثانية المؤتمر القادم الـ23
  الثانية | ordinal | 2 | - | - | الرابطة
  23 | ordinal | 23 | - | - | المؤتمر

لم تزد المشاركة على 11 في المئة ولم تتخط الكلفة 5 ملايين درهم
  11 في المئة | percent | 11 | % | at_most | -
  5 ملايين | money | 5000000 | - | at_most | -

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
    figures = extract_figures("تدير منذ 2014 متحفا، وعاد الأربعاء", TODAY)
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
    (figure,) = extract_figures("أكثر من 8.5 مليون شخص")
    plain = figure.as_json()
    assert plain["value"] == 8_500_000
    assert isinstance(plain["value"], int)
    assert (plain["modifier"], plain["modifier_start"], plain["modifier_end"]) == (
        "more_than",
        0,
        7,
    )
    assert (plain["phrase_start"], plain["phrase_end"]) == (0, 21)
