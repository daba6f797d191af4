"""Scores figures and names against annotated texts, kind by kind."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from articles.corpus.figures import Figure, extract_figures
from articles.corpus.names import extract_names

Row = dict[str, Any]
TOTAL = "all"


def documents(folder: Path, name: str) -> list[Row]:
    """Read the annotated texts of one gold file, each with its ``text``."""
    gold = json.loads((folder / "figures" / f"{name}_gold.json").read_text("utf-8"))
    for document in gold["docs"]:
        if "text" not in document:
            raw = (folder / "seeds" / document["file"]).read_bytes()
            document["text"] = raw.decode("utf-8")
    rows: list[Row] = gold["docs"]
    return rows


def figures_of(document: Row) -> list[Figure]:
    """Read the figures of one annotated text."""
    day = document["published"]
    return extract_figures(
        document["text"], date.fromisoformat(day[:10]) if day else None
    )


def agrees(gold: Row, figure: Figure) -> bool:
    """Tell whether a figure says what the annotation says; the span aside."""
    found = figure.as_json()
    if gold.get("vague"):
        return True
    if gold["value"] is not None and not gold["kind"].startswith(("date", "time")):
        return _same(found["value"], gold["value"])
    return gold.get("iso") is None or (found["iso"] or "").startswith(gold["iso"])


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return isinstance(value, list) and all(map(_same, value, wanted))
    if value is None or isinstance(value, list):
        return False
    return bool(abs(value - wanted) <= 1e-6 * max(1, abs(wanted)))


def score_figures(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """Count by kind: gold, found, right, core, span, modifier, unit, spurious."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for document in rows:
        figures = figures_of(document)
        met = set()
        for gold in document["figures"]:
            over = [
                f for f in figures if f.start < gold["end"] and f.end > gold["start"]
            ]
            met |= {id(figure) for figure in over}
            for kind in (gold["kind"], TOTAL):
                table[kind].update(_marks(gold, over))
        for figure in figures:
            table[str(figure.kind)]["spurious"] += id(figure) not in met
            table[TOTAL]["spurious"] += id(figure) not in met
        table[TOTAL]["negatives hit"] += _negatives_hit(document, figures)
    return table


def _marks(gold: Row, over: list[Figure]) -> Counter[str]:
    best = next((figure for figure in over if agrees(gold, figure)), None)
    marks = Counter(
        {"gold": 1, "found": int(bool(over)), "right": int(best is not None)}
    )
    marks["core"] = int(gold["tier"] == "core")
    if best is None:
        return marks
    marks["core right"] = marks["core"]
    marks["span"] = int((best.start, best.end) == (gold["start"], gold["end"]))
    for part in ("modifier", "unit"):
        if gold.get(part):
            marks[f"{part} gold"] = 1
            marks[part] = int(getattr(best, part) == gold[part])
    return marks


def _negatives_hit(document: Row, figures: list[Figure]) -> int:
    return sum(
        figure.start < negative["end"] and figure.end > negative["start"]
        for negative in document["negatives"]
        for figure in figures
    )


def score_names(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """Count mentions by type: gold, found, exact."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for document in rows:
        found = {
            (str(entity.type), mention.start, mention.end)
            for entity in extract_names(document["text"])
            for mention in entity.mentions
        }
        gold = {
            (entity["type"], mention["start"], mention["end"])
            for entity in document["entities"]
            if entity.get("tier") != "secondary"
            for mention in entity["mentions"]
        }
        counts: tuple[tuple[str, set[tuple[str, int, int]]], ...] = (
            ("gold", gold),
            ("found", found),
            ("exact", gold & found),
        )
        for name, mentions in counts:
            for kind, _, _ in mentions:
                table[kind][name] += 1
    return table


def share(part: str, whole: str) -> Callable[[Counter[str]], str]:
    """Make a column that shows one count as a share of another."""
    return lambda row: f"{row[part] / row[whole]:.3f}" if row[whole] else "-"
