"""An article as every engine takes it: numbers to filter by, fields of ready terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod
from typing import Any

from search.language.analysis import analyze_forms
from search.language.stems import skeleton

NUMBERS = ("id", "outlet", "section", "author", "published", "digest")
"""Numbers kept for every article, by which it is filtered, counted and sorted, and by
its digest held against the database."""

PLACED = ("body", "title")
"""Fields of words as written, with their places: phrases are found in them."""

STEMMED = ("body_stem", "title_stem")
"""Fields of stems, without places."""

SKELETON = "skeleton"
"""The field of the skeletons of title and body."""

TEXTS = (*PLACED, *STEMMED, SKELETON)

K1 = 1.2
B = 0.75
WEIGHTS = {
    "body": 0.4,
    "body_stem": 1.0,
    "title": 0.2,
    "title_stem": 0.5,
    SKELETON: 0.6,
}
"""What a match in a field is worth, by BM25; chosen by ``make eval-search``."""

MOST_FORMS = 200
"""How many words a pattern may stand for; the most frequent are taken."""

MOST_SCANNED = 20_000
"""How many words with the beginning of a pattern are held against it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as an index takes it: its numbers, and the terms of its fields."""

    numbers: dict[str, int]
    texts: dict[str, list[str]]


def document(prepared: dict[str, Any]) -> Document:
    """Turn what ``ArticleIndex`` prepared into a document."""
    body, title = analyze_forms(prepared["text"]), analyze_forms(prepared["title"])
    numbers = {name: prepared[name] or 0 for name in NUMBERS if name != "id"}
    return Document(
        numbers={"id": int(prepared["django_id"]), **numbers},
        texts={
            "body": [forms.exact for forms in body],
            "body_stem": [forms.stem for forms in body],
            "title": [forms.exact for forms in title],
            "title_stem": [forms.stem for forms in title],
            SKELETON: [skeleton(forms.stem) for forms in title + body],
        },
    )


def documents_of_any(frequencies: Iterable[int], size: int) -> float:
    """Guess in how many of ``size`` documents any of some words stands.

    Words a pattern stands for are scored as one word; to count its documents would
    take as long as to search for it. As if words stood independently of each other.
    """
    without = prod(1 - min(documents, size) / size for documents in frequencies)
    return size * (1 - without)


def searched_fields(title_only: bool) -> tuple[str, ...]:
    """Name the fields of words as written that a query word is looked up in."""
    return ("title",) if title_only else ("body", "title")
