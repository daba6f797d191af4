"""Files of a Whoosh index: hostile or cut short, merged, with words of one hash."""

from __future__ import annotations

import os
import pickle
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from whoosh.filedb import filetables
from whoosh.index import TOC, FileIndex

from search.backends.documents import Document
from search.backends.whoosh import merging
from search.backends.whoosh.schema import schema
from search.backends.whoosh.snapshot import INDEX_NAME, SnapshotReader
from search.backends.whoosh.storage import MappedFile, MappedStorage
from search.backends.whoosh.writer import writing


class Hostile:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


def mapped(folder: Path, content: bytes) -> MappedFile:
    (folder / "file").write_bytes(content)
    opened: MappedFile = MappedStorage(str(folder)).open_file("file")
    return opened


def test_a_file_of_the_index_runs_nothing(tmp_path: Path) -> None:
    known = defaultdict(int, {"هدنة": 3})
    assert mapped(tmp_path, pickle.dumps(known)).read_pickle() == known
    hostile = mapped(tmp_path, pickle.dumps(Hostile(tmp_path / "made")))
    with pytest.raises(pickle.UnpicklingError, match="does not belong"):
        hostile.read_pickle()
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("content", [b"", b"12345"])
def test_a_file_that_is_cut_short_says_so(tmp_path: Path, content: bytes) -> None:
    file = mapped(tmp_path, content)
    for read in (file.view, file.taken):
        assert bytes(read(0, len(content))) == content
        for position, length in ((0, len(content) + 1), (100, 1)):
            with pytest.raises(OSError, match="cut short"):
                read(position, length)


# -- merging --------------------------------------------------------------------------

KEPT = [
    # documents of the segments and of the commit, then of those that stay as they are
    ([], 1, []),
    ([1, 1, 1], 1, [1, 1, 1]),  # so few are not worth it
    ([1, 1, 1, 1], 1, []),
    ([1, 400, 1, 1, 1], 1, [400]),
    ([400, 1, 300, 2, 1, 1], 1, [400, 300]),
    ([30, 50, 100, 200], 1, []),  # each is small beside those before it
    ([5_000, 4_000], 90, [5_000, 4_000]),
]


@pytest.mark.parametrize(("sizes", "new", "kept"), KEPT)
def test_small_segments_are_folded_together(
    sizes: list[int], new: int, kept: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    merged: list[Any] = []
    monkeypatch.setattr(merging, "merge_segment", lambda _, one: merged.append(one))
    segments = [SimpleNamespace(doc_count_all=lambda n=size: n) for size in sizes]
    left = merging.merge_small(SimpleNamespace(doc_count=lambda: new), segments)

    assert [one.doc_count_all() for one in left] == kept
    assert sorted(map(id, merged + left)) == sorted(map(id, segments))


def made(number: int, words: list[str]) -> Document:
    numbers = dict.fromkeys(("outlet", "section", "author", "published"), 1)
    return Document(numbers | {"id": number}, {"body": words, "title": words[:1]})


def segments_in(folder: Path) -> list[Any]:
    toc = TOC.read(MappedStorage(str(folder)), INDEX_NAME, schema=schema())
    return list(toc.segments)


def test_what_was_deleted_leaves_when_its_segment_is_merged(tmp_path: Path) -> None:
    FileIndex.create(MappedStorage(str(tmp_path)), schema(), INDEX_NAME)
    for number in range(1, 5):
        with writing(tmp_path) as writer:
            writer.add(made(10 * number, ["هدنة", f"قرية{number}"]))
            writer.add(made(10 * number + 1, ["هدنة"]))
        if number == 2:
            with writing(tmp_path) as writer:
                writer.delete_document(0)  # 10, the only one of قرية1
    assert len(segments_in(tmp_path)) == 4
    with writing(tmp_path) as writer:
        writer.add(made(50, ["هدنة"]))

    [segment] = segments_in(tmp_path)
    assert segment.doc_count_all() == 8
    snapshot = SnapshotReader(tmp_path, schema()).latest()
    ids = snapshot.columns["id"]
    for word, found in (
        ("هدنة", {11, 20, 21, 30, 31, 40, 41, 50}),
        ("قرية2", {20}),
        ("قرية1", set()),
    ):
        assert set(ids[snapshot.postings("body", word).docs].tolist()) == found


# -- terms ----------------------------------------------------------------------------


def test_words_of_one_hash_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filetables, "_hash_functions", (sum,) * 3)
    FileIndex.create(MappedStorage(str(tmp_path)), schema(), INDEX_NAME)
    with writing(tmp_path) as writer:
        writer.add(made(1, ["لبن", "كتب", "ملح"]))
        writer.add(made(2, ["لبن", "كتب", "نبل"]))
        writer.add(made(3, ["كتب"]))
    terms = SnapshotReader(tmp_path, schema()).latest().segments[0].terms

    words = {"كتب": 3, "لبن": 2, "نبل": 1, "ملح": 1, "حلم": 0, "بتك": 0, "": 0}
    found = list(terms.frequencies("body", [word.encode() for word in words]))
    assert found == list(words.values())
    for word, count in words.items():
        assert (terms.extent("body", word.encode()) is not None) == bool(count)
