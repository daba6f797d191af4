"""Errors are told in Arabic, with a way on, even when the database is gone."""

from typing import Any

import pytest
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from portal import errors
from tests.factories import ArticleFactory


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every query fail."""

    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)


@pytest.mark.django_db
def test_a_missing_page_offers_a_search(client: Client) -> None:
    response = client.get("/nowhere/<b>")
    assert response.status_code == 404
    page = response.content.decode()
    assert "الصفحة غير موجودة" in page
    assert 'role="search"' in page
    assert "<b>" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("no_database")
def test_without_a_database_a_reader_gets_an_arabic_500() -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "made-up"
    response = client.get("/")
    assert response.status_code == 500
    assert "حدث خطأ في الأرشيف" in response.content.decode()
    assert "gone" not in response.content.decode()


@pytest.mark.django_db
def test_a_database_that_is_away_is_told_as_something_that_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection refused at 10.0.0.7")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "10.0.0.7" not in response.content.decode()


@pytest.mark.django_db
def test_an_unknown_host_gets_a_400_and_nothing_of_what_it_sent() -> None:
    response = Client().get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize(
    ("handler", "status"),
    [(errors.bad_request, 400), (errors.permission_denied, 403)],
)
def test_every_error_has_its_page(handler: Any, status: int) -> None:
    response: HttpResponse = handler(_request(), Exception("سر"))
    assert response.status_code == status
    assert "سر" not in response.content.decode()


@pytest.mark.django_db
def test_a_locked_account_is_told_so(client: Client) -> None:
    from django.shortcuts import render

    page = render(_request(), "429.html", status=429).content.decode()
    assert "محاولات كثيرة" in page


def _request() -> HttpRequest:
    return RequestFactory().get("/")


@pytest.mark.django_db
def test_pages_keep_their_promises_to_the_browser(client: Client) -> None:
    response = client.get(ArticleFactory().get_absolute_url())
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert not response.cookies


@pytest.mark.django_db
def test_the_icon_is_where_browsers_look_for_it(client: Client):
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"][:8]) == (301, "/static/")
