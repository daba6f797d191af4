"""Plants changed figures in reprints of texts, and counts which of them are found.

A reprint is the text itself with what every desk does to it (a paragraph less, digits
of the other family, «حوالي» for «نحو», another opening of a sentence) and at most one
planted change: another value, a modifier dropped or changed, another unit, or a number
put into the title. What is found beyond the planted is false.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from articles.corpus.claims import Change, figure_changes
from articles.corpus.figures import Figure, Kind, extract_figures

SAMPLES = Path(__file__).parents[1] / "samples"
KINDS = ("value", "modifier", "unit", "headline")
_COUNTED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE)
_UNITS = (
    ("دولار", "يورو"),
    ("يورو", "دولار"),
    ("كيلومتر", "ميل"),
    ("بالمئة", "نقطة مئوية"),
    ("طن", "كيلوغرام"),
    ("هكتار", "دونم"),
    ("دونم", "هكتار"),
    ("متر", "كيلومتر"),
)
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Text(NamedTuple):
    """A report."""

    title: str
    body: str


class Planted(NamedTuple):
    """A report, its reprint, and the change planted in it: "" for none."""

    kind: str
    before: Text
    after: Text
    quote: str


def invented_texts() -> Iterator[Text]:
    """Give the sample articles of the repository."""
    for path in sorted((SAMPLES / "parsed").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        raw = (SAMPLES / "raw" / path.with_suffix(".txt").name).read_text("utf-8")
        title = str(told.get("title", ""))
        yield Text(title, raw.partition(title)[2].strip() or raw)


def plant(texts: Sequence[Text], count: int, seed: int) -> list[Planted]:
    """Give ``count`` reprints with a change each, and as many without any."""
    dice = random.Random(seed)
    made: list[Planted] = []
    for kind in KINDS * count:
        text = dice.choice(texts)
        planted = _plant_one(text, kind, dice)
        if planted and sum(one.kind != "" for one in made) < count:
            made.append(planted)
            plain = dice.choice(texts)
            made.append(Planted("", plain, _edited(plain, dice), ""))
    return made


def _plant_one(text: Text, kind: str, dice: random.Random) -> Planted | None:
    figures = [
        one
        for one in extract_figures(text.body)
        if one.kind in _COUNTED and one.tier == "core" and not one.vague
    ]
    dice.shuffle(figures)
    for figure in figures:
        after = _PLANTERS[kind](text, figure, dice)
        if after is not None:
            return Planted(kind, text, _edited(after, dice, figure), figure.text)
    return None


def _value(text: Text, figure: Figure, dice: random.Random) -> Text | None:
    digits = re.search(r"\d+", figure.text)
    if not digits or isinstance(figure.value, tuple):
        return None
    other = str(int(digits.group()) + dice.choice((2, 5, 11, 30)))
    at = figure.start + digits.start()
    body = text.body[:at] + other + text.body[at + len(digits.group()) :]
    return Text(text.title, body)


def _modifier(text: Text, figure: Figure, dice: random.Random) -> Text | None:
    span = figure.modifier_span
    if span is None or isinstance(figure.value, tuple) or span[1] > figure.start:
        return None
    words = text.body[span[0] : span[1]]
    other = dice.choice(("", "أقل من ")) if words in ("أكثر من", "نحو") else ""
    if not other and words not in ("أكثر من", "نحو", "حوالي", "قرابة", "أقل من"):
        return None
    body = text.body[: span[0]] + other + text.body[span[1] :].lstrip()
    return Text(text.title, body)


def _unit(text: Text, figure: Figure, dice: random.Random) -> Text | None:
    if not figure.unit_span:
        return None
    first, last = figure.unit_span
    words = text.body[first:last]
    for unit, other in _UNITS:
        if words in (unit, unit + "ا"):
            return Text(text.title, text.body[:first] + other + text.body[last:])
    return None


def _headline(text: Text, figure: Figure, dice: random.Random) -> Text | None:
    titled = {one.value for one in extract_figures(text.title)}
    if not figure.noun_text or not isinstance(figure.value, Decimal):
        return None
    if figure.value in titled or not figure.text[0].isdecimal():
        return None
    words = text.body[figure.phrase_start : figure.phrase_end]
    if dice.random() < 0.5:
        words = text.body[figure.start : figure.phrase_end]
    return Text(f"{words} — {text.title}", text.body)


_PLANTERS = {
    "value": _value,
    "modifier": _modifier,
    "unit": _unit,
    "headline": _headline,
}


def _edited(text: Text, dice: random.Random, kept: Figure | None = None) -> Text:
    """Edit as desks do, leaving every number what it is."""
    paragraphs = text.body.split("\n\n")
    if len(paragraphs) > 3 and dice.random() < 0.5:
        at = dice.randrange(1, len(paragraphs))
        if kept is None or kept.text not in paragraphs[at]:
            del paragraphs[at]
    body = "\n\n".join(paragraphs)
    if dice.random() < 0.4:
        body = body.translate(_ARABIC_DIGITS)
    body = body.replace("نحو ", "حوالي ") if dice.random() < 0.3 else body
    body = body.replace("وأضاف", "كما قال") if dice.random() < 0.5 else body
    body = f"(وكالة الساحل) - {body}" if dice.random() < 0.5 else body
    return Text(text.title, body)


_EXPECTED = {
    "value": {Change.VALUE},
    "modifier": {Change.LOST_MODIFIER, Change.MODIFIER},
    "unit": {Change.UNIT},
    "headline": {Change.INTO_HEADLINE},
}


def score(made: Sequence[Planted]) -> tuple[Counter[str], list[str]]:
    """Count planted, found and false changes; tell each miss and each false one."""
    counts: Counter[str] = Counter()
    told = []
    for one in made:
        found = figure_changes(one.before, one.after)
        wanted = _EXPECTED.get(one.kind, set())
        hits = [
            each
            for each in found
            if wanted & set(each.changes) and _is_of(each.before, one.quote)
        ]
        counts[f"{one.kind or 'plain'} planted"] += 1
        counts[f"{one.kind or 'plain'} found"] += bool(hits)
        counts["planted"] += bool(one.kind)
        counts["found"] += bool(hits)
        counts["false"] += len(found) - len(hits)
        if one.kind and not hits:
            told.append(f"missed {one.kind}: {one.quote} in «{one.after.title}»")
        told += [
            f"false in {one.kind or 'plain'}: {each.before.text} -> {each.after.text}"
            f" {[str(change) for change in each.changes]} (planted {one.quote})"
            for each in found
            if each not in hits
        ]
    return counts, told


def _is_of(figure: Figure, quote: str) -> bool:
    return figure.text == quote
