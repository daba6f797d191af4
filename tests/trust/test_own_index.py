"""An index is data: whoever writes a file of it runs nothing by that."""

from __future__ import annotations

import os
import pickle
import stat
import tarfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search.backends.whoosh.checksums import write_sums
from search.engine import archive_backend, find_articles
from search.indexing import outbox
from search.language.request import SearchRequest
from tests.factories import ArticleFactory
from tests.trust.conftest import Measured

pytestmark = pytest.mark.django_db


class Sentinel:
    """Makes a folder when it is unpickled."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._place),)


@pytest.fixture
def generation(index: Path) -> Path:
    """Give the folder of an index that holds an article."""
    ArticleFactory()
    outbox.drain()
    return index / (index / "CURRENT").read_text()


def slip_in(file: Path, evil: bytes) -> None:
    """Put a pickle in the place of the one that Whoosh keeps at the end of a file."""
    whole = file.read_bytes()
    if file.suffix == ".toc":
        at = whole.rindex(b"\x80")
        file.write_bytes(whole[:at] + evil)
        return
    length = int.from_bytes(whole[-4:], "big")
    start = len(whole) - 4 - length
    file.write_bytes(whole[:start] + evil + len(evil).to_bytes(4, "big"))
    write_sums(file.parent, file.stem)  # who can write can sum up, too


@pytest.mark.parametrize("pattern", ["*.toc", "*.trm"])
def test_a_pickle_in_the_index_is_not_run(
    generation: Path, tmp_path: Path, pattern: str, trust_figure: Measured
) -> None:
    evil = pickle.dumps(Sentinel(tmp_path / "ran"))
    pickle.loads(evil)
    (tmp_path / "ran").rmdir()  # it does run where it is believed

    [file] = generation.glob(pattern)
    slip_in(file, evil)
    archive_backend().forget()
    page = find_articles(SearchRequest("عائلة"))

    assert not (tmp_path / "ran").exists()
    assert not archive_backend().health().usable
    assert (page.total, page.reserve) == (1, True)
    trust_figure(f"a pickle in {pattern}: not run, the database answers")


def test_the_index_is_of_the_archive_alone(generation: Path) -> None:
    for folder in (generation, generation.parent):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0, folder


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_no_backup_brings_an_index_along(generation: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.tar"
    call_command("backup", str(path), stdout=StringIO())
    with tarfile.open(path) as tar:
        names = tar.getnames()
    assert "database" in names
    assert not [name for name in names if "index" in name]
