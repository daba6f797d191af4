"""Tables are read back as they were written, by other programs, whatever the text."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from articles.exports.cells import Cell, clean_text, safe_cell
from articles.exports.tables import CHUNK, Column, Table, TableFormat, write_table
from articles.exports.workbook import LONGEST_CELL
from tests.articles.exports.hostile_cells import HOSTILE_CELLS

CELLS = [
    ("هدنة", "هدنة"),
    ("=1+1", "'=1+1"),
    ("+حساب", "'+حساب"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =cmd|1", "'  =cmd|1"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\x00=1", "'=1"),
    ("\x00هدنة", "'هدنة"),
    ("\uff1d1", "'\uff1d1"),
    ("\uff0d1", "'\uff0d1"),
    ("-5", "-5"),
    ("+3,000.5", "+3,000.5"),
    ("-5+1", "'-5+1"),
    ("a\x0bb", "ab"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_no_cell_is_a_formula(text: str, cell: str):
    assert safe_cell(text) == cell


def table(rows: Sequence[Sequence[Cell]], *labels: str) -> Table:
    columns = [Column(f"c{at}", label) for at, label in enumerate(labels)]
    return Table("جدول", columns, rows)


def written(rows: Sequence[Sequence[Cell]], form: TableFormat, *labels: str) -> bytes:
    return b"".join(write_table(table(rows, *labels), form))


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_the_mark_of_utf_8_and_keeps_quotes_and_lines():
    data = written([["سطر\nآخر", "أ,ب"]], TableFormat.CSV, "قبل", 'نص "مقتبس"')

    assert data.startswith(b"\xef\xbb\xbf")
    assert csv_rows(data) == [["قبل", 'نص "مقتبس"'], ["سطر\nآخر", "أ,ب"]]


def test_a_table_without_rows_has_its_head():
    assert csv_rows(written([], TableFormat.CSV, "العنوان")) == [["العنوان"]]
    sheet = load_workbook(BytesIO(written([], TableFormat.XLSX, "العنوان"))).active
    assert list(sheet.values) == [("العنوان",)]
    assert written([], TableFormat.JSONL, "العنوان") == b""


ROW: list[Cell] = [
    7,
    -2.5,
    Decimal("3000.000000"),
    Decimal("12345678901234567890.5"),
    True,
    date(2014, 8, 5),
    None,
]
LABELS = [str(at) for at, _ in enumerate(ROW)]


def test_numbers_stay_numbers_in_csv():
    assert csv_rows(written([ROW], TableFormat.CSV, *LABELS))[1] == [
        "7",
        "-2.5",
        "3000",
        "12345678901234567890.5",
        "1",
        "2014-08-05",
        "",
    ]


def test_numbers_stay_numbers_in_workbooks_as_far_as_these_are_exact():
    sheet = load_workbook(BytesIO(written([ROW], TableFormat.XLSX, *LABELS))).active

    assert [cell.value for cell in sheet[2]] == [
        7,
        -2.5,
        3000,
        "12345678901234567890.5",
        True,
        "2014-08-05",
        None,
    ]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"


def test_numbers_stay_numbers_in_json():
    line = written([ROW], TableFormat.JSONL, *LABELS)

    assert list(json.loads(line).values()) == [
        7,
        -2.5,
        3000,
        "12345678901234567890.5",
        True,
        "2014-08-05",
        None,
    ]


def test_eighty_hostile_cells_are_text_in_csv():
    rows = csv_rows(written([[c] for c in HOSTILE_CELLS], TableFormat.CSV, "نص"))[1:]

    assert len(HOSTILE_CELLS) == 80
    for (cell,), text in zip(rows, HOSTILE_CELLS, strict=True):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff20"))
        assert cell in (clean_text(text), "'" + clean_text(text))


def test_eighty_hostile_cells_are_text_in_workbooks():
    data = written([[c] for c in HOSTILE_CELLS], TableFormat.XLSX, "نص")
    _head, *rows = load_workbook(BytesIO(data)).active.iter_rows()

    assert {cell.data_type for (cell,) in rows} == {"s"}
    assert [cell.value for (cell,) in rows] == [clean_text(c) for c in HOSTILE_CELLS]


def test_eighty_hostile_cells_are_one_object_a_line():
    lines = written([[c] for c in HOSTILE_CELLS], TableFormat.JSONL, "نص").splitlines()

    assert [json.loads(line)["c0"] for line in lines] == [
        clean_text(cell) for cell in HOSTILE_CELLS
    ]


def test_a_text_longer_than_excel_takes_is_cut_and_says_so():
    long = "𐤀" * 40_000  # two code units each
    sheet = load_workbook(BytesIO(written([[long]], TableFormat.XLSX, "نص"))).active
    value = sheet["A2"].value

    assert value.endswith("𐤀…")
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_rows_are_read_while_the_file_is_sent():
    read = 0

    def rows() -> Iterator[list[Cell]]:
        nonlocal read
        for number in range(20_000):
            read = number
            yield [number, "نص " * 10]

    chunks = write_table(
        Table("t", table([], "a", "b").columns, rows()), TableFormat.CSV
    )
    first = next(chunks)

    assert read < 5_000
    assert len(first.decode()) < 2 * CHUNK
