"""An index that is damaged anywhere never breaks a page, and is built anew."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client

from search.engine import archive_backend
from search.indexing import outbox
from search.indexing.rebuilding import build_if_unusable
from tests.factories import ArticleFactory, figure_of
from tests.trust.conftest import Measured

pytestmark = [pytest.mark.django_db, pytest.mark.faults, pytest.mark.long]

DAMAGES = 100
ARTICLES = 12
WORD = "عائلة"
SEARCH = f"/search/?q={quote(WORD)}"
PAGES = (
    "/",
    f"{SEARCH}&sort=newest",
    f"/search/concordance/?q={quote(WORD)}",
    f"/collocates/?q={quote(WORD)}",
    f"/trends/?q={quote(WORD)}",
    f"/figures/?q={quote(WORD)}",
    f"/search/export/?q={quote(WORD)}",
    f"/api/v1/search?q={quote(WORD)}",
)

Damage = Callable[[Path, random.Random], None]


def flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    replace(file, bytes(data))


def cut(file: Path, chance: random.Random) -> None:
    data = file.read_bytes()
    replace(file, data[: chance.randrange(len(data) or 1)])


def fill(file: Path, chance: random.Random) -> None:
    replace(file, bytes(file.stat().st_size) + chance.randbytes(9))


def lose(file: Path, _chance: random.Random) -> None:
    file.unlink()


def replace(file: Path, data: bytes) -> None:
    """Put other bytes in place: who has the old file mapped keeps that."""
    file.unlink()
    file.write_bytes(data)


KINDS: tuple[Damage, ...] = (flip, flip, cut, fill, lose)


@pytest.fixture(params=["whoosh", "tantivy"])
def kept(request: pytest.FixtureRequest, index: Path, settings: object) -> Path:
    """Give the folder of an index of some articles, by each engine."""
    if request.param == "tantivy":
        use(settings, request.param, index)
    for number in range(ARTICLES):
        figure_of(ArticleFactory(title=f"خبر {number}"), "180", value=180)
    outbox.drain()
    build_if_unusable()
    return index


def use(settings: object, engine: str, path: Path) -> None:
    """Keep the index at ``path`` by another engine."""
    from haystack import connections

    shutil.rmtree(path, ignore_errors=True)
    default = settings.HAYSTACK_CONNECTIONS["default"]
    engines = settings.SEARCH_ENGINES
    own = default | {"ENGINE": engines[engine], "PATH": str(path)}
    settings.HAYSTACK_CONNECTIONS = {"default": own}
    connections.reload("default")


def damaged(folder: Path, whole: Path) -> Iterator[tuple[int, str]]:
    """Damage one file after another, each time in an index that is whole."""
    chance = random.Random(33)
    for number in range(DAMAGES):
        archive_backend().forget()
        shutil.rmtree(folder)
        shutil.copytree(whole, folder)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        file, kind = (
            files[number % len(files)],
            KINDS[number // len(files) % len(KINDS)],
        )
        kind(file, chance)
        archive_backend().forget()
        yield number, f"{kind.__name__} {file.name}"


def test_a_hundred_damages_break_no_page(
    kept: Path, tmp_path: Path, trust_figure: Measured
) -> None:
    client, ends = Client(), Counter[str]()
    whole = tmp_path / "whole"
    shutil.copytree(kept, whole)
    for number, what in damaged(kept, whole):
        cache.clear()
        answer = client.get(SEARCH)
        assert answer.status_code == 200, what
        results = answer.context["results"]
        assert results.total == ARTICLES, what
        page = client.get(PAGES[number % len(PAGES)])
        assert page.status_code == 200, (what, PAGES[number % len(PAGES)])
        page.getvalue()
        ends["by the database" if results.reserve else "by the index"] += 1
        if results.reserve and number % 4 == 0:
            build_if_unusable()
            mended = client.get(SEARCH).context["results"]
            assert (mended.total, mended.reserve) == (ARTICLES, False), what
            ends["built anew"] += 1

    assert ends["by the database"] > DAMAGES // 4
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    trust_figure(f"{DAMAGES} damages, 0 error pages: {told}")
