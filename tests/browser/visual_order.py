"""In which order letters stand on the screen, and in which they should.

python-bidi is another's implementation of UAX #9; Chromium's answer is read from where
each letter stands.
"""

from __future__ import annotations

from typing import cast

import pytest

from tests.browser.browser import Browser

bidi = pytest.importorskip("bidi.algorithm")

_LETTERS = """
return [...document.querySelectorAll(".rows h3 a")].map(link => {
  const node = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode();
  const letters = [...node.data].map((letter, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [letter, range.getBoundingClientRect().x];
  });
  return [node.data, letters.sort((a, b) => a[1] - b[1]).map(l => l[0]).join("")];
});
"""

# Brackets are mirrored when drawn: compared is where they stand, not their shape.
_BRACKETS = str.maketrans("()[]«»<>", "||||||||")


def titles_as_seen(browser: Browser) -> dict[str, str]:
    """Give the titles of the open list, each with its letters from left to right."""
    shown = cast(list[list[str]], browser.driver.execute_script(_LETTERS))
    return {title: order.translate(_BRACKETS) for title, order in shown}


def order_of_unicode(title: str) -> str:
    """Give the letters of a title from left to right, as they should be drawn."""
    return str(bidi.get_display(title)).translate(_BRACKETS)
