"""All rows of the ledger as files: CSV, XLSX, JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from io import StringIO
from tempfile import TemporaryFile

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from search.ledger.claims import Claim
from search.questions.spreadsheet import BOM, safe_cell

Value = str | int | Decimal | None

_ROWS_A_CHUNK = 200
MOST_SHEET_ROWS = 1_048_575
"""A sheet ends here."""


def columns() -> dict[str, tuple[str, Callable[[Claim], Value]]]:
    """Give the columns of a file: field -> its heading and its value of a claim."""
    return {
        "value": (_("القيمة"), lambda claim: plain(claim.value)),
        "value_max": (_("إلى"), lambda claim: plain(claim.value_max)),
        "value_min": (_("على الأقل"), lambda claim: plain(claim.value_min)),
        "quote": (_("كما ورد"), lambda claim: claim.quote),
        "modifier": (_("المحدِّد"), lambda claim: claim.modifier),
        "said": (_("بالكلمات"), lambda claim: claim.shown.words),
        "kind": (_("النوع"), lambda claim: claim.kind),
        "unit": (_("الوحدة"), lambda claim: claim.unit),
        "noun": (_("المعدود"), lambda claim: claim.noun),
        "noun_key": (_("مفتاح المعدود"), lambda claim: claim.noun_key),
        "claimant": (_("القائل"), lambda claim: claim.claimant),
        "sentence": (_("الجملة"), lambda claim: claim.sentence),
        "title": (_("العنوان"), lambda claim: claim.title),
        "outlet": (_("المصدر"), lambda claim: claim.outlet),
        "published": (_("التاريخ"), lambda claim: claim.published),
        "part": (_("الموضع"), lambda claim: claim.part),
        "start": (_("من حرف"), lambda claim: claim.start),
        "end": (_("إلى حرف"), lambda claim: claim.end),
        "url": (_("الرابط"), lambda claim: claim.url),
        "report": (_("مجموعة النسخ"), lambda claim: claim.cluster),
        "capture": (_("بصمة النسخة المحفوظة"), lambda claim: claim.capture),
    }


def plain(value: Decimal | None) -> int | Decimal | None:
    """Give a number without empty decimals."""
    if value is None or value != value.to_integral_value():
        return value.normalize() if value is not None else None
    return int(value)


def as_csv(claims: Iterable[Claim], site: str) -> Iterator[bytes]:
    """Write claims as CSV, piece by piece, as spreadsheet programs expect it."""
    table = columns()
    file = StringIO(newline="")
    writer = csv.writer(file)
    file.write(BOM)
    writer.writerow([heading for heading, _value in table.values()])
    for number, claim in enumerate(claims, start=1):
        values = (value(claim) for _heading, value in _at(table, site).values())
        writer.writerow([_cell(value) for value in values])
        if number % _ROWS_A_CHUNK == 0:
            yield _taken(file)
    yield _taken(file)


def as_json_lines(claims: Iterable[Claim], site: str) -> Iterator[bytes]:
    """Write claims as one JSON object a line."""
    table = _at(columns(), site)
    for claim in claims:
        row = {name: _json(value(claim)) for name, (_, value) in table.items()}
        yield (json.dumps(row, ensure_ascii=False) + "\n").encode()


def as_xlsx(claims: Iterable[Claim], site: str) -> Iterator[bytes]:
    """Write claims as a sheet; texts are texts, whatever they begin with."""
    table = _at(columns(), site)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("سجل الأرقام"))
    sheet.sheet_view.rightToLeft = True
    sheet.append([heading for heading, _value in table.values()])
    for number, claim in enumerate(claims, start=1):
        if number >= MOST_SHEET_ROWS:
            break
        cells = []
        for _heading, value in table.values():
            cell = WriteOnlyCell(sheet, _cell(value(claim)))
            if isinstance(cell.value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(64 * 1024):
            yield chunk


Table = dict[str, tuple[str, Callable[[Claim], Value]]]


def _at(table: Table, site: str) -> Table:
    """Let the column of links begin with the address of the site."""
    heading, value = table["url"]
    return table | {"url": (heading, lambda claim: f"{site}{value(claim)}")}


def _cell(value: Value) -> Value:
    return safe_cell(value) if isinstance(value, str) else value


def _json(value: Value) -> str | int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _taken(file: StringIO) -> bytes:
    text = file.getvalue()
    file.seek(0)
    file.truncate()
    return text.encode()


FILES: dict[str, tuple[str, Callable[[Iterable[Claim], str], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_xlsx,
    ),
    "jsonl": ("application/jsonl; charset=utf-8", as_json_lines),
}
"""Ending of a file -> its media type and who writes it."""
