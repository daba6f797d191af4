"""What looks like a figure and is none."""

import pytest

from articles.corpus.figures import extract_figures


@pytest.mark.parametrize(
    "text",
    [
        "للحجز على الرقم 00961-1-5550142",
        "هاتف 0912345678 وفاكس +966 11 123 4567",
        "صندوق بريد 4521",
        "اتصل على 81.10.77.77",
        "القانون رقم 10",
        "نصت المادة 140 والفصل 28",
        "القرار 2254",
        "على القناة 12 وقناة 24",
        "فيروس كوفيد-19",
        "طائرة بوينغ 737 ومقاتلة إف-16",
        "F-16 وG20 و5G",
        "Windows 11",
        "https://example.org/2024/05/12345",
        "news2024@example.org",
        "#حملة_2030",
        "خطة 4-3-3",
        "ذهب عيار 21",
        "المرسوم رقم (م/132)",
        "طائرة البوينغ 777-200",
        "البطولة الوطنية القسم ألف لكرة السلة",
        "قالت مية الجريسي",
        "مجموعة 5+1",
        "ألّف الشاعر ديوانا",
        "ألف الكاتب رواية",
        "أحد أهم المعاقل",
        "كمية من المواد",
        "أثنى على الفريق",
        "لست هنا",
        "حركة طالبان",
        "الملك محمد السادس",
        "لويس الرابع عشر",
        "لأول مرة",
        "بالدرجة الأولى",
        "من جهة ثانية",
        "العمود الفقري والساحل الأيمن",
        "مجموعة العشرين",
        "وفق نص البيان",
        "نصف النهائي",
        "الفصلين 227 و239",
        "قناة فرنس 24",
        "الساعة الصفر",
        "ألف ليلة وليلة",
        "بلدان كثيرة",
        "عام 869",
        "المدير العامين",
        "تصعيد تريليوني في الأسواق",
    ],
)
def test_no_figure_is_claimed(text):
    assert [(f.text, f.kind) for f in extract_figures(text)] == []


@pytest.mark.parametrize("text", ["1- فتح المعبر\n2- وقف النار", "صفحة\n12\nخبر"])
def test_list_markers_and_page_numbers_are_none(text):
    assert extract_figures(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بلغ طول الطريق 1,200 كم", 1200),
        ("رفع 1670 دعوى", 1670),
        ("ربح القطاع (-0.5 بالمئة)", -0.5),
        ("الرئيس الـ45", 45),
        ("عدد 5 سيارات", 5),
    ],
)
def test_what_looks_like_a_name_may_still_be_a_figure(text, value):
    assert [float(figure.value) for figure in extract_figures(text)] == [value]
