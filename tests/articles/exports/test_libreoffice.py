"""What leaves the archive as a table opens in LibreOffice with its Arabic whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.exports.cells import clean_text, safe_cell
from articles.exports.tables import Column, Table, TableFormat, write_table
from articles.storing.extraction import store_readings
from search.indexing import outbox
from tests.articles.exports.hostile_cells import HOSTILE_CELLS
from tests.articles.exports.libreoffice import SOFFICE, OpenedCell, opened
from tests.factories import ArticleFactory, OutletFactory

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed"),
]

ARABIC = [
    "هدنة بين البلدتين",
    "قُتِلَ ٢٠ شخصًا",  # with FATHA, KASRA and ARABIC-INDIC DIGITS
    "مدينة «المرفأ»، شارع ٧؛ أين؟",
    "سطر أول\nسطر ثانٍ",
    "عربي and English معًا",
    "\u200fبعلامة اتجاه",  # RIGHT-TO-LEFT MARK
    "أ,ب;ج",
    'قال: "نعم"',
]
TITLES = ["=1+1 هدنة", "+حساب", "-خبر", "@SUM(A1) خبر", "هدنة «المرفأ»، أمس؛ 20%"]


def like(text: str) -> str:
    """Write a text as any program shows it in a cell: one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def save(folder: Path, form: str, data: bytes) -> Path:
    path = folder / f"table.{form}"
    path.write_bytes(data)
    return path


def none_is_a_formula(rows: list[list[OpenedCell]]) -> None:
    assert [cell for row in rows for cell in row if cell.formula] == []


@pytest.mark.parametrize("form", [TableFormat.CSV, TableFormat.XLSX])
def test_eighty_hostile_cells_and_arabic_stay_text(
    form: TableFormat, tmp_path: Path
) -> None:
    texts = [*HOSTILE_CELLS, *ARABIC]
    columns = [Column("text", "نص"), Column("value", "=القيمة")]
    rows = [[text, Decimal("2.5")] for text in texts]
    data = b"".join(write_table(Table("t", columns, rows), form))

    found = opened(save(tmp_path, form, data))

    none_is_a_formula(found)
    assert found[0][0].text == "نص"
    written = safe_cell if form is TableFormat.CSV else clean_text
    got = [row[0] for row in found[1 : len(texts) + 1]]
    assert [like(cell.text) for cell in got] == [like(written(text)) for text in texts]
    assert {cell.kind for cell in got} == {"string"}
    assert {row[1].kind for row in found[1 : len(texts) + 1]} == {"float"}


@pytest.fixture
def news(index: Any) -> None:
    """Articles whose titles, outlets and sentences begin like formulas."""
    for number, title in enumerate(TITLES):
        article = ArticleFactory(
            title=title,
            body=f"=SUM(A1) عادت {number + 20} عائلة إلى المرفأ.\n\n@ثم أصلحت البيوت.",
            outlet=OutletFactory(name=f"{'=+-@ '[number]}صحيفة {number}"),
            published_on=date(2014, 1, 1 + number),
        )
        store_readings(article)
    outbox.drain()


def file_of(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.getvalue()


def texts_of(rows: list[list[OpenedCell]], label: str) -> list[str]:
    """Give the column of a label, a ``'`` that guards a cell left out."""
    at = [cell.text for cell in rows[0]].index(label)
    return [row[at].text.removeprefix("'") for row in rows[1:] if len(row) > at]


@pytest.mark.django_db
@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_ledger_opens_with_its_numbers_and_sentences(
    form: str, client: Client, tmp_path: Path
) -> None:
    data = file_of(client, f"/figures.{form}?noun=عائلة&sort=lowest")

    rows = opened(save(tmp_path, form, data))

    none_is_a_formula(rows)
    assert [title for title in texts_of(rows, "العنوان") if title] == TITLES
    value = [cell.text for cell in rows[0]].index("القيمة")
    assert [row[value].kind for row in rows[1:6]] == ["float"] * 5
    assert [row[value].text for row in rows[1:6]] == ["20", "21", "22", "23", "24"]
    assert texts_of(rows, "الجملة")[0].startswith("=SUM(A1) عادت 20 عائلة")


@pytest.mark.django_db
@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_articles_open_with_their_titles_and_texts(
    form: str, client: Client, tmp_path: Path
) -> None:
    data = file_of(
        client, f"/search/export.{form}?q=عائلة&sort=oldest&columns=title,outlet,body"
    )

    rows = opened(save(tmp_path, form, data))

    none_is_a_formula(rows)
    assert [title for title in texts_of(rows, "العنوان") if title] == TITLES
    assert "عادت 20 عائلة إلى المرفأ" in texts_of(rows, "النص")[0]
