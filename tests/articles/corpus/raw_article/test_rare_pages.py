"""Pages whose margins news rarely has: a wire at the end, a crumb, a near repeat."""

from datetime import date, datetime

import pytest

from articles.corpus.raw_article import LineRule, RuleKind, parse_article
from articles.corpus.raw_article.header_line import read_header_line
from articles.corpus.raw_article.margins import _ends_article, cut_bottom
from articles.corpus.raw_article.page import Page, words_of
from articles.corpus.raw_article.people import is_person

HEADLINE = "ميناء المرفأ يستقبل 300 سفينة في شهر واحد"
BODY = (
    "قالت إدارة الميناء إن أكثر من 300 سفينة رست على أرصفته خلال شهر آذار من العام.\n\n"
    "وأضافت الإدارة أن التوسعة كلفت نحو 2,6 مليون دولار، وأن العمل استغرق 14 شهرا."
)
LONG = (
    "وأضافت الإدارة أن التوسعة كلفت نحو 2,6 مليون دولار، وأن العمل استغرق 14 شهرا في "
    "السنة الماضية من دون توقف"
)


def read(text):
    article = parse_article(text)
    cuts = [(str(cut.reason), cut.text) for cut in article.removed]
    return article, cuts


CUTS = [
    ("(س.م)", [("editor_initials", "(س.م)")]),
    (
        "\n\nالأكثر مشاهدة هذا الأسبوع\nخبر آخر طويل",
        [("other_article", "الأكثر مشاهدة هذا الأسبوع\nخبر آخر طويل")],
    ),
    (
        "\n\nاضغط هنا\nمشاركة طباعة\nتابعونا على فيسبوك",
        [
            ("subscription", "اضغط هنا"),
            ("share_counts", "مشاركة طباعة"),
            ("subscription", "تابعونا على فيسبوك"),
        ],
    ),
    (
        "\n\nللتواصل: info@marfa.example\n\n© 2017",
        [("navigation", "للتواصل: info@marfa.example"), ("copyright", "© 2017")],
    ),
    (
        "\n\n(إعداد وتحرير فريق الصحيفة في مدينة المرفأ)",
        [("signature", "(إعداد وتحرير فريق الصحيفة في مدينة المرفأ)")],
    ),
    ("\n\nأبرز مقالات", [("other_article", "أبرز مقالات")]),
    ("\n\nآخر المواضيع", [("other_article", "آخر المواضيع")]),
    ("\n\n12 345", [("share_counts", "12 345")]),  # a counter is no name of an outlet
    ("    اقرأ أيضا", [("related_link", "اقرأ أيضا")]),  # blanks alone part it
    ("\n\nفيسبوك تويتر رابط المرفأ", [("share_counts", "فيسبوك تويتر رابط المرفأ")]),
]


@pytest.mark.parametrize(("end", "cuts"), CUTS)
def test_the_foot_of_a_page_is_cut_with_its_reasons(end, cuts):
    article, found = read(f"{HEADLINE}\n\n{BODY} {end}")
    assert found == cuts
    assert article.title == HEADLINE
    assert article.body.endswith("14 شهرا.")


def test_the_wire_at_the_end_is_the_agency():
    article, cuts = read(f"{HEADLINE}\n\n{BODY} (رويترز)")
    assert (article.agency, cuts) == ("رويترز", [])
    assert "رويترز" not in article.body


def test_a_section_before_a_bar_is_no_part_of_the_title():
    article, _ = read(f"اقتصاد | {HEADLINE}\n\n{BODY}")
    assert (article.title, article.section) == (HEADLINE, "اقتصاد")


def test_a_caption_that_says_source_names_no_outlet():
    article, cuts = read(f"{HEADLINE}\nالمصدر: الصورة من رويترز\n{BODY}")
    assert article.outlet is None
    assert cuts == [("photo_caption", "المصدر: الصورة من رويترز")]


@pytest.mark.parametrize("line", ["رمضان 1600", "محرم 1601"])
def test_a_month_beyond_the_tables_dates_nothing(line):
    article, _ = read(f"{HEADLINE}\n{line}\n\n{BODY}")
    assert article.published is None


def test_the_word_for_a_front_page_inside_a_headline_is_no_crumb():
    title = f"في الصفحة الرئيسية {HEADLINE}"
    article, cuts = read(f"{title}\n\n{BODY}")
    assert (article.title, cuts) == (title, [])


def test_a_near_repeat_stays_and_is_doubted():
    first = BODY.partition("\n\n")[0]
    article, cuts = read(f"{HEADLINE}\n\n{first}\n\n{LONG} أبدا.\n\n{LONG} قط.")
    assert cuts == []
    assert {str(doubt.reason) for doubt in article.doubts} == {"near_repeat"}


def test_offsets_lead_to_the_raw_text_and_not_beyond_it():
    article, _ = read(f"{HEADLINE}\n\n{BODY}")
    start, end = article.raw_span(4, 7)
    assert f"{HEADLINE}\n\n{BODY}"[start:end] == article.body[4:7]
    assert article.raw_span(4, 4) == (start, start)
    for beyond in (-1, len(article.body) + 1):
        with pytest.raises(IndexError):
            article.raw_offset(beyond)


def test_a_long_last_line_is_no_signature():
    line = " ".join(["المستشفيات" * 3] * 8)
    article, cuts = read(f"{HEADLINE}\n\n{BODY}\n\n{line}")
    assert article.body.endswith(line)
    assert cuts == []


def test_a_line_that_tells_the_wire_above_a_short_sentence_opens_the_body():
    lead = "قال المدير إن العمل استغرق شهرا كاملا"
    article, _ = read(f"{HEADLINE}\nالمرفأ - رويترز - {lead}\n\n{BODY}")
    assert (article.title, article.agency) == (HEADLINE, "رويترز")
    assert article.dateline.place == "المرفأ"
    assert article.body.startswith(lead)


@pytest.mark.parametrize("day", ["22 مارس 2017", "2017-03-22 10:30"])
def test_a_name_on_top_with_the_day_under_it_is_the_outlet(day):
    article, cuts = read(f"التلال\n{day}\n{HEADLINE}\n\n{BODY}")
    assert (article.outlet, article.title, cuts) == ("التلال", HEADLINE, [])
    assert str(article.published).startswith("2017-03-22")


def test_a_headline_with_its_day_in_it_dates_nothing():
    title = "أبرز أخبار الخميس 16 مارس 2017"
    article, _ = read(f"{title}\n\n{BODY}")
    assert (article.title, article.published) == (title, None)


def test_letters_that_were_lost_are_doubted_in_the_body_alone():
    lost = "\N{REPLACEMENT CHARACTER}"
    text = BODY.replace("التوسعة", f"التو{lost}عة")
    article, _ = read(f"التل{lost}ل\n{HEADLINE}\n\n{text}")
    assert [str(doubt.reason) for doubt in article.doubts] == ["damaged_letters"]
    assert lost in article.body


def test_a_short_sentence_is_no_repeat_of_the_long_one_it_begins():
    short = "قالت إدارة الميناء إن السفن رست"
    article, cuts = read(f"{HEADLINE}\n\n{BODY}\n\n{short}.\n\n{short} {LONG} أبدا.")
    assert cuts == []
    assert f"{short}." in article.body


@pytest.mark.parametrize(
    ("published", "precision"),
    [(date(2017, 3, 22), "day"), (datetime(2017, 3, 22, 9, 5), "minute")],
)
def test_who_knows_the_moment_is_believed(published, precision):
    article = parse_article(f"{HEADLINE}\n1 مارس 2016\n\n{BODY}", published=published)
    assert (article.published, article.published_precision) == (published, precision)


@pytest.mark.parametrize("scrap", ["ليس الآن", "en fr"])
def test_a_scrap_beside_the_day_names_nobody(scrap):
    article, cuts = read(f"{HEADLINE}\n{scrap} | المنارة | 22 مارس 2017\n\n{BODY}")
    assert (article.outlet, article.byline) == ("المنارة", None)
    assert [reason for reason, _ in cuts] == ["metadata_line"]


def test_three_unknown_names_beside_a_day_are_prose():
    assert read_header_line("أحمر | أصفر | أخضر | 22 مارس 2017") is None
    assert read_header_line("المنارة | 22 مارس 2017") is not None


def test_a_rule_for_an_author_tells_none_where_no_name_follows():
    rule = LineRule(RuleKind.BYLINE, "بقلم …")
    named = parse_article(f"{HEADLINE}\n\n{BODY}\n\nبقلم سامي حداد", rules=[rule])
    nobody = parse_article(f"{HEADLINE}\n\n{BODY}\n\nبقلم", rules=[rule])
    assert (named.byline, nobody.byline) == ("سامي حداد", None)
    assert "بقلم" not in named.body + nobody.body


RELATED = [
    "أبرز المقالات",
    "أهم التقارير",
    "أحدث تقارير الأسبوع:",
    "أقوى الحوارات",
    "أبرز التحقيقات هذا الشهر",
    "آخر الأخبار والمستجدات",
    "أكثر القصص قراءة",
    "التقارير الأكثر مشاهدة اليوم",
    "المقالات الأخيرة",
    "أبرز مقالاتنا",
]


@pytest.mark.parametrize("heading", RELATED)
def test_a_heading_of_the_best_pieces_ends_the_article(heading):
    article, cuts = read(f"{HEADLINE}\n\n{BODY}\n\n{heading}\n\nطريق آخر طويل.")
    assert cuts == [("other_article", f"{heading}\n\nطريق آخر طويل.")]
    assert article.body.endswith("14 شهرا.")


@pytest.mark.parametrize(
    "heading",
    ["أبرز الأحداث", "آخر تقارير اللجنة", "الملفات الأهم في القمة", "أهم ما في الأمر"],
)
def test_a_heading_inside_the_story_cuts_nothing(heading):
    end = "وفي الميناء رصيف ثالث بني قبل سنتين، ولم ترس عليه سفينة بعد."
    article, cuts = read(f"{HEADLINE}\n\n{BODY}\n\n{heading}\n\n{end}")
    assert cuts == []
    assert article.body.endswith(f"{heading}\n\n{end}")


@pytest.mark.parametrize("agency", ["رويترز", "أ ف ب", "وكالات", "وكالة رويترز"])
@pytest.mark.parametrize("outlet", [None, "صحيفة المرفأ"])
def test_a_wire_before_the_headline_is_the_agency(agency, outlet):
    above = f"{outlet}\n" if outlet else ""
    article, cuts = read(f"{above}{agency} | {HEADLINE}\n\n{BODY}")
    told = (article.title, article.agency, article.outlet)
    assert (told, cuts) == ((HEADLINE, agency, outlet), [])


def test_a_wire_behind_the_headline_is_the_agency_where_the_outlet_is_known():
    alone, _ = read(f"{HEADLINE} | رويترز\n\n{BODY}")
    beside, _ = read(f"صحيفة المرفأ\n{HEADLINE} | رويترز\n\n{BODY}")
    assert (alone.outlet, alone.agency) == ("رويترز", None)
    assert (beside.outlet, beside.agency) == ("صحيفة المرفأ", "رويترز")


def test_the_letters_of_a_wire_parted_by_signs_are_the_agency():
    article, cuts = read(f"{HEADLINE}\nو / م / ع\n\n{BODY}")
    assert (article.agency, cuts) == ("و / م / ع", [])


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ("اطبع المقال", "share_counts"),
        ("شارك", "share_counts"),
        ("بالفيديو", "metadata_line"),
        ("بالصور والفيديو", "metadata_line"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_button_beside_the_headline_is_no_outlet(button, reason, before):
    line = f"{button} | {HEADLINE}" if before else f"{HEADLINE} | {button}"
    article, cuts = read(f"{line}\n\n{BODY}")
    assert (article.title, article.outlet) == (HEADLINE, None)
    assert cuts == [(reason, f"{button} |" if before else button)]


def test_a_button_beside_the_day_leaves_the_outlet_to_the_name():
    article, cuts = read(f"{HEADLINE}\n22 مارس 2017 | اطبع المقال | المنارة\n\n{BODY}")
    assert (article.outlet, article.byline) == ("المنارة", None)
    assert cuts == [("share_counts", "اطبع المقال |")]


def test_urgent_is_a_badge_before_the_headline():
    article, cuts = read(f"عاجل | {HEADLINE}\n\n{BODY}")
    assert (article.outlet, cuts) == (None, [("metadata_line", "عاجل |")])


FIRST, SECOND = BODY.split("\n\n")


@pytest.mark.parametrize("below", [True, False])
def test_the_day_under_the_first_paragraph_or_the_last_dates_the_text(below):
    day = "نشر في 22 مارس 2017"
    long = "، ثم ".join(["قال عمال إن الرصيف بني ولم ترس عليه سفينة"] * 9)
    end = f"{long}.\n\n{SECOND}" if below else f"{SECOND}\n\n{long}."
    article, cuts = read(f"{HEADLINE}\n\n{FIRST}\n\n{day}\n\n{end}")
    assert (str(article.published), cuts) == ("2017-03-22", [])
    assert day not in article.body


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("منبر التلال – الرباط", "منبر التلال"),
        ("شرفات الغد – الرباط", "شرفات الغد"),  # a name that says nothing of itself
        ("المرفأ 24", "المرفأ 24"),
    ],
)
def test_a_name_under_the_text_is_the_outlet(foot, outlet):
    article, cuts = read(f"{HEADLINE}\n\n{BODY}\n\n{foot}")
    assert (article.outlet, cuts) == (outlet, [("signature", foot)])


def test_a_day_under_a_long_text_belongs_to_its_signature():
    days = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"]
    text = "\n\n".join(f"وعمل الرصيف {day} طوال السنة من دون توقف." for day in days)
    foot = "منبر التلال - 22 مارس 2017"
    article, cuts = read(f"{HEADLINE}\n\n{text}\n\n{foot}")
    assert (article.outlet, str(article.published)) == ("منبر التلال", "2017-03-22")
    assert cuts == [("signature", foot)]


def test_the_title_beside_its_day_is_the_title_again():
    title = "عودة الماء إلى المرفأ"
    article, cuts = read(f"{title}\n22 مارس 2017 | {title}\n\n{BODY}")
    assert (article.title, article.outlet) == (title, None)
    assert cuts == [("header_title_repeated", title)]


def test_the_title_with_an_unknown_name_behind_it_tells_the_outlet():
    article, _ = read(f"{HEADLINE}\n{HEADLINE} - تلال الغد البعيد\n\n{BODY}")
    assert (article.title, article.outlet) == (HEADLINE, "تلال الغد البعيد")


@pytest.mark.parametrize("name", ["أوراق الساحل", "شرفات الغد"])
def test_a_short_name_and_a_persons_above_the_headline_are_outlet_and_author(name):
    article, _ = read(f"{name} - سليم الهاني\n{HEADLINE}\n\n{BODY}")
    told = (article.title, article.outlet, article.byline)
    assert told == (HEADLINE, name, "سليم الهاني")


def test_the_first_words_of_the_title_alone_are_the_title_again():
    start, title = "ميناء المرفأ يستقبل", "ميناء المرفأ يستقبل 300 سفينة"
    article, cuts = read(f"{start}\n{title}\n\n{BODY}")
    assert (article.title, article.outlet, article.section) == (title, None, None)
    assert cuts == [("header_title_repeated", start)]


def test_the_story_goes_on_under_a_link():
    going_on = "وقال المدير إن العمل مستمر"
    article, cuts = read(f"{HEADLINE}\n\n{FIRST}\n\nاقرأ أيضا\n{going_on}\n\n{SECOND}")
    assert cuts == [("related_link", "اقرأ أيضا")]
    assert going_on in article.body


def test_four_words_that_begin_with_a_given_name_are_no_person():
    assert not is_person(words_of("مالك السنديان يعود اليوم"))
    assert is_person(words_of("مالك بن علي السنديان"))


def test_labels_below_the_text_are_cut_up_to_its_last_sentence():
    page = Page(f"{HEADLINE}\n\n{FIRST}\n\nحجم الخط\nمشاركة المقال")
    cut_bottom(page, 0)
    cut = [page.text[claim.start : claim.end] for claim in page.claims]
    assert sorted(cut) == sorted(["حجم الخط", "مشاركة المقال"])


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("للتواصل desk@marfa.example", True),
        ("تابعونا على تويتر", True),
        ("وصلت السفينة إلى الميناء صباح اليوم", False),
    ],
)
def test_an_address_or_a_channel_ends_an_article(line, ends):
    assert _ends_article(Page(line).lines[0]) is ends
