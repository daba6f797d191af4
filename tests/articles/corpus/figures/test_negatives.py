"""What looks like a figure and is none."""

import pytest

from articles.corpus.figures import extract_figures


@pytest.mark.parametrize(
    "text",
    [
        "للاستفسار على الرقم 00963-11-2234567",
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
        "مجموعة 5+1",
        "ألّف الكاتب رواية",
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
    ],
)
def test_no_figure_is_claimed(text):
    assert [(f.text, f.kind) for f in extract_figures(text)] == []


@pytest.mark.parametrize("text", ["1- فتح المعبر\n2- وقف النار", "صفحة\n12\nخبر"])
def test_list_markers_and_page_numbers_are_none(text):
    assert extract_figures(text) == []
