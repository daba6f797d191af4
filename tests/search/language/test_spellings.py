"""Words that writers write in two ways are one, others stay two."""

from __future__ import annotations

import pytest

from search.language.analysis import analyze, analyze_forms

ONE = [
    ("مسئولون", "مسؤولون"),
    ("رءوس", "رؤوس"),
    ("بالشئ", "بالشيء"),
    ("مائتان", "مئتان"),
    ("ثلاثمائة", "ثلاثمئة"),
    ("أبا بكر", "أبو بكر"),
    ("ابوبكر", "أبي بكر"),
    ("أبوالعلاء", "أبو العلاء"),
    ("عَبْدُالله", "عبد الله"),
    ("سعد بن علي", "سعد ابن على"),
    ("لـ200", "200"),
    ("ال76", "76"),
    ("و٨٠", "80"),
    ("ب٣٬٠٠٠", "3000"),
]

APART = [
    ("أبواب", "أبو اب"),
    ("أبويهم", "أبو يهم"),
    ("ناشئ", "ناشيء"),
    ("دائرة", "داءرة"),
    ("آل", "الآل"),
]


def exact(text: str) -> list[str]:
    return [forms.exact for forms in analyze_forms(text)]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_spellings_of_one_word(one: str, other: str):
    assert exact(one) == exact(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_words(one: str, other: str):
    assert exact(one) != exact(other)


def test_a_number_is_marked_without_what_is_written_onto_it():
    text = "عاد لـ٣٬٠٠٠ شخص"
    number = analyze(text)[1]

    assert text[number.start : number.end] == "٣٬٠٠٠"
