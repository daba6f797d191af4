"""Pages that are given again to visitors while nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Outlet, Status
from portal import kept_pages
from search import kept
from search.indexing import outbox
from search.models import SynonymGroup
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db(transaction=True)

Page = Callable[..., str]


@pytest.fixture(autouse=True)
def harbour(transactional_db: None, index: Any) -> Article:
    """One published article, in the index; nothing is kept yet."""
    caches["pages"].clear()
    article = ArticleFactory(
        title="سفينة في الميناء", outlet=OutletFactory(name="المرسى")
    )
    outbox.drain()
    return article


def page(client: Client, address: str = "/search/?q=سفينة", **headers: Any) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(client: Client, address: str = "/search/?q=سفينة") -> int:
    """Count what a page asks of the database."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(client, address)
    return len(queries)


@pytest.mark.parametrize(
    "address", ["/search/?q=سفينة", "/", "/browse/2014/", "/outlets/"]
)
def test_the_second_visitor_is_given_the_page_of_the_first(address: str) -> None:
    first, second = Client(), Client()
    one = first.get(address)
    assert asked(second, address) <= 2
    other = second.get(address)
    assert other.content == one.content
    assert other.headers == one.headers


def test_what_is_withdrawn_renamed_or_new_is_so_at_once(harbour: Article) -> None:
    client = Client()
    assert "المرسى" in page(client)

    outlet = Outlet.objects.get()
    outlet.name = "المنارة"
    outlet.save()
    assert "المرسى" not in page(client)

    ArticleFactory(title="سفينة ثانية")
    assert "ثانية" in page(client)

    article = Article.objects.get(pk=harbour.pk)
    article.status = Status.WITHDRAWN
    article.save()
    assert "في الميناء" not in page(client)


def test_a_synonym_is_applied_at_once() -> None:
    client = Client()
    assert "في الميناء" not in page(client, "/search/?q=مركب")

    SynonymGroup.objects.create(names="مركب، سفينة")
    assert "الميناء" in page(client, "/search/?q=مركب")


def test_a_visitor_sees_colours_digits_and_language_of_their_own() -> None:
    plain, dark = Client(), Client()
    dark.cookies["theme"] = "dark"
    assert 'data-theme="dark"' not in page(plain)
    assert 'data-theme="dark"' in page(dark)
    assert 'lang="en"' in page(plain, "/en/search/?q=سفينة")
    assert page(plain).startswith('<!doctype html>\n<html lang="ar"')


def test_who_is_signed_in_neither_leaves_a_page_nor_is_given_one() -> None:
    reader, visitor = Client(), Client()
    reader.force_login(User.objects.create_user("قارئة"))
    assert "احفظ" in page(reader)
    assert "احفظ" not in page(visitor)
    assert "احفظ" in page(reader)


def test_an_answer_made_for_one_visitor_is_not_kept() -> None:
    def for_everybody(answer: HttpResponse, **about: Any) -> bool:
        request = RequestFactory().get("/", **about)
        return kept_pages._is_for_everybody(request, answer)

    with_cookie = HttpResponse("كعكة")
    with_cookie.set_cookie("messages", "نص")
    assert for_everybody(HttpResponse("للجميع"))
    assert not for_everybody(with_cookie)
    assert not for_everybody(HttpResponse("رمز"), CSRF_COOKIE_NEEDS_UPDATE=True)
    assert not for_everybody(HttpResponse("خطأ", status=503))


def test_a_page_that_is_not_on_the_list_is_made_anew() -> None:
    article = Article.objects.get()
    address = f"/articles/{article.pk}/"
    first = asked(Client(), address)
    assert asked(Client(), address) == first > 2


def test_without_a_state_pages_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> str:
        raise DatabaseError("away")

    page(Client())
    monkeypatch.setattr(kept, "state", away)
    assert asked(Client()) > 2
