"""The table of trust names every row and only tests that exist."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from tests.trust import table
from tests.trust.rows import ROWS, Row


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((table.TESTS.parent / file).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_row_is_there() -> None:
    assert list(ROWS) == list(range(1, 46))


def test_every_test_that_is_named_exists() -> None:
    nodes = {table.node_of(test) for row in ROWS.values() for test in row.tests}
    missing = [
        node
        for node in nodes
        if node.split("::")[1] not in names_in(node.split("::")[0])
    ]
    assert missing == []


def test_the_page_is_what_the_run_wrote() -> None:
    assert table.PAGE.read_text() == table.page(table.read_measured())


@pytest.mark.parametrize(
    ("row", "measured", "says"),
    [
        (Row("ث", "د"), {}, "| not yet | not yet |"),
        (Row("ث", "د", ("a.py::b",)), {}, "| `tests/a.py::test_b` | not run yet |"),
        (
            Row("ث", "د", ("a.py::b",)),
            {
                "tests/a.py::test_b": {
                    "day": "2026-01-02",
                    "ends": {"passed": 2, "failed": 1},
                    "figures": ["0 leaks"],
                }
            },
            "0 leaks; 1 failed, 2 passed (2026-01-02) |",
        ),
    ],
)
def test_a_line_says_what_was_shown(row: Row, measured: dict, says: str) -> None:
    assert table.line(7, row, measured).startswith("| 7 | ث | د |")
    assert says in table.line(7, row, measured)


def test_what_a_run_showed_is_collected_by_pytest_itself(
    pytestconfig: pytest.Config, request: pytest.FixtureRequest
) -> None:
    shown = table.Shown()
    pytestconfig.pluginmanager.register(shown)
    request.addfinalizer(lambda: pytestconfig.pluginmanager.unregister(shown))
    assert shown in pytestconfig.pluginmanager.get_plugins()
