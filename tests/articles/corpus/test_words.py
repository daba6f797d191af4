"""Cutting a text into words, digit runs and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus import words
from articles.corpus.arabic import fold
from articles.corpus.words import tokenize

CUT = [
    ("قال الوزير.", ["قال", "الوزير", "."]),
    ("مُحَمَّدٌ هُنا", ["مُحَمَّدٌ", "هُنا"]),
    ("الـــعراق", ["الـــعراق"]),
    ("بـ63.5دولار", ["بـ", "63", ".", "5", "دولار"]),
    ("٢٫٦ ألف", ["٢", "٫", "٦", "ألف"]),
    ("«داعش»", ["«", "داعش", "»"]),
    ("الـ19", ["الـ", "19"]),
    ("(رويترز)\u200f،", ["(", "رويترز", ")", "،"]),
    ("F-16", ["F", "-", "16"]),
    ("سطر\nسطر", ["سطر", "سطر"]),
    ("", []),
    (" \u200f\u00a0\t", []),
]


@pytest.mark.parametrize(("text", "pieces"), CUT)
def test_a_text_is_cut_into_words_digits_and_signs(text, pieces):
    assert [token.text for token in tokenize(text)] == pieces


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("خبر", "word"),
        ("news", "word"),
        ("١٢", "digits"),
        ("12", "digits"),
        ("%", "sign"),
    ],
)
def test_each_token_says_what_it_is(text, kind):
    assert [token.kind for token in tokenize(text)] == [kind]


@given(st.text(alphabet=st.characters(), max_size=80))
def test_tokens_stand_where_they_say_and_nothing_but_blanks_is_lost(text):
    tokens = tokenize(text)
    assert [text[token.start : token.end] for token in tokens] == [
        token.text for token in tokens
    ]
    assert all(token.folded == fold(token.text) for token in tokens)
    ends = [0, *(token.end for token in tokens)]
    starts = [*(token.start for token in tokens), len(text)]
    gaps = "".join(text[a:b] for a, b in zip(ends, starts, strict=True))
    assert not any(char.isalnum() for char in gaps)


def test_the_memory_of_pieces_stays_small(monkeypatch):
    monkeypatch.setattr(words, "_MOST_KEPT", 3)
    pieces = words._Pieces()
    for word in ("أ", "ب", "ج", "د", "ه" * 50):
        assert pieces[word] == (fold(word), "word")
    assert len(pieces) <= 3
