"""Words are found again where they moved, and not where others stand."""

from __future__ import annotations

import pytest

from articles.corpus.anchors import context_of, find_anchor
from articles.corpus.sentences import sentence_spans

TEXT = "عادت 12 عائلة إلى حي السوق في الصباح، ثم وصلت 12 شاحنة محملة بالقمح من الريف."


def found_in(text: str, nth: int, quote: str = "12") -> int | None:
    """Anchor the nth quote of TEXT and look for it in another text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    before, after = context_of(TEXT, start, start + len(quote))
    return find_anchor(text, quote, start, before, after)


@pytest.mark.parametrize("nth", [1, 2])
def test_the_same_text_gives_the_same_place(nth: int) -> None:
    at = found_in(TEXT, nth)
    assert at is not None
    assert TEXT[at : at + 2] == "12"
    assert TEXT[:at].count("12") == nth - 1


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        (f"قالت البلدية أمس: {TEXT}", "وصلت "),
        (TEXT.replace("عادت 12 عائلة", "عادت عائلات"), "وصلت "),
        (TEXT.replace(" ", "  "), "وصلت  "),
        (TEXT.replace(" شاحنة محملة بالقمح من الريف", " سيارة"), "وصلت "),
    ],
)
def test_words_that_moved_are_followed(text: str, behind: str) -> None:
    at = found_in(text, 2)
    assert at == text.index(behind) + len(behind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "عادت عائلات إلى حي السوق.",
        "خسر الفريق 12 مباراة هذا العام.",
        "عادت 2012 عائلة إلى حي السوق في الصباح",
        "ثم وصلت 120 شاحنة محملة بالقمح من الريف.",
    ],
)
def test_words_that_are_gone_are_not_found_elsewhere(text: str) -> None:
    assert found_in(text, 2) is None


def test_an_empty_quote_is_nowhere() -> None:
    assert find_anchor(TEXT, "", 0, "", "") is None


def test_sentences_end_at_stops_not_at_decimal_points() -> None:
    text = "كلفته 2.6 مليون. هل يكفي؟ نعم!\n\nفقرة أخرى"
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "كلفته 2.6 مليون.",
        "هل يكفي؟",
        "نعم!",
        "فقرة أخرى",
    ]
