"""The folding rule, letter by letter: which spellings are one word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.arabic import (
    FORMAT_CHARACTERS,
    MARKS,
    TATWEEL,
    fold,
    fold_with_offsets,
    is_arabic,
    plain_digits,
    strip_marks,
)

ONE_WORD = [
    ("أحمد", "احمد"),
    ("إسرائيل", "اسراييل"),
    ("آذار", "اذار"),
    ("مسؤول", "مسوول"),
    ("مئة", "ميه"),
    ("مصطفى", "مصطفي"),
    ("غزة", "غزه"),
    ("مُحَمَّدٌ", "محمد"),
    ("الـــعـراق", "العراق"),
    ("ﻣﺤﻤﺪ", "محمد"),
    ("پاریس", "باريس"),
    ("گاز", "كاز"),
    ("٢٠١٧", "2017"),
    ("۲۰۱۷", "2017"),
    ("Société", "societe"),
    ("داعش\u200f", "داعش"),
]


@pytest.mark.parametrize(("written", "plain"), ONE_WORD)
def test_two_spellings_fold_to_the_same_letters(written, plain):
    assert fold(written) == fold(plain) == plain


@pytest.mark.parametrize(("one", "other"), [("حزب", "حرب"), ("علم", "عالم")])
def test_two_words_stay_two(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("char", [*MARKS, TATWEEL, *FORMAT_CHARACTERS])
def test_what_has_no_sound_of_its_own_is_dropped(char):
    assert fold(f"ق{char}ل") == "قل"


def test_digits_become_plain_one_for_one():
    text = "٢٢ آذار ۲۰۱۷ – 5,5"
    assert plain_digits(text) == "22 آذار 2017 – 5,5"
    assert len(plain_digits(text)) == len(text)


def test_stripping_marks_keeps_the_letters_as_written():
    assert strip_marks("إِلَى مِئَةِ") == "إلى مئة"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("خبر عاجل", True),
        ("شركة Apple", True),
        ("Breaking news: غزة", False),
        ("2017", False),
        ("", False),
    ],
)
def test_a_text_is_arabic_by_its_letters(text, answer):
    assert is_arabic(text) is answer


def test_a_span_of_the_folded_text_leads_back_to_the_written_one():
    text = "زار الـقـاهِرَةَ أمس"
    folded = fold_with_offsets(text)
    start = folded.text.index("القاهره")
    first, last = folded.span(start, start + len("القاهره"))
    assert text[first:last] == "الـقـاهِرَةَ "[:-1]


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_offsets_stay_inside(text):
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert fold(fold(text)) == fold(text) or not unicodedata.is_normalized("NFKD", text)
