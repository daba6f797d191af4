"""The archive by keyboard alone, and without any script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.browser import Browser
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "location.pathname + location.hash"
OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"


@pytest.fixture
def no_script(browser: Browser) -> Iterator[None]:
    """Turn the scripts of pages off."""
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    yield
    browser.tell("Emulation.setScriptExecutionDisabled", value=False)


def test_from_home_to_a_figure_and_back_takes_at_most_twelve_presses(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("home"), 1280, "light")
    presses = 0

    def press(key: str) -> None:
        nonlocal presses
        presses += 1
        browser.press(key)

    press("/")
    assert browser.ask("document.activeElement.name") == "q"
    browser.press("الصيادون")
    press(Keys.ENTER)
    assert browser.wait_for(".rows .row")
    assert browser.ask("location.pathname") == "/search/"
    press(Keys.ARROW_DOWN)
    assert browser.ask("document.activeElement.closest('.row') !== null") is True
    assert browser.ask(OUTLINE) != "none"
    results = browser.ask(HERE)
    press(Keys.ENTER)
    assert browser.wait_for("#figures .figure")
    press("f")
    assert browser.ask("document.activeElement.closest('.figure') !== null") is True
    assert browser.ask(OUTLINE) != "none"
    press(Keys.ENTER)
    assert browser.wait_for(".fig.core:target")
    while browser.ask(HERE) != results and presses < 12:
        presses += 1
        browser.driver.back()
    assert browser.ask(HERE) == results
    assert presses <= 12


def test_hits_follow_each_other_by_n_and_p(browser: Browser, site: Site) -> None:
    browser.look(site.page("article") + "?q=المرفأ OR البلدية OR السوق", 1280, "light")
    hits = int(str(browser.ask("document.querySelectorAll('mark.hit[id]').length")))
    assert hits >= 2
    seen = []
    for key in ("n", "n", "p", "p"):
        browser.press(key)
        seen.append(browser.ask("location.hash"))
    assert seen == ["#h1", "#h2", "#h1", f"#h{hits}"]


def test_keys_are_known_by_their_place_on_an_arabic_keyboard(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("home"), 1280, "light")
    for kind in ("keyDown", "keyUp"):
        browser.tell(
            "Input.dispatchKeyEvent", type=kind, code="Slash", key="\u0638", text=""
        )
    assert browser.ask("document.activeElement.name") == "q"
    browser.press(Keys.ESCAPE)
    assert browser.ask("document.activeElement.name") is None
    browser.press("?")
    assert browser.ask("location.pathname") == "/keyboard/"


def test_letters_typed_into_a_field_stay_letters(browser: Browser, site: Site) -> None:
    browser.look(site.page("search"), 1280, "light")
    box = browser.driver.find_element(By.ID, "id_q")
    box.clear()
    box.send_keys("n/?fp")
    assert box.get_attribute("value") == "n/?fp"


def test_keys_that_are_turned_off_do_nothing(browser: Browser, site: Site) -> None:
    browser.look(site.page("home"), 1280, "light")
    browser.driver.find_element(By.CSS_SELECTOR, "[name=keys][value=off]").click()
    assert browser.wait_for("[name=keys][value=off][aria-pressed=true]")
    browser.press("?")
    assert browser.ask("location.pathname") == "/"
    browser.driver.delete_all_cookies()


def test_a_reference_has_a_button_that_copies_it(browser: Browser, site: Site) -> None:
    browser.look(site.page("article"), 1280, "light")
    browser.tell("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    button = browser.driver.find_element(By.CSS_SELECTOR, ".cite + .copy")
    browser.driver.execute_script("arguments[0].click()", button)
    browser.driver.set_script_timeout(10)
    copied = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "navigator.clipboard.readText().then(done, why => done(String(why)))"
    )
    cited = browser.ask("document.querySelector('.cite').textContent.trim()")
    assert copied == cited


@pytest.mark.usefixtures("no_script")
def test_without_script_a_reader_searches_narrows_reads_and_follows_a_figure(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("home"), 1280, "light")
    browser.wait_for("#q-hero").send_keys("عائلة")
    browser.click(".hero .button")
    assert browser.wait_for(".rows .row")
    browser.click("#narrow .counts a")
    assert browser.wait_for(".chips .chip")
    browser.click(".rows h3 a")
    assert browser.wait_for("#figures")
    assert not browser.driver.find_elements(By.CSS_SELECTOR, ".copy")
    browser.driver.get(site.page("article"))
    browser.click(".figure q a")
    assert browser.wait_for(".fig:target")
    browser.click(".reading-door")
    assert browser.wait_for(".reading")
    assert "view=text" in browser.driver.current_url
    browser.click(".reading-door a")
    assert browser.wait_for(".side")
    assert browser.driver.current_url == site.page("article")


@pytest.mark.usefixtures("no_script")
def test_without_script_a_reader_goes_through_time_and_chooses_colours(
    browser: Browser, site: Site
) -> None:
    browser.look(site.page("browse"), 1280, "light")
    browser.click("tbody th a")
    browser.click(".calendar caption a")
    browser.click(".calendar td a")
    browser.click('main a[rel="prev"]')
    browser.driver.get(site.page("latest"))
    browser.click('.pager a[rel="next"]')
    browser.click('.filters [name="outlet"] option:nth-child(2)')
    browser.click(".filters .button")
    assert browser.wait_for('.filters a[href="?"]')
    assert "outlet=" in browser.driver.current_url
    assert browser.wait_for(".rows .row")
    browser.click('[name="theme"][value="dark"]')
    assert browser.wait_for('[data-theme="dark"]')
    browser.click('.masthead a[hreflang="en"]')
    assert browser.wait_for('html[dir="ltr"]')
    browser.driver.delete_all_cookies()


@pytest.mark.usefixtures("no_script")
def test_without_script_a_reader_keeps_follows_and_counts(
    browser: Browser, site: Site
) -> None:
    browser.sign_in(site.address, site.reader)
    browser.look(site.page("own_article"), 1280, "light")
    browser.click('main a[href$="/keep/"]')
    browser.wait_for('main [name="title"]').send_keys("ما قيل عن العودة")
    browser.click("main form .button")
    assert browser.wait_for(".rows .row")
    assert "/collections/" in browser.driver.current_url
    browser.driver.get(site.page("own_search"))
    browser.click('details:has([action$="/saved/"]) > summary')
    browser.click('main [action$="/saved/"] button')
    assert browser.wait_for('main a[href*="/feed/"]')
    assert browser.driver.current_url.endswith("/saved/")
    browser.driver.get(site.page("trends_ask"))
    browser.wait_for('main [name="q"]').send_keys("عائلة")
    browser.click("main form .button")
    assert browser.wait_for("svg.lines")
    assert browser.wait_for("main details table tbody tr")
    browser.driver.delete_all_cookies()
