"""How long a writer waits while a migration adds an index to many articles.

    .ci/with-postgres python -m tests.bench.bench_migrations [ARTICLES]   # 200,000

Fills the table, adds the same index plainly and by ``AddIndexOnline``, and prints how
long each took and the longest that another session waited meanwhile to store a row and
to read one. Then a column with a constant default is added, and a row of each thousand
is changed by ``in_batches``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

ARTICLES = 200_000

FILL = """
INSERT INTO articles_article (title, title_derived, title_fault, body, byline,
    dateline_place, agency, published_precision, language, url, status,
    withdrawn_reason, withdrawn_title_shown, removed, segments, corrected, word_count,
    removed_share, doubt_count, parser_version, content_hash, version, created_at,
    updated_at, published_on)
SELECT 'خبر ' || n, false, '', repeat('عادت العائلات إلى بيوتها ' || n, 40),
    'كاتب ' || n, '', '', 'day', 'ar', '', 'published', '', false, '[]', '[]', '[]',
    200, 0, 0, 1, '', 1, now(), now(), date '2012-01-01' + n %% 2000
FROM generate_series(1, %s) AS n
"""


class Others:
    """Another session that reads and writes all the time."""

    def __init__(self) -> None:
        from django.db import connection

        self.longest = {"read": 0.0, "write": 0.0}
        self._stop, self._session = Event(), connection.copy()
        self._session.inc_thread_sharing()
        self._thread = Thread(target=self._ask)

    def __enter__(self) -> Others:
        self._thread.start()
        time.sleep(0.2)
        return self

    def __exit__(self, *fault: object) -> None:
        self._stop.set()
        self._thread.join()
        self._session.close()

    def _ask(self) -> None:
        read = "SELECT title FROM articles_article WHERE id = 1"
        write = "UPDATE articles_article SET version = version + 1 WHERE id = 1"
        with self._session.cursor() as cursor:
            while not self._stop.wait(0.005):
                for name, asked in (("read", read), ("write", write)):
                    begun = time.perf_counter()
                    cursor.execute(asked)
                    spent = time.perf_counter() - begun
                    self.longest[name] = max(self.longest[name], spent)


def main(articles: int = ARTICLES) -> None:
    """Fill, migrate, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        import django

        django.setup()
        _measure(articles)


def _measure(articles: int) -> None:
    from django.core.management import call_command
    from django.db import connection, models
    from django.db.migrations import operations as of
    from django.db.migrations.loader import MigrationLoader

    from articles.migration_steps import AddIndexOnline, in_batches
    from articles.models import Article

    if connection.vendor != "postgresql":
        sys.exit("SQLite has one writer at a time: DATABASE_URL must name PostgreSQL")
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(FILL, [articles])
        cursor.execute("VACUUM ANALYZE articles_article")
    state = MigrationLoader(connection).project_state()

    def move(step: Any, back: bool = False) -> None:
        after = state.clone()
        step.state_forwards("articles", after)
        with connection.schema_editor(atomic=False) as editor:
            if back:
                step.database_backwards("articles", editor, after, state)
            else:
                step.database_forwards("articles", editor, state, after)

    def touch(rows: list[Article]) -> None:
        Article.objects.filter(pk__in=[row.pk for row in rows]).update(doubt_count=0)

    index = models.Index(fields=["byline", "published_on"], name="bench_byline")
    plain, online = of.AddIndex("article", index), AddIndexOnline("article", index)
    column = of.AddField("article", "bench", models.IntegerField(default=7))
    print(f"{articles:,} articles; seconds, and the longest wait of others in ms")
    _timed("index, plainly", lambda: move(plain))
    move(plain, back=True)
    _timed("index, online", lambda: move(online))
    move(online, back=True)
    _timed("column with a default", lambda: move(column))
    move(column, back=True)
    rows = Article.objects.only("pk")
    _timed("all rows, in batches", lambda: in_batches(rows, touch))


def _timed(name: str, work: Callable[[], object]) -> None:
    with Others() as others:
        begun = time.perf_counter()
        work()
        spent = time.perf_counter() - begun
    waits = ", ".join(
        f"{kind} {wait * 1000:.0f}" for kind, wait in others.longest.items()
    )
    print(f"{name:24} {spent:6.1f} s   {waits}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
