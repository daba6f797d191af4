"""Other projects' own cases of Arabic numbers; what is left out says why."""

import os
from pathlib import Path

import pytest

from tests.eval.peer_cases import LEFT_OUT, is_right, left_out, load

REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="REAL_DATA names no folder")


@pytest.mark.parametrize(
    ("project", "least"), [("duckling", 0.97), ("cldr", 0.98), ("tafqit", 1.0)]
)
def test_the_cases_are_read(project, least):
    judged = [
        case for case in load(Path(REAL_DATA or "."), project) if not left_out(case)
    ]
    wrong = [case["input"] for case in judged if not is_right(case)]
    assert len(wrong) <= (1 - least) * len(judged), wrong


def test_every_reason_for_leaving_out_still_leaves_something_out():
    cases = [
        case
        for project in ("duckling", "cldr", "tafqit")
        for case in load(Path(REAL_DATA or "."), project)
    ]
    reasons = {left_out(case) for case in cases}
    assert {rule.reason for rule in LEFT_OUT} <= reasons
