"""Word documents."""

import io

import docx
import pytest

from articles.readers import ReadError, Refusal
from articles.readers.docx import DocxReader
from tests.articles.readers.builders import BODY, LEAD, MORE, TITLE, docx_of, zip_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"<w:document {W}><w:body>%s</w:body></w:document>"


def read(content):
    [document] = DocxReader().read("ميناء.docx", content)
    return document


def refusal(content):
    with pytest.raises(ReadError) as fault:
        read(content)
    return fault.value.reason_code


def test_paragraphs_are_the_text_and_the_styled_title_its_title():
    document = read(docx_of([LEAD, "", MORE], title=TITLE))
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert document.hints == {"title": TITLE}


def test_without_a_styled_title_nothing_is_said_of_it():
    assert read(docx_of([TITLE, LEAD])).hints == {}


def test_tables_are_read_where_they_stand():
    document = docx.Document()
    document.add_paragraph(LEAD)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "السفن", "320"
    document.add_paragraph(MORE)
    written = io.BytesIO()
    document.save(written)
    assert read(written.getvalue()).text == f"{LEAD}\n\nالسفن\t320\n\n{MORE}"


ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
HOSTILE = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY e0 "خ">{ENTITIES}]>'
    + DOCUMENT % "<w:p><w:r><w:t>خبر &e9;</w:t></w:r></w:p>",
    "external entity": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    + DOCUMENT % "<w:p><w:r><w:t>خبر &f;</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_entities_are_never_expanded(name):
    try:
        text = read(docx_of([], xml=HOSTILE[name])).text
    except ReadError:
        return
    assert "root:" not in text
    assert len(text) < 100


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx_of([]), Refusal.NO_TEXT),
        (BODY.encode(), Refusal.WRONG_TYPE),
        (zip_of({"a.txt": b"x"}), Refusal.BROKEN),
        (docx_of([LEAD])[:2_000], Refusal.BROKEN),
        (docx_of([], xml="<not-word/>"), Refusal.BROKEN),
        (docx_of([], xml=DOCUMENT % ("<w:p/>" * 2_000_000)), Refusal.SUSPECT_RATIO),
    ],
)
def test_what_is_no_document_is_refused(content, reason):
    assert refusal(content) is reason
