"""The share picture is drawn with or without raqm, and no text breaks it."""

from io import BytesIO

import pytest
from PIL import Image

from articles.syndication import card
from articles.syndication.card import Card, Font, draw, fitted, shape, wrapped

LONG = "عودة العائلات إلى المرفأ القديم بعد ترميم السوق " * 12
HOSTILE = "\u202e<script>\x00\n" + "س" * 600 + "😀 Čeština (1,5) مُحَمَّد"

with_and_without_raqm = pytest.mark.parametrize("has_raqm", [True, False])


@pytest.fixture
def drawn_by(monkeypatch: pytest.MonkeyPatch, has_raqm: bool) -> None:
    if has_raqm and not card.HAS_RAQM:
        pytest.skip("this Pillow has no raqm")
    monkeypatch.setattr(card, "HAS_RAQM", has_raqm)


@with_and_without_raqm
@pytest.mark.usefixtures("drawn_by")
@pytest.mark.parametrize(
    "said",
    [
        Card(
            "أرشيف", "عودة العائلات", "صحيفة المرفأ", "5 آب 2014", "أكثر من 180 عائلة"
        ),
        Card("أرشيف", "عودة"),
        Card("أرشيف", ""),
        Card("أرشيف", LONG, LONG, LONG, LONG),
        Card("أرشيف", HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    ],
)
def test_the_picture_is_a_png_of_the_promised_size(said: Card) -> None:
    picture = Image.open(BytesIO(draw(said)))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


@with_and_without_raqm
@pytest.mark.usefixtures("drawn_by")
def test_long_lines_are_broken_and_cut_to_the_width() -> None:
    font = Font(50, bold=True)
    lines = wrapped(LONG, font, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(font.width(line) <= card.LINE_WIDTH for line in lines)
    assert font.width(fitted("س" * 900, font)) <= card.LINE_WIDTH


def test_without_raqm_letters_come_joined_in_visual_order_with_their_marks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(card, "HAS_RAQM", False)
    shaped, how = shape("حَلَب 12")
    assert how == {}
    assert shaped.startswith("12 ")  # what is read last stands first
    assert "\ufe91" not in shaped  # BEH INITIAL FORM: the last letter is no initial
    assert "\u064e" in shaped  # ARABIC FATHA is kept
    assert (
        shape("(حلب)")[0][0] + shape("(حلب)")[0][-1] == "()"
    )  # brackets still embrace


def test_with_raqm_the_text_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card, "HAS_RAQM", True)
    assert shape("حلب 12")[0] == "حلب 12"
