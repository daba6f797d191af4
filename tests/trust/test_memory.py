"""A process that has answered all its requests holds little more than at first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal import web_server
from tests.conftest import Measured
from tests.trust.own_archive import OwnArchive

pytestmark = [pytest.mark.long, pytest.mark.faults]

ARTICLES = 120
WARM = 300
LIFE = web_server.max_requests + web_server.max_requests_jitter
"""A worker is renewed then: of fifty thousand requests each answers so many."""
MOST_GROWTH = 0.2

ANSWER = """
import io, json, os, random, sys
from urllib.parse import quote
from django.core.wsgi import get_wsgi_application
from articles.ingest import Wishes, ingest
from articles.models import Article, Status
from articles.readers.files import read_file
from search.indexing.rebuilding import rebuild
from tests.trust.mortals import WORDS, text_of
articles, warm, asked = map(int, sys.argv[1:])
for n in range(articles):
    text = text_of(f"ذاكرة-{n}").encode()
    list(ingest(read_file(f"{n}.txt", text), Wishes(status=Status.PUBLISHED)))
rebuild()
numbers = list(Article.objects.values_list("pk", flat=True))
chance, application = random.Random(42), get_wsgi_application()

def address():
    word, kind = quote(chance.choice(WORDS)), chance.random()
    if kind < 0.55:
        return f"/articles/{chance.choice(numbers)}/", ""
    if kind < 0.85:
        return "/search/", f"q={word}+{chance.randrange(10**9)}"
    return chance.choice([
        ("/figures/", f"q={word}"), ("/figures.csv", f"q={word}"), ("/feed/", ""),
        ("/search/export.csv", f"q={word}"), (f"/nowhere/{chance.random()}", ""),
        ("/api/v1/search", f"q={word}"), ("/browse/latest/", ""),
        ("/search/concordance/", f"q={word}"), (f"/search/feed/", f"q={word}"),
    ])

def answer():
    path, query = address()
    said = []
    answered = application({
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query,
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "wsgi.input": io.BytesIO(),
        "REMOTE_ADDR": f"10.0.{chance.randrange(250)}.{chance.randrange(250)}",
        "wsgi.url_scheme": "http", "SERVER_PROTOCOL": "HTTP/1.1",
    }, lambda status, headers: said.append(status))
    for _piece in answered:
        pass
    answered.close()
    return said[0][:3]

def kilobytes():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024

codes = {answer() for _ in range(warm)}
held = [kilobytes()]
for _ in range(4):
    codes |= {answer() for _ in range(asked // 4)}
    held.append(kilobytes())
print(json.dumps([sorted(codes), held]))
"""


@pytest.mark.long(minutes=1)
def test_a_process_grows_little_in_the_life_of_a_worker(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    told = own.start(ANSWER, str(ARTICLES), str(WARM), str(LIFE))
    out, faults = told.communicate(timeout=400)
    assert out, faults
    codes, held = json.loads(out.splitlines()[-1])

    assert set(codes) <= {"200", "404", "429"}, codes
    growth = held[-1] / held[0] - 1
    trust_figure(
        f"{LIFE:,} requests, the life of a worker: {held[0] // 1024} MB after "
        f"{WARM}, {growth:+.1%} at its end ({(held[-1] - held[2]) / 1024:+.1f} MB of "
        "it in the second half)"
    )
    assert growth < MOST_GROWTH, held
