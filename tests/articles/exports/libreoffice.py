"""Opens a table in LibreOffice, as a reader would, and tells what it made of it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# Comma, quote, UTF-8, from line 1; quoted fields may be numbers, and formulas are
# looked for: a reader who ticked every box of the dialogue.
_CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"


@dataclass(frozen=True, slots=True)
class OpenedCell:
    """A cell as the program has it; ``formula`` is "" where it is none."""

    text: str
    kind: str
    formula: str


def opened(path: Path) -> list[list[OpenedCell]]:
    """Open a file of a table; give the rows of its sheet."""
    assert SOFFICE
    out = path.parent / f"opened-{path.suffix[1:]}"
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--headless",
            *([f"--infilter={_CSV}"] if path.suffix == ".csv" else []),
            *("--convert-to", "fods", "--outdir", str(out), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return _rows(out / f"{path.stem}.fods")


def _rows(path: Path) -> list[list[OpenedCell]]:
    root = ElementTree.parse(path).getroot()
    rows: list[list[OpenedCell]] = []
    for row in root.iter(f"{_TABLE}table-row"):
        cells: list[OpenedCell] = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [_cell(cell)] * min(times, 64)
        rows.append(cells)
    return rows


def _cell(cell: ElementTree.Element) -> OpenedCell:
    lines = ["".join(_words(line)) for line in cell.iter(f"{_TEXT}p")]
    return OpenedCell(
        "\n".join(lines),
        cell.get(f"{_OFFICE}value-type", ""),
        cell.get(f"{_TABLE}formula", ""),
    )


def _words(line: ElementTree.Element) -> list[str]:
    """Give the text of a line; runs of spaces and tabs are elements of their own."""
    pieces = [line.text or ""]
    for part in line:
        if part.tag == f"{_TEXT}s":
            pieces.append(" " * int(part.get(f"{_TEXT}c", "1")))
        elif part.tag == f"{_TEXT}tab":
            pieces.append("\t")
        else:
            pieces += _words(part)
        pieces.append(part.tail or "")
    return pieces
