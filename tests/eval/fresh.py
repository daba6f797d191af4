"""Judges figures and names in invented sentences, written as news writes them.

Each sentence was annotated by hand before any reader saw it. A sentence stands at the
margin, its annotations below it, indented: for names «PER the name», for figures

    quote ; kind ; value or date ; modifier ; unit ; noun

with «-» where the text says nothing, or where it is not judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from articles.corpus.figures import Figure, extract_figures
from articles.corpus.figures.nouns import noun_key
from articles.corpus.names import extract_names

_CORPUS = Path(__file__).parents[1] / "articles" / "corpus"
FIGURES = _CORPUS / "figures" / "fresh_sentences.txt"
NAMES = _CORPUS / "names" / "fresh_sentences.txt"
PUBLISHED = date(2023, 5, 17)
TOTAL = "all"
_DATES = ("date", "date_range", "time")
_SILENT = "-"


class Gold(NamedTuple):
    """What a careful reader says of one figure."""

    start: int
    quote: str
    kind: str
    value: str
    modifier: str
    unit: str
    noun: str


def sentences(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each sentence with its annotations as they are written."""
    text, notes = "", list[str]()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            notes.append(line.strip())
        else:
            if text:
                yield text, notes
            text, notes = line, []
    yield text, notes


def figures() -> Iterator[tuple[str, list[Gold]]]:
    """Give each sentence with its annotated figures, in text order."""
    for text, notes in sentences(FIGURES):
        at, golds = 0, []
        for note in notes:
            quote, *rest = note.split(" ; ")
            at = text.index(quote, at)
            golds.append(Gold(at, quote, *rest))
            at += 1
        yield text, golds


def reading_of(gold: Gold, found: list[Figure]) -> Figure | None:
    """Give the figure that stands where the annotation does, the best-fitting one."""
    end = gold.start + len(gold.quote)
    over = [one for one in found if one.start < end and one.end > gold.start]
    if not over:
        return None
    return max(over, key=lambda one: (one.start == gold.start) + (one.end == end))


def faults(gold: Gold, figure: Figure) -> list[str]:
    """Name what the figure says otherwise than the annotation."""
    noun = (figure.noun_key or "").split()[:1]
    checks = {
        "value": _same_value(gold, figure),
        "kind": str(figure.kind) == gold.kind,
        "modifier": _says(gold.modifier, figure.modifier) or gold.kind == "range",
        "unit": gold.unit == _SILENT or figure.unit == gold.unit,
        "noun": gold.noun == _SILENT or noun == noun_key(gold.noun).split()[:1],
    }
    return [name for name, right in checks.items() if not right]


def _says(gold: str, found: str | None) -> bool:
    return gold == (found or _SILENT)


def _same_value(gold: Gold, figure: Figure) -> bool:
    if gold.kind in _DATES:
        iso = (figure.iso or "").lstrip("T")
        return gold.value == _SILENT or iso == gold.value
    wanted = [float(part) for part in gold.value.split(",")]
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    found = [float(part) for part in value if part is not None]
    return len(found) == len(wanted) and all(
        abs(one - other) <= 1e-6 * max(1, abs(other))
        for one, other in zip(found, wanted, strict=True)
    )


def score_figures() -> dict[str, Counter[str]]:
    """Count by kind: gold, found, right, span, spurious (key figures alone)."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for text, golds in figures():
        found = extract_figures(text, PUBLISHED)
        met = []
        for gold in golds:
            figure = reading_of(gold, found)
            span = (gold.start, gold.start + len(gold.quote))
            marks = Counter(gold=1, found=int(figure is not None))
            if figure is not None:
                met.append(figure)
                marks["right"] = int(not faults(gold, figure))
                marks["span"] = int((figure.start, figure.end) == span)
            for kind in (gold.kind, TOTAL):
                table[kind].update(marks)
        for figure in found:
            if figure.tier == "core" and figure not in met:
                table[str(figure.kind)]["spurious"] += 1
                table[TOTAL]["spurious"] += 1
    return table


def score_names() -> dict[str, Counter[str]]:
    """Count mentions by type: gold, found, exact."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for text, notes in sentences(NAMES):
        gold = {(kind, name) for kind, _, name in (n.partition(" ") for n in notes)}
        found = {
            (str(entity.type), text[mention.start : mention.end])
            for entity in extract_names(text)
            for mention in entity.mentions
        }
        for column, mentions in zip(
            ("gold", "found", "exact"), (gold, found, gold & found), strict=True
        ):
            for kind, _ in mentions:
                table[kind][column] += 1
                table[TOTAL][column] += 1
    return table
