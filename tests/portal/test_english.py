"""The interface in English says everything, and nothing in Arabic."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from articles.corpus.figures import all_unit_words
from articles.corpus.raw_article import REASON_LABELS
from articles.presentation.counts import COUNTED, counted
from articles.presentation.units import unit_name
from portal.languages import in_other_language
from tests.portal.catalogue import catalogue, public_strings, texts

ARABIC_LETTER = re.compile("[\u0621-\u064a\u066e-\u06d3]")
ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")
PLACE = re.compile(r"%\(\w+\)s|\{\w*\}")


def test_every_public_string_has_english():
    english = catalogue("en", "po")
    missing = [
        f"{found.file}: {found.forms[0]}"
        for found in public_strings()
        if not (said := english.get(found.forms[0], found.context))
        or not all(texts(said.string))
    ]
    assert not missing
    assert len(public_strings()) > 800


@pytest.mark.parametrize(
    "said", [*REASON_LABELS.values(), *sorted(all_unit_words()), "أرشيف الأخبار"]
)
def test_what_the_core_says_has_english(said):
    with translation.override("en"):
        assert not ARABIC_LETTER.search(translation.gettext(said))


def test_a_translation_has_the_placeholders_of_its_string():
    for said in catalogue("en", "po"):
        for arabic, english in zip(texts(said.id), texts(said.string), strict=True):
            assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(arabic))


def test_arabic_in_english_is_quoted_from_the_string_and_isolated():
    for said in catalogue("en", "po"):
        if not said.id:
            continue
        for english in texts(said.string):
            assert not ARABIC_LETTER.search(ISOLATED.sub("", english)), english
            for quoted in ISOLATED.findall(english):
                assert quoted in texts(said.id)[0], english


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_compiled_is_what_is_written(language):
    written, compiled = (
        {
            (said.context, texts(said.id)): texts(said.string)
            for said in catalogue(language, ending)
            if said.id
        }
        for ending in ("po", "mo")
    )
    assert compiled == written


@pytest.mark.parametrize("noun", COUNTED)
def test_a_counted_noun_has_six_forms_in_arabic_and_two_in_english(noun):
    with translation.override("ar"):
        arabic = [counted(n, noun) for n in (0, 1, 2, 3, 11, 100)]
    with translation.override("en"):
        one, two, many = (counted(n, noun) for n in (1, 2, 1000))
    assert not any(character.isdigit() for said in arabic[:3] for character in said)
    assert [said.split()[0] for said in arabic[3:]] == ["3", "11", "100"]
    assert len(set(arabic)) == 6
    assert one.startswith("1 ")
    assert many == two.replace("2", "1,000", 1) != one.replace("1", "1,000", 1)


@pytest.mark.parametrize(
    ("symbol", "arabic", "english"),
    [
        ("km", "كيلومتر", "km"),
        ("barrel/day", "برميل يوميا", "barrels per day"),
        ("USD", "USD", "USD"),
        ("", "", ""),
    ],
)
def test_a_unit_is_named_in_the_language_of_the_page(symbol, arabic, english):
    assert unit_name(symbol) == arabic
    with translation.override("en"):
        assert unit_name(symbol) == english


@pytest.mark.parametrize("address", ["/en//evil.example/", "/en///evil.example/?q=1"])
def test_no_address_leads_to_another_site_in_the_other_language(address: str) -> None:
    assert re.match(r"/[^/]", in_other_language(address))
