"""Any file in: its documents, or an Arabic reason why it has none."""

import random
from pathlib import Path

import pytest

from articles.readers import RawDocument, Refusal
from articles.readers.document import MAX_BYTES, REFUSAL_MESSAGES, RefusedFile
from articles.readers.files import files_under, read_file, read_files
from articles.readers.registry import READERS, reader_of
from tests.articles.readers.builders import (
    BODY,
    LEAD,
    MORE,
    TITLE,
    answer,
    docx_of,
    page,
    warc_of,
    xlsx_of,
    zip_of,
)

MAIL = (
    f"Subject: {TITLE}\nDate: Sat, 12 May 2018 09:30:00 +0300\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    f"{BODY}"
)
FILES = {
    "ميناء.txt": BODY.encode(),
    "ميناء.html": page().encode(),
    "ميناء.docx": docx_of([LEAD, MORE], title=TITLE),
    "ميناء.csv": f"title,text\n{TITLE},{LEAD}\n".encode(),
    "ميناء.xlsx": xlsx_of([["title", "text"], [TITLE, BODY]]),
    "ميناء.json": b'{"text": "%s"}' % LEAD.encode(),
    "ميناء.eml": MAIL.encode(),
    "ميناء.warc": warc_of(answer(page().encode()), compressed=False),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_its_document(name):
    [document] = read_file(name, FILES[name])
    assert isinstance(document, RawDocument), document
    assert LEAD in document.text


def test_an_archive_of_every_format_gives_them_all():
    inside = {name: data for name, data in FILES.items() if ".warc" not in name}
    found = list(read_file("كل.zip", zip_of(inside)))
    assert [type(one) for one in found] == [RawDocument] * len(inside)


def test_a_document_of_an_archive_is_read_again_from_its_own_bytes():
    for first in read_file("كل.zip", zip_of({"b/خبر.html": page().encode()})):
        [again] = read_file(first.label, first.content, charset=first.charset)
        assert (again.text, again.hints) == (first.text, first.hints)


def test_a_mail_is_titled_by_its_subject():
    [document] = read_file("ميناء.eml", MAIL.encode())
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert dict(document.hints) == {"title": TITLE, "published": "2018-05-12T09:30"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("تقرير.pdf", b"%PDF-1.7", Refusal.PDF),
        ("تقرير.txt", b"%PDF-1.7", Refusal.PDF),
        ("قديم.doc", b"\xd0\xcf\x11\xe0", Refusal.UNREAD_TYPE),
        ("ضغط.tar.gz", b"\x1f\x8b", Refusal.UNREAD_TYPE),
        ("صورة.png", b"\x89PNG\r\n", Refusal.BINARY),
        ("كبير.txt", b"x" * (MAX_BYTES + 1), Refusal.TOO_LARGE),
        ("فارغ.eml", b"Subject: x\n\n", Refusal.NO_TEXT),
    ],
)
def test_what_is_not_read_is_refused_with_a_reason(name, content, reason):
    [refused] = read_file(name, content)
    assert refused == RefusedFile(name, REFUSAL_MESSAGES[reason])


def test_every_refusal_has_an_arabic_message():
    assert set(REFUSAL_MESSAGES) == set(Refusal)
    assert len(set(REFUSAL_MESSAGES.values())) == len(Refusal)


def test_a_folder_gives_the_files_that_readers_know(tmp_path):
    for name in [*FILES, "style.css", "photo.jpg"]:
        (tmp_path / name).write_bytes(FILES.get(name, b"x"))
    assert {path.name for path in files_under([tmp_path])} == set(FILES)


def test_a_file_that_is_gone_tells_so():
    [refused] = read_files([Path("/nowhere/ميناء.txt")])
    assert refused.label == "ميناء.txt"


def test_a_wrong_name_is_told_and_never_breaks_the_batch():
    for name in FILES:
        for content in FILES.values():
            found = list(reader_results(name, content))
            assert found


def test_damaged_files_are_read_or_refused():
    chance = random.Random(5)
    for name, content in FILES.items():
        for _ in range(12):
            damaged = bytearray(content)
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
            cut = chance.choice([len(damaged), chance.randrange(len(damaged))])
            assert list(reader_results(name, bytes(damaged[:cut])))


def reader_results(name, content):
    """Read here, without a child, so that a fault shows itself."""
    from articles.readers import ReadError

    reader = reader_of(name, content)
    assert reader in READERS
    try:
        yield from reader.read(name, content)
    except ReadError as fault:
        yield fault
