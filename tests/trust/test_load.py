"""The site as ``manage.py serve`` runs it, with as many visitors as it must bear."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest

from tests.trust.conftest import Measured
from tests.trust.machine import Machine
from tests.trust.mortals import WORDS
from tests.trust.own_archive import OwnArchive
from tests.trust.serving import free_port, serving
from tests.trust.visitors import Ask, visit

pytestmark = [pytest.mark.long, pytest.mark.faults, pytest.mark.alone]

ARTICLES = int(os.environ.get("LOAD_ARTICLES", "20000"))
SECONDS = float(os.environ.get("LOAD_SECONDS", "40"))
VISITORS = 16
LEAST_A_SECOND = 100
SLOWEST = 0.4
CALM_AGAIN = 10.0
WARM, ROUNDS = 800, 8
MOST_GROWTH = 0.2
MOST_FOR_OTHERS = 0.2

FILL = """
import datetime, json, random, sys
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from articles.models import Article, Outlet, Section, Status
from search.collections.models import Collection
from search.indexing.rebuilding import rebuild
from tests.trust.mortals import WORDS
chance = random.Random(41)
outlets = [Outlet.objects.create(name=f"مصدر {n}") for n in range(12)]
sections = [Section.objects.create(name=f"قسم {n}") for n in range(6)]
letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
rare = ["".join(chance.choices(letters, k=6)) for _ in range(8_000)]
weights = [1 / (n + 1) for n in range(len(rare))]
day = datetime.date(2010, 1, 1)
def article(n):
    words = chance.choices(rare, weights, k=110) + chance.choices(WORDS, k=12)
    chance.shuffle(words)
    return Article(
        title=f"خبر {n}: {' '.join(words[:7])}",
        body=". ".join(" ".join(words[at : at + 12]) for at in range(0, 120, 12)),
        outlet=outlets[n % 12], section=sections[n % 6], status=Status.PUBLISHED,
        published_on=day + datetime.timedelta(days=n % 3650), published_precision="day",
    )
total = int(sys.argv[1])
for start in range(0, total, 2_000):
    some = [article(n) for n in range(start, min(start + 2_000, total))]
    Article.objects.bulk_create(some)
rebuild()
reader = User.objects.create_user("reader")
kept = Collection.objects.create(owner=reader, title="للقراءة")
session = SessionStore()
session[SESSION_KEY] = str(reader.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = reader.get_session_auth_hash()
session.save()
print(json.dumps([session.session_key, kept.pk, Article.objects.order_by("pk")[0].pk]))
"""


@dataclass(frozen=True)
class Served:
    """A site that answers at a port, and what its visitors may ask."""

    port: int
    process: subprocess.Popen[bytes]
    session: str
    collection: int
    first: int

    def choose(self, chance: random.Random) -> Ask:
        """Give what a visitor asks next: 70 searches, 25 articles, 5 writes of 100."""
        kind = chance.random()
        if kind < 0.70:
            asked = " ".join(chance.choices(WORDS, k=chance.choice((1, 1, 2))))
            sort = chance.choice(("", "&sort=newest", "&page=2"))
            return Ask(f"/search/?q={quote(asked)}{sort}")
        article = self.first + chance.randrange(ARTICLES)
        if kind < 0.95:
            return Ask(f"/articles/{article}/")
        token = "t" * 32
        form = {"csrfmiddlewaretoken": token, "collection": self.collection}
        return Ask(
            f"/articles/{article}/keep/",
            urlencode(form),
            f"sessionid={self.session}; csrftoken={token}",
        )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Fill an archive and serve it as `make run` does."""
    folder = tmp_path_factory.mktemp("served")
    own = OwnArchive(folder)
    own.make()
    told, faults = own.start(FILL, str(ARTICLES)).communicate(timeout=600)
    assert told, faults
    port = free_port()
    with serving(own, port) as process:
        yield Served(port, process, *json.loads(told.splitlines()[-1]))


def judged_alone(share: float) -> None:
    """Skip where others used the machine: speed would be theirs."""
    if share > MOST_FOR_OTHERS:
        pytest.skip(f"other processes took {share:.0%} of the machine")


def warm_up(served: Served) -> None:
    """Ask until every process has read the index and all its pages are compiled.

    A visitor keeps to one process: those of one round may leave another unasked.
    """
    asked, rounds = 0, 0
    while (asked < WARM or rounds < ROUNDS) and rounds < 2 * ROUNDS:
        asked += len(visit(served.port, served.choose, VISITORS, 2).answers)
        rounds += 1


def test_a_hundred_mixed_requests_a_second_are_answered(
    served: Served, trust_figure: Measured
) -> None:
    warm_up(served)
    before = Machine.now(served.process.pid)
    seen = visit(served.port, served.choose, VISITORS, SECONDS)
    after = Machine.now(served.process.pid)
    slow, grown = seen.slowest_of(0.95), after.growth(before)
    each = (after.own - before.own) / len(seen.answers)
    others = after.taken_by_others(before)
    told = (
        f"{ARTICLES:,} articles, {VISITORS} visitors: {seen.rate:.0f} requests a second"
        f" of {each * 1000:.0f} ms each, p95 {slow * 1000:.0f} ms,"
        f" memory of a process {grown:+.0%}, {others:.0%} of the machine for others"
    )
    trust_figure(told)

    assert seen.faults == []
    assert set(seen.codes) <= {200, 302}, seen.codes
    assert grown < MOST_GROWTH, told
    judged_alone(others)
    assert seen.rate >= LEAST_A_SECOND, told
    assert slow <= SLOWEST, told


def test_four_times_the_load_is_refused_or_answered_and_soon_forgotten(
    served: Served, trust_figure: Measured
) -> None:
    before = Machine.now(served.process.pid)
    crowd = visit(served.port, served.choose, 4 * VISITORS, 12)
    flood = visit(served.port, served.choose, 24 * VISITORS, 6)
    calm = visit(served.port, served.choose, VISITORS, CALM_AGAIN + 2)
    after = calm.normal_after(SLOWEST)
    told = (
        f"{4 * VISITORS} visitors: {named(crowd.codes)}; "
        f"{24 * VISITORS}: {named(flood.codes)}; normal again after {after:.1f} s"
    )
    trust_figure(told)

    assert crowd.faults + flood.faults + calm.faults == []
    assert set(crowd.codes) | set(flood.codes) <= {200, 302, 429, 503}, told
    judged_alone(Machine.now(served.process.pid).taken_by_others(before))
    assert after <= CALM_AGAIN, told


def named(codes: dict[int, int]) -> str:
    return ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))


def test_a_worker_that_is_killed_under_load_is_missed_by_few(
    served: Served, trust_figure: Measured
) -> None:
    children = [
        int(one)
        for one in subprocess.run(
            ["pgrep", "-f", f"gunicorn --bind 127.0.0.1:{served.port}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    ]
    os.kill(children[-1], signal.SIGKILL)
    seen = visit(served.port, served.choose, VISITORS, 4)
    answered = sum(count for code, count in seen.codes.items() if code in {200, 302})

    assert answered >= 0.9 * len(seen.answers), seen.codes
    assert 500 not in seen.codes
    assert visit(served.port, served.choose, VISITORS, 2).faults == []
    trust_figure(
        f"a worker killed under load: {answered} of {len(seen.answers)} served"
    )
