"""What a newspaper says and which day it means."""

from datetime import date, datetime

import pytest

from articles.corpus.dates import Calendar, Kind, Part, Precision, find_dates

PUBLISHED = date(2017, 3, 22)
"""A Wednesday."""


def read(text, published=PUBLISHED):
    return [(mention.text, mention.iso) for mention in find_dates(text, published)]


def one(text, published=PUBLISHED):
    (mention,) = find_dates(text, published)
    return mention


MONTHS_WRITTEN_TWICE = [
    ("في آب/أغسطس 2016", "آب/أغسطس 2016", "2016-08"),
    ("في آب أغسطس 2016", "آب أغسطس 2016", "2016-08"),
    ("في 3 أيار (مايو) 2016", "3 أيار (مايو) 2016", "2016-05-03"),
    ("في 3 أيار / مايو 2016", "3 أيار / مايو 2016", "2016-05-03"),
    ("منذ كانون الثاني/يناير", "كانون الثاني/يناير", "2017-01"),
    ("يوم 9 ناصر/يوليو 1999", "يوم 9 ناصر/يوليو 1999", "1999-07-09"),
]
DAYS_IN_WORDS = [
    ("في الخامس والعشرين من أيار 2014", "الخامس والعشرين من أيار 2014", "2014-05-25"),
    ("في غرة أكتوبر 2014", "غرة أكتوبر 2014", "2014-10-01"),
    ("منذ الأول من شهر شباط 2015", "الأول من شهر شباط 2015", "2015-02-01"),
    ("في الحادي عشر من سبتمبر 2001", "الحادي عشر من سبتمبر 2001", "2001-09-11"),
    ("في الثلاثين من حزيران 2013", "الثلاثين من حزيران 2013", "2013-06-30"),
    ("في الـ19 من مارس 2015", "الـ19 من مارس 2015", "2015-03-19"),
    ("فاتح ماي 2014", "فاتح ماي 2014", "2014-05-01"),
]
DIGITS = [
    ("22/03/2017", "2017-03-22"),
    ("٢٢/٣/٢٠١٧", "2017-03-22"),
    ("۲۲-۰۳-۲۰۱۷", "2017-03-22"),
    ("22.03.2017", "2017-03-22"),
    ("31 / 3 / 2015", "2015-03-31"),
    ("2017-03-22", "2017-03-22"),
    ("2017/3/22", "2017-03-22"),
    ("5/4/2017", "2017-04-05"),
    ("22/3/17", "2017-03-22"),
    ("2017-03-22T21:38:00+03:00", "2017-03-22T21:38"),
    ("2017-03-22T21:38:00.123Z", "2017-03-22T21:38"),
    ("22.03.2017 | 21:38", "2017-03-22T21:38"),
]


@pytest.mark.parametrize(("text", "span", "iso"), MONTHS_WRITTEN_TWICE + DAYS_IN_WORDS)
def test_a_day_and_a_month_in_words(text, span, iso):
    assert read(text) == [(span, iso)]


@pytest.mark.parametrize(("text", "iso"), DIGITS)
def test_digits_put_the_day_first(text, iso):
    assert read(f"صدر {text} في بيروت") == [(text, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "03/22/2017",
        "31/2/2015",
        "1.2.3.4",
        "00961-1-5550142",
        "القرار 5/2013",
        "2.5 مارس",
    ],
)
def test_other_numbers_with_signs_are_no_days(text):
    assert read(text) == []


HIJRI = [
    ("٢٧ رمضان ١٤٤٢ هـ", "2021-05-09", "1442-09-27"),
    ("24/6/1438هـ", "2017-03-23", "1438-06-24"),
    ("١٤٣٨/٦/٢٤ هـ", "2017-03-23", "1438-06-24"),
    ("الأول من محرم 1440", "2018-09-11", "1440-01-01"),
    ("10 ذي الحجة 1436 هـ", "2015-09-23", "1436-12-10"),
]


@pytest.mark.parametrize(("text", "iso", "hijri"), HIJRI)
def test_a_hijri_day_is_given_in_both_calendars(text, iso, hijri):
    mention = one(f"في {text} صدر")
    assert (mention.text, mention.iso, mention.hijri) == (text, iso, hijri)
    assert mention.calendar is Calendar.HIJRI


def test_a_hijri_month_or_year_is_a_stretch_of_gregorian_days():
    month, year = one("في رمضان 1442 هـ"), one("ميزانية عام 1438 هـ")
    assert (month.iso, month.end_iso) == ("2021-04-13", "2021-05-12")
    assert (month.precision, month.hijri) == (Precision.MONTH, "1442-09")
    assert (year.iso, year.end_iso) == ("2016-10-02", "2017-09-20")


def test_a_hijri_month_may_stand_in_a_gregorian_year():
    assert one("في رمضان 2019").iso == "2019-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "الأربعاء 23 جمادى الآخرة 1438 هـ الموافق 22 مارس 2017 م",
        "22 مارس 2017م الموافق 23 جمادى الآخرة 1438هـ",
        "23 جمادى الآخرة 1438 هـ (22 مارس 2017)",
    ],
)
def test_the_same_day_by_two_calendars_is_one_date(text):
    mention = one(text)
    assert (mention.text, mention.iso) == (text, "2017-03-22")
    assert mention.hijri == "1438-06-23"


RANGES = [
    ("من 13-15 تموز 2016", "13-15 تموز 2016", "2016-07-13", "2016-07-15"),
    ("من 16 وحتى 22 مارس الجاري", "16 وحتى 22 مارس الجاري", "2017-03-16", "2017-03-22"),
    ("يومي 13 و14 تموز 2016", "13 و14 تموز 2016", "2016-07-13", "2016-07-14"),
    ("بين 15-26 شوال 1436", "15-26 شوال 1436", "2015-07-31", "2015-08-11"),
    ("1 حتى 26 / 11 / 1436 هـ", "1 حتى 26 / 11 / 1436 هـ", "2015-08-16", "2015-09-10"),
    ("5 شباط - 7 آذار 2016", "5 شباط - 7 آذار 2016", "2016-02-05", "2016-03-07"),
    ("26 أوت إلى غاية 6 سبتمبر 2016", None, "2016-08-26", "2016-09-06"),
    ("من كانون الأول إلى شباط 2016", None, "2015-12", "2016-02"),
    ("من 2010 إلى 2015 تغيرت", "2010 إلى 2015", "2010", "2015"),
    ("موسم 2014/2015", "2014/2015", "2014", "2015"),
    ("ميزانية 1436 / 1437هـ", "1436 / 1437هـ", "2014-10-25", "2016-10-01"),
    ("عامي 2006 و2008", "عامي 2006 و2008", "2006", "2008"),
    ("الشاعر (1932 - 2015)", "1932 - 2015", "1932", "2015"),
    ("يوليو 13-15", "يوليو 13-15", "2017-07-13", "2017-07-15"),
]


@pytest.mark.parametrize(("text", "span", "first", "last"), RANGES)
def test_a_stretch_of_time_has_two_ends(text, span, first, last):
    mention = one(text)
    assert mention.kind is Kind.DATE_RANGE
    assert span is None or mention.text == span
    assert (mention.iso, mention.end_iso) == (first, last)


YEARS = [
    ("منذ افتتاحه عام 2014 على", ["عام 2014"]),
    ("تدير منذ 2014 متحفا صغيرا", ["2014"]),
    ("لعام 2014 ولسنة 2015", ["عام 2014", "سنة 2015"]),
    ("مونديال 2018 ورؤية 2030", ["2018", "2030"]),
    ("في 2015 تم التوقيع", ["2015"]),
    ("فيلمه (2009) نال", ["2009"]),
    ("عام 2014 و2015", ["عام 2014", "2015"]),
    ("ولد 1960م", ["1960م"]),
    ("حضر 2000 شخص في 2000 مدرسة", []),
    ("في 2014 عنصرا من القوة", []),
    ("منذ 2000 يوم", []),
    ("سار 1500 م في الجبل", []),
    ("بلغ 2015 نقطة", []),
]


@pytest.mark.parametrize(("text", "spans"), YEARS)
def test_four_digits_are_a_year_only_where_the_words_say_so(text, spans):
    assert [mention.text for mention in find_dates(text, PUBLISHED)] == spans


RELATIVE = [
    ("يوم الاربعاء", "2017-03-22"),
    ("الخميس", "2017-03-16"),
    ("الأربعاء الماضي", "2017-03-15"),
    ("الخميس المقبل", "2017-03-23"),
    ("من المقرر أن يجتمع المجلس الخميس", "2017-03-23"),
    ("أمس الثلاثاء", "2017-03-21"),
    ("أمس الاثنين", "2017-03-20"),
    ("أول من أمس", "2017-03-20"),
    ("غدا", "2017-03-23"),
    ("اليوم الأربعاء", "2017-03-22"),
    ("كانون الثاني الماضي", "2017-01"),
    ("شهر نيسان الماضي", "2016-04"),
    ("مارس الجاري", "2017-03"),
    ("شباط المقبل", "2018-02"),
    ("15 مارس الماضي", "2017-03-15"),
    ("15 من الشهر الجاري", "2017-03-15"),
    ("20 كانون الأول", "2016-12-20"),
    ("يناير من العام الماضي", "2016-01"),
    ("العام الماضي", "2016"),
    ("العام قبل الماضي", "2015"),
    ("هذا العام", "2017"),
    ("الشهر الماضي", "2017-02"),
    ("الأسبوع الماضي", "2017-W11"),
    ("رمضان المقبل", "2017-05-27"),
    ("القرن الماضي", "19"),
]


@pytest.mark.parametrize(("text", "iso"), RELATIVE)
def test_relative_days_follow_from_the_publication(text, iso):
    mention = one(f"وقال في {text}")
    assert (mention.iso, mention.relative) == (iso, True) or text == "القرن الماضي"
    assert mention.iso == iso


@pytest.mark.parametrize(("text", "_"), RELATIVE)
def test_without_a_publication_day_they_stay_open(text, _):
    assert one(f"وقال في {text}", None).iso is None


def test_a_time_of_publication_serves_as_its_day():
    assert one("أمس", datetime(2017, 3, 22, 1, 0)).iso == "2017-03-21"


def test_the_weekday_helps_to_find_the_year():
    assert one("الخميس 15 آب", date(2013, 2, 12)).iso == "2013-08-15"


PARTS_OF_DAY = [
    ("مساء الأربعاء", "2017-03-22", "evening"),
    ("فجر اليوم", "2017-03-22", "dawn"),
    ("صباح أمس الثلاثاء", "2017-03-21", "morning"),
    ("بعد ظهر أمس", "2017-03-21", "afternoon"),
    ("ليل الأحد الاثنين", "2017-03-19", "night"),
    ("الثلاثاء صباحا", "2017-03-21", "morning"),
    ("الليلة الماضية", "2017-03-21", "night"),
]


@pytest.mark.parametrize(("text", "iso", "part"), PARTS_OF_DAY)
def test_a_part_of_the_day_belongs_to_the_date(text, iso, part):
    mention = one(text)
    assert (mention.text, mention.kind) == (text, Kind.DATETIME)
    assert (mention.iso, mention.day_part) == (iso, part)


TIMES = [
    ("الساعة التاسعة والنصف من صباح", "T09:30"),
    ("الساعة 9:30 مساء", "T21:30"),
    ("الساعة الخامسة إلا ثلثا عصرا", "T16:40"),
    ("الساعة الثانية عشرة ونصف ظهرا", "T12:30"),
    ("الساعة الثالثة وثماني عشرة دقيقة فجرا", "T03:18"),
    ("الثامنة مساء", "T20:00"),
    ("21:38", "T21:38"),
    ("9:40 ص", "T09:40"),
    ("12:05 ص", "T00:05"),
    ("الساعة 47ر09", "T09:47"),
    ("الساعة 19,00", "T19:00"),
    ("٨.٢١ مساء", "T20:21"),
]


@pytest.mark.parametrize(("text", "iso"), TIMES)
def test_hours_of_the_day(text, iso):
    assert read(f"عند {text}") == [(text, iso)]


def test_the_words_of_a_time_zone_stay_outside():
    assert read("عند الساعة 19,00 بتوقيت غرينتش") == [("الساعة 19,00", "T19:00")]
    assert read("(2000 تغ)") == [("2000", "T20:00")]


def test_an_hour_behind_a_day_belongs_to_it_and_before_it_stands_alone():
    assert read("الخميس 10 مارس 2017 الساعة 14:30")[0][1] == "2017-03-10T14:30"
    assert read("في الساعة 9:30 من صباح الاثنين 3 تشرين الثاني 2014") == [
        ("الساعة 9:30 من صباح", "T09:30"),
        ("الاثنين 3 تشرين الثاني 2014", "2014-11-03"),
    ]


PARTS = [
    ("أواخر تشرين الأول من عام 2018", "2018-10", Part.END),
    ("في مطلع عام 2015", "2015", Part.BEGIN),
    ("منتصف شهر مايو", "2017-05", Part.MID),
    ("بنهاية العام الجاري", "2017", Part.END),
    ("أوائل تسعينيات القرن الماضي", "199", Part.BEGIN),
]


@pytest.mark.parametrize(("text", "iso", "part"), PARTS)
def test_a_part_of_a_month_or_year_stands_beside_it(text, iso, part):
    mention = one(text)
    assert (mention.iso, mention.part) == (iso, part)
    assert mention.part_end <= mention.start
    assert text[mention.part_start : mention.part_end] not in mention.text


DECADES_AND_CENTURIES = [
    ("ثمانينيات القرن الماضي", "198", Precision.DECADE),
    ("عشرينات القرن العشرين", "192", Precision.DECADE),
    ("الثمانينات", "198", Precision.DECADE),
    ("القرن التاسع عشر", "18", Precision.CENTURY),
    ("القرن الـ19", "18", Precision.CENTURY),
    ("القرن الحالي", "20", Precision.CENTURY),
]


@pytest.mark.parametrize(("text", "iso", "precision"), DECADES_AND_CENTURIES)
def test_decades_and_centuries(text, iso, precision):
    mention = one(f"في {text}")
    assert (mention.text, mention.iso, mention.precision) == (text, iso, precision)


TRAPS = [
    "رئيسة الوزراء تيريزا ماي",
    "مارس الرياضة طويلا",
    "انتهت المباراة 3 - صفر",
    "سيارة نيسان جديدة",
    "رجب طيب أردوغان",
    "كان محرم عليه",
    "أب لطفلين",
    "الأمين العام السابق",
    "في الخمسينيات من عمره",
    "بأمس الحاجة",
    "صلاة الجمعة",
    "مرتين في اليوم",
    "على مدار الساعة",
    "المرة الثانية",
    "القرن الأفريقي",
    "صحيفة المصري اليوم",
    "3 سنوات من السبق",
]


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_only_look_like_dates(text):
    assert read(text) == []


def test_a_date_that_became_a_name_is_marked_and_not_resolved():
    revolution, day = one("ثورة 25 يناير"), one("في 25 يناير")
    assert (revolution.is_name, revolution.iso) == (True, None)
    assert (day.is_name, day.iso) == (False, "2017-01-25")


def test_letters_glued_before_a_date_stay_outside():
    assert read("مقارنة بالعام الماضي") == [("العام الماضي", "2016")]
    assert read("وَاليَوْمَ الأَرْبِعَاءَ") == [("اليَوْمَ الأَرْبِعَاءَ", "2017-03-22")]


def test_the_week_of_a_month_is_not_its_day():
    assert read("الأسبوع الثالث من شهر آذار 2017") == [("شهر آذار 2017", "2017-03")]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("الساعة الواحدة بعد الزوال", ("الساعة الواحدة بعد الزوال", "T13:00")),
        ("الثالثة من بعد الزوال", ("الثالثة من بعد الزوال", "T15:00")),
        ("الساعة التاسعة و النصف ليلا", ("الساعة التاسعة و النصف ليلا", "T21:30")),
        ("مشروع في أفق 2030", ("2030", "2030")),
        ("يفتح غرة جوان", ("غرة جوان", "2017-06-01")),
    ],
)
def test_hours_and_days_as_the_maghreb_writes_them(text, read_as):
    assert read(text) == [read_as]


def test_years_lived_abroad_are_one_stretch():
    assert read("من 1969 إلى غاية 1972") == [("1969 إلى غاية 1972", "1969")]


def test_a_century_before_christ_is_a_date_of_no_iso():
    mention = one("في القرن السابع قبل الميلاد")
    assert (mention.text, mention.iso) == ("القرن السابع قبل الميلاد", None)
    assert (mention.precision, mention.relative) == (Precision.CENTURY, False)


def test_a_league_has_no_hour():
    assert read("أندية الرابطة الثالثة صباح اليوم") == [("صباح اليوم", "2017-03-22")]


def test_years_turned_round_by_a_change_of_direction_are_read_the_right_way() -> None:
    (season,) = find_dates("الموسم 2020/2016 انتهى")
    assert (season.text, season.iso, season.end_iso) == ("2020/2016", "2016", "2020")


def test_what_no_second_day_follows_is_no_stretch() -> None:
    assert find_dates("افتتح المرفأ بين مارس ووصول الوفد") == []
    (day, _yesterday) = find_dates("بين 3 مارس 2019 وأمس")
    assert (day.text, day.end_iso) == ("3 مارس 2019", None)
