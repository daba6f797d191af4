"""One text, one rule: what is taken, what is cut and why, what is kept in doubt."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date

import pytest

from articles.corpus.raw_article import (
    REASON_LABELS,
    REJECTION_MESSAGES,
    Reason,
    RejectedText,
    Rejection,
    parse_article,
)

TITLE = "عودة الماء إلى أحياء المرفأ بعد يومين"
ONE = "عاد الماء إلى أحياء المرفأ الشرقية بعد انقطاع دام يومين كاملين."
TWO = "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("قد يهمك: خبر عن القطارات", Reason.RELATED_LINK),
        ("اقرأ أيضًا خبرا عن القطارات", Reason.RELATED_LINK),
        ("للمزيد: ملف المياه", Reason.RELATED_LINK),
        ("Read more: the old bridge", Reason.RELATED_LINK),
        ("نستخدم ملفات تعريف الارتباط. موافق", Reason.COOKIE_NOTICE),
        ("انضموا إلى قناتنا على تلغرام", Reason.SUBSCRIPTION),
        ("تصوير: سالم المنصوري", Reason.PHOTO_CAPTION),
        ("عمال في حي المرفأ (رويترز)", Reason.PHOTO_CAPTION),
        ("1,204 مشاهدة", Reason.SHARE_COUNTS),
        ("نسخ رابط المقال", Reason.SHARE_COUNTS),
        ("قراءة في 3 دقائق", Reason.READING_TIME),
        ("لا توجد تعليقات", Reason.COMMENTS),
        ("جميع الحقوق محفوظة", Reason.COPYRIGHT),
        ("إعلان", Reason.ADVERTISEMENT),
        ("https://example.com/x", Reason.BARE_LINK),
        ("pic.twitter.com/k2LmN0", Reason.BARE_LINK),
        ("رابط دائم : https://example.com/x", Reason.BARE_LINK),
        ("شاهد.. لحظة عودة الماء", Reason.RELATED_LINK),
        ("كما يمكنك قراءة:", Reason.RELATED_LINK),
        ("مقالات قد تعجبك", Reason.RELATED_LINK),
        ("محتوى ممول", Reason.RELATED_LINK),
        ("شارك عبر:", Reason.SHARE_COUNTS),
        ("1.2K", Reason.SHARE_COUNTS),
        ("4 / 5 - (12 صوت)", Reason.SHARE_COUNTS),
        ("0 45 دقيقة واحدة", Reason.READING_TIME),
        ("جانب من اللقاء (تصوير: سالم القحطاني)", Reason.PHOTO_CAPTION),
        ("جانب من الحضور", Reason.PHOTO_CAPTION),
        ("هذا المحتوى للمشتركين فقط", Reason.SUBSCRIPTION),
        ("لديك 3 مقالات مجانية متبقية هذا الشهر", Reason.SUBSCRIPTION),
        ("الموقع لا يتحمل مسؤولية مضمون الخبر", Reason.COPYRIGHT),
        ("#ماء #مرفأ #بلدية", Reason.TAG_TAIL),
        ("(function(d, s, id) {", Reason.NAVIGATION),
        ("* * *", Reason.ORNAMENT),
        (TITLE, Reason.TITLE_REPEATED),
        (ONE, Reason.REPEATED_PARAGRAPH),
    ],
)
def test_a_line_inside_the_text_is_cut_for_its_reason(
    line: str, reason: Reason
) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}")
    assert [(cut.text, cut.reason) for cut in article.removed] == [(line, reason)]
    assert article.paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    "line",
    [
        "شاهد عيان قال إن الماء عاد فجأة",
        "المزيد من الأمطار متوقع يوم الأحد في المرفأ",
        "شارك في الإصلاح عمال من ثلاث بلديات مجاورة",
        "تخطى عدد العمال 300 عامل في يومين",
        "انضم إلى العمال متطوعون من الجامعة",
        "وتابع عبر صفحة المؤسسة على فيسبوك أن الشبكة قديمة",
        "جانب من السكان عاد إلى بيوته فور وصول الماء إلى الحي",
        "الأكثر فقرا",
        "يمكنك أن ترى الصهاريج في كل شارع من شوارع المدينة",
        "البلدية تتحمل مسؤولية ما جرى في الشبكة",
        "حراسة المرمى - سليم الهاني",
        "Veolia Water",
        "- الحي الشرقي",
        "أولا: المياه",
    ],
)
def test_a_line_of_the_text_that_looks_like_furniture_stays(line: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}")
    assert article.paragraphs == [ONE, line, TWO]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (f"{TITLE} | صدى الميناء", {"outlet": "صدى الميناء"}),
        (f"{TITLE} | المرصاد", {"outlet": "المرصاد"}),
        (f"{TITLE} - مجتمع - ساحل نيوز", {"outlet": "ساحل نيوز", "section": "مجتمع"}),
        (f"22 مارس 2017 | {TITLE}\n{TITLE}", {"published": date(2017, 3, 22)}),
        (f"{TITLE} - 22/03/2017", {"published": date(2017, 3, 22), "outlet": None}),
        (f"الرئيسية / أخبار / محليات\n{TITLE}", {"section": "محليات"}),
        (f"القسم: مجتمع\n{TITLE}\nالمصدر: المرصاد", {"outlet": "المرصاد"}),
        (f"{TITLE}\nبقلم: سلمى الورّاق", {"byline": "سلمى الورّاق"}),
        (f"{TITLE}\nسلمى الورّاق", {"byline": "سلمى الورّاق"}),
        (f"{TITLE}\nنُشر في: 12 آذار/مارس 2021", {"published": date(2021, 3, 12)}),
        (f"{TITLE}\nمجتمع | مارس 2021", {"published_iso": "2021-03"}),
        (f"{TITLE}\nآخر تحديث: 12/3/2021", {"published": date(2021, 3, 12)}),
        (f"عاجل\n{TITLE}", {"section": None}),
        (f"صدى الميناء :: {TITLE}\n{TITLE}", {"outlet": "صدى الميناء"}),
        (f"{TITLE} / أوراق الساحل\n{TITLE}", {"outlet": "أوراق الساحل"}),
        (f"[مجتمع] {TITLE}", {"section": "مجتمع"}),
        (f"{TITLE}\nCategory: مجتمع", {"section": "مجتمع"}),
        (f"{TITLE}\nin مجتمع", {"section": "مجتمع"}),
        (f"الرئيسة\nرياضة\nفيديو\nمجتمع\n{TITLE}", {"section": "مجتمع"}),
        (f"الأحد 3 أكتوبر\n{TITLE}", {"published": None, "section": None}),
        (f"أوراق الساحل\n12/3/2021\n\n{TITLE}", {"outlet": "أوراق الساحل"}),
        (
            f"{TITLE}\nأوراق الساحل - سليم الهاني",
            {"outlet": "أوراق الساحل", "byline": "سليم الهاني"},
        ),
        (f"{TITLE}\nسليم الهاني (الرباط)", {"byline": "سليم الهاني"}),
        (
            f"{TITLE}\n12-03-2021 ساعة 14:30",
            {"published_iso": "2021-03-12T14:30"},
        ),
        (
            f"{TITLE}\n12/Mar/2021 - 2:30 م",
            {"published_iso": "2021-03-12T14:30"},
        ),
    ],
)
def test_header_lines_in_many_shapes(header: str, expected: dict[str, object]) -> None:
    article = parse_article(f"{header}\n\n{ONE}\n{TWO}")
    assert article.title == TITLE
    assert {name: getattr(article, name) for name in expected} == expected
    assert article.paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("ساحل نيوز", {"outlet": "ساحل نيوز"}),
        ("المصدر: المرصاد + وكالات", {"outlet": "المرصاد", "agency": "وكالات"}),
        ("(رويترز)", {"agency": "رويترز"}),
        ("سلمى الورّاق", {"byline": "سلمى الورّاق"}),
        ("(س.م)", {"outlet": None}),
        ("انتهى ٢٩/ر ح", {"outlet": None}),
        (
            "أوراق الساحل / سليم الهاني",
            {"outlet": "أوراق الساحل", "byline": "سليم الهاني"},
        ),
        ("عن الكاتب\nكاتب وباحث، صدر له كتابان.", {"byline": None}),
        ("* كاتب وباحث", {"byline": None}),
        ("صدى الميناء – بيروت", {"outlet": "صدى الميناء"}),
        ("المرصاد\n\nTAG:\nماء\nمرفأ", {"outlet": "المرصاد"}),
    ],
)
def test_signatures_below_the_text(end: str, expected: dict[str, object]) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}")
    assert {name: getattr(article, name) for name in expected} == expected
    assert article.paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    "end",
    [
        "مواد من كل حدب\nقصة مدينة غرقت تحت السد",
        "أخبار الناس\nرحلة إلى قرية بعيدة في الجبل\n\nلا تعليقات",
        "يسمح بالاقتباس مع ذكر المصدر",
        "ANEP 2116\nلا تعليقات",
        "تم إرسال بلاغك بنجاح",
    ],
)
def test_what_stands_under_the_last_sentence_is_cut(end: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}")
    assert article.paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    "end",
    [
        "برنامج الانقطاع:\nالأحد في الحي الشرقي من المدينة",
        "برنامج الانقطاع\n- الأحد في الحي الشرقي من المدينة",
        "الأحياء\nالشرقي\nالغربي",
        "خلاصة\n\nعاد الماء إلى كل بيت في المرفأ",
    ],
)
def test_a_list_that_ends_the_text_stays(end: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{end}")
    assert article.body.split("\n\n")[2:] == [one for one in end.split("\n") if one]


def test_of_sections_above_the_headline_the_nearest_is_its_own() -> None:
    article = parse_article(f"فيديو\nرياضة\n{TITLE}\n\n{ONE}\n{TWO}")
    assert (article.section, article.title) == ("رياضة", TITLE)


def test_a_notice_glued_to_the_last_word_is_cut() -> None:
    glued = "نستخدم ملفات تعريف الارتباط لتحسين تجربتك."
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{TWO}{glued}")
    assert article.paragraphs == [ONE, TWO]
    assert article.removed[-1].text == glued


def test_a_lead_that_the_text_says_again_is_kept_once() -> None:
    lead = ONE.rsplit(" ", 1)[0]
    article = parse_article(f"{TITLE}\n\n{lead}\n\n{ONE}\n\n{TWO}")
    assert article.paragraphs == [ONE, TWO]


def test_a_text_without_headline_gets_a_derived_title() -> None:
    article = parse_article(f"{ONE}\n{TWO}")
    assert article.title_derived
    assert article.title == ONE.rstrip(".")
    assert article.body == f"{ONE}\n\n{TWO}"


def test_what_is_known_from_elsewhere_wins() -> None:
    raw = f"{TITLE}\nمجتمع | 12 مارس 2021\n\n{ONE}"
    article = parse_article(raw, title=TITLE, section="محليات", outlet="المرصاد")
    assert (article.section, article.outlet) == ("محليات", "المرصاد")
    assert not article.title_derived
    assert article.body == ONE


def test_subtitle_is_kept_and_flagged() -> None:
    article = parse_article(f"{TITLE}\nالمؤسسة تعد بشبكة جديدة في الصيف\n\n{ONE}")
    assert article.paragraphs[0] == "المؤسسة تعد بشبكة جديدة في الصيف"
    assert [doubt.reason for doubt in article.doubts] == [Reason.SUBTITLE]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", Rejection.EMPTY),
        (" \n\t\u200b\ufeff", Rejection.EMPTY),
        ("The water came back to the harbour.", Rejection.NOT_ARABIC),
        ("12345 67890", Rejection.NOT_ARABIC),
        ("شارك على فيسبوك\nموافق\nمن نحن", Rejection.ONLY_BOILERPLATE),
        ("ا" * 200_001, Rejection.TOO_LONG),
    ],
)
def test_a_text_that_is_no_article_is_refused_in_arabic(
    raw: str, reason: Rejection
) -> None:
    with pytest.raises(RejectedText) as refused:
        parse_article(raw)
    assert refused.value.reason_code is reason
    assert refused.value.message == REJECTION_MESSAGES[reason]


@pytest.mark.parametrize(
    "hidden",
    [
        "\u202e",  # RIGHT-TO-LEFT OVERRIDE
        "\u2066",  # LEFT-TO-RIGHT ISOLATE
        "\u200b",  # ZERO WIDTH SPACE
        "\ufeff",  # ZERO WIDTH NO-BREAK SPACE
        "\x00",
        "\x1b",
        "\ufffe",
        "\U000e0041",  # TAG LATIN CAPITAL LETTER A
        "\ud800",
    ],
)
def test_hidden_characters_are_cut_with_their_place(hidden: str) -> None:
    raw = f"عودة {hidden}الماء إلى المرفأ\n\n{ONE[:10]}{hidden}{ONE[10:]}"
    article = parse_article(raw)
    assert article.title == "عودة الماء إلى المرفأ"
    assert article.body == ONE
    cut = article.removed[-1]
    assert (cut.reason, cut.text) == (Reason.CONTROL_CHARACTER, hidden)
    assert raw[article.raw_offset(10)] == ONE[10]


def test_joiners_and_marks_stay_in_the_body_and_leave_the_title() -> None:
    raw = f"عودة\u200f الماء إلى المرفأ\n\n{ONE[:4]}\u200c\u200f{ONE[4:]}"
    article = parse_article(raw)
    assert article.title == "عودة الماء إلى المرفأ"
    assert "\u200c\u200f" in article.body


def test_every_reason_has_an_arabic_label() -> None:
    assert set(REASON_LABELS) == set(Reason)
    assert set(REJECTION_MESSAGES) == set(Rejection)


@pytest.mark.long
@pytest.mark.parametrize(
    "piece",
    [
        "ا ",
        "ا- ",
        "«ا",
        "12/3/2021 ",
        "| ",
        "بيروت - ",
        "ا\n",
        "ا.",
        "(ا",
        "كتب: ",
        "كتب ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        raw = (piece * length)[:length]
        start = time.process_time()
        with suppress(RejectedText):
            parse_article(raw)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(100_000) < 8 * seconds(25_000) + 0.1
