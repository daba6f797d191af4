"""In a real Chromium, with the content policy switched off, nothing of a text runs.

Pages are asked for as readers ask and given to Chromium many at a time, each in a frame
of its own: what would run in a window runs there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from articles.models import Article, Upload
from articles.storing.name_counts import recount
from search.indexing import outbox
from tests.browser.conftest import Browser, browser, static_root  # noqa: F401
from tests.trust.conftest import Measured
from tests.trust.test_markup import collected, put_everywhere
from tests.trust.vectors import VECTORS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.django_db(transaction=True),
]

COUNT = "window.fired = 0; window.xss = () => { window.fired += 1 }"
LOOK = """
const [pages, done] = arguments
const run = ["javascript:", "vbscript:"]
const alive = (frame) => {
  const view = frame.contentWindow
  let found = view.fired
  for (const element of view.document.querySelectorAll("*")) {
    found += [...element.attributes].filter((one) => one.name.startsWith("on")).length
    found += run.includes(element.protocol)
  }
  const loaded = view.performance.getEntriesByType("resource")
  return found + loaded.filter((one) => !one.name.startsWith(location.origin)).length
}
const look = (page) => new Promise((seen) => {
  const frame = document.createElement("iframe")
  const end = () => {
    let found = 1  // a frame that went elsewhere can't be looked into
    try { found = alive(frame) } catch {}
    frame.remove()
    seen(found)
  }
  frame.onload = () => setTimeout(end, 30)
  setTimeout(end, 10000)
  frame.hidden = true  // it is read and run, and nothing is drawn
  frame.srcdoc = page
  document.body.append(frame)
})
Promise.all(pages.map(look)).then(done)
"""
"""Gives for each page how much in it ran, would run, or came from another host."""
AT_ONCE = 24
TEXTS = [" ".join(VECTORS[n : n + 2]) for n in range(0, len(VECTORS), 2)]
"""Two vectors in a text: the shortest field still holds both."""


@pytest.fixture
def unguarded(browser: Browser, live_server: LiveServer) -> Iterator[Browser]:  # noqa: F811
    """Give Chromium that minds no content policy and counts what runs."""
    tell = browser.driver.execute_cdp_cmd
    tell("Page.enable", {})
    tell("Page.setBypassCSP", {"enabled": True})
    added = tell("Page.addScriptToEvaluateOnNewDocument", {"source": COUNT})
    browser.driver.set_script_timeout(120)
    browser.driver.get(f"{live_server.url}/about/")
    yield browser
    tell("Page.removeScriptToEvaluateOnNewDocument", added)
    tell("Page.setBypassCSP", {"enabled": False})


def alive_in(browser: Browser, pages: list[str]) -> list[int]:  # noqa: F811
    """Tell for each page how much of it is alive."""
    found: list[int] = []
    for start in range(0, len(pages), AT_ONCE):
        some = pages[start : start + AT_ONCE]
        found += browser.driver.execute_async_script(LOOK, some)
    return found


def page_of(client: Client, address: str) -> str:
    """Ask for a page; behind the last one of a list is a page of errors."""
    answer = client.get(address, follow=True)
    assert answer.status_code in {200, 404}, address
    return str(answer.content.decode())


def public_addresses(articles: list[Article]) -> Iterator[str]:
    """Body, query echo, snippet, title, outlet, figure and collection."""
    for article in articles:
        yield article.get_absolute_url()
    for text in TEXTS:
        yield f"/search/?{urlencode({'q': text[:200]})}"
    for start in range(0, len(articles), 30):
        some = articles[start : start + 30]
        yield collected(some, TEXTS[start]).shared_url
    for number in range(1, len(TEXTS) // 20 + 2):
        for list_of_twenty in ("/search/?q=180", "/figures/?min=1", "/people/?x=1"):
            yield f"{list_of_twenty}&page={number}"
        yield f"/browse/2014/8/5/?page={number}"
    yield from ("/outlets/", "/sections/", "/authors/", "/", "/search/advanced/")


def desk_addresses(client: Client) -> Iterator[str]:
    """The lists of the desk, and the preview of a file that holds every vector."""
    rows = [{"title": text, "text": f"{text} عادت 180 عائلة"} for text in TEXTS]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    client.post(
        reverse("admin:articles_upload_add"),
        {"texts": [SimpleUploadedFile(f"{VECTORS[1]}.jsonl", lines)]},
    )
    upload = Upload.objects.latest("pk")
    preview = reverse("admin:articles_upload_preview", args=[upload.pk])
    assert upload.items.count() > len(TEXTS) * 0.9
    yield from (f"{preview}?page={n}" for n in range(1, upload.items.count() // 20 + 2))
    for listed in ("article", "outlet", "section", "author", "name"):
        pages = len(TEXTS) // 50 + 1 if listed == "article" else 2
        address = reverse(f"admin:articles_{listed}_changelist")
        yield from (f"{address}?p={n}" for n in range(1, pages + 1))


@pytest.mark.long(minutes=1)
def test_nothing_runs_without_the_content_policy(
    index: object, unguarded: Browser, trust_figure: Measured
) -> None:
    raw = alive_in(unguarded, [f"<meta charset=utf-8><p>{text}" for text in VECTORS])
    assert sum(map(bool, raw)) > len(VECTORS) // 2  # what is raw does run

    articles = [put_everywhere(text) for text in TEXTS]
    recount()
    outbox.drain()
    reader, boss = Client(), Client()
    boss.force_login(User.objects.create_superuser("boss"))
    addresses = list(public_addresses(articles))
    pages = [page_of(reader, address) for address in addresses]
    addresses += (desk := list(desk_addresses(boss)))
    pages += [page_of(boss, address) for address in desk]
    alive = alive_in(unguarded, pages)

    assert {at: n for at, n in zip(addresses, alive, strict=True) if n} == {}
    trust_figure(
        f"{len(VECTORS)} vectors, {sum(map(bool, raw))} of them alive when raw; "
        f"{len(pages)} pages without a policy: 0 ran"
    )


def test_the_content_policy_has_nothing_to_refuse(
    index: object,
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
) -> None:
    articles = [put_everywhere(text) for text in TEXTS[::9]]
    recount()
    outbox.drain()
    browser.driver.get_log("browser")
    for page in ("/search/?q=180", "/figures/?min=1", articles[3].get_absolute_url()):
        browser.driver.get(live_server.url + page)
    told = [entry["message"] for entry in browser.driver.get_log("browser")]
    assert [message for message in told if "Content Security Policy" in message] == []
