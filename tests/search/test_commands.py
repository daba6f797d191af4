"""``find``, ``reindex`` and ``indexer`` as scripts and people use them."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from articles.models import Article
from search.indexing import outbox
from tests.factories import ArticleFactory, OutletFactory
from tests.real_data import FOLDER, needs_real_data

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def find(*arguments: str) -> dict[str, Any]:
    return json.loads(run("find", *arguments, "--json"))


@pytest.fixture
def news(index: Path) -> None:
    ArticleFactory(title="هدنة <في> المرفأ", outlet=OutletFactory(name="صحيفة الشمال"))
    ArticleFactory(title="خبر آخر", outlet=None, published_on=None)
    outbox.drain()


def test_find_gives_json(news: None):
    answer = find("الهدنه")

    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert list(hit) == ["id", "title", "outlet", "published", "score", "snippet"]
    assert hit["title"] == "هدنة <في> المرفأ"
    assert (hit["outlet"], hit["published"]) == ("صحيفة الشمال", "2014-08-05")
    assert answer["facets"]["outlet"] == [{"value": "صحيفة الشمال", "count": 1}]
    assert answer["facets"]["year"] == [{"value": "2014", "count": 1}]
    assert "<mark>عائلة</mark>" in find("عائلات")["hits"][0]["snippet"]


def test_find_takes_names_in_any_spelling_dates_and_order(news: None):
    assert find("عائلة", "--outlet", "صحيفه الشمال")["total"] == 1
    assert find("عائلة", "--outlet", "غائبة")["total"] == 0
    assert find("عائلة", "--since", "2014-08-05", "--until", "2014-08-05")["total"] == 1
    assert find("عائلة", "--since", "2015-01-01")["total"] == 0
    oldest = find("عائلة", "--sort", "oldest")["hits"]
    assert [hit["published"] for hit in oldest] == ["2014-08-05", None]
    limited = find("عائلة", "--limit", "1")
    assert (limited["total"], len(limited["hits"])) == (2, 1)


def test_find_speaks_to_people(news: None):
    shown = run("find", "هدنة كت*")

    assert "«كت*»" in shown
    assert "«هدنة»" in run("find", "هدنة") or "هدنة <في> المرفأ" in run("find", "هدنة")


def test_find_refuses_what_is_no_date_and_a_negative_page(news: None):
    with pytest.raises(CommandError):
        run("find", "هدنة", "--since", "2014-13-01")
    with pytest.raises(CommandError):
        run("find", "هدنة", "--limit=-1")


def test_reindex_if_needed_does_only_what_is_needed(news: None):
    assert "مطابق" in run("reindex", "--if-needed")

    Article.objects.filter(title="خبر آخر").delete()
    assert "1/1" in run("reindex", "--if-needed")
    assert find("عائلة")["total"] == 1
    assert "1/1" in run("reindex")


def test_the_indexer_builds_a_missing_index_and_drains(db: None, own_files: Path):
    ArticleFactory()
    run("indexer", "--once")

    assert find("عائلة")["total"] == 1
    assert outbox.waiting() == 0


def test_a_check_tells_of_a_missing_index(db: None):
    assert run_checks(tags=["search"], include_deployment_checks=True) == []

    ArticleFactory()
    (warning,) = run_checks(tags=["search"], include_deployment_checks=True)
    assert warning.id == "search.W001"

    run("reindex")
    assert run_checks(tags=["search"], include_deployment_checks=True) == []


def test_a_check_tells_when_whoosh_has_become_too_small(
    news: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
):
    monkeypatch.setattr("search.checks.MANY_ARTICLES", 1)
    settings.SEARCH_ENGINE = "whoosh"
    (warning,) = run_checks(tags=["search"], include_deployment_checks=True)
    assert warning.id == "search.W003"

    settings.SEARCH_ENGINE = "tantivy"
    assert run_checks(tags=["search"], include_deployment_checks=True) == []


SEEDS = [
    ("البغدادي", {"000", "001"}),
    ("بغدادي", {"000", "001"}),
    ('"بريت ماكغورك"', {"002"}),
    ("ماكغورك OR بلينكن", {"002", "001"}),
    ("داعش -الموصل", {"001", "002"}),
    ("نازحين", {"001", "002"}),
    ("=الارهابيين", {"000", "002"}),
    ("١٨٠", {"000"}),
    ("المغتربين", set()),
    ("الكوكيز", set()),
    ("إيرانية", set()),
]


@needs_real_data
def test_the_real_texts_are_found(index: Path):
    paths = sorted(str(path) for path in (FOLDER / "seeds").glob("*.txt"))
    lines = run("ingest", *paths, "--json").splitlines()
    names = {row["id"]: row["source"][:3] for row in map(json.loads, lines)}
    outbox.drain()

    found = {
        query: {names[hit["id"]] for hit in find(query)["hits"]} for query, _ in SEEDS
    }
    assert found == dict(SEEDS)
    assert "000" in {names[hit["id"]] for hit in find("الارهابيين")["hits"]}
