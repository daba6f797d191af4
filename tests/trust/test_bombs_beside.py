"""Who reads pages does not notice that files made to hurt are being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Measured
from tests.trust.own_archive import OwnArchive
from tests.trust.serving import free_port, serving
from tests.trust.visitors import Ask, Seen, visit

pytestmark = [pytest.mark.long, pytest.mark.faults]

SLOWEST = 0.4
MOST_TIMES = 3.0
"""Two readers on two processors, one of which is busy with a file."""
BOMBS = ("nested divs", "tables in tables", "millions of rows", "combining marks")

READ = """
import sys
from articles.readers.files import read_file
from tests.articles.readers.bombs import HEAVY
files = [(HEAVY[name][0], HEAVY[name][1]()) for name in sys.argv[1:]]
print("built", flush=True)
while True:
    for label, content in files:
        list(read_file(label, content))
        print("read", flush=True)
"""


def test_pages_are_as_quick_while_bombs_are_read(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own, port = OwnArchive(tmp_path / "own"), free_port()
    own.make()

    def pages(seconds: float) -> Seen:
        return visit(port, lambda _: Ask("/about/"), 2, seconds)

    with serving(own, port):
        reader = own.start(READ, *BOMBS)
        try:
            assert reader.stdout
            assert reader.stdout.readline() == "built\n"
            beside = pages(8)
        finally:
            reader.kill()
            out, faults = reader.communicate()
        usual = pages(4)
    slow, anyway = beside.slowest_of(0.95), usual.slowest_of(0.95)
    told = (
        f"p95 {slow * 1000:.0f} ms while bombs are read ({out.count('read')} of them), "
        f"{anyway * 1000:.0f} ms without"
    )
    trust_figure(told)

    assert faults == ""
    assert set(beside.codes) == {200}
    assert beside.faults == []
    assert slow < max(SLOWEST, MOST_TIMES * anyway), told
