"""The pages of the ledger and its files, as a reader meets them."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from urllib.parse import quote

import pytest
from django.test import Client
from openpyxl import load_workbook

from search.indexing import outbox
from tests.search.ledger.conftest import Told

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(told: Told, client: Client) -> Client:
    told(
        "قالت لجنة المخيم إن أكثر من 3 آلاف نازح وصلوا. وعاد 20 نازحًا سوريًّا.",
        outlet="دفتر المرفأ",
        title='النازحون <b>"هنا"</b>',
    )
    outbox.drain()
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_row_says_number_claimant_sentence_and_place(reader: Client) -> None:
    html = page(reader, "/figures/?min=1000")

    assert "أكثر من</span>" in html
    assert "<bdi>3,000</bdi>" in html
    assert "<mark><bdi>3 آلاف</bdi></mark>" in html
    assert "لجنة المخيم" in html
    assert "النازحون &lt;b&gt;&quot;هنا&quot;&lt;/b&gt;" in html
    assert "<b>" not in html
    assert (
        'href="/figures/نازح/"' in html or f'href="/figures/{quote("نازح")}/"' in html
    )


ODD = [
    "min=كثير",
    "min=5&max=2",
    "kind=nothing&modifier=%00&sort=up&page=-4&since=yesterday",
    "name=12345678901234567890&unit=%F0%9F%98%80&outlet=" + "x" * 500,
    "q=" + quote('"(') + "&noun=" + quote("' OR 1=1 --"),
    "page=99999&noun=%E2%80%8F",
    "min=9" * 40,
]


def test_any_address_is_answered(reader: Client, subtests: pytest.Subtests) -> None:
    for query in ODD:
        with subtests.test(query):
            assert "سجل الأرقام" in page(reader, f"/figures/?{query}")


def test_a_field_that_cant_be_read_says_so(reader: Client) -> None:
    assert "اكتب عددًا" in page(reader, "/figures/?min=" + quote("كثير"))
    assert "لا رقم كهذا" in page(reader, "/figures/?min=999999999")


@pytest.mark.parametrize("form", ["نازحين", "النازحون", "نازحًا", "نازحا"])
def test_any_form_of_a_noun_leads_to_its_page(reader: Client, form: str) -> None:
    answer = reader.get(f"/figures/{quote(form)}/?sort=highest")

    assert answer.status_code == 301
    assert answer["Location"] == f"/figures/{quote('نازح')}/?sort=highest"


def test_the_page_of_a_noun_shows_highest_lowest_and_all(reader: Client) -> None:
    html = page(reader, "/figures/نازح/")

    assert "الأعلى" in html
    assert "الأدنى" in html
    assert html.index("3,000") < html.index("كل الأرقام") < html.rindex("3,000")
    assert reader.get("/figures/غواصة/").status_code == 404


def test_article_and_search_lead_to_the_ledger(reader: Client, told: Told) -> None:
    article = told("عادت 45 سفينة.")
    outbox.drain()

    assert f'href="/figures/{quote("سفينه")}/"' in page(
        reader, article.get_absolute_url()
    )
    found = page(reader, "/search/?q=" + quote("رقم:>40 سفينة"))
    assert "/figures/?q=" in found
    assert "&amp;min=40" in found


def test_files_hold_every_row_and_no_formula(reader: Client, told: Told) -> None:
    told("دفع 7 نازحين.", title="=HYPERLINK(1)", outlet="+دفتر")
    outbox.drain()
    address = "/figures.{}?noun=" + quote("نازح")

    def data(ending: str) -> bytes:
        answer = reader.get(address.format(ending))
        assert "attachment" in answer["Content-Disposition"]
        return b"".join(answer.streaming_content)  # type: ignore[attr-defined]

    rows = list(csv.DictReader(StringIO(data("csv").decode("utf-8-sig"))))
    lines = [json.loads(line) for line in data("jsonl").splitlines()]
    sheet = load_workbook(BytesIO(data("xlsx"))).worksheets[0]
    cells = list(sheet.iter_rows(values_only=True))

    assert {row["القيمة"] for row in rows} == {"3000", "20", "7"}
    assert {row["العنوان"] for row in rows} >= {"'=HYPERLINK(1)"}
    assert {line["value"] for line in lines} == {3000, 20, 7}
    assert {line["title"] for line in lines} >= {"=HYPERLINK(1)"}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row}.isdisjoint(
        {"f"}
    )
    assert len(cells) == 4
    assert all(line["url"].startswith("http://testserver/articles/") for line in lines)
    assert reader.get("/figures.exe").status_code == 404
