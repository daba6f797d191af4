"""A long table is written in the memory of a short one."""

from __future__ import annotations

import subprocess
import sys

import pytest

WRITING = """
import re, sys
from pathlib import Path
from articles.exports.tables import Column, Table, TableFormat, write_table
columns = [Column(f"c{n}", "عمود") for n in range(11)]
words = ["عودة العائلات إلى المرفأ القديم"] * 10
rows = ([number, *words] for number in range(100_000))
table = Table("t", columns, rows)
parts = write_table(table, TableFormat(sys.argv[1]))
size = sum(len(part) for part in parts)
# The peak of this program: that of `getrusage` counts the one that started it.
print(size, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.long
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_hundred_thousand_rows_take_less_than_200_megabytes(form: str):
    done = subprocess.run(
        [sys.executable, "-c", WRITING, form],
        capture_output=True,
        text=True,
        check=True,
    )
    size, kilobytes = map(int, done.stdout.split())
    assert size > 1_000_000
    assert kilobytes < 200_000
