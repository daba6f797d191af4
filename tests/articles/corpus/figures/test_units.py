"""Names by which readers see the units."""

import pytest

from articles.corpus.figures import extract_figures, unit_label


@pytest.mark.parametrize(
    ("symbol", "label"),
    [
        ("km", "كيلومتر"),
        ("km2", "كيلومتر مربع"),
        ("km/h", "كيلومتر في الساعة"),
        ("barrel/day", "برميل يوميا"),
        ("celsius", "درجة مئوية"),
        ("%", "بالمئة"),
        ("USD", "USD"),
    ],
)
def test_a_symbol_is_shown_by_its_first_arabic_name(symbol, label):
    assert unit_label(symbol) == label


@pytest.mark.parametrize(
    ("text", "kind", "unit", "noun"),
    [
        ("عجوز في التسعين تهدي كتبها", "age", "year", None),
        ("لاعب في الـ45 من عمره يعتزل", "age", "year", None),
        ("توفي الشاعر عن 78 عاما", "age", "year", None),
        ("في العشرين دولة التي شاركت", "count", None, "دولة"),
        ("15 تحملها شاحنة", "count", None, None),
        ("97 تهديد وصل", "count", None, "تهديد"),
        ("افتتحت الدورة 31 للمعرض", "ordinal", None, "الدورة"),
        ("محكمة الجنايات المتهمين الثلاثة", "count", None, "المتهمين"),
        ("انخفض بمقدار الثلث", "fraction", None, None),
    ],
)
def test_what_stands_around_a_number_tells_what_it_is(text, kind, unit, noun):
    figure = extract_figures(text)[0]
    assert (str(figure.kind), figure.unit, figure.noun) == (kind, unit, noun)


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("وصل قبل 3 أيام", True),
        ("يغيب منذ ثلاثة أيام", True),
        ("بعد 40 دقيقة من إقلاعها", False),
        ("استمر 3 أيام", False),
    ],
)
def test_a_time_that_counts_from_now_is_relative(text, relative):
    assert extract_figures(text)[0].relative is relative
