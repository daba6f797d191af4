"""CSV, JSON lines and workbooks: a row, a document with bytes of its own."""

import json
from datetime import datetime

import pytest

from articles.readers import RawDocument, ReadError, Refusal
from articles.readers.document import REFUSAL_MESSAGES, RefusedFile
from articles.readers.tables import rows as row_limits
from articles.readers.tables.delimited import CsvReader
from articles.readers.tables.json_lines import JsonLinesReader
from articles.readers.tables.spreadsheet import XlsxReader
from tests.articles.readers.builders import BODY, LEAD, MORE, TITLE, xlsx_of, zip_of

HEADER = ["العنوان", "النص", "التاريخ", "المصدر", "القسم", "الكاتب", "الرابط", "عدد"]
ROW = [
    *(TITLE, BODY, "12/5/2018", "صحيفة الميناء", "اقتصاد", "ليلى الحداد"),
    *("https://harbour.example/1", "7"),
]
HINTS = {
    "title": TITLE,
    "published": "2018-05-12",
    "outlet": "صحيفة الميناء",
    "section": "اقتصاد",
    "byline": "ليلى الحداد",
}


def csv_of(*rows, sign=","):
    cells = (
        (f'"{cell}"' if sign in cell or "\n" in cell else cell)
        for row in rows
        for cell in row
    )
    widths = iter(cells)
    return "".join(sign.join(next(widths) for _ in row) + "\n" for row in rows)


def json_of(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(reader, content, name):
    content = content.encode() if isinstance(content, str) else content
    return list(reader.read(name, content))


def refusal(reader, content, name="جدول"):
    with pytest.raises(ReadError) as fault:
        read(reader, content, name)
    return fault.value.reason_code


TABLES = {
    "csv": (CsvReader(), csv_of(HEADER, ROW)),
    "semicolons": (CsvReader(), csv_of(HEADER, ROW, sign=";")),
    "tabs": (CsvReader(), csv_of(HEADER, ROW, sign="\t")),
    "windows-1256": (CsvReader(), csv_of(HEADER, ROW).encode("cp1256")),
    "excel's utf-8": (CsvReader(), csv_of(HEADER, ROW).encode("utf-8-sig")),
    "json lines": (JsonLinesReader(), json_of(dict(zip(HEADER, ROW, strict=True)))),
    "a list": (
        JsonLinesReader(),
        json.dumps([dict(zip(HEADER, ROW, strict=True))], ensure_ascii=False),
    ),
    "articles": (
        JsonLinesReader(),
        json.dumps({"articles": [dict(zip(HEADER, ROW, strict=True))]}),
    ),
    "workbook": (XlsxReader(), xlsx_of([HEADER, ROW])),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_kind_of_table_gives_the_same_document(name):
    reader, content = TABLES[name]
    [document] = read(reader, content, "جدول")
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert dict(document.hints) == HINTS
    assert document.url == "https://harbour.example/1"


@pytest.mark.parametrize("name", TABLES)
def test_the_bytes_of_a_row_read_again_give_the_same_document(name):
    reader, content = TABLES[name]
    [first] = read(reader, content, "جدول")
    [again] = JsonLinesReader().read(first.label, first.content, charset=first.charset)
    assert again == first


def test_rows_are_labelled_by_their_place_in_the_file():
    table = csv_of(HEADER, ROW, [], ROW)
    labels = [one.label for one in read(CsvReader(), table, "جدول.csv")]
    assert labels == ["جدول.csv › 2.json", "جدول.csv › 4.json"]


def test_a_row_without_text_is_refused_alone():
    table = csv_of(["title", "text"], [TITLE, ""], [TITLE, BODY])
    refused, document = read(CsvReader(), table, "جدول.csv")
    assert refused.message == REFUSAL_MESSAGES[Refusal.EMPTY_ROW]
    assert document.hints["title"] == TITLE


def test_a_broken_line_of_json_is_refused_alone():
    lines = json_of({"text": LEAD}) + "{oops\n" + json_of({"text": MORE}, [1], {"n": 1})
    kinds = [type(one) for one in read(JsonLinesReader(), lines, "زاحف.jsonl")]
    assert kinds == [RawDocument, RefusedFile, RawDocument, RefusedFile, RefusedFile]


def test_json_values_may_be_objects_and_lists():
    told = {
        "headline": TITLE,
        "articleBody": BODY,
        "author": [{"name": "ليلى الحداد"}, {"name": "سامر الخطيب"}],
        "publisher": {"@type": "Organization", "name": "صحيفة الميناء"},
        "datePublished": "2018-05-12T09:30:00Z",
    }
    [document] = read(JsonLinesReader(), json_of(told), "x.json")
    assert document.hints["byline"] == "ليلى الحداد، سامر الخطيب"
    assert document.hints["outlet"] == "صحيفة الميناء"
    assert document.hints["published"] == "2018-05-12T09:30"


def test_dates_of_workbooks_are_days_or_minutes():
    rows = [
        ["text", "date"],
        [LEAD, datetime(2018, 5, 12)],
        [MORE, datetime(2018, 5, 12, 9, 30)],
    ]
    told = [one.hints["published"] for one in read(XlsxReader(), xlsx_of(rows), "x")]
    assert told == ["2018-05-12", "2018-05-12T09:30"]


def test_a_long_table_is_refused_whole(monkeypatch):
    monkeypatch.setattr(row_limits, "MAX_ROWS", 3)
    table = csv_of(["text"], *[[LEAD]] * 4)
    assert refusal(CsvReader(), table) is Refusal.TOO_MANY_ROWS


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
    "</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY e "خ"><!ENTITY f "&e;&e;&e;">]>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_workbooks_with_entities_are_refused(doctype):
    content = xlsx_of([["text"]], xml=doctype + SHEET % "&f;")
    assert refusal(XlsxReader(), content) is Refusal.BROKEN


@pytest.mark.parametrize(
    ("reader", "content", "reason"),
    [
        (CsvReader(), "a,b\n1,2\n", Refusal.NO_TEXT_COLUMN),
        (CsvReader(), "", Refusal.EMPTY),
        (JsonLinesReader(), "[" * 200_000, None),
        (XlsxReader(), BODY, Refusal.WRONG_TYPE),
        (XlsxReader(), zip_of({"a.txt": b"x"}), Refusal.BROKEN),
        (XlsxReader(), xlsx_of([]), Refusal.EMPTY),
        (XlsxReader(), xlsx_of([["n", "m"], [1, 2]]), Refusal.NO_TEXT_COLUMN),
        (XlsxReader(), xlsx_of([HEADER, ROW])[:3_000], Refusal.BROKEN),
    ],
)
def test_what_is_no_table_of_articles_is_refused(reader, content, reason):
    if reason is None:  # refused as one broken line
        [refused] = read(reader, content, "x.json")
        assert refused.message == REFUSAL_MESSAGES[Refusal.BROKEN_ROW]
    else:
        assert refusal(reader, content) is reason
