"""What a number counts, and the key by which two articles compare it."""

import pytest

from articles.corpus.figures import extract_figures
from articles.corpus.figures.nouns import noun_key


@pytest.mark.parametrize(
    ("text", "noun", "elided"),
    [
        ("25 خزانة للكتب", "خزانة", False),
        ("3.4 مليون عامل مصري إلى المدن", "عامل مصري", False),
        ("ستة من رجال الجيش", "رجال", False),
        ("3 ملايين من الكتب", "الكتب", False),
        ("58 بالمئة من النازحين", "النازحين", False),
        ("أصيب 20 بجروح", "جريح", True),
        ("مقتل 32 في انفجار", "قتيل", True),
        ("بلغ عدد النازحين 417 ألفا", "النازحين", True),
        ("وصل 12 يوم أمس", None, False),
        ("62 عضواً للمجلس", "عضواً", False),
        ("أربعة وزراء", "وزراء", False),
        ("الدول الخمس الكبرى", "الدول", False),
        ("التهم الرئيسية الثلاث", "التهم", False),
        ("الأعضاء الـ15", "الأعضاء", False),
        ("والأعضاء الـ15", "الأعضاء", False),
        ("الدول الثلاث جاءت", "الدول", False),
        ("عوامل ثلاثة تهدد", "عوامل", False),
        ("(3500) قذيفة", "قذيفة", False),
        ("وجود 3 سيارات هناك", "سيارات", False),
        ("شخصين اثنين", "شخص", False),
        ("سائحان تونسيان", "سائحان", False),
        ("اعتقلت منذ أيام خمسة سعوديين", "سعوديين", False),
    ],
)
def test_the_counted_noun(text, noun, elided):
    figure = extract_figures(text)[0]
    if figure.kind == "duration":
        return
    assert (figure.noun, figure.noun_elided) == (noun, elided)


@pytest.mark.parametrize(
    "group",
    [
        ("قتيل", "قتيلا", "قتيلًا", "قتلى", "القتلى"),
        ("شخص", "شخصا", "أشخاص", "اشخاص"),
        ("مدني", "مدنيا", "مدنيين", "مدنيون"),
        ("غارة", "غارات", "الغارات"),
        ("لاجئ عراقي", "لاجئا عراقيا", "لاجئين عراقيين"),
        ("دولة", "دول", "الدول"),
    ],
)
def test_the_forms_of_a_noun_share_one_key(group):
    assert len({noun_key(form) for form in group}) == 1
