"""An outlet's own rules: which lines they fit, what they cut, what they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.raw_article import (
    LineRule,
    Reason,
    RejectedText,
    RuleKind,
    parse_article,
)
from articles.corpus.raw_article.line_rules import cut_title, read_pattern
from tests.articles.corpus.raw_article.test_partition import PIECES, RAW, owners

TITLE = "عودة الماء إلى أحياء المدينة القديمة"
ONE = "عاد الماء أمس إلى الأحياء الشرقية بعد انقطاع دام يومين كاملين."
TWO = "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة."
THREE = "وشكر المدير سكان الأحياء على صبرهم الطويل خلال أعمال الإصلاح."


@pytest.mark.parametrize(
    ("pattern", "line", "fits"),
    [
        ("نادي قراء المرفأ", "نادي قُرّاء المرفا:", True),
        ("نادي قراء المرفأ", "نادي قراء المرفأ اليوم", False),
        ("نادي القراء…", "نادي القراء يرحب بكم", True),
        ("نادي القراء…", "في نادي القراء", False),
        ("…نادي القراء", "هذا الخبر برعاية نادي القراء!", True),
        ("…نادي القراء…", "من نادي القراء إليكم", True),
        ("...نادي القراء...", "من نادي القراء إليكم", True),
        ("برعاية … المرفأ", "برعاية مصرف المرفأ", True),
        ("برعاية … المرفأ", "برعاية المرفأ", True),
        ("برعاية … المرفأ", "برعاية المرفأ القديم", False),
        ("عدد ٣٢", "عدد 32", True),
        ("القراء", "القراءة", False),
    ],
)
def test_a_pattern_fits_the_lines_a_reader_would_name(
    pattern: str, line: str, fits: bool
) -> None:
    article = parse_article(
        f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}",
        rules=[LineRule(RuleKind.DROP_LINE, pattern)],
    )
    cut = [one.text for one in article.removed if one.reason is Reason.OUTLET_RULE]
    assert (cut == [line]) == fits
    assert ONE in article.body
    assert TWO in article.body


@pytest.mark.parametrize("words", ["", "…", " … … ", "|!"])
def test_a_pattern_needs_a_word(words: str) -> None:
    with pytest.raises(ValueError, match="word"):
        read_pattern(words)


def test_everything_from_a_line_on_is_one_cut() -> None:
    raw = f"المزيد من المرفأ\n{TITLE}\n\n{ONE}\n\nالمزيد من المرفأ\n\n{TWO}\n\n{THREE}"
    rules = [LineRule(RuleKind.CUT_FROM, "المزيد من المرفأ")]
    article = parse_article(raw, rules=rules)
    assert article.body == ONE
    [cut] = [one for one in article.removed if one.reason is Reason.OUTLET_RULE]
    assert cut.text.startswith("المزيد")
    assert cut.text.endswith(THREE)
    assert raw[cut.start : cut.end] == cut.text


@pytest.mark.parametrize(
    ("kind", "pattern", "line", "told"),
    [
        (RuleKind.SECTION, "باب: …", "باب: حارات وناس", {"section": "حارات وناس"}),
        (RuleKind.SECTION, "حارات وناس", "حارات وناس", {"section": "حارات وناس"}),
        (RuleKind.BYLINE, "خطّته … للمرفأ", "خطته لينا للمرفأ", {"byline": "لينا"}),
        (RuleKind.DATELINE, "من … لكم", "من حي الرمان لكم", {"place": "حي الرمان"}),
    ],
)
def test_a_line_tells_a_field(
    kind: RuleKind, pattern: str, line: str, told: dict[str, str]
) -> None:
    raw = f"{TITLE}\n\n{line}\n\n{ONE}\n\n{TWO}"
    article = parse_article(raw, rules=[LineRule(kind, pattern)])
    place = article.dateline.place if article.dateline else None
    said = {"section": article.section, "byline": article.byline, "place": place}
    assert {name: value for name, value in said.items() if value} == told
    start, end = article.fields[kind.value]
    assert raw[start:end] == line
    assert article.body == f"{ONE}\n\n{TWO}"


def test_what_a_file_tells_wins_over_a_rule() -> None:
    rules = [LineRule(RuleKind.SECTION, "باب: …")]
    raw = f"{TITLE}\n\nباب: حارات\n\n{ONE}"
    article = parse_article(raw, section="محليات", rules=rules)
    assert (article.section, article.body) == ("محليات", ONE)


def test_a_signature_is_cut_as_one() -> None:
    line = "بإشراف فريق الميناء الصغير وأصدقائه الكرام"
    rules = [LineRule(RuleKind.SIGNATURE, "بإشراف فريق…")]
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}", rules=rules)
    assert (Reason.SIGNATURE, line) in [
        (one.reason, one.text) for one in article.removed
    ]


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("عودة الماء | حبر المرفأ", "عودة الماء"),
        ("هل عاد الماء؟ - «حبر المرفأ»", "هل عاد الماء؟"),
        ("عودة الماء – حِبر المرفا", "عودة الماء"),
        ("سفن تلون حبر المرفأ", "سفن تلون حبر المرفأ"),
        ("حبر المرفأ", "حبر المرفأ"),
        ("حبر المرفأ | عودة الماء", "حبر المرفأ | عودة الماء"),
    ],
)
def test_a_titles_tail_is_cut_where_a_sign_parts_it(title: str, cut: str) -> None:
    assert cut_title(title, [LineRule(RuleKind.TITLE_TAIL, "حبر المرفأ")]) == cut


def test_the_tail_of_a_title_is_recorded_as_cut() -> None:
    rules = [LineRule(RuleKind.TITLE_TAIL, "أوفياء الشاطئ الأزرق")]
    raw = f"{TITLE} – أوفياء الشاطئ الأزرق\n\n{ONE}\n\n{TWO}"
    article = parse_article(raw, rules=rules)
    assert article.title == TITLE
    assert "أوفياء الشاطئ الأزرق" in [
        one.text.strip(" –")
        for one in article.removed
        if one.reason is Reason.OUTLET_RULE
    ]


def test_rules_that_leave_nothing_reject_the_text() -> None:
    rules = [LineRule(RuleKind.DROP_LINE, words) for words in ("عاد…", "عودة…")]
    with pytest.raises(RejectedText):
        parse_article(f"{TITLE}\n\n{ONE}", rules=rules)


RULES = st.lists(
    st.builds(
        LineRule,
        st.sampled_from(RuleKind),
        st.sampled_from([piece for piece in PIECES if piece[0].isalpha()])
        .flatmap(
            lambda piece: st.sampled_from(
                [piece, f"{piece.split()[0]}…", f"…{piece.split()[-1]}"]
            )
        )
        .filter(lambda words: any(map(str.isalpha, words))),
    ),
    min_size=1,
    max_size=4,
)


@given(RAW, RULES)
def test_whatever_the_rules_no_letter_is_lost_or_told_twice(
    raw: str, rules: list[LineRule]
) -> None:
    try:
        article = parse_article(raw, rules=rules)
    except RejectedText:
        return
    counts = owners(raw, article)
    assert all(
        count == 1
        for letter, count in zip(raw, counts, strict=True)
        if letter.isalnum()
    )
