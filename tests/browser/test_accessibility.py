"""axe-core over every page: both themes, three widths, both languages, both scripts."""

from __future__ import annotations

from itertools import product

import pytest

from tests.browser.axe import axe_source, faults, write_in_latin
from tests.browser.browser import Browser
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOWN = list(product((320, 768, 1280), ("light", "dark")))


@pytest.mark.long
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_no_fault_on_any_page(
    browser: Browser, site: Site, language: str
) -> None:
    source = axe_source()
    browser.driver.set_script_timeout(60)
    found = []
    for name in site.pages:
        browser.look(site.page(name, language), 1280, "light")
        browser.driver.execute_script(source)
        for width, theme in SHOWN:
            browser.turn(width, theme)
            found += [(name, width, theme, fault) for fault in faults(browser)]
        write_in_latin(browser)
        for width, theme in SHOWN:
            browser.turn(width, theme)
            found += [
                (name, width, theme, fault)
                for fault in faults(browser, ("color-contrast",))
            ]
    assert not found, "\n".join(map(str, found[:12]))


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
