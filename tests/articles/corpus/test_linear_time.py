"""Texts written to be slow: twice the text may take twice the time, and no more.

Work is counted in calls of Python functions, which no busy machine changes; the
longest texts the archive takes only have to end, within a generous time.
"""

import sys
import time
from datetime import date

import pytest

from articles.corpus.figures import extract_figures
from articles.corpus.names import extract_names
from articles.corpus.words import tokenize

DAY = date(2023, 5, 17)
LONGEST = 200_000
MOST_GROWTH = 2.6
MOST_SECONDS = 60

PATTERNS = [
    # numbers that never end, or never begin
    "1 ", "1", "1,", "1.", "1,000,", "٫١", "1ر", "1/", "1-", "1:", "1 - ", "1 و",
    "و", "ألف ", "ألف مليون ", "مليون و", "مئة و", "خمسة و", "خمسة عشر ", "نصف ",
    "من 1 إلى ", "بين 1 و", "ما بين ", "( 1 , ", "%", "$", "$1", "ال", "الـ5 ",
    # what bounds and counts them
    "أكثر من ", "لا يقل عن ", "نحو حوالي قرابة ", "عشرات مئات ", "دولار ", "كم/س ",
    "في المئة ", "درجة مئوية ", "شخص شخصان ", "سنة عام ", "5 دنانير العراق تونس ",
    "1 من كل ", "5 خمسة ", "(5) خمسة ( ", "5 مقابل 4 ", "1,234 دينار مليم ",
    # dates and hours
    "يناير ", "1 يناير ", "13-15-", "الأول والعشرين ", "الأحد ", "الساعة ", "صباح أمس ",
    "القرنين الثامن عشر ",
    # who says it, and names
    "قال ", "أضاف سعد 5 ", "وكالة \" 5 ", "وفق وزارة ",
    "أن ", "عبد ", "محمد بن ", "وزير ", "الوزير السابق ", "حي ",
    "«", '"', "(", "\n", "\u0640", "\u064b", "\u200f", "a@b.", "http://", "#",
]  # fmt: skip


def read(text):
    tokens = tokenize(text)
    extract_figures(text, DAY, "IQ", tokens)
    extract_names(text, tokens)


def calls(text):
    """Count the calls that reading a text makes."""
    count = 0

    def called(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_twice_the_text_is_twice_the_work(pattern):
    half, whole = (calls(pattern * count) for count in (60, 120))
    assert whole < MOST_GROWTH * half + 200


@pytest.mark.long
@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_the_longest_text_ends(pattern):
    text = (pattern * LONGEST)[:LONGEST]
    start = time.process_time()
    read(text)
    assert time.process_time() - start < MOST_SECONDS
