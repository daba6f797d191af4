"""Pages as Chromium shows them: nothing sticks out, nothing comes from elsewhere."""

from __future__ import annotations

import pytest
from django.test import Client
from selenium.webdriver.common.keys import Keys

from tests.browser.browser import Browser
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def look(browser: Browser, site: Site, name: str, width: int, theme: str) -> None:
    """Open a page: it fits its width, and nothing in it is foreign or refused."""
    browser.look(site.page(name), width, theme)
    assert int(str(browser.ask("document.documentElement.scrollWidth"))) <= width
    assert (
        browser.ask(
            "performance.getEntriesByType('resource').map(e => e.name)"
            f".filter(name => !name.startsWith('{site.address}'))"
        )
        == []
    )
    # Chromium reports what the content policy refuses; 404 and 410 are expected.
    told = [line for line in browser.complaints() if "status of 4" not in line]
    assert told == [], name


def test_every_page_that_is_looked_at_is_there(site: Site, client: Client) -> None:
    client.force_login(site.reader)
    answers = {
        name: client.get(path, follow=True).status_code
        for name, path in {**site.pages, **site.own}.items()
    }
    gone = {name: code for name, code in answers.items() if code != 200}
    assert gone == {"missing": 404, "withdrawn": 410}


@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_pages_fit_their_width_and_nothing_is_refused_or_foreign(
    browser: Browser, site: Site, width: int, theme: str
) -> None:
    for name in ("home", "article", "month", "outlets"):
        look(browser, site, name, width, theme)


# A theme changes colours, and a width places: no page needs all of both.
@pytest.mark.long
@pytest.mark.parametrize(
    ("width", "theme"),
    [(320, "light"), (360, "dark"), (768, "light"), (1280, "dark")],
)
def test_pictures_of_every_page_are_kept(
    browser: Browser, site: Site, width: int, theme: str
) -> None:
    def keep(name: str) -> None:
        look(browser, site, name, width, theme)
        assert browser.picture(f"{name}-{width}-{theme}", width).stat().st_size > 5000

    for name in site.pages:
        keep(name)
    browser.sign_in(site.address, site.reader)
    for name in site.own:
        keep(name)
    browser.driver.delete_all_cookies()


def test_a_figure_leads_to_its_words_in_the_text(browser: Browser, site: Site) -> None:
    browser.look(site.page("article"), 1280, "light")
    browser.driver.find_element("css selector", ".figure q a").click()
    assert browser.ask("document.querySelector(':target').textContent") == (
        "أكثر من 180 عائلة"
    )
    top = "document.querySelector(':target').getBoundingClientRect().top"
    assert browser.ask(f"{top} >= 0 && {top} < innerHeight") is True


def test_the_search_box_is_reached_by_keyboard_and_focus_is_seen(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("home"), 1280, "light")
    seen = []
    while browser.ask("document.activeElement.name") != "q" and len(seen) < 20:
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen.append(browser.ask("document.activeElement.className"))
        assert (
            browser.ask("getComputedStyle(document.activeElement).outlineStyle")
            != "none"
        ), seen
    assert seen[0] == "skip"
    assert browser.ask("document.activeElement.name") == "q", seen


def test_a_first_visit_is_light(browser: Browser, site: Site) -> None:
    browser.tell("Network.setCacheDisabled", cacheDisabled=True)
    browser.look(site.page("article"), 1280, "light")
    browser.ask("document.fonts.ready.then(() => 1)")
    weights = browser.ask(
        "[...performance.getEntriesByType('navigation'),"
        " ...performance.getEntriesByType('resource')]"
        ".map(e => [e.name, e.encodedBodySize])"
    )
    browser.tell("Network.setCacheDisabled", cacheDisabled=False)
    assert isinstance(weights, list)
    assert len({name for name, _size in weights if name.endswith(".woff2")}) >= 3
    assert sum(size for _name, size in weights) <= 260 * 1024, weights
