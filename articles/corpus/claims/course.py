"""How a number stands in time: since when, in which period, risen, foretold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from articles.corpus.arabic import fold
from articles.corpus.claims import lexicon
from articles.corpus.claims.around import Around
from articles.corpus.claims.lexicon import bare, sense_in
from articles.corpus.dates import find_dates
from articles.corpus.figures.nouns import singular


def dates_told(sentence: str, published: date | None) -> list[tuple[str, bool]]:
    """Give the dates a sentence tells, and whether the number is counted since then."""
    return [
        (mention.iso, _stands_behind(sentence, mention.start, lexicon.SINCE))
        for mention in find_dates(sentence, published)
        if mention.iso and not mention.iso.startswith("T")
    ]


def _stands_behind(sentence: str, start: int, words: frozenset[str]) -> bool:
    before = fold(sentence[max(start - 24, 0) : start]).split()
    return not words.isdisjoint(before[-2:])


def periods_told(words: Sequence[str]) -> frozenset[str]:
    """Give the periods that are told by words: «العام الماضي» is "last:عام"."""
    found, before = set(), ""
    for word in words:
        which = sense_in(lexicon.PERIODS, word)
        spans = (
            [form for form in bare(before) if form in lexicon.SPANS] if before else []
        )
        if which and spans:
            found.add(f"{which}:{spans[0]}")
        if word in _REGULAR:
            found.add(_REGULAR[word])
        rank = sense_in(lexicon.ORDINALS, word) if spans else ""
        if rank:
            found.add(f"{rank}:{spans[0]}")
        before = word
    return frozenset(found) | _within(words)


def _within(words: Sequence[str]) -> frozenset[str]:
    """Give the stretch in which it was counted: «خلال 24 ساعة»."""
    for place, word in enumerate(words[:-2]):
        if word in _DURING:
            length, span = words[place + 1 : place + 3]
            if span in lexicon.SPANS and (length.isdecimal() or length in _FEW):
                return frozenset([f"within:{length} {singular(span)}"])
    return frozenset()


_DURING = frozenset(fold("خلال غضون آخر").split())
_FEW = frozenset(
    fold("ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع عشرة عشر").split()
)

_REGULAR = {
    fold(word): f"every:{span}"
    for span, words in {
        "day": "يوميا يومي اليومي اليومية يومية",
        "week": "أسبوعيا أسبوعي الأسبوعي الأسبوعية",
        "month": "شهريا شهري الشهري الشهرية شهرية",
        "year": "سنويا سنوي السنوي السنوية سنوية",
    }.items()
    for word in words.split()
}


def counted_since(around: Around) -> frozenset[str]:
    """Give what the number is counted since, where it is no date: «منذ بدء الحرب»."""
    words = list(around.words())
    for place, word in enumerate(words[:-1]):
        if word in lexicon.SINCE:
            return frozenset([singular(words[min(place + 2, len(words) - 1)])])
    return frozenset()


def is_increase(around: Around, quality: Iterable[str]) -> bool:
    """Tell whether the number is what was added or lost, and no level.

    «ارتفع بمقدار 20» is one, «ارتفع إلى 20» is none.
    """
    near = list(around.before(3))
    others = not lexicon.OTHERS.isdisjoint([*around.after(3), *quality])
    return others or not lexicon.INCREASES.isdisjoint(near)


def is_forecast(around: Around) -> bool:
    words = list(around.before())
    return any(
        form in lexicon.FORECASTS for word in words for form in bare(word)
    ) or any(_is_future(word) for word in words)


_FUTURE = re.compile("[وف]?س[يت][\u0621-\u064a]{2,6}")
_NOT_FUTURE = re.compile(
    "[وف]?(?:ست(?:ه|ين|ون|مايه|ميه|ار.*|وديو.*)|سي(?:ار.*|د.*|اس.*|ول|طر.*|ناء?|اح.*|اق.*|ف.*|ر.*))"
)


def _is_future(word: str) -> bool:
    """Tell «سيبلغ» and «ستصل» from «سيارة» and «ستين»."""
    return bool(_FUTURE.fullmatch(word)) and not _NOT_FUTURE.fullmatch(word)


def movement(around: Around) -> str:
    """Tell whether the number has "risen", "fallen", "become", or was "revised".

    The number is where it came to: «ارتفع العدد إلى 20», «زاد ليبلغ 20»; without that
    «ارتفاع» may be that of a mountain.
    """
    words = {form for word in around.before() for form in bare(word)}
    near = [word for word in around.before(3) if word not in _ABOUT]
    to = near[:1] == ["الي"] or not _SO_THAT.isdisjoint(near)
    for moved, table in (
        ("risen", lexicon.RISEN),
        ("fallen", lexicon.FALLEN),
        ("revised", lexicon.REVISED),
    ):
        if to and not table.isdisjoint(words):
            return moved
    so_far = any(
        word in lexicon.SO_FAR and behind in lexicon.NOW
        for word, behind in pairwise(around.words())
    )
    become = so_far or (to and not _CAME.isdisjoint(words))
    become = become or not lexicon.BECAME.isdisjoint(words)
    return "become" if become and lexicon.NEGATIONS.isdisjoint(words) else ""


_SO_THAT = frozenset(fold("ليصل لتصل ليبلغ لتبلغ").split())
_CAME = frozenset(fold("وصل وصلت يصل تصل بلغ").split())
_ABOUT = frozenset(fold("نحو حوالي قرابة أكثر زهاء").split())
