"""The line above an article that says when it was published."""

import pytest

from articles.corpus.dates import Calendar, Precision, read_stamp

STAMPS = [
    ("22.03.2017 | 21:38", "2017-03-22T21:38"),
    ("25 مارس 2021", "2021-03-25"),
    ("الأربعاء 22 آذار/مارس 2017 - 21:38", "2017-03-22T21:38"),
    ("نشر في: 2017/03/22 09:15 م", "2017-03-22T21:15"),
    ("تاريخ النشر: 2017-03-22 14:05:33", "2017-03-22T14:05"),
    ("١٤٣٨/٦/٢٤ هـ", "2017-03-23"),
    ("Wed, 22 Mar 2017 21:38", "2017-03-22T21:38"),
    ("March 22, 2017", "2017-03-22"),
    ("مارس 22, 2017", "2017-03-22"),
    ("2017-03-22T21:38:00+03:00", "2017-03-22T21:38"),
    ("21:38 - 22/03/2017", "2017-03-22T21:38"),
    ("الساعة 9:15 مساء بتوقيت دمشق 22 آذار 2017", "2017-03-22T21:15"),
    ("الأحد، ٢٢ مارس ٢٠١٥ ٠٩:١٥ ص", "2015-03-22T09:15"),
    ("22/3/2017 9:15 PM", "2017-03-22T21:15"),
    ("22 03 2017", "2017-03-22"),
    ("22-3-17", "2017-03-22"),
    ("الأربعاء 23 جمادى الآخرة 1438 هـ - 22 مارس 2017 م", "2017-03-22"),
]


@pytest.mark.parametrize(("line", "moment"), STAMPS)
def test_the_stamp_of_a_line(line, moment):
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.value.isoformat().startswith(moment)
    assert (stamp.precision is Precision.MINUTE) == ("T" in moment)
    assert stamp.rest == ""


@pytest.mark.parametrize(
    "line", ["قبل 3 ساعات", "أمس", "22 مارس", "2017", "03/22/2017", "عاجل", "", "١٢:٣٠"]
)
def test_a_line_without_a_whole_date_has_none(line):
    assert read_stamp(line) is None


def test_what_the_line_says_beside_is_handed_back():
    stamp = read_stamp("محليات | 25 مارس 2021 | سلمى النجار")
    assert stamp is not None
    assert stamp.rest == "محليات سلمى النجار"
    prose = read_stamp("وافتتح الجسر في 25 مارس 2021 بحضور الأهالي")
    assert prose is not None
    assert prose.rest == "وافتتح الجسر بحضور الأهالي"


def test_an_update_says_so():
    update = read_stamp("آخر تحديث: 22/03/2017 - 14:05")
    assert update is not None
    assert update.is_update
    assert not read_stamp("نشر: 22/03/2017").is_update


def test_the_span_is_the_stamp_in_the_line():
    line = "كتبه: مراسلنا، في 22 آذار 2017 الساعة 10:00"
    stamp = read_stamp(line)
    assert line[stamp.start : stamp.end] == "22 آذار 2017 الساعة 10:00"
    assert stamp.calendar is Calendar.GREGORIAN
