"""Every month of four systems, in three families of digits and four shapes."""

import pytest

from articles.corpus.dates import find_dates
from articles.corpus.dates.calendars import hijri_day

LEVANTINE = (
    "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,"
    "تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول"
)
EGYPTIAN = "يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر"
MOROCCAN = "يناير,فبراير,مارس,أبريل,ماي,يونيو,يوليوز,غشت,شتنبر,أكتوبر,نونبر,دجنبر"
TUNISIAN = "جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر"
HIJRI = (
    "محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,"
    "رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة"
)
DIGITS = {
    "0-9": "0123456789",
    "٠-٩": "٠١٢٣٤٥٦٧٨٩",
    "۰-۹": "۰۱۲۳۴۵۶۷۸۹",
}
SHAPES = ["{day} {month} {year}", "{day} من شهر {month} {year}"]
GREGORIAN_SHAPES = [*SHAPES, "{day} {month} من عام {year}", "{month} {day}، {year}"]
HIJRI_SHAPES = [*SHAPES, "{day} {month} {year}هـ", "{day} {month} عام {year} هـ"]


def write(shape, day, month, year, digits):
    text = shape.format(day=day, month=month, year=year)
    return text.translate({ord(str(value)): digits[value] for value in range(10)})


@pytest.mark.parametrize("digits", DIGITS.values(), ids=DIGITS.keys())
@pytest.mark.parametrize("shape", GREGORIAN_SHAPES)
@pytest.mark.parametrize("system", [LEVANTINE, EGYPTIAN, MOROCCAN, TUNISIAN])
def test_gregorian_months(system, shape, digits):
    for number, month in enumerate(system.split(","), start=1):
        text = write(shape, 21, month, 2016, digits)
        found = [(date.text, date.iso) for date in find_dates(f"صدر في {text}.")]
        assert found == [(text, f"2016-{number:02}-21")]


@pytest.mark.parametrize("digits", DIGITS.values(), ids=DIGITS.keys())
@pytest.mark.parametrize("shape", HIJRI_SHAPES)
def test_hijri_months(shape, digits):
    for number, month in enumerate(HIJRI.split(","), start=1):
        text = write(shape, 21, month, 1438, digits)
        day = hijri_day(1438, number, 21)
        found = [(date.text, date.iso) for date in find_dates(f"صدر في {text}.")]
        assert day is not None
        assert found == [(text, day.isoformat())]
