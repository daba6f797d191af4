"""Three kinds of processes that work at one archive and are killed, again and again.

``python -m tests.trust.mortals KILLS SEED`` in the environment of an archive with
tables; prints what it found as JSON. One process has everything loaded and forks those
that die, so that a kill costs a moment and not a start.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connections  # noqa: E402

from articles import uploads  # noqa: E402
from articles.ingest import Result, ingest  # noqa: E402
from articles.models import Article, Capture, Status, Upload, UploadItem  # noqa: E402
from articles.readers.files import read_file  # noqa: E402
from articles.uploads import work  # noqa: E402
from search.indexing import outbox  # noqa: E402
from search.indexing.rebuilding import build_if_unusable  # noqa: E402
from search.indexing.verification import verify  # noqa: E402
from search.ledger.upkeep import catch_up  # noqa: E402

ITEMS = 400
LONGEST_LIFE = 8
"""How many texts a process can store before it is killed, if all goes well."""
WORDS = [
    *("مرفأ", "سفينة", "رصيف", "حمولة", "بلدية", "مدرسة", "جسر", "سوق", "قمح", "زيت"),
    *("قطار", "محطة", "طريق", "نهر", "سد", "بئر", "مطحنة", "فرن", "معمل", "ورشة"),
    *("مكتبة", "متحف", "ملعب", "حديقة", "مزرعة", "حصاد", "موسم", "مطر", "ثلج", "ريح"),
    *("مجلس", "لجنة", "وفد", "اتفاق", "عقد", "مشروع", "خطة", "ضريبة", "سعر", "مصرف"),
]


def text_of(label: str) -> str:
    """Make a text that is like no other, or all would be reprints of one."""
    words = random.Random(label).choices(WORDS, k=40)
    return (
        f"خبر {label} عن {words[0]}\n\n12.03.2017\n\n"
        f"قالت {' '.join(words)} إن 180 عائلة عادت من {label}."
    )


Tell = Callable[[str], None]


def store(name: str, tell: Tell) -> None:
    """Store texts one by one; tell of each only when it is confirmed."""
    for number in count():
        label = f"{name}-{number}"
        [outcome] = ingest(read_file(f"{label}.txt", text_of(label).encode()))
        if outcome.result is Result.CREATED:
            tell(label)


def bring_in(_name: str, _tell: Tell) -> None:
    """Be the indexer."""
    while True:
        build_if_unusable()
        outbox.drain()


def take_over(_name: str, _tell: Tell) -> None:
    """Be the worker that stores what editors sent."""
    while True:
        with work.turn() as ours:
            if ours:
                work.work_off(0.1)


ROLES = {"store": store, "index": bring_in, "import": take_over}


def fork(role: str, name: str) -> tuple[int, int]:
    """Start a process of a role; give it and the pipe by which it tells."""
    reading, writing = os.pipe()
    if process := os.fork():
        os.close(writing)
        return process, reading
    os.close(reading)
    with suppress(BaseException):
        ROLES[role](name, lambda label: _write(writing, label))
    os._exit(1)


def _write(pipe: int, label: str) -> None:
    os.write(pipe, f"{label}\n".encode())


def warm() -> float:
    """Load all there is to load; give the seconds that one text takes then."""
    build_if_unusable()
    for number in range(2):
        begun = time.monotonic()
        list(ingest(read_file("w.txt", text_of(f"w-{number}").encode())))
    work.work_off(0.0)
    return time.monotonic() - begun


def lives(
    kills: int, longest: float, chance: random.Random
) -> Iterator[tuple[str, bool, str]]:
    """Let processes of all roles live together and die at any moment of their own.

    Gives, for each, its role, whether it lived until it was killed, what it told.
    """
    done = 0
    while done < kills:
        connections.close_all()
        born = {role: fork(role, f"{role}-{done}") for role in ROLES}
        moments = sorted((chance.uniform(0.0, longest), role) for role in born)
        begun = time.monotonic()
        for moment, role in moments:
            process, pipe = born[role]
            time.sleep(max(0.0, begun + moment - time.monotonic()))
            os.kill(process, signal.SIGKILL)
            with os.fdopen(pipe) as told:
                words = told.read()
            _process, status = os.waitpid(process, 0)
            yield role, os.WIFSIGNALED(status), words
            done += 1


def order() -> None:
    """Send a large file in, which the workers store by and by."""
    user = User.objects.create_superuser("desk")
    rows = (
        {"title": f"قافلة {n} تصل إلى المرفأ", "text": text_of(f"قافلة-{n}")}
        for n in range(ITEMS)
    )
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    file = SimpleUploadedFile("زاحف.jsonl", lines.encode())
    upload = uploads.receive([file], user, seconds=1)
    uploads.open_files(upload, seconds=60)
    uploads.begin(upload, Status.PUBLISHED, user)


def settle() -> float:
    """Do what is left to do, as a new start does; give the seconds it took."""
    begun = time.monotonic()
    build_if_unusable()
    while Upload.objects.exclude(state=Upload.State.STORED).exists():
        work.work_off()
    outbox.drain()
    catch_up(promptly=False)
    return time.monotonic() - begun


def main(kills: int, seed: int) -> dict[str, object]:
    """Kill, restart, and compare what was told with what is there."""
    order()
    told: list[str] = []
    ended = dict.fromkeys(ROLES, 0)
    longest = LONGEST_LIFE * warm()
    for role, killed, words in lives(kills, longest, random.Random(seed)):
        ended[role] += killed
        told += words.split()
    imported = UploadItem.objects.filter(outcome="created").count()
    seconds = settle()
    there = set(Capture.objects.values_list("source", flat=True))
    return {
        "killed": ended,
        "told": len(told),
        "imported_meanwhile": imported,
        "lost": [label for label in told if f"{label}.txt" not in there],
        "items": UploadItem.objects.filter(outcome="created")
        .values("article_id")
        .distinct()
        .count(),
        "half": Article.objects.filter(captures=None).count(),
        "twice": Capture.objects.count()
        - Capture.objects.values("sha256").distinct().count(),
        "articles_twice": Article.objects.count()
        - Article.objects.values("content_hash").distinct().count(),
        "waiting": outbox.waiting(),
        "faults": [fault for check in verify() for fault in check.faults],
        "longest_life": longest,
        "seconds": seconds,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
