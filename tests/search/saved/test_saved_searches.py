"""Readers save searches, each their own, and follow them by a secret feed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from search.indexing import outbox
from search.saved import following
from search.saved.forms import followed_query
from search.saved.models import Arrival, Frequency, SavedSearch
from tests.factories import ArticleFactory
from tests.search.test_feeds import entries

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return User.objects.create_user("reader", email="reader@example.org")


@pytest.fixture
def client(reader: User) -> Client:
    client = Client()
    client.force_login(reader)
    return client


@pytest.fixture
def saved(reader: User) -> SavedSearch:
    return following.save_search(reader, f"q={quote('سفينة')}", "السفن")


def do(client: Client, saved: SavedSearch, what: str, **more: str) -> int:
    answer = client.post(f"/saved/{saved.pk}/", {"do": what, **more})
    saved.refresh_from_db()
    return answer.status_code


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("q=سفينة&page=3&sort=oldest", "q=سفينة"),
        ("q=سفينة&outlet=a&outlet=b", "q=سفينة&outlet=a&outlet=b"),
        ("outlet=a&outlet_like=ش", "outlet=a"),
        ("since=2014-01-01", "since=2014-01-01"),
        ("q=&page=2&sort=newest&synonyms=0", ""),
        ("", ""),
    ],
)
def test_a_search_is_kept_without_the_place_in_it(address: str, kept: str) -> None:
    from django.http import QueryDict

    assert QueryDict(followed_query(QueryDict(address))) == QueryDict(kept)


def test_the_search_page_offers_to_save_it(index: Path, client: Client) -> None:
    ArticleFactory(title="سفينة")
    outbox.drain()
    assert "احفظ هذا البحث" in client.get("/search/?q=سفينة").content.decode()
    assert "احفظ هذا البحث" not in Client().get("/search/?q=سفينة").content.decode()

    client.post("/saved/", {"query": "q=سفينة&page=2", "name": ""})
    saved = SavedSearch.objects.get()
    assert (saved.name, saved.request.text) == ("سفينة", "سفينة")
    assert "سفينة" in client.get("/saved/").content.decode()


@pytest.mark.parametrize("query", ["", "page=2", "q=%20", "q=" + "س" * 5000])
def test_what_asks_for_nothing_is_not_saved(client: Client, query: str) -> None:
    answer = client.post("/saved/", {"query": query})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_saved_twice_it_stays_once(reader: User, saved: SavedSearch) -> None:
    following.take_out(saved)
    again = following.save_search(reader, saved.query, "اسم آخر")
    assert (again.pk, again.name, again.removed_at) == (saved.pk, "السفن", None)


def test_there_is_room_for_so_many(
    client: Client, saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "MOST_SAVED", 1)
    answer = client.post("/saved/", {"query": "q=قطار"})
    assert "لا مكان" in answer.content.decode()
    assert SavedSearch.objects.count() == 1


def test_name_and_letters_change(client: Client, saved: SavedSearch) -> None:
    article = ArticleFactory(title="سفينة قديمة")
    outbox.Outbox.objects.all().delete()
    assert do(client, saved, "change", name="بواخر", frequency="weekly") == 302
    assert (saved.name, saved.frequency) == ("بواخر", Frequency.WEEKLY)
    assert saved.last_seen == Arrival.objects.get(article_id=article.pk).pk


@pytest.mark.parametrize(
    ("name", "frequency"), [("", "none"), ("سفن", "hourly"), ("س" * 161, "none")]
)
def test_a_wrong_change_is_refused_beside_its_field(
    client: Client, saved: SavedSearch, name: str, frequency: str
) -> None:
    assert do(client, saved, "change", name=name, frequency=frequency) == 400
    assert (saved.name, saved.frequency) == ("السفن", Frequency.NONE)


def test_letters_are_promised_only_where_they_can_be_sent(
    client: Client, saved: SavedSearch, settings: Settings
) -> None:
    settings.DIGESTS = False
    assert do(client, saved, "change", name="سفن", frequency="daily") == 400
    settings.DIGESTS = True
    User.objects.update(email="")
    assert do(client, saved, "change", name="سفن", frequency="daily") == 400
    assert saved.frequency == Frequency.NONE


def test_it_pauses_and_goes_on(client: Client, saved: SavedSearch) -> None:
    do(client, saved, "pause")
    assert not saved.active
    assert "موقوفة" in client.get("/saved/").content.decode()
    do(client, saved, "resume")
    assert saved.active


def test_what_is_deleted_can_be_put_back(client: Client, saved: SavedSearch) -> None:
    do(client, saved, "remove")
    assert Client().get(saved.feed_url).status_code == 404
    assert "أعده" in client.get("/saved/").content.decode()
    do(client, saved, "restore")
    assert saved.removed_at is None


def test_nobody_else_sees_or_changes_it(saved: SavedSearch) -> None:
    other = Client()
    other.force_login(User.objects.create_superuser("other"))
    assert "السفن" not in other.get("/saved/").content.decode()
    for what in ("change", "pause", "remove", "renew"):
        assert do(other, saved, what, name="لي", frequency="none") == 404
        assert do(Client(), saved, what, name="لي", frequency="none") == 302
    assert (saved.name, saved.active, saved.removed_at) == ("السفن", True, None)
    assert "/sign-in/" in Client().get("/saved/")["Location"]


def test_changes_are_posted(client: Client, saved: SavedSearch) -> None:
    assert client.get(f"/saved/{saved.pk}/").status_code == 405


def test_its_feed_is_read_without_signing_in_and_holds_no_drafts(
    index: Path, saved: SavedSearch
) -> None:
    ArticleFactory(title="سفينة الملح")
    ArticleFactory(title="قطار")
    ArticleFactory(title="سفينة لم تُنشر", status="draft")
    outbox.drain()
    assert entries(Client(), saved.feed_url) == ["سفينة الملح"]
    answer = Client().get(saved.feed_url)
    assert saved.feed_url in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"


def test_an_old_feed_dies_when_its_address_is_renewed(
    index: Path, client: Client, saved: SavedSearch
) -> None:
    old = saved.feed_url
    do(client, saved, "renew")
    assert Client().get(old).status_code == 404
    assert Client().get(saved.feed_url).status_code == 200
    User.objects.update(is_active=False)
    assert Client().get(saved.feed_url).status_code == 404
