"""A raw text is shown whole, with what was cut marked in its place."""

from articles.admin.raw_text import Mark, reason_label, stored_marks, stretches, visible

RAW = "خبر اليوم اشترك الآن نهاية"
SUBSCRIBE = Mark(10, 20, "removed", "دعوة")


def test_the_stretches_together_are_the_raw_text() -> None:
    runs = stretches(RAW, [SUBSCRIBE])
    assert "".join(run.text for run in runs) == RAW
    assert [(run.text, run.kind) for run in runs] == [
        ("خبر اليوم ", ""),
        ("اشترك الآن", "removed"),
        (" نهاية", ""),
    ]


def test_overlapping_marks_share_no_letter() -> None:
    inner = Mark(15, 26, "doubt", "سطر قصير")
    runs = stretches(RAW, [inner, SUBSCRIBE])
    assert "".join(run.text for run in runs) == RAW
    assert [run.kind for run in runs] == ["", "removed", "doubt"]


def test_a_text_without_marks_is_one_stretch() -> None:
    assert [run.text for run in stretches(RAW, [])] == [RAW]
    assert stretches("", []) == []


def test_characters_without_a_shape_are_shown_as_codes() -> None:
    assert visible("أ\u202eب\u0000") == "أ[U+202E]ب[U+0000]"
    assert visible("سطر\nآخر\tهنا") == "سطر\nآخر\tهنا"


def test_marks_that_no_longer_fit_the_bytes_are_left_out() -> None:
    rows = [
        {"start": 10, "end": 20, "reason": "subscription", "text": "اشترك الآن"},
        {"start": 0, "end": 3, "reason": "ornament", "text": "***"},
    ]
    assert [mark.start for mark in stored_marks(RAW, rows)] == [10]


def test_a_reason_is_told_in_words() -> None:
    assert reason_label("cookie_notice") == "إشعار ملفات الارتباط"
    assert reason_label("unheard_of") == "unheard_of"
