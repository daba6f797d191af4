"""The lists find a word in any of its spellings."""

import re

import pytest

from articles.admin.spelling import any_spelling


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("الامارات", "دولة الإمارات العربية"),
        ("الإمارات", "دولة الامارات"),
        ("مدرسه", "مَدْرَسَةٌ جديدة"),
        ("محمد", "الأستاذ مُحَـــمَّد"),
        ("180", "أكثر من ١٨٠ قائدا"),
        ("١٨٠", "أكثر من 180 معلما"),
        ("علي", "على الطريق"),
        ("كتاب", "کتاب"),  # ARABIC LETTER KEHEH
        ("بي بي سي.", "بي بي سي."),
    ],
)
def test_a_word_is_found_in_every_spelling(asked: str, written: str) -> None:
    assert re.search(any_spelling(asked), written)


@pytest.mark.parametrize(
    ("asked", "written"), [("قلم", "علم"), ("a.c", "abc"), ("(", "ب"), ("[ا]", "ا")]
)
def test_other_words_are_not_found(asked: str, written: str) -> None:
    assert not re.search(any_spelling(asked), written)
