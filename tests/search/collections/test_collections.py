"""Readers keep articles and figures; others see what is shared with them, no drafts."""

from __future__ import annotations

import csv
from gzip import decompress as gunzip
from html import unescape
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from articles.exports.formats import ArticleFormat
from search.collections import keeping
from search.collections.keeping import Full, keep
from search.collections.models import Collection, Sharing
from tests.factories import ArticleFactory, FigureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection(reader: User) -> Collection:
    """Two articles, the first with a note."""
    collection = Collection.objects.create(owner=reader, title="عودة العائلات")
    keep(collection, ArticleFactory(title="الأول"), note="=مهم", tags="عودة، أرقام")
    keep(collection, ArticleFactory(title="الثاني"))
    return collection


def titles(collection: Collection) -> list[str]:
    return [item.article.title for item in collection.items.shown()]


def do(client: Client, collection: Collection, title: str, what: str) -> Any:
    item = collection.items.get(article__title=title)
    return client.post(f"/collections/items/{item.pk}/", {"do": what})


def test_an_article_is_kept_in_a_new_collection(client: Client) -> None:
    article = ArticleFactory()
    assert (
        f"/articles/{article.pk}/keep/"
        in client.get(article.get_absolute_url()).content.decode()
    )
    client.post(f"/articles/{article.pk}/keep/", {"title": "جديدة", "note": "للقراءة"})

    collection = Collection.objects.get()
    assert titles(collection) == [article.title]
    assert "للقراءة" in client.get(collection.get_absolute_url()).content.decode()


def test_a_figure_is_kept_beside_its_article(client: Client) -> None:
    figure = FigureFactory()
    data = {"title": "أرقام", "figure": figure.pk}
    client.post(f"/articles/{figure.article.pk}/keep/", data)

    item = Collection.objects.get().items.get()
    assert (item.figure, item.quote) == (figure, "180")


def test_the_figure_of_another_article_is_refused(client: Client) -> None:
    article, figure = ArticleFactory(), FigureFactory()
    data = {"title": "أرقام", "figure": figure.pk}
    page = client.post(f"/articles/{article.pk}/keep/", data)

    assert page.context["form"].errors
    assert not Collection.objects.exists()


def test_without_a_collection_the_form_says_what_is_missing(client: Client) -> None:
    page = client.post(f"/articles/{ArticleFactory().pk}/keep/", {"note": "س"})
    assert "اختر مجموعة" in page.content.decode()


def test_kept_twice_it_stays_once(collection: Collection) -> None:
    article = collection.items.all()[0].article
    keep(collection, article)
    assert titles(collection) == ["الأول", "الثاني"]
    assert collection.items.all()[0].note == "=مهم"


def test_a_collection_has_an_end(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_ITEMS", 2)
    with pytest.raises(Full):
        keep(collection, ArticleFactory())


def test_what_is_taken_out_can_be_put_back(
    client: Client, collection: Collection
) -> None:
    do(client, collection, "الأول", "remove")
    assert titles(collection) == ["الثاني"]
    assert "أعده" in client.get(collection.get_absolute_url()).content.decode()
    do(client, collection, "الأول", "restore")
    assert titles(collection) == ["الأول", "الثاني"]


def test_items_change_places(client: Client, collection: Collection) -> None:
    do(client, collection, "الثاني", "up")
    assert titles(collection) == ["الثاني", "الأول"]
    do(client, collection, "الثاني", "up")
    assert titles(collection) == ["الثاني", "الأول"]
    do(client, collection, "الثاني", "down")
    assert titles(collection) == ["الأول", "الثاني"]


@pytest.mark.parametrize("sharing", [Sharing.LINK, Sharing.PUBLIC])
def test_a_shared_collection_is_read_by_anyone_without_drafts(
    collection: Collection, sharing: Sharing
) -> None:
    collection.sharing = sharing
    collection.save()
    draft = collection.items.get(article__title="الثاني").article
    draft.status = "draft"
    draft.save()
    for address in (collection.shared_url, f"/shared/{collection.token}.csv"):
        text = b"".join(Client().get(address)).decode()
        assert "الأول" in text
        assert "الثاني" not in text
    listed = collection.title in Client().get("/collections/").content.decode()
    assert listed is (sharing is Sharing.PUBLIC)


def test_a_draft_is_not_kept_and_not_shown_to_the_owner(
    client: Client, collection: Collection
) -> None:
    draft = ArticleFactory(title="لم يُنشر", status="draft")
    assert client.get(f"/articles/{draft.pk}/keep/").status_code == 404
    keep(collection, draft)
    page = client.get(collection.get_absolute_url()).content.decode()
    table = client.get(f"/collections/{collection.pk}.csv").getvalue().decode()
    assert "لم يُنشر" not in page + table


def test_a_private_collection_is_its_owners_alone(collection: Collection) -> None:
    other = Client()
    other.force_login(User.objects.create_user("other"))
    item = collection.items.all()[0]
    for client in (other, Client()):
        assert client.get(collection.shared_url).status_code == 404
        assert client.get(f"/shared/{collection.token}.csv").status_code == 404
        for address in (
            collection.get_absolute_url(),
            f"/collections/{collection.pk}.csv",
        ):
            assert client.get(address).status_code in (302, 404)
        for address in (f"items/{item.pk}", f"{collection.pk}/delete"):
            answer = client.post(f"/collections/{address}/", {"do": "remove"})
            assert answer.status_code in (302, 404)
    assert titles(collection) == ["الأول", "الثاني"]


def test_an_old_link_dies_when_it_is_renewed(
    client: Client, collection: Collection
) -> None:
    old = collection.shared_url
    data = {"title": "عودة", "sharing": "link", "renew": "1"}
    client.post(collection.get_absolute_url(), data)

    collection.refresh_from_db()
    assert Client().get(old).status_code == 404
    assert Client().get(collection.shared_url).status_code == 200


def test_the_table_holds_notes_and_no_formula(
    client: Client, collection: Collection
) -> None:
    answer = (
        client.get(f"/collections/{collection.pk}.csv").getvalue().decode("utf-8-sig")
    )
    rows = list(csv.reader(StringIO(answer)))
    assert rows[1][0] == "الأول"
    assert rows[1][4:6] == ["'=مهم", "عودة، أرقام"]


def taken(client: Client, address: str) -> str:
    """Give the text of a file, of a ZIP with all its texts one after the other."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    content = answer.getvalue()
    if address.endswith((".zip", ".xlsx")):
        with ZipFile(BytesIO(content)) as file:
            content = b"".join(map(file.read, file.namelist()))
    if address.endswith(".warc"):
        content = gunzip(content)
    return unescape(content.decode())  # sheets write letters by their numbers


@pytest.mark.parametrize("form", ArticleFormat)
def test_a_collection_is_taken_along_in_its_order_without_drafts(
    client: Client, collection: Collection, form: ArticleFormat
) -> None:
    do(client, collection, "الثاني", "up")
    keep(collection, ArticleFactory(title="لم يُنشر", status="draft"))
    figure = FigureFactory(article=collection.items.get(article__title="الأول").article)
    keep(collection, figure.article, figure)
    collection.sharing = Sharing.LINK
    collection.save()

    page = client.get(collection.get_absolute_url()).content.decode()
    own = f"/collections/{collection.pk}.{form}"
    open_to_all = f"/shared/{collection.token}.{form}"
    assert own in page
    assert open_to_all in Client().get(collection.shared_url).content.decode()
    for text in (taken(client, own), taken(Client(), open_to_all)):
        assert "لم يُنشر" not in text
        if form is ArticleFormat.WARC:  # it names articles by their captures
            assert text.startswith("WARC/1.")
        else:
            assert 0 < text.index("الثاني") < text.index("الأول")
        if form in (ArticleFormat.BIBTEX, ArticleFormat.RIS):
            assert text.count("الأول") == 1


def test_there_are_no_other_formats(client: Client, collection: Collection) -> None:
    for form in ("pdf", "csv.csv", "CSV"):
        assert client.get(f"/collections/{collection.pk}.{form}").status_code == 404


def test_changes_are_posted(client: Client, collection: Collection) -> None:
    item = collection.items.all()[0]
    assert client.get(f"/collections/items/{item.pk}/").status_code == 405
    assert client.get(f"/collections/{collection.pk}/delete/").status_code == 405
    client.post(f"/collections/{collection.pk}/delete/")
    assert not Collection.objects.exists()


def test_readers_who_are_no_editors_sign_in(settings: Settings) -> None:
    User.objects.create_user("layla", password="a-long-password-1")
    client = Client()
    page = client.get("/collections/").content.decode()
    assert "/sign-in/" in page
    assert f">{settings.SITE_NAME}</a>" in client.get("/sign-in/").content.decode()
    data = {"username": "layla", "password": "a-long-password-1"}
    assert client.post("/sign-in/", data)["Location"] == "/collections/"
    assert client.post("/sign-out/").status_code == 302
