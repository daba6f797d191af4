"""Which words find which: spelling, clitics, numbers, names."""

from __future__ import annotations

import pytest

from tests.search.contract.conftest import Archive

SPELLINGS = (
    # what stands in the article, what a reader types
    ("أحمد", "احمد"),
    ("احمد", "أحمد"),
    ("إعلام", "اعلام"),
    ("اعلام", "إعلام"),
    ("آثار", "اثار"),
    ("اثار", "آثار"),
    ("ٱلعهد", "العهد"),
    ("الإرهابيين", "الارهابيين"),
    ("مدرسة", "مدرسه"),
    ("مدرسه", "مدرسة"),
    ("مستشفى", "مستشفي"),
    ("مستشفي", "مستشفى"),
    ("علي", "على"),
    ("مؤتمر", "موتمر"),
    ("مسؤول", "مسوول"),
    ("رئيس", "رييس"),
    ("هيئة", "هيية"),
    ("مُحَمَّد", "محمد"),
    ("محمد", "مُحمّد"),
    ("قالَتْ", "قالت"),
    ("كِتـــاب", "كتاب"),
    ("مرحبا", "مرحـبا"),
    ("١٨٠", "180"),
    ("180", "١٨٠"),
    ("۲۰۱۷", "2017"),
    ("2017", "۲۰۱۷"),
    ("٣٠٠٠", "3,000"),
    ("3,000", "3000"),
    ("٣٬٠٠٠", "3000"),
    ("٢٫٦", "2.6"),
    ("2,6", "2.6"),
    ("ﺳﻮﺭﻳﺎ", "سوريا"),
    ("سوريا", "ﺳﻮﺭﻳﺎ"),
    ("الاجتماع", "اﻻجتماع"),
    ("الأزمة", "اﻷزمة"),
    ("کرمانشاه", "كرمانشاه"),
    ("علی", "علي"),
    ("گاز", "كاز"),
    ("چين", "جين"),
    ("Reuters", "reuters"),
    ("Café", "cafe"),
    ("عبدالرحمن", "عبد الرحمن"),
    ("عبد الرحمن", "عبدالرحمن"),
)

CLITICS = (
    ("البغدادي", "بغدادي"),
    ("بغدادي", "البغدادي"),
    ("والكتاب", "كتاب"),
    ("بالكتاب", "الكتاب"),
    ("كالكتاب", "كتاب"),
    ("فالكتاب", "كتاب"),
    ("للكتاب", "كتاب"),
    ("وللكتاب", "كتاب"),
    ("بكتاب", "كتاب"),
    ("لكتاب", "كتاب"),
    ("وكتاب", "كتاب"),
    ("لداعش", "داعش"),
    ("النازحين", "نازحون"),
    ("نازح", "النازحين"),
    ("النازحات", "نازح"),
    ("نازحان", "نازحين"),
    ("كتابهم", "كتاب"),
    ("كتابها", "كتاب"),
    ("منازلنا", "منازل"),
    ("الاقتصادية", "اقتصادي"),
    ("اقتصاد", "الاقتصادي"),
    ("برنامج", "البرنامج"),
)

STRANGERS = (
    ("الكتاب", "باب"),
    ("مغترب", "الغربية"),
    ("إيران", "إيراد"),
    ("سلام", "إسلام"),
    ("1.5", "15"),
    ("1800", "180"),
    ("بلد", "ولد"),
)


@pytest.mark.parametrize(("written", "asked"), SPELLINGS)
def test_a_word_is_found_in_any_spelling(archive: Archive, written: str, asked: str):
    archive.put(it={"body": f"ورد هنا {written} في الخبر"}, other={"body": "لا شيء"})

    assert archive.ask(asked) == ["it"]


@pytest.fixture(scope="module")
def clitics(shared_archive: Archive) -> Archive:
    pairs = dict.fromkeys(written for written, _ in CLITICS + STRANGERS)
    shared_archive.put(**{word: {"body": f"ورد هنا {word} ثم مضى"} for word in pairs})
    return shared_archive


@pytest.mark.parametrize(("written", "asked"), CLITICS)
def test_a_word_is_found_with_what_is_written_onto_it(
    clitics: Archive, written: str, asked: str
):
    assert written in clitics.ask(asked)


@pytest.mark.parametrize(("written", "asked"), STRANGERS)
def test_strangers_stay_strangers(clitics: Archive, written: str, asked: str):
    assert written not in clitics.ask(asked)


def test_the_letters_as_typed_come_first(archive: Archive):
    archive.put(
        near={"body": "النازحون عادوا إلى بيوتهم"}, same={"body": "نازح عاد إلى بيته"}
    )

    assert archive.ask("نازح") == ["same", "near"]
