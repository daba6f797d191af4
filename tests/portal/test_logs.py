"""A log line is one line, whatever a visitor sends."""

import json
import logging

import pytest

from portal.logs import JsonLines


@pytest.mark.parametrize(
    "hostile",
    [
        "سطر\nlevel=CRITICAL",
        "a\r\nb",
        "\x1b[31mred\x1b[0m",
        "\u202egnp.exe",  # RIGHT-TO-LEFT OVERRIDE
        "\u2028",  # LINE SEPARATOR
        '"}{"',
        "\x00",
    ],
)
def test_hostile_values_stay_inside_one_json_line(hostile):
    record = logging.LogRecord("t", logging.INFO, "f", 1, "q=%s", (hostile,), None)
    line = JsonLines().format(record)
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["message"] == f"q={hostile}"


def test_an_exception_is_part_of_the_line():
    try:
        raise ValueError("عطل\nثان")
    except ValueError:
        import sys

        record = logging.LogRecord("t", logging.ERROR, "f", 1, "m", (), sys.exc_info())
    line = JsonLines().format(record)
    assert len(line.splitlines()) == 1
    assert "ValueError" in json.loads(line)["exception"]
