"""Counted nouns take six forms in Arabic, and numbers separate their thousands."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.template import engines

from articles.presentation.counts import COUNTED, counted, number

CATALOGUE = Path(settings.BASE_DIR) / "portal" / "locale" / "ar" / "LC_MESSAGES"

FORMS = [
    (0, "لا مقالات", "لا نتائج"),
    (1, "مقال واحد", "نتيجة واحدة"),
    (2, "مقالان", "نتيجتان"),
    (3, "3 مقالات", "3 نتائج"),
    (10, "10 مقالات", "10 نتائج"),
    (11, "11 مقالًا", "11 نتيجة"),
    (99, "99 مقالًا", "99 نتيجة"),
    (100, "100 مقال", "100 نتيجة"),
    (102, "102 مقال", "102 نتيجة"),
    (103, "103 مقالات", "103 نتائج"),
    (111, "111 مقالًا", "111 نتيجة"),
    (10_138, "10,138 مقالًا", "10,138 نتيجة"),
    (1_000_000, "1,000,000 مقال", "1,000,000 نتيجة"),
]


@pytest.mark.parametrize(("n", "articles", "results"), FORMS)
def test_a_count_takes_the_form_its_number_asks_for(
    n: int, articles: str, results: str
) -> None:
    assert (counted(n, "article"), counted(n, "result")) == (articles, results)


@pytest.mark.parametrize("noun", COUNTED)
def test_every_counted_noun_has_all_six_forms(noun: str) -> None:
    forms = [counted(n, noun) for n in (0, 1, 2, 3, 11, 100)]
    assert "{n}" not in "".join(forms)
    assert [any(char.isdigit() for char in form) for form in forms] == (
        [False] * 3 + [True] * 3
    )


def test_the_digits_of_a_count_are_isolated_in_a_page() -> None:
    page = engines["django"].from_string('{% counted 3 "article" %}').render()
    assert page == "<bdi>3</bdi> مقالات"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (1_500_000, "1,500,000"),
        (Decimal("2600.500000"), "2,600.5"),
        (Decimal("40.000000"), "40"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal("1E+6"), "1,000,000"),
        (None, ""),
    ],
)
def test_numbers_separate_thousands_and_drop_empty_decimals(
    value: int | Decimal | None, written: str
) -> None:
    assert number(value) == written


def test_the_compiled_catalogue_says_what_its_source_says() -> None:
    with (CATALOGUE / "django.po").open("rb") as source:
        catalogue = read_po(source, locale="ar")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert _messages(compiled.getvalue()) == _messages(
        (CATALOGUE / "django.mo").read_bytes()
    )


def _messages(compiled: bytes) -> dict[object, object]:
    from gettext import GNUTranslations

    catalogue = GNUTranslations(BytesIO(compiled))._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in catalogue.items() if key}
