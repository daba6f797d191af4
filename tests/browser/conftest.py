"""A real Chromium, where the machine has one."""

from __future__ import annotations

import base64
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

PICTURES = Path(settings.BASE_DIR) / "artefacts" / "pages"


class Browser:
    """Chromium as one reader has it: a width, a theme, no JavaScript needed."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def look(self, address: str, width: int, theme: str) -> None:
        """Open a page at a width in CSS pixels, in the light or the dark theme."""
        self._size(width, 900)
        feature = {"name": "prefers-color-scheme", "value": theme}
        self._tell("Emulation.setEmulatedMedia", features=[feature])
        self.driver.get(address)

    def picture(self, name: str, width: int) -> Path:
        """Keep a picture of the whole page among the artefacts of the run."""
        height = self.ask("document.documentElement.scrollHeight")
        self._size(width, min(int(str(height)), 4000))
        shot = self._tell("Page.captureScreenshot", format="png")
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

    def _size(self, width: int, height: int) -> None:
        self._tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def _tell(self, command: str, **details: object) -> dict[str, str]:
        answer: dict[str, str] = self.driver.execute_cdp_cmd(command, details)
        return answer


@pytest.fixture(scope="session", autouse=True)
def static_root() -> None:
    """Make the folder of collected files: the test server warns where it is missing."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def browser(live_server: LiveServer) -> Iterator[Browser]:
    """Start Chromium and its driver from the system's packages.

    It ends before the server does, and so do the threads that answered it: one that
    outlived the server would find its database connection taken away.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Chromium or its driver is not installed")
    options = Options()
    options.binary_location = chromium
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(flag)
    options.add_argument("--hide-scrollbars")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(service=Service(driver), options=options)
    yield Browser(chrome)
    chrome.quit()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)
