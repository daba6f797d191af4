"""Files made to hurt: each ends in time and within its memory, with Arabic words."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from articles.readers import RawDocument, RefusedFile
from articles.readers.files import read_file
from articles.readers.sandbox import client, read_in_child
from articles.readers.sandbox.limits import MEMORY_BYTES, WALL_SECONDS
from tests.articles.readers.bombs import HEAVY, QUICK
from tests.articles.readers.builders import LEAD, docx_of

MOST_TEXT = 20 * 1024 * 1024


def found_in(label: str, content: bytes) -> list[RawDocument | RefusedFile]:
    found = list(read_file(label, content))
    assert found
    for each in found:
        if isinstance(each, RefusedFile):
            assert re.search("[ء-ي]{3}", each.message)
        else:
            assert len(each.text) <= MOST_TEXT
            assert "root:" not in each.text
    return found


@pytest.mark.parametrize("name", QUICK)
def test_a_small_bomb_is_refused_or_harmless(name: str) -> None:
    label, build = QUICK[name]
    found = found_in(label, build())
    expanded = max((len(each.text) for each in found if _is_read(each)), default=0)
    assert expanded < 1_000


def _is_read(found: RawDocument | RefusedFile) -> bool:
    return isinstance(found, RawDocument)


class Watch:
    """How much memory the children of the fork server had, at the most, in bytes."""

    def __init__(self) -> None:
        self.peak = 0

    def look(self) -> None:
        server = client._reception._server
        for status in Path("/proc").glob("[0-9]*/status"):
            with suppress(OSError):
                told = status.read_text()
                if server and f"PPid:\t{server.pid}\n" in told:
                    peak = re.search(r"VmHWM:\s+(\d+)", told)
                    self.peak = max(self.peak, int(peak[1]) * 1024 if peak else 0)


@contextmanager
def watched() -> Iterator[Watch]:
    watch, done = Watch(), threading.Event()

    def look() -> None:
        while not done.wait(0.05):
            watch.look()

    thread = threading.Thread(target=look)
    thread.start()
    yield watch
    done.set()
    thread.join()


@pytest.mark.long
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_bomb_ends_in_time_and_within_its_memory(name: str) -> None:
    label, build = HEAVY[name]
    content = build()
    list(read_in_child("a.docx", docx_of([LEAD])))  # the server is there
    with watched() as watch:
        started = time.monotonic()
        found = found_in(label, content)
        lasted = time.monotonic() - started
    assert lasted < (WALL_SECONDS + 1) * min(3, len(found))
    assert watch.peak < MEMORY_BYTES
