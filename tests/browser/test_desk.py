"""The editors' desk in Chromium: an upload from file to article, under our own CSP."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from selenium.webdriver.common.by import By

from articles.models import Article, Upload
from tests.articles.admin.conftest import HEADLINE, REPORT
from tests.browser.browser import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

XSS = "<img src=x onerror=\"document.title='broken'\"><script>alert(1)</script>"


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> str:
    """Sign a manager in and give the address of the archive."""
    address = str(live_server.url)
    browser.sign_in(address, User.objects.create_superuser("desk"))
    browser.complaints()
    return address


def press(browser: Browser, selector: str) -> None:
    """Press a button wherever it stands on the page."""
    button = browser.driver.find_element(By.CSS_SELECTOR, selector)
    browser.driver.execute_script("arguments[0].click()", button)


def test_a_file_becomes_an_article(browser: Browser, desk: str, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT.replace("وأضافت", f"وأضافت {XSS}"), encoding="utf-8")
    browser.look(desk + reverse("admin:articles_upload_add"), 1280, "light")
    browser.driver.find_element(By.NAME, "texts").send_keys(str(file))
    press(browser, ".upload-form [type=submit]")
    title = browser.driver.find_element(By.CSS_SELECTOR, "[name$='-title']")
    assert title.get_attribute("value") == HEADLINE
    assert browser.driver.find_elements(By.CSS_SELECTOR, "del.removed")
    press(browser, "[name=do][value=published]")
    assert browser.driver.current_url.endswith("/result/")
    assert XSS in Article.objects.public().get().body
    assert browser.complaints() == []


@pytest.mark.long
def test_every_page_of_the_desk_fits_and_nothing_is_refused(
    browser: Browser, desk: str, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    for order in ("draft", ""):
        browser.driver.get(desk + reverse("admin:articles_upload_add"))
        browser.driver.find_element(By.NAME, "texts").send_keys(str(file))
        press(browser, ".upload-form [type=submit]")
        if order:
            press(browser, f"[name=do][value={order}]")
    article = Article.objects.get()
    first = article.captures.get()
    stored, waiting = Upload.objects.order_by("pk")
    pages = {
        "index": [],
        "articles_upload_add": [],
        "articles_upload_preview": [waiting.pk],
        "articles_upload_result": [stored.pk],
        "articles_upload_undo": [stored.pk],
        "articles_article_changelist": [],
        "articles_article_add": [],
        "articles_article_change": [article.pk],
        "articles_article_raw": [first.pk],
        "articles_article_history": [article.pk],
        "articles_outlet_changelist": [],
        "articles_section_add": [],
    }
    for page, arguments in pages.items():
        for width, theme in ((360, "dark"), (1280, "light")):
            address = reverse(f"admin:{page}", args=arguments)
            browser.look(desk + address, width, theme)
            sticks_out = browser.ask("document.documentElement.scrollWidth") > width
            assert not sticks_out, f"{page} at {width}"
            assert browser.complaints() == [], f"{page} at {width}"
            browser.picture(f"desk-{page}-{width}-{theme}", width)
