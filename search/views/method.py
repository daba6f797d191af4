"""How search makes words equal, what was measured of it, and where it stops."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from search.backends.documents import MOST_FORMS
from search.language.loosening import SENTENCE
from search.language.stems import ARTICLES, ENDINGS, PARTICLES, PRONOUNS
from search.language.syntax import (
    DEEPEST_GROUP,
    LETTERS_BEFORE_STAR,
    LONGEST_QUERY,
    MOST_TERMS,
)
from search.plans import DEEPEST_HIT

MEASURED = Path(__file__).parents[1] / "measured_search.json"
"""Written by ``python -m tests.eval.eval_search --json``."""

SAME: tuple[tuple[str | Promise, str], ...] = (
    (_("الهمزات على الألف"), "أحمد = احمد، إعلام = اعلام، آثار = اثار"),
    (_("التاء المربوطة والهاء"), "مدرسة = مدرسه"),
    (_("الألف المقصورة والياء"), "مستشفى = مستشفي"),
    (_("كراسي الهمزة"), "مسئول = مسؤول = مسوول، قرائة = قراءة، شئ = شيء"),
    (_("التشكيل والتطويل"), "مُحَـــمَّد = محمد"),
    (
        _("الأرقام بأشكالها وكلماتها"),
        "٣٬٠٠٠ = 3000 = ۳۰۰۰ = «ثلاثة آلاف»، 25 = «خمس وعشرون»",
    ),
    (_("حروف اللغات المجاورة"), "باكستان = پاكستان، فيينا = ڤيينا، كاز = گاز"),
    (
        _("الأسماء المركبة"),
        "عبدالله = عبد الله، أبي بكر = أبو بكر، أبوظبي = أبو ظبي، ابن = بن",
    ),
    (_("أشكال الحروف في الملفات القديمة"), "ﻣﺪﺭﺳﺔ = مدرسة، ﻻ = لا"),
)
"""What is one word to search whatever the writer wrote, with examples."""

ANALYSES: dict[str, str | Promise] = {
    "none": _("الكلمات كما كُتبت"),
    "folded": _("الحروف موحدة"),
    "light10": _("جذع خفيف (Larkey 2007)"),
    "ISRI": _("جذور ISRI"),
    "Snowball": _("جذع Snowball"),
    "light10 + exact + ISRI": _("جذع خفيف مع الكلمة نفسها وجذر ISRI"),
    "our stems": _("جذعنا وحده"),
    "our stems + exact": _("جذعنا مع الكلمة نفسها"),
    "ours": _("ما نستعمله: الجذع والكلمة والهيكل"),
    "ours, as readers ask": _("ما نستعمله، بالسؤال كما يكتبه القارئ"),
}
"""The analyses shown, of those that were measured."""

SETS: dict[str, str | Promise] = {
    "arcd": _("أسئلة وفقرات (ARCD)"),
    "xquad_ar": _("أسئلة وفقرات (XQuAD)"),
    "ans_headlines": _("عناوين متقاربة (ANS)"),
    "made_headlines": _("عناوين ونصوصها"),
    "made_key_phrases": _("عبارات دالة ومقالاتها"),
    "made_places": _("موضوع ومكان"),
    "made_first_sentences": _("جمل أولى منقوصة"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One analysis: nDCG@10 of each set, in per cent, and their mean."""

    name: str | Promise
    cells: tuple[float, ...]
    mean: float


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """Read what was measured."""
    read: dict[str, Any] = json.loads(MEASURED.read_text("utf-8"))
    return read


def set_names() -> list[tuple[str | Promise, int, int]]:
    """Give the sets, each with how many questions and documents it has."""
    return [(SETS.get(name, name), *size) for name, size in table()["sets"].items()]


def measured() -> list[Measured]:
    """Give the rows of the table, in the order of ``ANALYSES``."""
    rows = []
    for key, name in ANALYSES.items():
        cells = tuple(round(100 * cell[1], 1) for cell in table()["rows"].get(key, ()))
        if cells:
            rows.append(Measured(name, cells, round(sum(cells) / len(cells), 1)))
    return rows


@require_safe
def method_search(request: HttpRequest) -> HttpResponse:
    """Explain how words are made equal, how well hits are ranked, and the limits."""
    context = {
        "same": SAME,
        "articles": ARTICLES,
        "particles": PARTICLES,
        "pronouns": PRONOUNS,
        "endings": ENDINGS,
        "sets": set_names(),
        "measured": measured(),
        "limits": {
            "letters": LONGEST_QUERY,
            "terms": MOST_TERMS,
            "depth": DEEPEST_GROUP,
            "before_star": LETTERS_BEFORE_STAR,
            "forms": MOST_FORMS,
            "deepest": DEEPEST_HIT,
            "sentence": SENTENCE,
        },
    }
    return render(request, "search/method.html", context)
