"""Near copies: which changes a copy survives, and what only looks like one."""

from __future__ import annotations

import random
import re

import pytest

from articles.corpus.reprints import (
    Likeness,
    Link,
    Member,
    compare,
    enough_shared,
    group,
    shingle,
    shingles,
    sketch,
)

REPORT = """\
قالت بلدية المرفأ الجديد في بيان صدر مساء الثلاثاء إن أشغال توسعة الرصيف الشرقي
ستنطلق مطلع الشهر المقبل بكلفة تناهز 45 مليون دينار، وإن المقاول سيشغل 320 عاملا
من أبناء المدينة.

وأوضح رئيس البلدية سالم الزيتوني أن الدراسة الفنية استغرقت عامين كاملين، وأن
لجنة من المهندسين أشرفت على مراجعة المخططات قبل عرضها على المجلس البلدي للمصادقة
النهائية.

ودعا تجار السوق القديم إلى تعويض عادل عن إغلاق الواجهة البحرية، مؤكدين أن موسم
الصيد يبدأ في تشرين الأول وأن مخازنهم تطل كلها على موقع الأشغال.

وختم الزيتوني بأن البلدية خصصت خطا هاتفيا لتلقي شكاوى السكان طوال مدة الأشغال
التي تمتد 18 شهرا."""
PARAGRAPHS = REPORT.split("\n\n")

LETTERS = str.maketrans("0123456789", "ابتثجحخدذر")

OTHER = """\
انتخب اتحاد الناشرين في الواحة هيئة إدارية جديدة لثلاث سنوات، وفازت الكاتبة هالة
السروجي برئاسة الاتحاد بعد جولة ثانية من التصويت السري.

وينتظر أن تعلن الهيئة برنامج معرض الكتاب الذي تشارك فيه 60 دار نشر من تسعة
بلدان، مع جناح مخصص لأدب الأطفال وآخر للمخطوطات."""


def likeness(first: str, second: str, days: int | None = None) -> Likeness | None:
    return compare(shingle(first), shingle(second), days).likeness


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text, Likeness.EXACT),
        (lambda text: text.replace("إن", "ان").replace("،", "،,"), Likeness.EXACT),
        (lambda text: "المرفأ - وكالات: " + text + " (وكالة الأفق)", Likeness.NEAR),
        (lambda text: text.replace("320", "350"), Likeness.NEAR),
        (lambda text: "\n\n".join(text.split("\n\n")[:-1]), Likeness.NEAR),
        (lambda text: "\n\n".join(text.split("\n\n")[::-1]), Likeness.NEAR),
        (lambda text: text + "\n\n" + OTHER, Likeness.NEAR),
        (lambda text: text + ("\n\n" + OTHER) * 3, Likeness.CONTAINS),
        (lambda text: text.split("\n\n")[0], Likeness.CONTAINS),
        (
            lambda text: (
                text.replace("أوضح", "بيّن")
                .replace("ستنطلق", "تبدأ")
                .replace("مؤكدين", "مشددين")
                .replace("خصصت", "وفرت")
                .replace("كاملين", "تقريبا")
            ),
            Likeness.NEAR,
        ),
    ],
    ids=[
        "the same text",
        "hamza and punctuation",
        "another agency line",
        "a number changed",
        "a paragraph dropped",
        "paragraphs reordered",
        "merged with another",
        "inside a long one",
        "the first paragraph alone",
        "a light paraphrase",
    ],
)
def test_a_copy_is_recognised_after(change, expected):
    assert likeness(REPORT, change(REPORT)) is expected
    assert likeness(change(REPORT), REPORT) is expected


WEATHER = (
    "يكون الطقس غائما جزئيا على المناطق الساحلية مع رياح {wind} إلى {gust} كيلومترا في "
    "الساعة، وتتراوح الحرارة القصوى بين {low} و{high} درجة في المرتفعات وتصل إلى {top} "
    "درجة في السهول، ويكون البحر قليل الاضطراب."
)


def weather(seed: int) -> str:
    numbers = random.Random(seed)
    names = ("wind", "gust", "low", "high", "top")
    return WEATHER.format(**{name: numbers.randrange(5, 60) for name in names})


def test_the_same_form_with_other_numbers_is_no_copy():
    assert likeness(weather(1), weather(2), days=1) is None
    assert likeness(weather(1), weather(2), days=0) is None


def test_a_short_notice_of_another_day_with_its_one_number_changed_is_no_copy():
    notice = (
        "بلغ سعر غرام الذهب في سوق الصاغة بالمرفأ الجديد صباح اليوم {} دينارا "
        "للبيع نقدا"
    )

    assert likeness(notice.format(231), notice.format(236), days=1) is None
    assert likeness(notice.format(231), notice.format(236), days=0) is Likeness.NEAR


def test_a_form_that_comes_back_after_weeks_is_no_copy():
    changed = REPORT.replace("18 شهرا", "24 شهرا")

    assert likeness(REPORT, changed, days=3) is Likeness.NEAR
    assert likeness(REPORT, changed, days=200) is None


def test_two_reports_that_repeat_one_background_are_two_reports():
    background = PARAGRAPHS[1]
    first = f"{PARAGRAPHS[0]}\n\n{background}"
    second = f"{background}\n\n{OTHER}"

    assert likeness(first, second) is None


@pytest.mark.parametrize("text", ["", "123", "من إلى", "سوق المرفأ"])
def test_a_text_of_hardly_any_words_has_no_near_copy(text):
    assert likeness(text, REPORT) is None
    assert len(sketch(shingle(text))) == 0


def test_a_short_text_shares_its_sketch_with_the_long_one_it_lies_in():
    words = [f"{a}{b}" for a in PARAGRAPHS[0].split() for b in ("ية", "ون", "ات")]
    rest = " ".join(random.Random(5).choices(words, k=2_000))
    short, whole = sketch(shingle(REPORT)), sketch(shingle(f"{rest}\n\n{REPORT}"))

    assert enough_shared(len({*short} & {*whole}), len(short))


def test_the_sketch_of_a_very_long_text_is_bounded():
    words = [f"سوق{number:05d}".translate(LETTERS) for number in range(9_000)]

    assert len(sketch(shingle(" ".join(words)))) == 1_024


def test_sketches_are_the_same_in_every_process():
    found = sketch(shingle("عادت العائلات إلى المرفأ القديم بعد الترميم"))

    assert found[:2] == [418322065, 594203917]


def certain(first: int, second: int) -> Link:
    return Link(first, second, Likeness.NEAR, 0.9)


def holds(first: int, second: int, share: float) -> Link:
    return Link(first, second, Likeness.CONTAINS, share)


def members(*days: str) -> list[Member]:
    return [Member(key, (day, key)) for key, day in enumerate(days, start=1)]


def test_copies_of_copies_are_one_group_the_earliest_first():
    found = group(
        members("2014-03-02", "2014-03-01", "2014-03-01"),
        [certain(1, 2), certain(2, 3)],
    )

    assert found == [[2, 3, 1]]


def test_an_article_put_together_of_two_reports_does_not_make_them_one():
    made_of_two = members("2014-03-01", "2014-03-01", "2014-03-02")

    assert group(made_of_two, [holds(1, 3, 0.6), holds(2, 3, 0.4)]) == [[1, 3]]


def test_excerpts_of_one_report_belong_to_it():
    excerpts = members("2014-03-01", "2014-03-02", "2014-03-03")

    assert group(excerpts, [holds(1, 2, 0.3), holds(1, 3, 0.4)]) == [[1, 2, 3]]


def test_a_paragraph_that_two_reports_quote_does_not_make_them_one():
    quoted = members("2014-03-01", "2014-03-01", "2014-03-02")

    assert group(quoted, [holds(1, 3, 0.2), holds(2, 3, 0.3)]) == [[2, 3]]


def test_numbers_written_in_another_family_of_digits_are_the_same():
    eastern = re.sub(r"\d", lambda digit: "٠١٢٣٤٥٦٧٨٩"[int(digit[0])], REPORT)

    assert likeness(REPORT, eastern) is Likeness.EXACT


def test_a_full_memory_of_pieces_forgets_and_reads_as_before(monkeypatch):
    before = shingle(REPORT)
    monkeypatch.setattr(shingles, "_KEPT_PIECES", 5)
    monkeypatch.setattr(shingles, "_READ", shingles._Readings())
    after = shingle(REPORT)
    assert (after.digest, after.numbers) == (before.digest, before.numbers)
    assert after.shingles.tolist() == before.shingles.tolist()
    assert len(shingles._READ) <= 5


def test_a_text_without_a_word_has_nothing_to_share():
    blank = shingle("...")
    assert (blank.words.tolist(), blank.numbers) == ([], ())
