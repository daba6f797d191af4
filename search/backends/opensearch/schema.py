"""The fields of an index on the server, and an article as it is sent there."""

from __future__ import annotations

from datetime import date
from typing import Any

from search.backends.documents import K1, NUMBERS, PLACED, STEMMED, TEXTS, B, Document

SCHEMA_VERSION = 1
"""Raised with every change of the fields below; indexes are then rebuilt."""

WINDOW = 10_000
"""How many hits the server puts in order at once; what lies deeper is walked to."""

WORDED = (*PLACED, *STEMMED)
"""Fields whose words are looked through for those a pattern stands for."""


def words_of(field: str) -> str:
    """Name the column of the distinct words of a field."""
    return f"{field}_words"


def mappings(version: dict[str, object]) -> dict[str, Any]:
    """Map the fields; ``version`` tells what made the index.

    Terms come ready, so text is split at spaces and that is all. Stems have places too:
    only by places does the server score several words as one.
    """
    fields: dict[str, Any] = {name: {"type": "long"} for name in (*NUMBERS, "month")}
    for name in TEXTS:
        kept = "positions" if name in WORDED else "freqs"
        fields[name] = {
            "type": "text",
            "analyzer": "whitespace",
            "similarity": "archive",
            "index_options": kept,
        }
    for name in WORDED:
        fields[words_of(name)] = {"type": "keyword", "index": False}
    return {
        "_meta": version,
        "_source": {"enabled": False},
        "dynamic": "strict",
        "properties": fields,
    }


def settings(shards: int) -> dict[str, Any]:
    """Set up an index that is being built: one copy, refreshed when it is done."""
    return {
        "index.number_of_shards": shards,
        "index.number_of_replicas": 0,
        "index.refresh_interval": "-1",
        "index.max_result_window": WINDOW,
        "index.similarity.archive": {"type": "BM25", "k1": K1, "b": B},
    }


def settings_in_use(replicas: int) -> dict[str, Any]:
    """Set up an index that is searched; a machine too few is no reason to wait."""
    return {
        "index.auto_expand_replicas": f"0-{replicas}" if replicas else "false",
        "index.refresh_interval": None,
    }


def written(document: Document) -> dict[str, Any]:
    """Give a document as it is sent; what it does not have is left out."""
    made: dict[str, Any] = {
        name: number for name, number in document.numbers.items() if number
    }
    if published := document.numbers["published"]:
        day = date.fromordinal(published // 1440)
        made["month"] = day.year * 100 + day.month
    for name, terms in document.texts.items():
        made[name] = " ".join(terms)
        if name in WORDED:
            made[words_of(name)] = sorted(set(terms))
    return made
