"""Text into terms: what is one word, one number, and where it stands."""

from __future__ import annotations

import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.analysis import analyze, analyze_forms
from search.language.stems import skeleton, stem
from tests.real_data import FOLDER, needs_real_data

ARABIC_TEXT = st.text(
    st.sampled_from('ابتجدرسعملنهويةىأإآؤئءَُِّْـلاﻻ ٠١٢3٤,.،٫٬-/«»"():؟ \nabZ\u200f\u200c'),
    max_size=80,
)

NUMBERS = [
    ("3,000", "3000"),
    ("٣٬٠٠٠", "3000"),
    ("٣،٠٠٠", "3000"),
    ("3.000", "3000"),
    ("1,234,567", "1234567"),
    ("1.234.567,5", "1234567.5"),
    ("2,6", "2.6"),
    ("٢٫٦", "2.6"),
    ("7.5", "7.5"),
    ("0.250", "0.25"),
    ("3.141", "3.141"),
    ("0,125", "0.125"),
    ("007", "7"),
    ("22.03.2017", "22 3 2017"),
    ("2017", "2017"),
    ("12،34،56", "12 34 56"),
]

STEMS = [
    ("والنازحين", "نازح"),
    ("النازحون", "نازح"),
    ("نازح", "نازح"),
    ("للنازحات", "نازح"),
    ("لداعش", "داعش"),
    ("بلد", "بلد"),
    ("كتاب", "كتاب"),
    ("بكتابهم", "كتاب"),
    ("وكتابها", "كتاب"),
    ("الو", "الو"),
    ("من", "من"),
    ("2014", "2014"),
    ("reuters", "reuters"),
]


@pytest.mark.parametrize(("written", "numbers"), NUMBERS)
def test_numbers(written: str, numbers: str):
    assert [term.exact for term in analyze(f"نحو {written}، شخص")][
        1:-1
    ] == numbers.split()


@pytest.mark.parametrize(("word", "expected"), STEMS)
def test_stems(word: str, expected: str):
    assert stem(word) == expected


def test_words_of_one_root_share_a_skeleton():
    assert len({skeleton(stem(word)) for word in ("مكتب", "مكاتب", "كتاب")}) == 1


def test_terms_cover_tashkeel_and_tatweel():
    text = "قال مُحَـــمَّدٌ: «عادوا»"
    start, end, exact, _ = analyze(text)[1]

    assert (text[start:end], exact) == ("مُحَـــمَّدٌ", "محمد")


def test_a_servants_name_is_two_words_however_it_is_written():
    text = "عَبْدُالرَّحمن"

    assert [text[term.start : term.end] for term in analyze(text)] == [
        "عَبْدُ",
        "الرَّحمن",
    ]
    assert [term.exact for term in analyze("عبد الرحمن")] == ["عبد", "الرحمن"]


@given(ARABIC_TEXT)
def test_every_term_is_a_stretch_of_the_text(text: str):
    terms = analyze(text)

    assert [(term.exact, term.stem) for term in terms] == analyze_forms(text)
    for before, term in pairwise(terms):
        assert before.end <= term.start
    for term in terms:
        assert term.exact
        assert term.stem
        assert analyze_forms(text[term.start : term.end]) == [term[2:]]


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=12))
def test_stems_are_never_empty_and_stand_in_the_word(word: str):
    assert stem(word) in word
    assert stem(word)
    assert skeleton(stem(word))


@needs_real_data
def test_the_pairs_of_another_engine_meet_in_one_stem():
    with (FOLDER / "arabic" / "lucene_ar_cases.tsv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    pairs = [row[1:3] for row in rows if len(row) == 3 and " " not in row[1] + row[2]]

    met = [
        pair
        for pair in pairs
        if {form.stem for form in analyze_forms(pair[0])}
        & {form.stem for form in analyze_forms(pair[1])}
    ]
    assert len(met) / len(pairs) >= 0.9
