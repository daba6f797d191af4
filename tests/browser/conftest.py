"""A real Chromium, where the machine has one, and an archive for it to show."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.browser.browser import Browser
from tests.browser.site import Site, stocked_site


@pytest.fixture
def site(live_server: LiveServer, index: Path) -> Site:
    """Serve an archive with every state a page can be in."""
    return stocked_site(str(live_server.url))


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
    deadline = time.monotonic() + 5
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=max(0.0, deadline - time.monotonic()))
