"""A rebuild that is killed is gone on with where it stood; readers see whole ones."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from articles.models import Article
from search.backends.contract import EngineFault
from tests.search.contract.conftest import ENGINES, Archive, in_files

pytestmark = pytest.mark.faults

KILLED = """
import json, os, signal, sys
import django
django.setup()
from haystack.utils.loading import import_class
from articles.models import Article
from search.search_indexes import ArticleIndex

def chunks():
    yield [Article(pk=1, title="خبر", body="هدنة"), Article(pk=2, body="حريق")]
    yield [Article(pk=3, title="خبر", body="هدنة")]
    os.kill(os.getpid(), signal.SIGKILL)
options = json.loads(sys.argv[2])
backend = import_class(sys.argv[1]).backend("default", **options)
backend.rebuild(ArticleIndex(), chunks())
"""


@pytest.fixture
def killed(archive: Archive) -> Archive:
    """Leave an index of article 1, and a rebuild killed after articles 1 to 3."""
    archive.put(a={"body": "زلزال"})
    engine = ENGINES[archive.engine]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, engine, json.dumps(archive.options)],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATA_DIR": str(archive.path.parent),
        },
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    archive.restart()
    archive.names = ["a", "b", "c", "d"]
    return archive


def resume(archive: Archive) -> set[int]:
    rest = [[archive._article("d", {"body": "هدنة"})]]
    return archive.backend.rebuild(archive.index, rest, resume=True)


def test_a_killed_rebuild_changes_nothing_for_readers(killed: Archive):
    assert killed.ask("زلزال") == ["a"]
    assert killed.ask("هدنة") == []


def test_a_killed_rebuild_is_gone_on_with(killed: Archive):
    assert killed.backend.built_up_to() == 3
    assert resume(killed) == set()

    assert killed.ask_set("هدنة") == "a c d"
    assert killed.ask("زلزال") == []
    assert killed.backend.built_up_to() == 0


def test_what_changed_since_is_told_at_the_end(killed: Archive):
    killed.put(b={"body": "هدنة"})
    killed.remove("c")

    assert resume(killed) == {2, 3}


@in_files
def test_another_version_or_a_damaged_one_is_not_gone_on_with(killed: Archive):
    unfinished = max(killed.path.glob("[0-9]*"), key=lambda folder: int(folder.name))
    (unfinished / "VERSION.json").write_text('{"analysis": 0}')
    assert killed.backend.built_up_to() == 0

    killed.rebuild({"d": {"body": "هدنة"}})
    assert killed.ask("هدنة") == ["d"]
    assert len(list(killed.path.glob("[0-9]*"))) == 1


def test_a_rebuild_begun_anew_leaves_the_killed_one(killed: Archive):
    killed.rebuild({"d": {"body": "هدنة"}})

    assert killed.ask("هدنة") == ["d"]
    assert killed.backend.ids() == {4}


def test_nothing_unfinished_is_nothing_built(archive: Archive):
    assert archive.backend.built_up_to() == 0
    with pytest.raises(EngineFault):
        archive.backend.ids()
    archive.put(it={"body": "هدنة"})
    assert archive.backend.built_up_to() == 0


def test_an_index_of_another_engine_is_a_fault(archive: Archive):
    archive.put(it={"body": "هدنة"})
    for name in ENGINES:
        other = Archive(name, archive.path)
        assert other.backend.health().usable == (name == archive.engine)
        if name != archive.engine:
            other.backend.rebuild(other.index, [[Article(pk=1, body="هدنة")]])
            assert other.found("هدنة").total == 1
            return
