"""The same saved searches give the same hits in the same order by every engine."""

from __future__ import annotations

import os
from math import isclose
from pathlib import Path

import pytest

from articles.models import Article
from search.backends.contract import Found
from search.engine import FACETS, article_index
from search.plans import plan_for
from tests.search.contract.conftest import Archive, needs_server
from tests.search.saved_queries import articles, saved

pytestmark = [pytest.mark.long, pytest.mark.django_db, needs_server]
COUNT = 600


def answers(archive: Archive) -> list[Found]:
    rows = list(Article.objects.order_by("pk"))
    chunks = [rows[at : at + 200] for at in range(0, COUNT, 200)]
    archive.backend.rebuild(article_index(), chunks)
    return [archive.backend.find(plan_for(asked, FACETS)[0]) for asked in saved()]


def alike(one: Found, two: Found) -> bool:
    """Tell whether answers are the same, hit by hit.

    Only hits may change places whose scores differ by less than a millionth: they are
    equal, but for the order in which their parts were added up.
    """
    return (one.total, one.facets) == (two.total, two.facets) and all(
        first == second or (score and isclose(score, other, rel_tol=1e-6))
        for (first, score), (second, other) in zip(one.hits, two.hits, strict=True)
    )


@pytest.mark.parametrize("shards", ["1", "3"])
def test_two_hundred_searches_are_answered_alike(
    tmp_path: Path, shards: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(os.environ, "SEARCH_SHARDS", shards)
    Article.objects.bulk_create(articles(COUNT))
    server = Archive("opensearch", tmp_path / shards)
    try:
        theirs = answers(server)
    finally:
        server.end()
    ours = answers(Archive("whoosh", tmp_path / "whoosh"))

    asked = saved()
    assert len(asked) == 200
    assert sum(bool(found.total) for found in ours) > 150
    other = [
        request.text
        for request, one, two in zip(asked, ours, theirs, strict=True)
        if not alike(one, two)
    ]
    assert other == []
