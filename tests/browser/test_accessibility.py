"""axe-core over every page: both themes, three widths, both languages."""

from __future__ import annotations

from itertools import product

import pytest

from tests.browser.axe import axe_source, faults, write_in_latin
from tests.browser.browser import Browser
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
CONTRAST = ("color-contrast",)


def faults_at(browser: Browser, address: str) -> list[str]:
    """Tell once what axe finds on a page at every width, its colours in both themes.

    Contrast is what a theme changes, and axe sees it between Latin letters alone.
    """
    browser.look(address, WIDTHS[0], THEMES[0])
    browser.driver.execute_script(axe_source())
    found: dict[str, str] = {}

    def check(width: int, theme: str, rules: tuple[str, ...] = ()) -> None:
        browser.turn(width, theme)
        for fault in faults(browser, rules):
            found.setdefault(str(fault), f"{address} {width} {theme}")

    for width in WIDTHS:
        check(width, THEMES[0])
    write_in_latin(browser)
    for width, theme in product((WIDTHS[0], WIDTHS[-1]), THEMES):
        check(width, theme, CONTRAST)
    return [f"{place}: {fault}" for fault, place in found.items()]


@pytest.mark.long(minutes=2)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_no_fault_on_any_page(
    browser: Browser, site: Site, language: str
) -> None:
    browser.driver.set_script_timeout(60)
    found = []
    for name in site.pages:
        found += faults_at(browser, site.page(name, language))
    browser.sign_in(site.address, site.reader)
    for name in site.own:
        found += faults_at(browser, site.page(name, language))
    browser.driver.delete_all_cookies()
    assert not found, "\n".join(found)


def test_the_checker_sees_a_fault_where_there_is_one(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("home"), 1280, "light")
    browser.driver.execute_script(axe_source())
    browser.driver.execute_script(
        "document.querySelector('h1').style.color = '#eee';"
        "document.querySelector('main button').textContent = ''"
    )
    assert faults(browser, ("button-name",))
    write_in_latin(browser)
    assert faults(browser, ("color-contrast",))
