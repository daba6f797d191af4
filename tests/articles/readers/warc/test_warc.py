"""Web archives, whole and broken."""

import random
from contextlib import suppress
from pathlib import Path

import brotli
import pytest

from articles.readers import ReadError, Refusal
from articles.readers.document import (
    MAX_BYTES,
    REFUSAL_MESSAGES,
    Member,
    RefusedFile,
)
from articles.readers.files import read_file, read_files
from articles.readers.warc import WarcReader
from articles.readers.warc import reader as limits
from tests.articles.readers.builders import (
    BODY,
    TITLE,
    answer,
    gzipped,
    page,
    warc_of,
)

PAGE = page().encode()
URL = "http://harbour.example/news/1"


def given(*records, **options):
    return list(WarcReader().read("زحف.warc.gz", warc_of(*records, **options)))


def reasons(content):
    told = WarcReader().read("زحف.warc.gz", content)
    return [one.message for one in told if isinstance(one, RefusedFile)]


def chunked(data):
    parts = (data[at : at + 100] for at in range(0, len(data), 100))
    framed = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return framed + b"0\r\n\r\n"


ENCODED = {
    "plain": (PAGE, {}),
    "gzip": (gzipped(PAGE), {"Content-Encoding": "gzip"}),
    "brotli": (brotli.compress(PAGE), {"Content-Encoding": "br"}),
    "chunks": (chunked(PAGE), {"Transfer-Encoding": "chunked"}),
    "gzip in chunks": (
        chunked(gzipped(PAGE)),
        {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
    ),
    "said gzip, is plain": (PAGE, {"Content-Encoding": "gzip"}),
    "said brotli, is plain": (PAGE, {"Content-Encoding": "br"}),
    "said chunks, is plain": (PAGE, {"Transfer-Encoding": "chunked"}),
}


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("name", ENCODED)
def test_a_page_is_given_as_a_browser_saw_it(name, compressed):
    body, headers = ENCODED[name]
    assert given(answer(body, headers=headers), compressed=compressed) == [
        Member("زحف.warc.gz › 1.html", PAGE, url=URL)
    ]


def test_an_archive_compressed_as_a_whole_is_read_too():
    whole = gzipped(warc_of(answer(PAGE), answer(PAGE), compressed=False))
    assert len(list(WarcReader().read("زحف.warc.gz", whole))) == 2


def test_a_resource_is_a_page_as_well():
    assert given(answer(PAGE, kind="resource"))[0].content == PAGE


def test_a_page_becomes_an_article_with_its_address():
    [document] = read_file("زحف.warc.gz", warc_of(answer(PAGE)))
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert document.content == PAGE
    assert document.url == URL


def test_pictures_requests_and_notes_of_the_crawler_are_passed_over():
    records = (
        answer(b"\x89PNG", headers={"Content-Type": "image/png"}),
        answer(b"x", kind="resource", url="metadata://gnu.org/x"),
        answer(PAGE),
    )
    assert [one.label for one in given(*records)] == ["زحف.warc.gz › 3.html"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (answer(PAGE, status="404 Not Found"), Refusal.NOT_FOUND),
        (answer(b"", status="302 Found"), Refusal.NOT_FOUND),
        (answer(b"", kind="revisit"), Refusal.REVISIT),
        (answer(b""), Refusal.EMPTY),
        (
            answer(gzipped(PAGE)[:-20], headers={"Content-Encoding": "gzip"}),
            Refusal.TRUNCATED,
        ),
        (
            answer(chunked(PAGE)[:-50], headers={"Transfer-Encoding": "chunked"}),
            Refusal.TRUNCATED,
        ),
        (answer(b"\xff" * 99, headers={"Content-Encoding": "br"}), Refusal.BROKEN),
        (
            answer(gzipped(bytes(21 << 20)), headers={"Content-Encoding": "gzip"}),
            Refusal.TOO_MUCH_INSIDE,
        ),
    ],
)
def test_a_record_without_its_page_is_refused_alone(record, reason):
    refused, page_after = given(record, answer(PAGE))
    assert refused.message == REFUSAL_MESSAGES[reason]
    assert page_after.content == PAGE


@pytest.mark.parametrize("compressed", [True, False])
def test_wherever_an_archive_is_cut_off_whole_pages_are_given(compressed):
    whole = warc_of(answer(PAGE), answer(PAGE), compressed=compressed)
    for size in range(200, len(whole) - 10, 97):
        try:
            found = list(WarcReader().read("x.warc", whole[:size]))
        except ReadError:
            continue
        pages = [one for one in found if isinstance(one, Member)]
        assert {one.content for one in pages} <= {PAGE}


def test_flipped_bits_never_break_the_batch():
    whole = warc_of(answer(PAGE), answer(PAGE))
    for at in range(0, len(whole), 41):
        damaged = bytearray(whole)
        damaged[at] ^= 0x55
        try:
            found = list(WarcReader().read("x.warc.gz", bytes(damaged)))
        except ReadError:
            continue
        assert found


def test_an_archive_that_holds_too_much_is_read_as_far_as_allowed(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TOTAL_BYTES", len(PAGE) + 1)
    first, refused = given(answer(PAGE), answer(PAGE), answer(PAGE))
    assert first.content == PAGE
    assert refused.message == REFUSAL_MESSAGES[Refusal.TOO_MUCH_INSIDE]


def test_too_many_records_are_not_counted_to_the_end(monkeypatch):
    monkeypatch.setattr(limits, "MAX_RECORDS", 1)
    _, refused = given(answer(PAGE), answer(PAGE))
    assert refused.message == REFUSAL_MESSAGES[Refusal.TOO_MANY_MEMBERS]


def test_a_digest_that_does_not_match_is_told_with_the_page():
    [kept] = given(answer(PAGE, sha1="A" * 32))
    assert kept.content == PAGE
    assert kept.note


@pytest.mark.parametrize(
    "content", [b"WARC/1.0\r\n", b"\x1f\x8b\x08garbage", b"x" * 99]
)
def test_what_is_no_archive_is_refused(content):
    with suppress(ReadError):
        assert reasons(content)


def test_an_archive_is_known_by_its_first_bytes():
    reader = WarcReader()
    assert reader.accepts("زحف", warc_of(answer(PAGE)))
    assert reader.accepts("زحف", warc_of(answer(PAGE), compressed=False))
    assert not reader.accepts("زحف", gzipped(PAGE))


@pytest.mark.long
def test_an_archive_larger_than_a_file_may_be_is_streamed(tmp_path: Path) -> None:
    chance = random.Random(3)
    noise = (chance.randbytes(1_000_000).hex() for _ in range(25))
    records = [answer(page(head=f"<!--{each}-->").encode()) for each in noise]
    archive = tmp_path / "كبير.warc"
    archive.write_bytes(warc_of(*records, compressed=False))
    assert archive.stat().st_size > 2 * MAX_BYTES
    found = list(read_files([archive]))
    assert [one.text for one in found] == [f"{TITLE}\n\n{BODY}"] * 25
    assert {one.url for one in found} == {"http://harbour.example/news/1"}


@pytest.mark.long
def test_a_streamed_archive_that_breaks_off_gives_what_was_whole(
    tmp_path: Path,
) -> None:
    noise = random.Random(3).randbytes(11_000_000).hex()
    good, large = answer(page().encode()), answer(f"<p>{noise}".encode())
    archive = tmp_path / "مبتور.warc"
    content = warc_of(good, large, compressed=False)
    archive.write_bytes(content[:-1_000_000])
    first, *refused = read_files([archive])
    assert first.text == f"{TITLE}\n\n{BODY}"
    assert refused
    other = tmp_path / "آخر.warc"
    other.write_bytes(bytes(MAX_BYTES + 1))
    [nothing] = read_files([other])
    assert nothing.message == REFUSAL_MESSAGES[Refusal.WRONG_TYPE]
