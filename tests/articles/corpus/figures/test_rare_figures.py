"""Figures that news has rarely, and numbers that look like another kind of figure."""

import pytest

from articles.corpus.figures import extract_figures
from tests.articles.corpus.figures.readings import PUBLISHED, read

COUNTS = [
    ("5 تتحدث", [("5", "count", 5, None, None)]),
    ("1 ـ النادي", [("1", "count", 1, None, None)]),  # an item of a list
    ("لِخمسة رجال", [("خمسة", "count", 5, None, "رجال")]),
    ("3 ونصف مليون", [("3 ونصف مليون", "count", 3_500_000, None, None)]),
    ("القانون - 10", [("10", "count", 10, None, None)]),
    ("هاتف 1234567 1234567", []),
    ("راسلونا على 12 345@marfa.example", []),  # an address with a blank in it
    ("حالتي", []),  # «my state»
    ("في الحادي", []),
    ("5 فاصلة أخرى", [("5", "count", 5, None, "فاصلة أخرى")]),  # no decimal point
    ("فألّف ثلاثة كتب", [("ثلاثة", "count", 3, None, "كتب")]),  # «so he wrote»
    ("بلدين كبيرين", [("بلدين", "count", 2, None, "بلد")]),  # «big», and no wells
    ("وأحد عشر رجلا", [("أحد عشر", "count", 11, None, "رجلا")]),
    ("جاء 3 رجال والذي تأخر", [("3", "count", 3, None, "رجال")]),
    ("12345678", []),  # a code
    ("3 بعضهم غادر", [("3", "count", 3, None, None)]),
    ("5 يشاركون", [("5", "count", 5, None, None)]),
    ("أطلقوا 5 «أسرى»", [("5", "count", 5, None, "أسرى")]),
    ("5 رجال سوريين", [("5", "count", 5, None, "رجال سوريين")]),
    ("رواية 1984 صدرت", []),  # a year
    ("5 رجال في كل قرية", [("5", "count", 5, None, "رجال")]),
    ("أحد من كل 5", [("5", "count", 5, None, None)]),
    (
        "الفصل الأول الثاني",
        [
            ("الأول", "ordinal", 1, None, "الفصل"),
            ("الثاني", "ordinal", 2, None, None),
        ],
    ),
    ("في دورته الـ31 انطلق المهرجان", [("31", "ordinal", 31, None, "دورته")]),
]
TWICE = [  # a number and the same in brackets is one figure; another number is another
    (
        "100 (مئتان)",
        [("100", "count", 100, None, None), ("مئتان", "count", 200, None, None)],
    ),
    (
        "100 (خمسون كتابا",
        [("100", "count", 100, None, None), ("خمسون", "count", 50, None, "كتابا")],
    ),
    (
        "مليون، 5 كتب",
        [("مليون", "count", 1_000_000, None, None), ("5", "count", 5, None, "كتب")],
    ),
    (
        "عشرات وآلاف",
        [("عشرات", "count", None, None, None), ("آلاف", "count", None, None, None)],
    ),
    (  # the و ends its line
        "5 كتب و\n7 أقلام",
        [("5", "count", 5, None, "كتب"), ("7", "count", 7, None, "أقلام")],
    ),
]
UNITS = [
    ("دولاران", [("دولاران", "money", 2, "USD", None)]),
    ("زارها مرتين", [("مرتين", "frequency", 2, "times", None)]),
    (  # both ends are cents
        "بين 20 و30 سنتا",
        [("20 و30", "range", (0.2, 0.3), "USD", None)],
    ),
    ("واحد دولار", [("واحد", "money", 1, "USD", None)]),
    ("مرة واحدة", [("واحدة", "frequency", 1, "times", None)]),
    ("ثلاثة أيام ونصف اليوم", [("ثلاثة", "duration", 3.5, "day", None)]),
    ("دون سن 16", [("16", "age", 16, "year", None)]),
    ("زاوية 5 درجات", [("5", "measure", 5, "degree", None)]),
    ("خمسة km", [("خمسة", "count", 5, None, None)]),  # a sign wants digits
    ("5 م", [("5", "measure", 5, "m", None)]),
    ("5abc", [("5", "count", 5, None, None)]),
    (  # a kilometre is no part of a metre
        "5 أمتار و80 كيلومترا",
        [("5", "measure", 5, "m", None), ("80", "measure", 80, "km", None)],
    ),
    ("سجل الهدف للدقيقة 71", [("71", "ordinal", 71, None, "الدقيقة")]),
    ("وقعت خمسة عقود", [("خمسة", "count", 5, None, "عقود")]),  # contracts
    ("مضت ثلاثة عقود", [("ثلاثة", "duration", 3, "decade", None)]),
    ("أعطى 3 ل أحمد", [("3", "count", 3, None, None)]),  # no litres
    ("سافر وفي 60 عاما من عمره", [("60", "age", 60, "year", None)]),
    ("ابن 5 سنوات", [("5", "age", 5, "year", None)]),
]
PARTS = [
    ("1 على كتاب", [("1", "count", 1, None, None)]),
    (
        "1 على 3 محاور",
        [("1", "count", 1, None, None), ("3", "count", 3, None, "محاور")],
    ),
    ("1 على 1", [("1", "count", 1, None, None), ("1", "count", 1, None, None)]),
    ("أرباع السكان", []),
    ("1/0", [("1", "count", 1, None, None), ("0", "count", 0, None, None)]),
    ("5/7", [("5", "count", 5, None, None), ("7", "count", 7, None, None)]),
    ("خمس السكان", [("خمس", "fraction", 0.2, None, "السكان")]),
    ("خمس آلات جديدة", [("خمس", "count", 5, None, "آلات جديدة")]),  # no article
    ("عشر ألعاب", [("عشر", "count", 10, None, "ألعاب")]),
    ("عشر السكان مهددون", [("عشر", "fraction", 0.1, None, "السكان")]),
]
RANGES = [
    ("ثلاثة أو أربعة", [("ثلاثة أو أربعة", "range", (3, 4), None, None)]),
    ("بين 5 إلى 7", [("5 إلى 7", "range", (5, 7), None, None)]),
    ("بين 5 و بين 7", [("5 و بين 7", "range", (5, 7), None, None)]),
    ("$5-$7", [("5-$7", "range", (5, 7), "USD", None)]),
    ("4.5-3.5", [("4.5-3.5", "range", (4.5, 3.5), None, None)]),
    (  # nine hundred is no nine hundred million
        "من 900 إلى 3.7 مليون",
        [("900 إلى 3.7 مليون", "range", (900, 3_700_000), None, None)],
    ),
    (
        "4 مقابل 3 أصوات",
        [("4", "count", 4, None, None), ("3", "count", 3, None, "أصوات")],
    ),
    (
        "ثلاثة - 7",
        [("ثلاثة", "count", 3, None, None), ("7", "count", 7, None, None)],
    ),
    ("بين\nخمسة", [("خمسة", "count", 5, None, None)]),
    (  # the end that is sure tells thousands from decimals
        "من 357,136 إلى 358 ألفا",
        [("357,136 إلى 358 ألفا", "range", (357_136, 358_000), None, None)],
    ),
    (
        "من 357,136 إلى 338",
        [("357,136 إلى 338", "range", (357.136, 338), None, None)],
    ),
    (  # lines are no ranges
        "بين 5\nو7 كتب",
        [("5", "count", 5, None, None), ("7", "count", 7, None, "كتب")],
    ),
    ("ثمن الكتاب 5 -\n7", [("5", "count", 5, None, None)]),
]


@pytest.mark.parametrize(("text", "figures"), COUNTS + TWICE + UNITS + PARTS + RANGES)
def test_a_rare_figure_is_read_or_left(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize("text", ["جولة شهري", "تقرير يومي"])
def test_a_word_of_time_alone_is_no_frequency(text):
    assert read(text) == []


CLAIMANTS = [
    ("الوزارة التي تعلن عن 5 وفيات", None),
    ("وزارة الصحة زلزال: 5 قتلى", "وزارة الصحة زلزال"),
    ('قالت شبكة "الأفق إن 5 قتلى سقطوا', "شبكة"),  # the quotation never ends
    ("لفت إلى أنه حسب قوله 5 قتلى", None),  # nobody was named before
    ("حسب 5 شهود", None),
    ("قال عنه الوزير إن 5 قتلى سقطوا", "الوزير"),
    ('حسب "وزارة الصحة" سقط 5 قتلى', "وزارة الصحة"),
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMANTS)
def test_who_said_it_in_broken_sentences(text, claimant):
    (figure,) = extract_figures(text, PUBLISHED)
    assert (figure.claimant.name if figure.claimant else None) == claimant


@pytest.mark.parametrize(
    "text",
    ["تجاوز في العام عددهم 5 قتلى", "يتجاوز بعد ذلك 5 قتلى"],
)
def test_a_verb_of_another_phrase_bounds_nothing(text):
    (figure,) = extract_figures(text, PUBLISHED)
    assert (figure.value, figure.modifier) == (5, None)
