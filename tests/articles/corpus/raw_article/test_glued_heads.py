"""Heads that scraping glued together: a wire, a button, a section before a headline."""

import pytest

from articles.corpus.raw_article import parse_article
from articles.corpus.raw_article.header_line import read_header_line
from articles.corpus.raw_article.told_day import told_day

HEADLINE = "عودة المياه إلى أحياء المدينة القديمة"
BODY = (
    "عادت المياه إلى أحياء المدينة القديمة بعد انقطاع دام ثلاثة أيام كاملة بسبب عطل."
    "\n\nوقال مسؤول إن الإصلاح اكتمل مساء أمس بكلفة بلغت 12 ألف دينار."
)


@pytest.mark.parametrize(
    "head",
    ["رويترز - ", "رويترز: ", "أ ف ب - ", "(رويترز) ", "[د ب أ] ", "وكالة الأفق: "],
)
def test_the_wire_before_the_headline_is_taken_off(head):
    article = parse_article(f"{head}{HEADLINE}\n\n{BODY}")
    assert (article.title, article.title_derived) == (HEADLINE, False)
    assert article.agency == head.strip(" -:()[]")
    assert article.paragraphs == BODY.split("\n\n")


def test_the_wire_before_a_sentence_opens_the_body():
    article = parse_article(f"رويترز - {BODY}")
    assert article.title_derived
    assert article.dateline.agency == "رويترز"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"حجم الخط | {HEADLINE}", HEADLINE),
        (f"شارك | {HEADLINE}", HEADLINE),
        (f"رياضة / {HEADLINE}", HEADLINE),
        (f"عام / {HEADLINE} / إضافة أولى وأخيرة", HEADLINE),
        (f"عام / {HEADLINE} / تصحيح", HEADLINE),
        (f"المضخة / {HEADLINE}", f"المضخة / {HEADLINE}"),
    ],
)
def test_what_is_left_of_a_line_is_its_headline(line, title):
    assert parse_article(f"{line}\n\n{BODY}").title == title


HEADS = [
    ("صدى المرفأ/خاص:", [("outlet", "صدى المرفأ")]),
    ("المشكاة - غرفة الأخبار", [("outlet", "المشكاة")]),
    ("سلمى الوراق / متابعة", [("byline", "سلمى الوراق")]),
    ("صوت التلال من مراكش", [("outlet", "صوت التلال"), ("place", "مراكش")]),
    ("سليم الهاني من صفاقس", [("byline", "سليم الهاني"), ("place", "صفاقس")]),
    (
        "الواحة 11 رجب 1443 هـ الموافق 12 فبراير 2022 م وبس",
        [
            ("place", "الواحة"),
            ("published", "11 رجب 1443 هـ الموافق 12 فبراير 2022 م"),
            ("agency", "وبس"),
        ],
    ),
    (
        "المحرق - محرر الشؤون المحلية",
        [("place", "المحرق"), ("byline", "محرر الشؤون المحلية")],
    ),
    ("أربعاء, 25/08/2021 - 16:42", [("published", "أربعاء, 25/08/2021 - 16:42")]),
    ("تصوير/ سليم الهاني", [("photo_caption", "تصوير/ سليم الهاني")]),
    ("اقتصاد / خاص", [("section", "اقتصاد"), ("metadata_line", "خاص")]),
]


@pytest.mark.parametrize(("line", "parts"), HEADS)
def test_the_parts_of_a_line_of_the_head(line, parts):
    found = read_header_line(line) or []
    texts = [(str(part.field), line[part.start : part.end].strip()) for part in found]
    assert texts == parts


@pytest.mark.parametrize(
    "line", ["عودة الحياة من حلب", "الماء / الكهرباء", "بيروت/خاص"]
)
def test_other_lines_name_nobody(line):
    fields = {part.field for part in read_header_line(line) or []}
    assert not fields & {"outlet", "byline"}


def test_the_name_that_people_speak_to_is_the_outlets():
    spoken = BODY.replace("مسؤول", 'مسؤول لـ"أوراق دجلة"')
    article = parse_article(f"{HEADLINE}\nبغداد/ أوراق دجلة\n\n{spoken}")
    assert (article.outlet, article.byline) == ("أوراق دجلة", None)
    assert article.dateline.place == "بغداد"


def test_behind_the_author_stands_the_place_the_text_tells_of():
    told = BODY.replace("المدينة القديمة", "الواحة القديمة")
    article = parse_article(f"{HEADLINE}\nسليم الهاني - الواحة\n5/3/2019\n\n{told}")
    assert (article.byline, article.dateline.place) == ("سليم الهاني", "الواحة")


def test_who_sends_the_text_is_its_author_and_who_took_the_pictures_is_not():
    article = parse_article(f"{HEADLINE}\n\n{BODY}\n\n*من سليم الهاني\nتصوير/ سمر قاسم")
    assert (article.byline, article.outlet) == ("سليم الهاني", None)
    assert article.body == BODY


def test_the_wire_of_the_dateline_signs_again():
    text = f"الواحة 10 ديسمبر 2019 (وسا) - {BODY}\n(وسا)\nف س"
    article = parse_article(f"{HEADLINE}\n{text}")
    assert (article.dateline.place, article.outlet) == ("الواحة", "وسا")
    cuts = [(str(cut.reason), cut.text) for cut in article.removed]
    assert cuts == [("signature", "(وسا)"), ("editor_initials", "ف س")]


def test_initials_behind_the_last_sentence_are_cut():
    assert parse_article(f"{HEADLINE}\n\n{BODY} س ب").body == BODY


@pytest.mark.parametrize("note", ["(صورة تعبيرية)", "[صورة أرشيفية]"])
def test_the_note_of_a_picture_behind_a_paragraph_alone_is_cut(note):
    article = parse_article(f"{HEADLINE}\n\n{BODY} {note}")
    assert article.body == BODY
    assert [cut.text for cut in article.removed] == [note]


def test_the_letters_of_a_wire_alone_are_no_initials():
    assert parse_article(f"{HEADLINE}\n\n{BODY}\n\nأ ف ب").agency == "أ ف ب"


def test_lines_doubled_below_the_last_sentence_are_captions():
    article = parse_article(f"{HEADLINE}\n\n{BODY}\n\nمضخة الماء\nمضخة الماء")
    cuts = [(str(cut.reason), cut.text) for cut in article.removed]
    assert cuts == [("photo_caption", "مضخة الماء")] * 2


def test_a_refrain_inside_the_text_stays_once():
    refrain = "يا ماء عد إلينا كل صباح\nيا ماء عد إلينا كل صباح"
    article = parse_article(f"{HEADLINE}\n\n{BODY}\n\n{refrain}\n\nهكذا غنى الأطفال.")
    assert article.body.count("يا ماء عد") == 1


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("أعلنت الوزارة، اليوم الاثنين (19 تموز 2021)، عن العودة", "2021-07-19"),
        ("أعلنت اليوم 19 تموز 2021 أن الماء عاد", "2021-07-19"),
        ("أعلنت اليوم الأحد 19 تموز 2021 أن الماء عاد", None),  # a Monday
        ("أعلنت اليوم الاثنين أن الماء عاد", None),
        ("أعلنت أمس الأحد 18 تموز 2021 أن الماء عاد", None),
        ("يعود الماء قبل الاثنين 19 تموز 2021 إلى الحي", None),
    ],
)
def test_the_day_that_the_lead_tells(lead, day):
    stamp = told_day(lead)
    assert (stamp.value.date().isoformat() if stamp else None) == day


@pytest.mark.parametrize(
    "headline",
    [
        'صورة لـ"الأسد الأبيض" في حديقة المدرسة : المدير ينفي',
        "كأس المدينة : ثلاث مقابلات منقولة من الدور ربع النهائي",
        "ليس لديك مواضيع محادثات مع أصدقائك على فيسبوك: تطبيق يقدم الحل",
        "بن قردان - الترجي : التشكيلة المنتظرة للفريقين",
        "أبرز أخبار اليوم الاثنين 19 جوان 2017",
    ],
)
def test_a_headline_may_sound_like_a_line_of_the_page(headline):
    article = parse_article(f"{headline}\n\n{BODY}")
    assert (article.title, article.body) == (headline, BODY)


def test_a_lead_to_a_list_is_no_title_below_a_short_one():
    lead = "اتخذ مكتب الرابطة بعد اجتماعه مساء الثلاثاء جملة من العقوبات :"
    article = parse_article(f"عقوبات مكتب الرابطة\n\n{lead}\n\n{BODY}")
    assert article.title == "عقوبات مكتب الرابطة"
    assert article.paragraphs[0] == lead


def test_a_lead_to_a_list_without_a_title_above_is_no_less_a_lead():
    lead = "أكدت الشركة في بلاغ أصدرته مساء الجمعة تعيين كل من :"
    article = parse_article(f"{lead}\n\nسليم الهاني مديرا\n\n{BODY}")
    assert article.title == lead


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال متحدث باسم الشركة إن الهواتف القديمة لن تدعم تطبيقنا بعد هذا اليوم",
        "ويتمثل هذا السند في فصل من القانون يسمح بتنفيذ ايقافات دون إذن من الموقع",
    ],
)
def test_a_sentence_of_the_story_is_no_notice(sentence):
    article = parse_article(
        f"{HEADLINE}\n\n{BODY}\n\n{sentence}.\n\nوانتهى الأمر بذلك."
    )
    assert sentence in article.body
