"""In a real Chromium, with the content policy switched off, nothing of a text runs."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from pytest_django.live_server_helper import LiveServer

from articles.name_counts import recount
from search import outbox
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


def fired(browser: Browser, address: str) -> int:  # noqa: F811
    """Open a page and count what ran: anything that a vector calls, anywhere."""
    browser.driver.get(address)
    return int(str(browser.ask("window.fired") or 0))


@pytest.fixture
def unguarded(browser: Browser) -> Browser:  # noqa: F811
    """Give Chromium that minds no content policy and counts what runs."""
    tell = browser.driver.execute_cdp_cmd
    tell("Page.enable", {})
    tell("Page.setBypassCSP", {"enabled": True})
    added = tell("Page.addScriptToEvaluateOnNewDocument", {"source": COUNT})
    yield browser
    tell("Page.removeScriptToEvaluateOnNewDocument", added)
    tell("Page.setBypassCSP", {"enabled": False})


def test_nothing_runs_without_the_content_policy(
    index: object, unguarded: Browser, live_server: LiveServer, trust_figure: Measured
) -> None:
    control = quote("<meta charset=utf-8><p>" + VECTORS[1])
    assert fired(unguarded, f"data:text/html,{control}") == 1  # what is raw does run

    articles = [put_everywhere(text) for text in VECTORS]
    shared = [
        collected(articles[n : n + 20], VECTORS[n]) for n in range(0, len(VECTORS), 20)
    ]
    recount()
    outbox.drain()
    pages = [article.get_absolute_url() for article in articles]
    pages += [f"/search/?{urlencode({'q': text[:200]})}" for text in VECTORS]
    pages += [collection.shared_url for collection in shared]
    for page in range(1, len(VECTORS) // 20 + 2):
        pages += [f"/search/?q=180&page={page}", f"/browse/2014/8/5/?page={page}"]
        pages += [f"/figures/?min=1&page={page}", f"/people/?page={page}"]
    ran = {page: n for page in pages if (n := fired(unguarded, live_server.url + page))}

    assert ran == {}
    trust_figure(f"{len(VECTORS)} vectors, {len(pages)} pages, no policy: 0 ran")
