"""The table of terms, read as arrays, tells what Whoosh's own reader tells."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from whoosh.index import FileIndex

from search.backends.documents import Document
from search.backends.whoosh.schema import schema
from search.backends.whoosh.snapshot import INDEX_NAME, SnapshotReader
from search.backends.whoosh.storage import MappedStorage
from search.backends.whoosh.writer import writing

WORDS = [
    f"{first}{second}{third}"
    for first in "ابتكم"
    for second in "سرل"
    for third in "هنيو"
]


@pytest.fixture
def written(tmp_path: Path) -> Any:
    chance = random.Random(3)
    FileIndex.create(MappedStorage(str(tmp_path)), schema(), INDEX_NAME)
    with writing(tmp_path) as writer:
        for number in range(1, 60):
            words = chance.choices(WORDS, k=12)
            writer.add(
                Document(
                    dict.fromkeys(("outlet", "section", "author", "published"), 1)
                    | {"id": number},
                    {"body": words, "title": words[:2]},
                )
            )
    reader = SnapshotReader(tmp_path, schema())
    segment = reader.latest().segments[0]
    whoosh = FileIndex(MappedStorage(str(tmp_path)), schema(), INDEX_NAME).reader()
    return segment, whoosh


@pytest.mark.parametrize("field", ["body", "title", "skeleton"])
def test_frequencies_are_those_of_whoosh(written: Any, field: str):
    segment, whoosh = written
    asked = [word.encode() for word in [*WORDS, "غريب", ""]]

    found = list(segment.terms.frequencies(field, asked))

    assert found == [whoosh.doc_frequency(field, word) for word in asked]


@pytest.mark.parametrize("prefix", ["", "ا", "كس", "كسه", "غ"])
def test_terms_by_their_beginning_are_those_of_whoosh(written: Any, prefix: str):
    segment, whoosh = written
    expected = [
        (text, info.doc_frequency())
        for (field, text), info in whoosh.iter_from("body", prefix)
        if field == "body" and text.startswith(prefix.encode())
    ]

    assert segment.terms.starting("body", prefix.encode(), 1_000) == expected
    assert segment.terms.starting("body", prefix.encode(), 2) == expected[:2]


def test_a_word_that_stands_nowhere_has_no_postings(written: Any):
    segment, _ = written

    assert segment.postings("body", "غريب".encode()) is None
    assert len(segment.postings("body", WORDS[0].encode()).docs) > 0
