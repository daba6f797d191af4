"""axe-core over every page: both themes, three widths, both languages."""

from __future__ import annotations

from itertools import product

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from selenium.webdriver.common.by import By

from articles.models import Article, OutletRule
from tests.browser.axe import axe_source, faults, write_in_latin
from tests.browser.browser import Browser
from tests.browser.site import Pages, Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
CONTRAST = ("color-contrast",)


def faults_at(browser: Browser, address: str) -> list[str]:
    """Tell once what axe finds on a page at every width, its colours in both themes.

    Contrast is what a theme changes, and axe sees it between Latin letters alone.
    """
    browser.look(address, WIDTHS[0], THEMES[0])
    return faults_shown(browser, address)


def faults_shown(browser: Browser, address: str) -> list[str]:
    """Tell of the open page what ``faults_at`` tells, calling it ``address``."""
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


def desk_of(article: Article) -> Pages:
    """Give the pages of the desk by name; a line is learned of the article's outlet."""
    rule = OutletRule.objects.create(
        outlet=article.outlet,
        kind="returning",
        words="تابعونا كل مساء",
        source="archive",
        places="below",
        examples=[{"article": article.pk, "before": "قبله", "after": "بعده"}],
    )
    pages: dict[str, list[int]] = {
        "index": [],
        "articles_article_changelist": [],
        "articles_article_change": [article.pk],
        "articles_article_history": [article.pk],
        "articles_article_attachments": [article.pk],
        "articles_article_quality": [],
        "articles_article_raw": [article.captures.all()[0].pk],
        "articles_figureverdict_article": [article.pk],
        "articles_outletrule_learned": [rule.outlet_id or 0],
        "articles_outletrule_trial": [rule.pk],
        "articles_upload_add": [],
    }
    return {
        name: reverse(f"admin:{name}", args=arguments)
        for name, arguments in pages.items()
    }


ASKED = [
    ("articles_article_changelist", "withdraw"),
    ("articles_article_changelist", "set_headings"),
    ("articles_article_changelist", "reparse"),
    ("articles_outlet_changelist", "merge"),
]
"""Lists of the desk, and what is asked of their first two lines."""


def ask_of_two(browser: Browser, action: str) -> None:
    """Tick the first two lines of the open list and send them to an action."""
    for box in browser.driver.find_elements(By.NAME, "_selected_action")[:2]:
        box.click()
    browser.driver.execute_script(
        "document.querySelector('[name=action]').value = arguments[0];"
        "document.querySelector('#changelist-form [name=index]').click()",
        action,
    )
    browser.wait_for("form [name=action][value]")


@pytest.mark.long(minutes=1)
def test_axe_finds_no_fault_at_the_desk(browser: Browser, site: Site) -> None:
    browser.driver.set_script_timeout(60)
    article = Article.objects.get(title="الصيادون يعودون إلى الرصيف")
    browser.sign_in(site.address, User.objects.create_superuser("desk"))
    found = []
    for path in desk_of(article).values():
        found += faults_at(browser, site.address + path)
    for name, action in ASKED:
        browser.look(site.address + reverse(f"admin:{name}"), 1280, "light")
        ask_of_two(browser, action)
        found += faults_shown(browser, action)
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
