"""The tables fit together: no name hides another, no line is broken."""

import re

import pytest

from articles.corpus.arabic import fold
from articles.corpus.names.lexicon import (
    COMMON,
    GAZETTEER,
    GIVEN,
    KNOWN_PEOPLE,
    WEAK_GIVEN,
    WORDS,
)
from articles.corpus.names.tables import cities, organisations, places, territories


def test_the_tables_are_as_large_as_they_say():
    names = [name for names in GAZETTEER.values() for name in names]
    assert sum(name.type == "LOC" for name in names) > 2500
    assert sum(name.type == "ORG" for name in names) > 450
    assert len(GIVEN) > 1000
    assert len(KNOWN_PEOPLE) > 150


@pytest.mark.parametrize(
    ("table", "separator"),
    [
        (places.ARAB_WORLD, "·"),
        (places.WORLD, "·"),
        (territories.TERRITORIES, "·"),
        (cities.CITIES, r"·|\n[A-Z]{2}:"),
        *((group, "\n") for group in organisations.GROUPS),
    ],
)
def test_no_spelling_is_empty(table, separator):
    cells = [cell for cell in re.split(separator, table.strip("\n ·")) if cell.strip()]
    assert all(name.strip(" ?\n") for cell in cells for name in cell.split("="))


def test_an_ordinary_word_is_no_sure_place():
    sure = {
        name.words[0]
        for names in GAZETTEER.values()
        for name in names
        if len(name.words) == 1 and not name.weak and name.type == "LOC"
    }
    assert sure & {fold(word) for word in ("صور", "الباب", "الخبر", "دوما")} == set()


def test_a_sure_given_name_is_no_ordinary_word():
    assert len((GIVEN - WEAK_GIVEN) & COMMON) < 40


@pytest.mark.parametrize(
    ("written", "bare"),
    [("وسوريا", "سوريا"), ("للتحالف", "التحالف"), ("لبنان", "لبنان"), ("كيان", "كيان")],
)
def test_glued_letters_come_off_only_before_a_name(written, bare):
    assert WORDS[fold(written)].bare == fold(bare)
