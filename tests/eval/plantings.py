"""Reprints planted into a corpus: each kind changes a body as other outlets do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_SYNONYMS = """
قال=ذكر أكد=شدد أكدت=شددت وأضاف=وتابع أضاف=تابع وأوضح=وبيّن أعلن=كشف أعلنت=كشفت
خلال=أثناء بعد=عقب قبل=قبيل تم=جرى حوالي=نحو شخص=فرد أشخاص=أفراد كبير=ضخم
كبيرة=ضخمة مدينة=بلدة منطقة=جهة مساء=عشية بسبب=جراء وفق=حسب حسب=وفق سنة=عام
عام=سنة إثر=عقب وقد=ولقد مشيرا=لافتا تصريح=حديث اجتماع=لقاء مباراة=مقابلة
مقابلة=مباراة فريق=نادي إيقاف=توقيف أكثر=أزيد جديد=حديث جديدة=حديثة عبر=بواسطة
حيث=إذ وذلك=وهذا يتم=يجري سيتم=سيجري تمكن=نجح تمكنت=نجحت
"""
_FILLERS = "ملف موضوع شأن طابع مسار جانب سياق مجمل عموم محور خطوة مرحلة"
SYNONYMS = dict(pair.split("=") for pair in _SYNONYMS.split())
FILLERS = _FILLERS.split()
AGENCY_LINES = ("المرفأ - وكالات: ", "(وكالة الأفق) - ", "الواحة - وكالة الساحل - ")
BOILERPLATE = (
    "جميع الحقوق محفوظة لصحيفة المرفأ الجديد. تابعونا على صفحاتنا لحظة بلحظة.",
    "المزيد من أخبار الساعة على بوابة الواحة، واشترك في نشرتنا البريدية اليومية.",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted article: its kind of change, its body, the numbers of its sources."""

    kind: str
    body: str
    sources: tuple[int, ...]


Change = Callable[[str, random.Random], str | None]
"""Gives the changed body, None where the body does not lend itself."""


def _sentences(body: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!؟])\s+|\n+", body) if part.strip()]


def _drop(body: str, rnd: random.Random) -> str | None:
    parts = [part for part in body.split("\n") if part.strip()]
    parts = parts if len(parts) > 2 else _sentences(body)
    if len(parts) < 3:
        return None
    del parts[rnd.randrange(len(parts))]
    left = "\n".join(parts)
    return left if len(left) > len(body) / 2 else None


def _agency(body: str, rnd: random.Random) -> str:
    return rnd.choice(AGENCY_LINES) + body + rnd.choice(["", "\n(وكالة الأفق)"])


def _number(body: str, rnd: random.Random) -> str | None:
    numbers = list(re.finditer(r"\d+", body))
    if not numbers:
        return None
    one = rnd.choice(numbers)
    other = int(one[0]) + rnd.randint(1, 9)
    return f"{body[: one.start()]}{other}{body[one.end() :]}"


def _boilerplate(body: str, rnd: random.Random) -> str:
    return f"{rnd.choice(BOILERPLATE)}\n{body}\n{rnd.choice(BOILERPLATE)}"


def _opening(body: str, rnd: random.Random) -> str | None:
    words = body.split()
    count = max(30, int(len(words) * rnd.uniform(0.35, 0.5)))
    return " ".join(words[:count]) if len(words) >= 70 else None


def _paraphrase(body: str, rnd: random.Random) -> str:
    words = body.split(" ")
    places = rnd.sample(range(len(words)), len(words))
    places.sort(key=lambda at: words[at] not in SYNONYMS)
    for at in places[: max(1, int(len(words) * rnd.uniform(0.08, 0.18)))]:
        filler = rnd.choice(FILLERS)
        words[at] = SYNONYMS.get(
            words[at], rnd.choice([filler, f"{words[at]} {filler}"])
        )
    return " ".join(words)


def _reorder(body: str, rnd: random.Random) -> str | None:
    sentences = _sentences(body)
    rnd.shuffle(sentences)
    return "\n".join(sentences) if len(sentences) > 2 else None


def _cut(body: str, rnd: random.Random) -> str | None:
    words = body.split()
    left = int(len(words) * 0.7)
    start = rnd.randrange(len(words) - left + 1)
    return " ".join(words[start : start + left]) if len(words) >= 40 else None


CHANGES: dict[str, Change] = {
    "headline": lambda body, rnd: body,
    "paragraph dropped": _drop,
    "agency line": _agency,
    "number": _number,
    "boilerplate": _boilerplate,
    "short version": _opening,
    "paraphrase": _paraphrase,
    "reordered": _reorder,
    "cut by 30 %": _cut,
}
MERGED = "two merged"


def plant(bodies: list[str], count: int, seed: int) -> list[Planted]:
    """Make ``count`` copies, the kinds in turn; no body of under 25 words is used."""
    rnd = random.Random(seed)
    kinds = [*CHANGES, MERGED]
    used: set[int] = set()
    made: list[Planted] = []
    while len(made) < count:
        kind = kinds[len(made) % len(kinds)]
        sources = tuple(rnd.sample(range(len(bodies)), 2 if kind == MERGED else 1))
        if used & {*sources} or any(len(bodies[at].split()) < 25 for at in sources):
            continue
        if kind == MERGED:
            body: str | None = "\n".join(bodies[at] for at in sources)
        else:
            body = CHANGES[kind](bodies[sources[0]], rnd)
        if body:
            used.update(sources)
            made.append(Planted(kind, body, sources))
    return made
