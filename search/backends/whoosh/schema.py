"""The fields of the Whoosh index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whoosh import columns, fields, formats

from search.language.analysis import analyze_forms
from search.language.stems import skeleton

SCHEMA_VERSION = 1
"""Raised with every change of the fields below; indexes are then rebuilt."""


class Terms(fields.FieldType):  # type: ignore[misc]
    """Terms that come ready from our analysis.

    Whoosh pickles its schema: this class must stay importable under its name.
    """

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), analyzer=None, scorable=True)


COLUMNS = ("id", "outlet", "section", "author", "published")
"""Numbers kept for every article, by which it is filtered, counted and sorted."""

PLACED = ("body", "title")
"""Fields of words as written, with their places: phrases are found in them."""

STEMMED = ("body_stem", "title_stem")
"""Fields of stems, without places."""

SKELETON = "skeleton"
"""The field of the skeletons of title and body."""

TEXTS = (*PLACED, *STEMMED, SKELETON)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the index takes it: its numbers, and the terms of its fields."""

    numbers: dict[str, int]
    texts: dict[str, list[str]]


def schema() -> fields.Schema:
    """Make the schema: words as written and as stems, and the columns of numbers."""
    texts = {name: Terms() for name in TEXTS}
    numbers = {name: fields.COLUMN(columns.NumericColumn("i")) for name in COLUMNS}
    return fields.Schema(**texts, **numbers)


def document(prepared: dict[str, Any]) -> Document:
    """Turn what ``ArticleIndex`` prepared into a document."""
    body, title = analyze_forms(prepared["text"]), analyze_forms(prepared["title"])
    numbers = {name: prepared[name] or 0 for name in COLUMNS if name != "id"}
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
