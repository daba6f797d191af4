"""Guards before every page: large bodies, caches, headers, health."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("m", password="x" * 14)
    client.force_login(user)
    return client


class EndlessBody:
    """A body that must never be read to its end."""

    def __init__(self):
        self.taken = 0

    def read(self, size=-1):
        self.taken += max(size, 0)
        return b"x" * max(size, 0)

    readline = read


def post(client, path, length, **headers):
    body = EndlessBody()
    request = client._base_environ(
        PATH_INFO=path,
        REQUEST_METHOD="POST",
        CONTENT_LENGTH=str(length),
        CONTENT_TYPE="application/x-www-form-urlencoded",
        **headers,
    )
    request["wsgi.input"] = body
    return client.request(**request), body.taken


def test_an_anonymous_body_over_the_limit_is_refused_unread(client):
    client.cookies["csrftoken"] = "a" * 32
    response, taken = post(client, "/admin/login/", 300 * 1024 * 1024)
    assert response.status_code == 413
    assert taken == 0
    assert "أكبر من المسموح" in response.content.decode()


def test_a_made_up_session_cookie_opens_nothing(client):
    client.cookies["sessionid"] = "madeup"
    response, taken = post(client, "/admin/", 1024 * 1024)
    assert (response.status_code, taken) == (413, 0)


def test_a_body_without_a_length_is_refused(client):
    response, taken = post(client, "/", 0, HTTP_TRANSFER_ENCODING="chunked")
    assert (response.status_code, taken) == (413, 0)


def test_an_editor_may_send_files_to_the_admin_only(editor):
    response, _ = post(editor, "/search/", 1024 * 1024)
    assert response.status_code == 413
    response, _ = post(editor, "/admin/nowhere/", 1024 * 1024)
    assert response.status_code != 413


def test_pages_of_signed_in_people_are_kept_by_no_cache(editor):
    assert "no-store" in editor.get("/admin/")["Cache-Control"]


def test_every_page_carries_a_strict_policy_and_no_foreign_source(client):
    policy = client.get("/healthz")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_health_is_ok_while_the_database_answers(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_health_is_503_when_the_database_is_away(client, monkeypatch):
    from articles.models import Article

    def away():
        raise OSError("away")

    monkeypatch.setattr(Article.objects, "public", away)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "away" not in response.content.decode()


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "a@b", "*"])
def test_an_unknown_host_is_refused(host):
    assert Client().get("/healthz", HTTP_HOST=host).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/search/?q=%00", 200),
        ("/search/?q=a%00b&outlet=%00", 200),
        ("/keyness/?a_outlet=%00", 200),
        ("/outlets/%00/", 404),
    ],
)
def test_null_in_an_address_is_no_error(client, address, status):
    assert client.get(address).status_code == status
