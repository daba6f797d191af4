"""Ordinary words in all their forms, and words that only look like one."""

import pytest

from articles.corpus.arabic import fold
from articles.corpus.names.ordinary import is_inflected


@pytest.mark.parametrize(
    "word",
    ["سيستبعدونها", "للمتظاهرين", "وقالوا", "يحث", "منتقد", "بتسامحه", "تضيف"],
)
def test_forms_of_ordinary_words(word):
    assert is_inflected(fold(word))


@pytest.mark.parametrize(
    "word", ["بيربوغ", "ماركينا", "كوريللا", "فرحان", "حداد", "لا"]
)
def test_names_are_no_forms_of_ordinary_words(word):
    assert not is_inflected(fold(word))
