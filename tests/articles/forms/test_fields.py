"""Names, texts and dates as people type them."""

import pytest
from django.core.exceptions import ValidationError

from articles.forms.fields import BodyField, NameField, PublishedField


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("22/3/2017", "2017-03-22"),
        ("22.03.2017 21:38", "2017-03-22T21:38"),
        ("22-3-2017 | 9:05", "2017-03-22T09:05"),
        ("٢٢/٣/٢٠١٧", "2017-03-22"),
        ("2017-03-22T21:38", "2017-03-22T21:38"),
        ("2017-03-22 21:38:10", "2017-03-22T21:38"),
        ("3/2017", "2017-03"),
        ("2017-03", "2017-03"),
        ("2017", "2017"),
        ("22 آذار 2017", "2017-03-22"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_is_told(typed: str, iso: str) -> None:
    assert PublishedField(required=False).clean(typed) == iso


@pytest.mark.parametrize(
    "typed", ["31/2/2017", "2017-13", "أمس", "0000", "3/2017 10:00", "22/3/17x", "2999"]
)
def test_what_is_no_past_date_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PublishedField(required=False).clean(typed)


def test_a_date_is_shown_as_it_may_be_typed_again() -> None:
    field = PublishedField(required=False)
    shown = field.prepare_value("2017-03-22T21:38")
    assert shown == "2017-03-22 21:38"
    assert field.clean(shown) == "2017-03-22T21:38"


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u200f", "\u200b", "\ufeff", "\x07", "\u2066", "\U000e0041"]
)
def test_nothing_invisible_stays_in_a_name(hidden: str) -> None:
    assert NameField().clean(f"وكالة {hidden}الميناء") == "وكالة الميناء"


def test_a_body_has_one_empty_line_between_paragraphs() -> None:
    typed = "  الفقرة الأولى\r\nسطرها الثاني \r\n\r\n\r\n \r\nالثانية\u202e\r\n"
    assert BodyField().clean(typed) == "الفقرة الأولى\nسطرها الثاني\n\nالثانية"
