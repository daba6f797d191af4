"""References are read back by other people's parsers with every letter in its place."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from articles.exports.bibtex import bibtex, latex
from articles.exports.csl import csl
from articles.exports.references import Reference, reference_of
from articles.exports.ris import ris
from articles.exports.text_archive import text_archive
from articles.models import Article, Author, Outlet

SIGNS = [
    "هدنة في المرفأ",
    'قال: "عدنا" و«بقينا»',
    "{أقواس} متوازنة",
    "قوس { وحيد",
    "قوس } وحيد",
    "}{ معكوسة",
    r"خط \ مائل \textbf{ثقيل",
    "12% & 3$ #وسم _سطر ~ ^",
    "يبدأ @article{x, بشيء",
    "سطران\nوسطر\tوفاصل",
    "ER  - نهاية",
    "TY  - NEWS",
    "الهمزات: أإآؤئء ة ى",
    "تَشْكِيل كامِل",
    "عبد\u0640\u0640الله",  # ARABIC TATWEEL
    "\u202eمقلوب\u202c",  # RIGHT-TO-LEFT OVERRIDE, POP DIRECTIONAL FORMATTING
    "<b>غليظ</b> &amp; <script>",
    "BBC News عربي: 3,000 عائد",
    "' or 1=1 --",
    "عنوان طويل " * 20,
]


def article(number: int) -> Article:
    """Make the article of this number: every sign stands in title, author, outlet."""
    sign = SIGNS[number % len(SIGNS)]
    other = SIGNS[(number + number // len(SIGNS)) % len(SIGNS)]
    precision = ["day", "month", "year", "minute", ""][number % 5]
    day = date(2014, 1 + number % 12, 1 + number % 28) if precision else None
    return Article(
        pk=number + 1,
        title=f"{number} {sign}",
        author=Author(name=other[:120], slug="x") if number % 3 else None,
        outlet=Outlet(name=f"صحيفة {other}"[:120], slug="x") if number % 7 else None,
        published_on=day,
        published_precision=precision,
        url="https://مرفأ.example/أخبار?x=1&y={2}%20" if number % 2 else "",
        body="نص.",
    )


ACCESSED = date(2024, 2, 29)
ARTICLES = [article(number) for number in range(200)]
REFERENCES = [
    reference_of(
        one, url=f"https://archive.example/articles/{one.pk}/", accessed=ACCESSED
    )
    for one in ARTICLES
]
DATES = [reference.iso_date if reference.date_parts else "" for reference in REFERENCES]


def squeezed(text: str) -> str:
    """Leave the spaces out: TeX drops those behind a command."""
    return text.replace(" ", "").replace("ˆ", "^")


def test_bibtex_is_read_by_bibtexparser():
    library = bibtexparser.parse_string("".join(bibtex(REFERENCES)))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [r.key for r in REFERENCES]
    for entry, reference, day in zip(library.entries, REFERENCES, DATES, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        assert fields["title"] == latex(reference.title)
        assert fields["langid"] == "arabic"
        assert fields.get("date", "") == day
        assert fields["url"] == reference.url
        assert fields["urldate"] == "2024-02-29"


@pytest.mark.parametrize("sign", SIGNS)
def test_what_tex_prints_is_what_was_written(sign: str):
    reference = REFERENCES[SIGNS.index(sign)]
    library = bibtexparser.parse_string(
        "".join(bibtex([reference])), append_middleware=[LatexDecodingMiddleware()]
    )
    [entry] = library.entries
    assert squeezed(entry["title"]) == squeezed(reference.title)


def test_ris_is_read_by_rispy():
    text = "".join(ris(REFERENCES))
    entries = rispy.loads(text)

    assert len(entries) == 200
    for entry, reference, day in zip(entries, REFERENCES, DATES, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry["id"] == reference.key
        assert entry["title"] == reference.title
        assert entry.get("authors", [""]) == [reference.author]
        assert entry.get("secondary_title", "") == reference.outlet
        assert entry["language"] == "ar"
        assert entry["urls"] == [reference.url]
        assert entry.get("date", "").strip("/") == day.replace("-", "/")


def test_csl_json_is_read_and_cited_by_citeproc():
    items: list[dict[str, Any]] = json.loads("".join(csl(REFERENCES)))

    assert [one["title"] for one in items] == [one.title for one in REFERENCES]
    assert [one.get("issued", {}).get("date-parts", [[]])[0] for one in items] == [
        list(reference.date_parts) for reference in REFERENCES
    ]
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    cited = CitationStylesBibliography(style, source, formatter.plain)
    for one in items:
        cited.register(Citation([CitationItem(one["id"])]))
    printed = [str(entry) for entry in cited.bibliography()]
    assert len(printed) == 200
    assert any("هدنة في المرفأ" in entry and "2014" in entry for entry in printed)


def test_no_references_are_an_empty_list():
    assert json.loads("".join(csl([]))) == []


def test_keys_stay_when_an_editor_mends_title_and_date():
    one = article(3)
    before = reference_of(one, url="", accessed=ACCESSED).key
    one.title, one.published_on = "عنوان آخر", None

    assert reference_of(one, url="", accessed=ACCESSED).key == before


def test_texts_are_one_file_an_article():
    pairs: list[tuple[Article, Reference]] = list(
        zip(ARTICLES, REFERENCES, strict=True)
    )
    archive = ZipFile(BytesIO(b"".join(text_archive(pairs))))

    assert archive.testzip() is None
    assert len(archive.namelist()) == 200
    text = archive.read("2014-01-01-1.txt").decode()
    assert "0 هدنة في المرفأ" in text
    assert text.endswith("\n\nنص.\n")
