"""The steps of the scale benchmark, each in a process of its own.

    python -m tests.bench.bench_scale_steps STEP FOLDER SIZE

The last line printed is one JSON object with what was measured.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

warnings.filterwarnings("ignore", module="whoosh")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.models import Article, Figure, Outlet  # noqa: E402
from search.indexing.outbox import drain  # noqa: E402
from search.indexing.rebuilding import rebuild  # noqa: E402
from tests.bench.bench_scale_archive import grow, write_texts  # noqa: E402
from tests.bench.bench_search_pages import search_address  # noqa: E402
from tests.bench.bench_search_questions import (  # noqa: E402
    VARIANTS,
    Question,
    questions,
)

MOST_READ = 400
"""So many texts go the whole way of an upload; the others are copies of these."""

FRESH = 100
"""So many come in later, when the archive is full."""

SAMPLED = 2_000


def begin(folder: Path, size: int) -> dict[str, Any]:
    """Make the tables; give how large they are while nothing is in them."""
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    if Article.objects.exists():  # on a server that had another one
        call_command("flush", interactive=False, verbosity=0)
    return {"empty": _database() / 1e6}


def stands(folder: Path, size: int) -> dict[str, Any]:
    """Tell whether the archive of an earlier run is still there."""
    tables = connection.introspection.table_names()
    return {"stands": Article._meta.db_table in tables and Article.objects.exists()}


def read(folder: Path, size: int) -> dict[str, Any]:
    """Bring in texts as users do; give how many a second came in."""
    return {"ingest, empty": _bring_in(folder / "texts", min(size, MOST_READ), 0)}


def fill(folder: Path, size: int) -> dict[str, Any]:
    """Add copies until there are enough; give how many a second came in."""
    before, start = Article.objects.count(), time.perf_counter()
    grow(size, MOST_READ)
    spent = time.perf_counter() - start
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    bodies = Article.objects.order_by("pk").values_list("body", flat=True)
    words = [len(body.split()) for body in bodies[:MOST_READ]]
    return {
        "copies": (size - before) / spent,
        "figures": Figure.objects.count(),
        "words": sum(words) / len(words),
    }


def index(folder: Path, size: int) -> dict[str, Any]:
    """Build index and ledger; give how many a second, and the memory at the most."""
    start = time.perf_counter()
    rebuild()
    spent = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"indexed": size / spent, "indexer": most}


def ingest(folder: Path, size: int) -> dict[str, Any]:
    """Bring further texts into the full archive, until they can be found."""
    further = Article.objects.count() - size  # of a run that was ended
    rate = _bring_in(folder / "more-texts", FRESH, MOST_READ + further)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"ingest, full": rate, "ingesting": most}


def _bring_in(folder: Path, count: int, skip: int) -> float:
    """Store texts by the command that users have; give articles a second."""
    shutil.rmtree(folder, ignore_errors=True)  # of a run that was ended
    write_texts(folder, count, skip)
    before = Article.objects.count()
    start = time.perf_counter()
    with suppress(SystemExit):  # some text may be none; the others are stored
        call_command("ingest", str(folder), stdout=StringIO())
    drain()
    spent = time.perf_counter() - start
    shutil.rmtree(folder)
    return (Article.objects.count() - before) / spent


def addresses(folder: Path, size: int) -> dict[str, Any]:
    """Give what readers ask for: kinds of pages, each with some addresses."""
    chance = random.Random(5)
    articles = Article.objects.public().order_by("pk")
    sample = list(articles.values_list("body", flat=True)[:SAMPLED])
    used = Article.objects.public().order_by().values("outlet")
    outlets = list(
        Outlet.objects.filter(pk__in=used).order_by("pk").values_list("slug", flat=True)
    )
    days = list(
        articles.exclude(published_on=None).values_list("published_on", flat=True)
    )
    asked: dict[str, list[str]] = {
        "home": [reverse("articles:home")] * VARIANTS,
        "kept": [reverse("articles:home")] * VARIANTS,
        "article": [
            reverse("articles:article", args=[number])
            for number in chance.choices(
                list(articles.values_list("pk", flat=True)), k=VARIANTS
            )
        ],
        "day": [
            reverse("articles:day", args=[day.year, day.month, day.day])
            for day in chance.choices(days, k=VARIANTS)
        ],
        "outlet": [
            reverse("articles:outlet", args=[slug])
            for slug in chance.choices(outlets, k=VARIANTS)
        ],
    }
    for row in questions(sample, outlets):
        question = Question(**row)
        kind = f"search: {question.kind}"
        asked.setdefault(kind, []).append(search_address(question))
    for kind, query in _ledger(chance):
        asked.setdefault(kind, []).append(f"{reverse('search:figures')}?{query}")
    return asked


def _ledger(chance: random.Random) -> Iterator[tuple[str, str]]:
    counted = Figure.objects.exclude(noun_key="").values("noun_key")
    common = counted.annotate(n=Count("pk")).order_by("-n")[:60]
    nouns = [row["noun_key"] for row in common]
    outlets = list(Outlet.objects.values_list("slug", flat=True))
    for _ in range(VARIANTS):
        noun, year = chance.choice(nouns), chance.randrange(2013, 2017)
        least = chance.randrange(1, 5000)
        yield "ledger: all", urlencode({"page": chance.randrange(1, 9)})
        yield "ledger: noun", urlencode({"noun": noun})
        yield "ledger: value", urlencode({"min": least, "sort": "highest"})
        yield (
            "ledger: outlet and year",
            urlencode(
                {
                    "outlet": chance.choice(outlets),
                    "since": f"{year}-01-01",
                    "until": f"{year}-12-31",
                }
            ),
        )


def weigh(folder: Path, size: int) -> dict[str, Any]:
    """Give the bytes on disk of each part, in MB."""
    data = Path(settings.DATA_DIR)
    return {
        "database": _database() / 1e6,
        "index": (_server_index() or _under(data / "index")) / 1e6,
        "ledger": _under(data / "ledger") / 1e6,
        "captures": _under(data / "captures") / 1e6,
    }


def _database() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            )
        return int(cursor.fetchone()[0])


def _server_index() -> int:
    told = _asked_server(
        "GET",
        f"/{settings.HAYSTACK_CONNECTIONS['default']['INDEX_NAME']}-*/_stats/store",
    )
    return int(told["_all"]["total"]["store"]["size_in_bytes"]) if told else 0


def forget(folder: Path, size: int) -> dict[str, Any]:
    """Leave nothing on the search server."""
    name = settings.HAYSTACK_CONNECTIONS["default"]["INDEX_NAME"]
    _asked_server("DELETE", f"/{name}-*")
    return {}


def _asked_server(method: str, path: str) -> Any:
    if settings.SEARCH_ENGINE != "opensearch":
        return None
    from search.backends.opensearch.server import server_at

    return server_at(settings.SEARCH_URL).request(method, path, patience=60)


def _under(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


STEPS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    step.__name__: step
    for step in (begin, stands, read, fill, index, addresses, ingest, weigh, forget)
}

if __name__ == "__main__":
    step, where, count = sys.argv[1:4]
    print(json.dumps(STEPS[step](Path(where), int(count))))
