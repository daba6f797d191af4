"""The sentence around a figure."""

from __future__ import annotations

import pytest

from search.ledger.sentences import LONGEST, shown_sentence

EXAMPLES = [
    ("بدأ الحصاد. وجمعوا 300 طن. وانتهى.", "وجمعوا 300 طن."),
    ("جمعوا 2.6 طن، 300 كيس. وانتهى", "جمعوا 2.6 طن، 300 كيس."),
    ("قال د. سمير إن 300 عادوا.", "قال د. سمير إن 300 عادوا."),
    ("أعادوا 300؟ نعم! كلهم.", "أعادوا 300؟"),
    ("سطر أول\nسطر فيه 300\nسطر ثالث", "سطر فيه 300"),
    ("قالوا «انتهى.» ثم 300 آخرون.", "ثم 300 آخرون."),
    ("300", "300"),
]


@pytest.mark.parametrize(("text", "sentence"), EXAMPLES)
def test_a_sentence_ends_at_its_sign_and_not_inside_numbers(
    text: str, sentence: str
) -> None:
    start = text.index("300")

    first, last = shown_sentence(text, start, start + 3)

    assert text[first:last] == sentence


def test_a_very_long_sentence_is_cut_between_words_around_the_figure() -> None:
    text = "كلمة " * 300 + "300 بيت " + "كلمة " * 300
    start = text.index("300")

    first, last = shown_sentence(text, start, start + 3)

    assert first <= start < start + 3 <= last
    assert last - first <= LONGEST
    assert set(text[first:last].split()) == {"كلمة", "300", "بيت"}
