"""Two hundred processes die in the middle of their work, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.mortals import ITEMS
from tests.trust.own_archive import OwnArchive

pytestmark = pytest.mark.faults

KILLS = 201  # three at a time
MOST_SECONDS = 60.0
"""After a new start the index is the database's again by then."""


@pytest.mark.long(minutes=1)
def test_two_hundred_kills_lose_nothing(tmp_path: Path, trust_figure: Measured) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    nursery = own.run("tests.trust.mortals", str(KILLS), "29")
    out, faults = nursery.communicate(timeout=600)
    assert nursery.returncode == 0, faults
    found = json.loads(out.splitlines()[-1])

    assert sum(found["killed"].values()) == KILLS
    assert found["told"] > 50
    assert found["imported_meanwhile"] < ITEMS == found["items"]
    assert (found["lost"], found["half"], found["faults"]) == ([], 0, [])
    assert (found["twice"], found["articles_twice"], found["waiting"]) == (0, 0, 0)
    assert found["seconds"] < MOST_SECONDS
    assert own.ask("PRAGMA integrity_check") == "ok"
    trust_figure(
        f"{KILLS} kills: {found['told'] + ITEMS} confirmed, 0 lost, 0 twice, "
        f"index and database the same {found['seconds']:.0f} s after the start"
    )


HOLDERS = 40
HOLD = """
import json, os, signal, sys, time
from search.indexing.outbox import writing_turn
waits = []
for _ in range(int(sys.argv[1])):
    reading, writing = os.pipe()
    holder = os.fork()
    if not holder:
        with writing_turn(wait=True) as ours:
            os.write(writing, b"y" if ours else b"n")
            signal.pause()
    assert os.read(reading, 1) == b"y"
    with writing_turn(wait=False) as ours:
        assert not ours
    os.kill(holder, signal.SIGKILL)
    begun = time.monotonic()
    with writing_turn(wait=True) as ours:
        assert ours
        waits.append(time.monotonic() - begun)
    os.waitpid(holder, 0)
print(json.dumps(max(waits)))
"""


def test_forty_killed_holders_leave_no_lock(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    out, faults = own.start(HOLD, str(HOLDERS)).communicate(timeout=100)
    assert out, faults
    longest = json.loads(out)

    assert longest <= 1.0
    trust_figure(f"{HOLDERS} holders killed: the next has its turn in {longest:.2f} s")


EDITS = 5_000
EDIT = """
import json, os, random, signal, sys, time
from django.db import connections
from articles.models import Article, Status
from search.indexing import outbox
from search.indexing.rebuilding import build_if_unusable
from search.indexing.verification import verify
edits, batch = int(sys.argv[1]), 50
chance = random.Random(32)
made = [Article(title=f"خبر {n}", body=f"عادت {n} عائلة.") for n in range(300)]
Article.objects.bulk_create(made)
outbox.enqueue(Article.objects.values_list("pk", flat=True))
build_if_unusable()
outbox.drain()
states = [Status.PUBLISHED, Status.WITHDRAWN, Status.DRAFT]

def bring_in():
    connections.close_all()
    if process := os.fork():
        return process
    while True:
        try:
            outbox.drain()
        except BaseException as fault:
            os.write(2, repr(fault).encode())
            os._exit(1)
        time.sleep(0.01)

def edit():
    numbers = list(Article.objects.values_list("pk", flat=True))
    for _ in range(batch):
        kind = chance.random()
        if kind < 0.1:
            number = numbers.pop(chance.randrange(len(numbers)))
            Article.objects.filter(pk=number).delete()
        elif kind < 0.2:
            numbers.append(Article.objects.create(title="جديد", body="عاد.").pk)
        else:
            chosen = chance.sample(numbers, k=1)
            state, words = chance.choice(states), f"عادت {chance.random()} عائلة."
            Article.objects.filter(pk__in=chosen).update(status=state, body=words)
            outbox.enqueue(chosen)

kills = 0
for _ in range(edits // batch):
    process = bring_in()
    edit()
    time.sleep(chance.random() * 0.05)
    os.kill(process, signal.SIGKILL)
    kills += os.WIFSIGNALED(os.waitpid(process, 0)[1])
build_if_unusable()
outbox.drain()
faults = [fault for check in verify() for fault in check.faults]
public = Article.objects.public().count()
print(json.dumps([kills, faults, outbox.waiting(), public]))
"""


@pytest.mark.long(minutes=1)
def test_five_thousand_edits_with_kills_leave_index_and_database_the_same(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    out, errors = own.start(EDIT, str(EDITS)).communicate(timeout=300)
    assert out, errors
    kills, faults, waiting, public = json.loads(out.splitlines()[-1])

    assert (faults, waiting) == ([], 0)
    assert public > 50
    assert kills > 50
    trust_figure(f"{EDITS:,} edits, {kills} kills meanwhile: 0 differences")
