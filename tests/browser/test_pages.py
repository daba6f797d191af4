"""Pages as Chromium shows them: nothing sticks out, nothing comes from elsewhere."""

from __future__ import annotations

import datetime

import pytest
from pytest_django.live_server_helper import LiveServer
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Browser
from tests.factories import ArticleFactory, AuthorFactory, CaptureFactory, figure_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "home": "/",
    "article": "/articles/{pk}/",
    "browse": "/browse/",
    "year": "/browse/2014/",
    "month": "/browse/2014/8/",
    "day": "/browse/2014/8/5/",
    "outlets": "/outlets/",
    "outlet": "/outlets/المرفأ/",
    "about": "/about/",
    "captures": "/articles/{pk}/captures/",
    "compare": "/articles/{pk}/captures/compare/",
    "export": "/export/",
    "missing": "/nowhere/",
}


@pytest.fixture
def archive(live_server: LiveServer) -> str:
    """Serve a small archive with every state a page can be in; give its address."""
    full = ArticleFactory(
        outlet__name="المرفأ",
        author=AuthorFactory(),
        dateline_place="عواصم",
        agency="وكالات",
        removed=[{"start": 0, "end": 9, "reason": "signature", "text": "س" * 300}],
    )
    figure_of(full, "180", phrase="أكثر من 180 عائلة", value=180, noun="عائلة")
    for text in ("عاد 20 نازحا إلى المرفأ.", "عاد 30 نازحًا إلى المرفأ."):
        CaptureFactory(
            article=full, data=text.encode(), url="https://a.example/" + "ن" * 99
        )
    ArticleFactory(title="س" * 300, outlet__name="ع" * 120, section__name="ق" * 120)
    ArticleFactory(title="", outlet=None, section=None, published_on=None)
    for month in range(1, 13):
        ArticleFactory(published_on=datetime.date(2003 + month, month, 9))
    for name, page in (("article", ""), ("captures", "captures/")):
        PAGES[name] = f"/articles/{full.pk}/{page}"
    PAGES["compare"] = f"/articles/{full.pk}/captures/compare/"
    return str(live_server.url)


def look(browser: Browser, archive: str, name: str, width: int, theme: str) -> None:
    """Open a page: it fits its width, and nothing in it is foreign or refused."""
    browser.look(archive + PAGES[name], width, theme)
    assert int(str(browser.ask("document.documentElement.scrollWidth"))) <= width
    assert (
        browser.ask(
            "performance.getEntriesByType('resource').map(e => e.name)"
            f".filter(name => !name.startsWith('{archive}'))"
        )
        == []
    )
    # Chromium reports what the content policy refuses; the 404 itself is expected.
    assert [line for line in browser.complaints() if "404" not in line] == []


@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_pages_fit_their_width_and_nothing_is_refused_or_foreign(
    browser: Browser, archive: str, width: int, theme: str
) -> None:
    for name in ("home", "article", "month", "outlets"):
        look(browser, archive, name, width, theme)


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_pictures_of_every_page_are_kept(
    browser: Browser, archive: str, width: int, theme: str
) -> None:
    for name in PAGES:
        look(browser, archive, name, width, theme)
        assert browser.picture(f"{name}-{width}-{theme}", width).stat().st_size > 5000


def test_a_figure_leads_to_its_words_in_the_text(
    browser: Browser, archive: str
) -> None:
    browser.look(archive + PAGES["article"], 1280, "light")
    browser.driver.find_element("css selector", ".figure q a").click()
    assert browser.ask("document.querySelector(':target').textContent") == (
        "أكثر من 180 عائلة"
    )
    top = "document.querySelector(':target').getBoundingClientRect().top"
    assert browser.ask(f"{top} >= 0 && {top} < innerHeight") is True


def test_the_search_box_is_reached_by_keyboard_and_focus_is_seen(
    browser: Browser, archive: str
) -> None:
    browser.look(archive + "/", 1280, "light")
    seen = []
    for _press in range(9):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen.append(browser.ask("document.activeElement.className"))
        assert (
            browser.ask("getComputedStyle(document.activeElement).outlineStyle")
            != "none"
        ), seen
    assert seen[0] == "skip"
    assert browser.ask("document.activeElement.name") == "q", seen
