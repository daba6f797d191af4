"""Chromium as one reader has it."""

from __future__ import annotations

import base64
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

PICTURES = Path(settings.BASE_DIR) / "artefacts" / "pages"


class Browser:
    """Chromium as one reader has it: a width, a theme, no JavaScript needed."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def look(self, address: str, width: int, theme: str) -> None:
        """Open a page at a width in CSS pixels, in the light or the dark theme."""
        self.turn(width, theme)
        self.driver.get(address)

    def turn(self, width: int, theme: str) -> None:
        """Show the open page at another width, in another theme."""
        self._size(width, 900)
        feature = {"name": "prefers-color-scheme", "value": theme}
        self.tell("Emulation.setEmulatedMedia", features=[feature])

    def sign_in(self, address: str, user: User) -> None:
        """Be ``user`` on the archive at ``address`` from now on."""
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        self.driver.get(f"{address}/robots.txt")
        self.driver.add_cookie({"name": name, "value": client.cookies[name].value})

    def wait_for(self, selector: str) -> WebElement:
        """Give the first element of a CSS selector, once the page has it."""
        there = presence_of_element_located((By.CSS_SELECTOR, selector))
        return WebDriverWait(self.driver, 30).until(there)

    def click(self, selector: str) -> None:
        """Click what ``wait_for`` gives."""
        self.wait_for(selector).click()

    def press(self, *keys: str) -> None:
        """Press keys where the focus is, one after the other."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def picture(self, name: str, width: int) -> Path:
        """Keep a picture of the whole page among the artefacts of the run."""
        height = self.ask("document.documentElement.scrollHeight")
        self._size(width, min(int(str(height)), 4000))
        shot = self.tell("Page.captureScreenshot", format="png")
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        path.write_bytes(base64.b64decode(shot["data"]))
        return path

    def ask(self, expression: str) -> object:
        """Evaluate an expression in the page."""
        return self.driver.execute_script(f"return {expression}")

    def complaints(self) -> list[str]:
        """Give what the console says since it was last asked."""
        log = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [line["message"] for line in log]

    def tell(self, command: str, **details: object) -> dict[str, str]:
        """Give Chromium an order of its DevTools protocol."""
        answer: dict[str, str] = self.driver.execute_cdp_cmd(command, details)
        return answer

    def _size(self, width: int, height: int) -> None:
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
