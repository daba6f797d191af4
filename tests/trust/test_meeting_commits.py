"""Readers who open the index just as it is committed are shown no error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.own_archive import OwnArchive

pytestmark = [pytest.mark.faults, pytest.mark.long]

WRITERS, READERS, READS = 4, 8, 1_000
COMMITS = 6
"""What each reader sees at least, however many readings come between two of them."""

WRITER = """
import sys
from articles.ingest import ingest
from articles.readers.files import read_file
from search.indexing import outbox
from tests.trust.mortals import text_of
number = 0
while True:
    label = f"{sys.argv[1]}-{number}"
    list(ingest(read_file(f"{label}.txt", text_of(label).encode())))
    outbox.drain()
    number += 1
"""
READER = """
import json, sys
from collections import Counter
from search.engine import find_articles
from search.language.request import SearchRequest
reads, least = map(int, sys.argv[1:])
ends, commits, before = Counter(), 0, -1
while ends.total() < reads or (commits < least and set(ends) == {"answered"}):
    try:
        page = find_articles(SearchRequest("عائلة"))
    except Exception as fault:
        ends[repr(fault)] += 1
        continue
    ends["by the database" if page.reserve else "answered"] += 1
    if page.total < before:
        ends["fewer than before"] += 1
    commits += page.total != before
    before = page.total
print(json.dumps([ends, commits]))
"""


def test_every_reader_sees_whole_commits(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    begin = "from search.indexing import rebuilding\nrebuilding.build_if_unusable()\n"
    assert own.start(begin).communicate(timeout=200) == ("", "")
    writers = [own.start(WRITER, name) for name in "أبتث"[:WRITERS]]
    try:
        readers = [own.start(READER, str(READS), str(COMMITS)) for _ in range(READERS)]
        told = [reader.communicate(timeout=400) for reader in readers]
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    ends, commits = zip(*(json.loads(out) for out, _faults in told), strict=True)

    assert [set(how) for how in ends] == [{"answered"}] * READERS
    reads = [how["answered"] for how in ends]
    assert min(reads) >= READS
    assert min(commits) >= COMMITS
    trust_figure(
        f"{sum(reads):,} readings, {sum(commits)} of them behind a new commit: "
        "0 errors, 0 from the database, none went back"
    )
