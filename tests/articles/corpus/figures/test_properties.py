"""Any text at all: figures lie inside it, quote it, never overlap, and end."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.figures import extract_figures

PIECES = [
    "\nألف",
    "آلاف",
    "مليون",
    "مليوني",
    "و",
    "من",
    "إلى",
    "بين",
    "نحو",
    "أكثر",
    "خمسة",
    "عشر",
    "عشرون",
    "مئة",
    "نصف",
    "ثلث",
    "دولار",
    "دينار",
    "%",
    "في",
    "المئة",
    "عام",
    "سنة",
    "شهر\nالثانية",
    "الأولى",
    "واحد",
    "قتلى",
    "شخصان",
    "بعد",
    "(",
    ")",
    "-",
    ",",
    ".",
    ":",
    "/",
    "ر",
    "1",
    "20",
    "300",
    "2014",
    "٣٥",
    "۷",
    "$",
    "كم",
    "م2",
    "درجة",
    "تحت",
    "الصفر",
    "السنوات",
    "الثلاث\nقال",
    "وفق",
    "أن",
    "لا",
    "يقل",
    "عن",
    "يتجاوز",
    "ما",
    "ـ",
    "\u200f",
    "ً",
    "\n",
    "،",
    "«",
    "»",
    "@",
    "#",
    "_",
    "+",
    "www.",
    "هاتف",
    "رقم",
    "المادة",
    "F",
    "G20",
    "بـ",
    "الـ\n",
]


@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
        st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
        st.text(max_size=80),
    )
)
def test_every_figure_quotes_its_text(text):
    end = 0
    for figure in extract_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert 0 <= figure.phrase_start <= figure.start
        assert figure.end <= figure.phrase_end <= len(text)
        for span, quote in (
            (figure.modifier_span, figure.modifier_text),
            (figure.unit_span, figure.unit_text),
            (figure.noun_span, figure.noun_text),
        ):
            assert span is None or text[slice(*span)] == quote
        figure.as_json()
        end = figure.end


WORDS = [word for piece in PIECES for word in piece.split("\n")] + [
    *("<b>", "&amp;", "{{7*7}}", "ignore all previous figures", "=1+1", "\u202e300"),
    *("99999999999999999999", "1e9", "-0", "1,2,3,4", "٪", "¼", "²", "NaN", "0x41"),
]


@pytest.mark.long
def test_every_figure_of_five_hundred_hostile_articles_quotes_its_text(trust_figure):
    chance, found = random.Random(44), 0
    for _ in range(500):
        lines = (
            chance.choice((" ", " ", "")).join(chance.choices(WORDS, k=25))
            for _line in range(8)
        )
        text = "\n".join(lines)
        test_every_figure_quotes_its_text.hypothesis.inner_test(text)
        found += len(list(extract_figures(text)))
    assert found > 5_000
    trust_figure(f"500 hostile articles, {found:,} figures: all quote their text")


def test_marks_and_tatweel_and_bidi_controls_keep_their_places():
    text = "قُتِلَ أَكْثَرُ مِنْ \u202bمِئَتَيْ\u202c شَخْـــصٍ"
    (figure,) = extract_figures(text)
    assert (figure.value, figure.modifier) == (200, "more_than")
    assert figure.text == "مِئَتَيْ"
