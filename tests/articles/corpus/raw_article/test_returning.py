"""Lines that return in an outlet's articles: learned where they are the page's, kept
where they are the newspaper's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articles.corpus.raw_article import LineRule, Reason, RuleKind, parse_article
from articles.corpus.raw_article.returning import (
    OutletText,
    Place,
    ReturningLine,
    lead_shape,
    returning_lines,
    shape_of,
)
from articles.corpus.raw_article.returning.evidence import is_furniture
from articles.corpus.raw_article.returning.places import find_place

PLACES = ("الحي", "السوق", "المرفأ", "القرية", "المدينة")
PLACES += ("الجسر", "الوادي", "السد", "الميناء", "الجبل")
TEXTS = 10


def story(number: int) -> list[str]:
    """Write three paragraphs that no other number gives."""
    place = PLACES[number]
    return [
        f"عاد الماء إلى {place} صباح أمس بعد انقطاع طويل دام {number + 2} أيام.",
        f"وقال مدير المؤسسة في {place} إن العمال أصلحوا الأنبوب ليلا من دون توقف.",
        f"وشكر سكان {place} العمال على جهدهم الكبير خلال الأيام الماضية كلها.",
    ]


Page = Callable[[int], list[str]]


def below(line: str, share: float = 1) -> Page:
    return lambda at: story(at) + [line.format(at)] * (at < share * TEXTS)


def above(line: str, share: float = 1) -> Page:
    return lambda at: [line.format(at)] * (at < share * TEXTS) + story(at)


def inside(line: str, share: float = 1) -> Page:
    def page(at: int) -> list[str]:
        first, *rest = story(at)
        return [first, *[line.format(at)] * (at < share * TEXTS), *rest]

    return page


def learned(page: Page, texts: int = TEXTS) -> list[ReturningLine]:
    return returning_lines(OutletText(at, page(at)) for at in range(texts))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("شاركها 12 مرة", "شاركها # مره"),
        ("شاركَها ٣٠ مرّة!", "شاركها # مره"),
        ("مرّ من هنا 1.532 قارئا", "مر من هنا # قاريا"),
        ("آخر ترميم: الخميس 2 كانون الثاني 2017 - 10:30 ص", "اخر ترميم #"),
        ("الفجر 4:12 الظهر 12:01", "الفجر # الظهر #"),
        ("مارس رياضتك معنا", "مارس رياضتك معنا"),
        ("22/03/2017", ""),
        ("* * *", ""),
        ("", ""),
    ],
)
def test_numbers_and_days_are_no_part_of_a_shape(text: str, shape: str) -> None:
    assert shape_of(text) == shape


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("من الرف: عودة الماء إلى الحي", "من الرف …"),
        ("حكاية موازية » قصة مدينة بعيدة", "حكايه موازيه …"),
        ("من الرف: عودة الماء إلى الحي.", ""),
        ("وقال المدير العام للمؤسسة أمس: عودة الماء قريبة", ""),
        ("من الرف:", ""),
        ("من الرف", ""),
    ],
)
def test_a_lead_is_what_stands_before_the_sign_and_a_headline(
    text: str, lead: str
) -> None:
    assert lead_shape(text) == lead


FURNITURE = [
    (below("كل ما ينشر هنا أمانة لا تُنقل إلا بإذن صاحبها"), Place.BELOW),
    (below("ضعنا على شاشتك الأولى", 0.5), Place.BELOW),
    (below("ما يتصفحه الناس الساعة"), Place.BELOW),
    (below("أهداه {} من القراء وردة"), Place.BELOW),
    (above("أهداه {} من القراء وردة"), Place.ABOVE),
    (above("الرطوبة {} بالمئة والرياح هادئة"), Place.ABOVE),
    (above("هذه الصفحة توافق أجهزة القراءة كلها"), Place.ABOVE),
    (inside("صندوق الدعم: ثمن فنجان شهريا يبقي هذه الغرفة مضاءة"), Place.INSIDE),
    (inside("سجّل عنوانك لتصلك قهوتنا المكتوبة في بريدك", 0.5), Place.INSIDE),
    (below("نصون أثرك الرقمي ولا نبيعه، وبقاؤك في موقعنا قبول منك."), Place.BELOW),
]


@pytest.mark.parametrize(("page", "place"), FURNITURE)
def test_what_the_page_prints_is_learned_with_its_place(
    page: Page, place: Place
) -> None:
    [line] = learned(page)
    assert place in line.places
    assert line.count >= 5
    assert line.texts == TEXTS


JOURNALISM = [
    inside("وأضاف قائلًا:"),
    inside("وأضاف في تصريح للمرفأ نيوز"),
    inside("ماذا بعد؟"),
    inside("ماذا يعني ذلك لك؟"),
    inside("خلفية الخبر"),
    inside("نص البيان:"),
    inside("غيّروا هذا البلد بالكلمة", 0.5),
    inside("سعر الدولار: {} ليرة"),
    inside("الشوط الأول انتهى بنتيجة {} - 1"),
    above("على حافة الكلام"),
    above("دمشق - سانا"),
    above("بقلم سليم الهاني"),
    above("سليم الهاني"),
    above("الأخبار المحلية"),
    below("(رويترز)"),
    below("ساحل نيوز"),
    below("سليم الهاني"),
    below("كتبت: سلمى الورّاق"),
    below("وللحديث بقية", 0.6),
    below("* كاتب وروائي من أبناء الجبل"),
    below("كل ما ينشر هنا أمانة لا تُنقل إلا بإذن صاحبها", 0.4),
    below(
        "وتشهد المناطق الساحلية منذ ثلاث سنوات أزمة مياه دفعت آلاف الأسر إلى شراء"
        " الماء من الصهاريج.",
        0.7,
    ),
]


@pytest.mark.parametrize("page", JOURNALISM)
def test_what_the_newspaper_prints_again_is_not_learned(page: Page) -> None:
    assert learned(page) == []


def test_a_line_of_few_articles_is_not_learned() -> None:
    page = below("رأيك يهمنا فاكتبه لنا")
    assert learned(page, texts=4) == []
    assert len(learned(page, texts=5)) == 1


def test_copies_of_one_report_count_once() -> None:
    page = below("رأيك يهمنا فاكتبه لنا")
    copies = [OutletText(at, page(0), group=7) for at in range(TEXTS)]
    assert returning_lines(copies) == []


def test_the_rows_of_a_form_that_is_filled_in_are_its_text() -> None:
    def prices(at: int) -> list[str]:
        return [
            "استقر سعر الصرف اليوم",
            *(f"{name} شراء {at + 9} مبيع {at + 12}" for name in ("الدولار", "اليورو")),
        ]

    assert learned(prices) == []


def test_buttons_in_a_block_are_learned_together() -> None:
    buttons = ["ابعثها", "علّمها للعودة", "اطو الشرح"]
    found = {line.text for line in learned(lambda at: buttons + story(at))}
    assert found == set(buttons)


def test_a_lead_to_headlines_that_differ_is_learned() -> None:
    def page(at: int) -> list[str]:
        first, *rest = story(at)
        return [first, f"من رفّنا القديم: قصة {PLACES[at]} كما رواها أهله", *rest]

    [line] = learned(page)
    assert line.text == "من رفّنا القديم: …"


def test_the_turns_of_an_interview_are_no_leads() -> None:
    def page(at: int) -> list[str]:
        turns = [
            f"المحاور: كيف رأيت {word} {PLACES[at]}" for word in ("أهل", "ناس", "دور")
        ]
        return story(at) + turns + story(at)[::-1]

    assert learned(page) == []


def test_a_line_above_the_headline_that_was_taken_for_the_title_is_learned() -> None:
    title = "مرحبا بك في دار الضفة الكبيرة"
    texts = [
        OutletText(at, [f"عودة الماء إلى {PLACES[at]}", *story(at)], title)
        for at in range(TEXTS)
    ]
    [line] = returning_lines(texts)
    assert line.text == title


def test_the_title_of_a_column_is_the_title_where_there_is_no_other() -> None:
    texts = [OutletText(at, story(at), "ما لا تقوله نشرات الأخبار") for at in range(9)]
    assert returning_lines(texts) == []


def test_what_is_known_is_not_told_again() -> None:
    line = "رأيك يهمنا فاكتبه لنا"
    texts = [OutletText(at, below(line)(at)) for at in range(TEXTS)]
    assert returning_lines(texts, frozenset({shape_of(line)})) == []


def test_an_example_tells_what_stood_before_and_after() -> None:
    [line] = learned(inside("رأيك يهمنا فاكتبه لنا هنا"))
    first, after, _last = story(0)
    example = line.examples[0]
    assert (example.number, example.before, example.after) == (0, first, after)


def test_hostile_texts_are_looked_at_in_bounds() -> None:
    texts = [
        OutletText(at, ["\u202e" * 99, "#", "…", ":", "ا" * 5_000, *["ا ب"] * 5_000])
        for at in range(6)
    ]
    assert returning_lines(texts) == []


# -- cutting --------------------------------------------------------------------------


def rule(words: str, *places: Place) -> LineRule:
    return LineRule(RuleKind.RETURNING, words, places)


TITLE = "عودة الماء إلى أحياء المدينة"
BODY = "\n\n".join(story(0))


def cuts(raw: str, *rules: LineRule) -> list[str]:
    article = parse_article(raw, rules=rules)
    assert article.title == TITLE
    for one in article.removed:
        assert raw[one.start : one.end] == one.text
    assert article.body == BODY
    return [one.text for one in article.removed if one.reason is Reason.RETURNING]


def test_another_count_is_the_same_line() -> None:
    raw = f"{TITLE}\n\n{BODY}\n\nأهداه ٣٠ من القرّاء وردة"
    assert cuts(raw, rule("أهداه 12 من القراء وردة", Place.BELOW)) == [
        "أهداه ٣٠ من القرّاء وردة"
    ]


def test_a_line_seen_below_texts_may_be_the_title_of_another() -> None:
    raw = f"{TITLE}\n\n{BODY}\n\n{TITLE}"
    assert cuts(raw, rule(TITLE, Place.BELOW)) == [TITLE]


def test_headlines_under_a_heading_that_is_the_pages_are_cut() -> None:
    listed = "هل عاد القطار إلى محطة الوادي؟\nقصة جسر قديم يرويها أهل القرية كلهم"
    raw = f"{TITLE}\n\n{BODY}\n\nما يتصفحه الناس الساعة\n{listed}\nساحل نيوز"
    assert cuts(raw, rule("ما يتصفحه الناس الساعة", Place.BELOW)) == [
        "ما يتصفحه الناس الساعة"
    ]
    assert parse_article(raw).outlet is None or listed not in BODY


def test_a_lead_is_cut_with_any_headline() -> None:
    first, *rest = story(0)
    link = "من رفّنا القديم: قصة جسر رواها أهله"
    raw = "\n\n".join([TITLE, first, link, *rest])
    assert cuts(raw, rule("من رفنا القديم: …", Place.INSIDE)) == [link]


def test_a_notice_above_the_headline_gives_the_title_back() -> None:
    notice = "مرحبا بك في دار الضفة الكبيرة"
    raw = f"{notice}\n\n{TITLE}\n\n{BODY}"
    assert parse_article(raw).title == notice
    assert cuts(raw, rule(notice, Place.ABOVE)) == [notice]


def test_what_is_not_seen_at_a_place_stays_there() -> None:
    first, *rest = story(0)
    raw = "\n\n".join([TITLE, first, "على الطاولة نفسها", *rest])
    article = parse_article(raw, rules=[rule("على الطاولة نفسها", Place.BELOW)])
    assert "على الطاولة نفسها" in article.body


def test_a_text_of_nothing_else_stays() -> None:
    raw = "على الطاولة نفسها"
    assert parse_article(raw, rules=[rule(raw, Place.BELOW)]).body == raw


# -- pages of invented outlets, from the raw text to the body --------------------------

OUTLETS = {
    "a harbour's paper": (
        "مرحبا بك في دار الضفة\nتسوّق من مكتبتنا\n\n{title}\n12 مارس 2020\n"
        "مرّ من هنا {count} قارئا\n\n{first}\n\n"
        "لا تدع الصباح يبدأ قبل أن تصلك قهوتنا المكتوبة\n\n{rest}\n\n"
        "ضعنا على شاشتك الأولى\nكل ما ينشر هنا أمانة لا تُنقل إلا بإذن صاحبها"
    ),
    "a page of tickers": (
        "الدولار شراء {count} مبيع 9{count}\nالرطوبة {count} بالمئة\n\n{title}\n\n"
        "{first}\n\n{rest}\n\nما يتصفحه الناس الساعة\nقصة {place} كما رواها أهله\n"
        "هل عادت قوافل {place} من السفر؟\nأنجزت هذه الواجهة ورشة نون للبرمجيات"
    ),
    "a paper that asks": (
        "{title}\nكتب: سليم الهاني\n\n{first}\n\nمن رفّنا القديم: قصة {place} وأهله\n\n"
        "{rest}\n\nصدى القراء\nسلمت يداكم\nدوّن رأيك بأدب، فالحروف أمانة\n"
        "اسمك الكريم\nأطلق الكلمة\nفايسبوك\nثريدز"
    ),
}


@pytest.mark.parametrize("layout", OUTLETS.values(), ids=OUTLETS)
def test_pages_of_one_outlet_teach_what_is_none_of_its_texts(layout: str) -> None:
    pages = {}
    for at, place in enumerate(PLACES):
        first, *rest = story(at)
        title = f"عودة الماء إلى {place} بعد انقطاع طويل"
        raw = layout.format(
            title=title, first=first, rest="\n\n".join(rest), place=place, count=at + 12
        )
        pages[raw] = title, story(at)
    read = [parse_article(raw) for raw in pages]
    lines = returning_lines(
        OutletText(at, one.paragraphs, one.title) for at, one in enumerate(read)
    )
    rules = [rule(line.text, *line.places) for line in lines]
    assert rules
    for raw, (title, paragraphs) in pages.items():
        article = parse_article(raw, rules=rules)
        assert (article.title, article.paragraphs) == (title, paragraphs)


def test_a_long_paragraph_is_no_returning_line():
    line, long = "صوتك يصل إلينا", " ".join(["عاد الماء إلى الحي"] * 40) + "."
    rules = (LineRule(RuleKind.RETURNING, line), LineRule(RuleKind.RETURNING, long))
    article = parse_article(f"عنوان الخبر هنا\n\n{long}\n\n{line}", rules=rules)
    assert article.body == long


def test_of_lines_without_a_sentence_the_longest_is_the_text():
    place = find_place(["أبواب", "عاد الماء إلى الحي", "وداعا"], lambda _at: False)
    assert place is not None
    assert [place(at) for at in (0, 2)] == [Place.ABOVE, Place.BELOW]


def test_a_line_too_long_for_a_header_is_judged_by_where_it_stands():
    line = "قوارب الميناء القديم " * 10
    shape = shape_of(line)
    assert is_furniture(line, shape, 1.0, {Place.BELOW}, 0.0)
    assert not is_furniture(line, shape, 0.1, {Place.BELOW}, 0.0)
