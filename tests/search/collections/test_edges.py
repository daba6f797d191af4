"""Collections where one is full, nobody signed in, or a change is none."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from search.collections import keeping
from search.collections.keeping import keep
from search.collections.models import Collection, Sharing
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LONG = "ط" * 2_001


@pytest.fixture
def collection(reader: User) -> Collection:
    """Three articles, the second with a note."""
    collection = Collection.objects.create(owner=reader, title="عودة العائلات")
    for number, title in enumerate(("الأول", "الثاني", "الثالث")):
        note = "ملاحظة" if number == 1 else ""
        keep(collection, ArticleFactory(title=title), note=note)
    return collection


def titles(collection: Collection) -> list[str]:
    return [item.article.title for item in collection.items.shown()]


def test_readers_see_their_own_collections_and_those_for_everyone(
    client: Client, collection: Collection
) -> None:
    other = User.objects.create_user("other")
    Collection.objects.create(owner=other, title="للجميع", sharing=Sharing.PUBLIC)
    Collection.objects.create(owner=other, title="بالرابط", sharing=Sharing.LINK)
    Collection.objects.create(owner=other, title="سرنامه")

    own = client.get("/collections/").content.decode()
    assert "عودة العائلات" in own
    assert "للجميع" in own
    guest = Client().get("/collections/").content.decode()
    assert "للجميع" in guest
    assert "عودة العائلات" not in guest
    for hidden in ("بالرابط", "سرنامه"):
        assert hidden not in own + guest


def test_a_full_collection_says_so_and_loses_nothing_of_the_form(
    client: Client, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_ITEMS", 3)
    address = f"/articles/{ArticleFactory().pk}/keep/"
    data = {"collection": collection.pk, "note": "<b>مهم</b>"}
    page = client.post(address, data)

    assert page.status_code == 200
    text = page.content.decode()
    assert "المجموعة ممتلئة." in text
    assert "&lt;b&gt;مهم&lt;/b&gt;" in text
    assert titles(collection) == ["الأول", "الثاني", "الثالث"]
    kept = collection.items.all()[0].article  # what is in it can be kept again
    answer = client.post(f"/articles/{kept.pk}/keep/", {"collection": collection.pk})
    assert answer["Location"] == collection.get_absolute_url()


def test_the_collection_of_another_reader_is_none_to_keep_in(
    client: Client, collection: Collection
) -> None:
    other = Collection.objects.create(
        owner=User.objects.create_user("other"), title="س", sharing=Sharing.PUBLIC
    )
    page = client.post(
        f"/articles/{ArticleFactory().pk}/keep/", {"collection": other.pk}
    )
    assert page.context["form"].errors["collection"]
    assert not other.items.exists()


def test_the_form_offers_the_collection_changed_last(
    client: Client, collection: Collection
) -> None:
    Collection.objects.create(owner=collection.owner, title="أقدم")
    keep(collection, ArticleFactory())
    page = client.get(f"/articles/{ArticleFactory().pk}/keep/")
    assert page.context["form"].initial["collection"] == collection


@pytest.mark.parametrize("data", [{"title": ""}, {"title": "س", "sharing": "<all>"}])
def test_a_head_that_is_none_changes_nothing(
    client: Client, collection: Collection, data: dict[str, str]
) -> None:
    page = client.post(collection.get_absolute_url(), data | {"renew": "1"})
    assert page.context["form"].errors
    kept = Collection.objects.get()
    assert (kept.title, kept.token) == (collection.title, collection.token)


CHANGES = [
    ({"do": "note", "note": "جديدة", "tags": "وسم"}, "جديدة"),
    ({"do": "note", "note": LONG}, "ملاحظة"),  # too long to be kept
    ({"do": "note", "note": ""}, ""),
    ({"do": "explode", "note": "س"}, "ملاحظة"),
    ({}, "ملاحظة"),
]


@pytest.mark.parametrize(("change", "note"), CHANGES)
def test_a_note_is_changed_by_what_can_be_one(
    client: Client, collection: Collection, change: dict[str, str], note: str
) -> None:
    item = collection.items.get(article__title="الثاني")
    answer = client.post(f"/collections/items/{item.pk}/", change)
    assert answer["Location"] == collection.get_absolute_url()
    item.refresh_from_db()
    assert item.note == note
    assert titles(collection) == ["الأول", "الثاني", "الثالث"]


def test_what_was_taken_out_does_not_move(
    client: Client, collection: Collection
) -> None:
    item = collection.items.get(article__title="الثاني")
    for change in ("remove", "up", "down"):
        client.post(f"/collections/items/{item.pk}/", {"do": change})
    assert titles(collection) == ["الأول", "الثالث"]
    client.post(f"/collections/items/{item.pk}/", {"do": "restore"})
    assert titles(collection) == ["الأول", "الثاني", "الثالث"]


def test_who_is_not_signed_in_is_sent_to_sign_in(collection: Collection) -> None:
    article = collection.items.all()[0].article
    for address in (f"/articles/{article.pk}/keep/", collection.get_absolute_url()):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "/sign-in/" in answer["Location"]
