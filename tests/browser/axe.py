"""axe-core, the checker of accessibility, brought into a page from a file.

It is not in the repository: ``AXE_CORE`` names its file, or it lies where the checks
unpack the package (``npm pack axe-core``), in ``var/axe-core``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

import pytest
from django.conf import settings

from tests.browser.browser import Browser

_UNPACKED = Path(settings.BASE_DIR) / "var" / "axe-core" / "package" / "axe.min.js"

# axe takes letters that join for an icon font and skips their contrast.
_LATIN = """
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode())
  walker.currentNode.data = walker.currentNode.data.replace(/[\\u0600-\\u06ff]/g, "n");
"""

_RUN = """
const [rules, done] = [arguments[0], arguments[1]];
const options = {resultTypes: ["violations"]};
// Colours on their way from one theme to the other are let arrive.
document.getAnimations().forEach(change => change.finish());
if (rules.length) options.runOnly = {type: "rule", values: rules};
axe.run(document, options).then(
  found => done(found.violations.map(fault => ({
    rule: fault.id, what: fault.help,
    where: fault.nodes.slice(0, 4).map(node => node.html.slice(0, 160)),
    why: fault.nodes.slice(0, 2).map(node => node.failureSummary.slice(0, 200)),
  }))),
  failed => done([{rule: "axe", what: String(failed), where: [], why: []}]));
"""


def axe_source() -> str:
    """Read axe-core; skip the test, saying why, where it is missing."""
    path = Path(os.environ.get("AXE_CORE", _UNPACKED))
    if not path.is_file():
        pytest.skip(f"axe-core is not at {path}: set AXE_CORE to its axe.min.js")
    return path.read_text(encoding="utf-8")


def faults(browser: Browser, rules: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Give what axe finds against the page as it is shown now, by all rules or some."""
    found = browser.driver.execute_async_script(_RUN, list(rules))
    return cast(list[dict[str, Any]], found)


def write_in_latin(browser: Browser) -> None:
    """Put a Latin letter in the place of every Arabic one."""
    browser.driver.execute_script(_LATIN)
