"""Rows of the search: how they are named, when they are noted, who sees them."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from search import checks
from search.api.parameters import choice, text
from search.api.tokens import address_of, allowance
from search.collections.models import Collection, CollectionItem
from search.indexing import outbox
from search.models import ApiToken, Edition, Outbox
from search.saved.models import Arrival, SavedSearch
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_rows_are_named_by_what_they_hold() -> None:
    article = ArticleFactory(title="عودة")
    kept = CollectionItem(article=article)
    assert [
        str(Outbox(article_id=7)),
        str(Arrival(article_id=7)),
        str(Edition(table="synonyms")),
        str(SavedSearch(name="السفن")),
        str(Collection(title="مراجع")),
        str(kept),
        str(CollectionItem(article=article, quote="180 عائلة")),
    ] == ["7", "7", "synonyms", "السفن", "مراجع", "عودة", "180 عائلة"]


def test_who_stops_listening_notes_no_change() -> None:
    processor = apps.get_app_config("haystack").signal_processor
    processor.teardown()
    try:
        ArticleFactory()
        assert not Outbox.objects.exists()
    finally:
        processor.setup()
    article = ArticleFactory()
    assert [row.article_id for row in Outbox.objects.all()] == [article.pk]


def test_while_another_writer_has_the_turn_changes_wait() -> None:
    article = ArticleFactory()
    with outbox.writing_turn(wait=True) as ours:
        assert ours
        assert outbox._drain_latest(5) == 0
    assert Outbox.objects.filter(article_id=article.pk).exists()


# -- checks at start ------------------------------------------------------------------


def test_many_waiting_changes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MANY_WAITING", 1)
    ArticleFactory.create_batch(2)
    assert "search.W002" in {told.id for told in checks.check_index(None)}


def test_before_the_tables_are_there_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_table() -> int:
        raise DatabaseError("no such table")

    monkeypatch.setattr(checks, "waiting", no_table)
    monkeypatch.setattr(checks.machines, "not_shared", no_table)
    assert checks.check_machines(None) == []
    assert checks.check_index(None) == []


# -- the API's tokens and parameters --------------------------------------------------


def test_an_editor_sees_no_token_but_their_own(client: Client) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="محرر"))
    other = User.objects.create_user("other")
    for owner, name in ((editor, "خريطتي"), (other, "خريطة غيري")):
        ApiToken.objects.create(owner=owner, name=name, digest=name)
    client.force_login(editor)

    page = client.get("/admin/search/apitoken/").content.decode()
    assert "خريطتي" in page
    assert "خريطة غيري" not in page


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("unix:" + "x" * 99, ("unix:" + "x" * 99)[:64]),
    ],
)
def test_one_household_is_one_address(told: str, address: str) -> None:
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=told)) == address


def test_a_cache_that_forgets_counts_from_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgotten(key: str) -> Any:
        raise ValueError(key)

    settings.API_RATE_ANONYMOUS = 10
    monkeypatch.setattr(cache, "incr", forgotten)
    assert allowance(RequestFactory().get("/"), None).left == 9


def test_a_parameter_takes_what_it_says() -> None:
    assert text("q", "…", longest=3).read("هدن") == "هدن"
    with pytest.raises(ValueError):
        text("q", "…", longest=3).read("هدنة")
    assert choice("sort", "…", ["newest"]).read("newest") == "newest"
    with pytest.raises(ValueError):
        choice("sort", "…", ["newest"]).read("best")
