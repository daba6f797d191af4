"""Two hundred searches as readers save them, over invented articles."""

from __future__ import annotations

import random
from datetime import date, timedelta

from articles.models import Article
from search.language.request import SearchRequest, Sort

_WORDS = """
هدنة مرفأ حريق السوق القديم عائلات النازحون كتاب كتابات مدارس المدرسة بلدية
زيتون القطاف مزارعون الساحل ميناء سفينة السفن بضائع التجار ترميم الجدران جسر
الجسور نهر مياه المياه كهرباء انقطاع محطة عمال إضراب أجور اتفاق المفاوضات وفد
الوفود رئيس اللجنة بيان قال وأضاف في من إلى على عن بعد قبل مساء أمس طلاب جامعة
مستشفى أطباء دواء أدوية مرضى لقاح صيادون شاطئ أمطار سيول طريق الطرق مطار رحلات
مسافرون قطار
"""

_SINGLE = [
    "هدنة", "المرفأ", "حريق", "كتاب", "مدرسة", "نازح", "سفن", "جسر", "مياه", "وفد",
    "أدوية", "طرق", "مسافر", "مزارع", "=كتاب", "=السفن", "عنوان:هدنة", "عنوان:مدارس",
    "تجار", "جامعات",
]  # fmt: skip
_PAIRS = [
    ("السوق", "القديم"), ("ميناء", "سفينة"), ("عمال", "إضراب"), ("رئيس", "اللجنة"),
    ("كهرباء", "انقطاع"), ("مياه", "نهر"), ("مطار", "رحلات"), ("دواء", "مرضى"),
    ("أمطار", "سيول"), ("قال", "وفد"), ("ترميم", "الجدران"), ("طلاب", "جامعة"),
]  # fmt: skip
_SHAPED = [
    "كتا*", "مدر*", "الس*", "مزا*", "سفي*", "الم*", "مسا* مطار", "كتا* أو سفي*",
    "مدارش~", "سفيته~", "الطرف~", "زيتزن~", "كهربا~ انقطاع", "عنوان:كتا*", "ال*ة",
    "الج*ر", "مس*ون", "اط*", "لقا* -دواء", "(كتا* أو مدارش~) في",
]  # fmt: skip
_FORMS = (
    "{0} {1}", "{0} أو {1}", "{0} -{1}", '"{0} {1}"', '"{0} {1}"~3', '"{1} {0}"~8',
    "({0} أو {1}) في", "({0} {1}) أو زيتون", "عنوان:({0} أو {1})", '"{0} {1}" أو {0}',
    "-({0} أو {1})",
)  # fmt: skip
_SORTED = ("{0} أو {1}", "{0}", "{1}")


def saved() -> list[SearchRequest]:
    """Give the searches: words, phrases, logic, shapes, slips, dates, orders, pages."""
    texts = [*_SINGLE, *_SHAPED]
    texts += [form.format(*pair) for pair in _PAIRS for form in _FORMS]
    requests = [SearchRequest(text, limit=100) for text in texts]
    for at, pair in enumerate(_PAIRS[:7]):
        since = date(2012, 1, 1) + timedelta(days=200 * at)
        for form in _SORTED:
            text = form.format(*pair)
            requests.append(SearchRequest(text, since=since, limit=30))
        text = _SORTED[0].format(*pair)
        requests.append(SearchRequest(text, sort=Sort.OLDEST, start=20, limit=30))
    return requests


def articles(count: int) -> list[Article]:
    """Make articles of a few to some hundred words, some of them printed twice."""
    chance = random.Random(11)
    known = _WORDS.split()
    made: list[Article] = []
    for pk in range(1, count + 1):
        words = chance.choices(known, k=chance.choice((8, 40, 120, 300)))
        body = " ".join(words)
        if made and chance.random() < 0.1:  # a reprint is an equal answer
            body = chance.choice(made).body
        day = date(2012, 1, 1) + timedelta(days=chance.randrange(2500))
        made.append(
            Article(
                pk=pk,
                title=" ".join(chance.choices(known, k=chance.randrange(2, 8))),
                body=body,
                published_on=day if chance.random() < 0.9 else None,
                published_precision="day",
                status="published",
            )
        )
    return made
