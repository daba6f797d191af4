"""Letters of six encodings, of five lengths: read right, asked for, never wrong."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from articles.readers import ReadError, Refusal, decode_text
from tests.articles.readers.test_text import sentences
from tests.conftest import Measured

CHARSETS = ("cp1256", "iso8859-6", "cp720", "utf-16-le", "utf-16-be", "utf-8")
LENGTHS = (8, 20, 40, 80, 160)
SAMPLES = 40
CERTAIN = 80
"""From so many letters on nothing is left to ask."""


def samples(length: int) -> list[str]:
    """Give forty beginnings of sentences, of so many letters."""
    text = " ".join(sentences())
    starts = [at + 1 for at, sign in enumerate(text) if sign == " "]
    step = (len(starts) - 60) // SAMPLES
    some = starts[::step][:SAMPLES]
    return [with_letters(text[start:], length) for start in some]


def with_letters(text: str, count: int) -> str:
    """Give the beginning of a text that has so many Arabic letters."""
    places = [at for at, sign in enumerate(text) if "\u0621" <= sign <= "\u064a"]
    return text[: places[count - 1] + 1]


def told(content: bytes, text: str, declared: str | None = None) -> str:
    try:
        decoded = decode_text(content, declared=declared)
    except ReadError as refused:
        if refused.reason_code not in {Refusal.CHARSET_ASKED, Refusal.UNKNOWN_CHARSET}:
            raise
        return "asked"
    return "right" if decoded.text.strip() == text.strip() else "wrong"


@pytest.mark.parametrize(
    "lengths",
    [
        pytest.param((20, 80), id="some"),
        pytest.param(LENGTHS, id="all", marks=pytest.mark.long),
    ],
)
def test_letters_are_read_right_or_asked_for(
    lengths: tuple[int, ...], trust_figure: Measured
) -> None:
    ends: dict[tuple[str, int], Counter[str]] = {}
    for charset, length in product(CHARSETS, lengths):
        ends[charset, length] = Counter()
        for sample in samples(length):
            content = sample.encode(charset, "ignore")
            text = content.decode(charset)
            ends[charset, length][told(content, text)] += 1
    count = sum(each.total() for each in ends.values())

    for (charset, length), each in ends.items():
        assert each["wrong"] == 0, (charset, length, each)
        if length >= CERTAIN or charset == "utf-8":
            assert each["right"] == SAMPLES, (charset, length, each)
    asked = sum(each["asked"] for each in ends.values())
    trust_figure(f"{count:,} samples: 0 wrong, {asked} short ones asked for")


@pytest.mark.long
def test_a_wrong_declaration_makes_no_text_silently_wrong(
    trust_figure: Measured,
) -> None:
    ends = Counter[str]()
    for charset, declared in product(CHARSETS, CHARSETS):
        for sample in samples(CERTAIN)[:12]:
            content = sample.encode(charset, "ignore")
            end = told(content, content.decode(charset), declared)
            assert end != "wrong", (charset, declared, sample)
            ends[end] += 1
    trust_figure(f"{ends.total()} samples declared as another: 0 silently wrong")
