"""Whatever a request says of itself: hosts, ways on, headers, and what GET may do."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.logs import JsonLines
from tests.factories import ArticleFactory
from tests.trust.archive import Archive, addresses
from tests.trust.conftest import Measured

pytestmark = pytest.mark.django_db

HOSTS = [
    *("evil.example", "testserver.evil.example", "evil.example#testserver", "*"),
    *("testserver@evil.example", "user:secret@testserver", "testserver:80@evil", "a b"),
    *("testserver/..", "testserver\\evil", "testserver?x", "testserver:x", "[", "[::"),
    *(
        "[::1]evil",
        "[::1].evil.example",
        "127.0.0.1.evil.example",
        "0x7f.1",
        "2130706433",
    ),
    *("xtestserver", "testserver-", "-testserver", "testserver,evil.example", "%00"),
    *(
        "testserver%0d%0aX-A: 1",
        "testserver\u3002evil",
        "ｔestserver.evil",
        "tést",
        "…",
    ),
    *("169.254.169.254", "metadata", "[fe80::1]", "[::ffff:10.0.0.1]", "10.0.0.1"),
    *("<script>", '"', "'", "evil.example:443", "x" * 300, "testserver;evil"),
]

_PLACES = ("evil.example", "evil.example/search/", "testserver@evil.example")
_LEADS = (
    *("//", "///", "////", "\\\\", "/\\", "\\/", "https://", "http:///", "https:/\\"),
    *("/\t/", "\t//", "\n//", "ftp://", "http:", "//testserver.", "HTTPS://"),
)
NEXT = [
    *(lead + place for lead, place in product(_LEADS, _PLACES)),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"),
    *("\x01javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)"),
]

HEADERS = {
    **dict.fromkeys(
        (
            *("X-Forwarded-Host", "X-Host", "X-Original-Host", "X-HTTP-Host-Override"),
            *("X-Forwarded-Server", "Forwarded", "X-Forwarded-For", "X-Real-IP"),
            *("X-Forwarded-Prefix", "X-Forwarded-Path", "X-Script-Name", "Via"),
            *("X-Original-URL", "X-Rewrite-URL", "X-Override-URL", "Base-URL"),
            *("X-WAP-Profile", "Proxy", "True-Client-IP", "CF-Connecting-IP", "From"),
            *("Client-IP", "X-Client-IP", "X-ProxyUser-Ip", "Origin", "Referer"),
        ),
        "evil.example",
    ),
    "X-Forwarded-Port": "4444",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Scheme": "nothttps",
    "X-HTTP-Method-Override": "DELETE",
    "X-Method-Override": "POST",
    "Accept-Language": "en,he;q=0.9",
    "User-Agent": "evil.example <script>",
    "Accept": "application/json",
    "X-Requested-With": "XMLHttpRequest",
}


def test_no_other_host_is_answered(trust_figure: Measured) -> None:
    client = Client()
    answers = {
        host: client.get("/about/", HTTP_HOST=host).status_code for host in HOSTS
    }

    assert {host: code for host, code in answers.items() if code != 400} == {}
    trust_figure(f"{len(answers)} of {len(HOSTS)} hosts refused")


def is_local(address: str) -> bool:
    return bool(re.fullmatch(r"/(?![/\\])[^\x00-\x1f\\]*", address))


def test_no_way_back_leads_elsewhere(trust_figure: Measured) -> None:
    client = Client()
    led = {
        way: client.post("/preferences/", {"theme": "dark", "next": way})["Location"]
        for way in NEXT
    }

    assert {way: place for way, place in led.items() if not is_local(place)} == {}
    trust_figure(f"{len(led)} ways back, 0 lead elsewhere")


@pytest.mark.long
@pytest.mark.parametrize("form", ["/sign-in/", "/admin/login/"])
def test_no_sign_in_leads_elsewhere(form: str, trust_figure: Measured) -> None:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("boss"))
    shown = {way: client.get(form, {"next": way}) for way in NEXT}

    assert all(
        answer.status_code == 200 or is_local(answer["Location"])
        for answer in shown.values()
    )
    trust_figure(f"{len(shown)} ways on behind {form}, 0 lead elsewhere")


def pages_of(article_address: str) -> tuple[str, ...]:
    return ("/", article_address, "/browse/", "/feed/", "/sitemap.xml", "/search/?q=x")


@pytest.mark.long
def test_no_header_changes_what_a_cache_keeps(
    archive: Archive, trust_figure: Measured
) -> None:
    client = Client()
    pages = pages_of(archive.articles["published"].get_absolute_url())
    for page in pages[:2]:
        usual = client.get(page).content
        changed = [
            name
            for name, value in HEADERS.items()
            if client.get(page, headers={name: value}).content != usual
        ]
        assert changed == [], page
    for page in pages[2:]:
        assert client.get(page, headers=HEADERS).content == client.get(page).content
    trust_figure(f"{len(HEADERS)} headers, 0 change a page")


def test_a_private_page_is_kept_by_no_cache_under_any_ending() -> None:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("boss"))
    for ending in ("x.css", "x.js", "a.png", ";x.css", "%2fx.css", "index.html"):
        answer = client.get(f"/admin/{ending}")
        assert answer.status_code in {301, 302, 404}
        assert "no-store" in answer["Cache-Control"], ending


# -- What is written ------------------------------------------------------------------

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP)", re.IGNORECASE)


@pytest.mark.long
def test_reading_writes_nothing(archive: Archive, trust_figure: Measured) -> None:
    client, asked = Client(), 0
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        for _name, address in addresses(archive, "published"):
            cache.clear()
            answer = client.get(address)
            answer.getvalue()
            asked += 1
    writes = [query["sql"] for query in queries if WRITES.match(query["sql"])]

    assert writes == []
    trust_figure(f"0 writes in {len(queries):,} questions of {asked:,} addresses")


OPEN_TO_FORMS_OF_OTHERS = {
    "preferences",  # changes colours
    "articles:report_figure",  # its own signed token
    "search:unsubscribe",  # the signed address is the right
}
"""Addresses that take a form without Django's token."""


@pytest.mark.long
def test_a_form_without_its_token_changes_nothing_anywhere(
    archive: Archive, trust_figure: Measured
) -> None:
    client, asked, refused = Client(enforce_csrf_checks=True), 0, 0
    client.force_login(get_user_model().objects.create_superuser("boss"))
    forms = {"do": "remove", "title": "x", "q": "x", "fault": "value", "next": "/"}
    with CaptureQueriesContext(connection) as queries:
        for name, address in dict(addresses(archive, "published")).items():
            cache.clear()
            answer = client.post(address, forms)
            answer.close()
            asked += 1
            told = answer.status_code
            refused += told == 403
            api = address.startswith("/api/v1/")
            assert told in {403, 405} or name in OPEN_TO_FORMS_OF_OTHERS or api, address
    writes = [query["sql"] for query in queries if WRITES.match(query["sql"])]

    assert writes == []
    assert refused > 60
    trust_figure(
        f"{asked} addresses posted to without a token: {refused} × 403, 0 writes"
    )


@pytest.mark.long
def test_no_cookie_and_no_foreign_address_comes_with_a_page(
    archive: Archive, trust_figure: Measured
) -> None:
    client, read = Client(), 0
    tag, source = (
        rb"<(?:script|img|link|iframe|source)[^>]+",
        rb"(?:src|href)=.(?:https?:)?//",
    )
    foreign = re.compile(tag + source)
    forms = {"search:sign_in"}  # a form that is signed carries its token
    for name, address in addresses(archive, "published"):
        cache.clear()
        answer = client.get(address)
        read, page = read + 1, answer.getvalue()
        answer.close()
        if name not in forms:
            assert not answer.cookies, address
        if "html" in answer.get("Content-Type", ""):
            assert not [
                found
                for found in foreign.findall(page)
                if b'rel="canonical"' not in found and b'rel="alternate"' not in found
            ], address
        client.cookies.clear()
    trust_figure(f"0 cookies and 0 foreign sources in {read:,} answers")


# -- Logs -----------------------------------------------------------------------------

BREAKS = (
    "\n",
    "\r\n",
    "\r",
    "\x0b",
    "\x0c",
    "\x1b[2J",
    "\x85",
    "\u2028",
    "\u2029",
    "\x00",
)
TAILS = (
    '{"level":"CRITICAL"}',
    "level=CRITICAL root",
    '"}\n{"time":"0"',
    "\u202egnp.exe",  # RIGHT-TO-LEFT OVERRIDE
    "%s %d %(name)s {0.__class__}",
)
HOSTILE = [f"قبل{end}{tail}" for end, tail in product(BREAKS, TAILS)]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Give what the site writes into its log."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_whatever_a_visitor_sends_an_event_is_one_line(
    log: io.StringIO, trust_figure: Measured
) -> None:
    client = Client()
    for hostile in HOSTILE:
        client.get(f"/nowhere/{hostile}", {"q": hostile}, HTTP_USER_AGENT=hostile)
    lines = log.getvalue().split("\n")[:-1]

    assert len(lines) == len(HOSTILE)
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert {json.loads(line)["level"] for line in lines} == {"WARNING"}
    trust_figure(f"{len(lines)} hostile requests, {len(lines)} lines of JSON")


def test_no_log_tells_a_password_or_what_was_asked(log: io.StringIO) -> None:
    client = Client()
    ArticleFactory()
    secret = "سر-zqsecretqz"
    client.post("/admin/login/", {"username": "boss", "password": secret})
    client.post("/sign-in/", {"username": "boss", "password": secret})
    client.get("/search/", {"q": secret})
    client.get("/nowhere/", {"q": secret}, HTTP_COOKIE="sessionid=zqsecretqz")

    assert "zqsecretqz" not in log.getvalue()
