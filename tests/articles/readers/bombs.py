"""Files made to hurt who reads them, built on the fly."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

import brotli

from tests.articles.readers.builders import (
    BODY,
    answer,
    docx_of,
    gzipped,
    lying_zip,
    page,
    replaced,
    warc_of,
    xlsx_of,
    zip_of,
)

MEGABYTE = 1024 * 1024
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ها'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'ها' * 50_000}'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def zeros(size: int) -> bytes:
    """Compress ``size`` zero bytes without holding them."""
    engine = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    step = bytes(MEGABYTE)
    parts = [engine.compress(step) for _ in range(size // MEGABYTE)]
    return b"".join([*parts, engine.flush()])


def nested(depth: int) -> bytes:
    """Pack an archive in an archive in an archive."""
    packed = zip_of({"خبر.txt": BODY.encode()})
    for _ in range(depth):
        packed = zip_of({f"{n}.zip": packed for n in range(10)})
    return packed


def overlapping(count: int) -> bytes:
    """Pack one member that the list of members names ``count`` times."""
    packed = zip_of({"خبر.txt": bytes(MEGABYTE // 4)})
    start = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    entries = packed[start:end] * count
    tail = struct.pack(
        *("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    )
    return packed[:start] + entries + tail


def zip64(declared: int) -> bytes:
    """Pack a member that declares a size of terabytes."""
    info = zipfile.ZipInfo("خبر.txt")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(info, "w", force_zip64=True) as member:
            member.write(BODY.encode())
        info.file_size = declared
    return stream.getvalue()


def encrypted() -> bytes:
    """Pack a member that says it is encrypted."""
    packed = bytearray(zip_of({"خبر.txt": BODY.encode()}))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(magic) + at] |= 1
    return bytes(packed)


def word(inside: str, before: str = "") -> bytes:
    """Write a Word document of this XML."""
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{inside}</w:body></w:document>'
    return docx_of([], xml=before + body)


def said(text: str) -> str:
    """Write a paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet(inside: str, before: str = "") -> bytes:
    """Write a workbook of this XML."""
    rows = f"<sheetData>{inside}</sheetData>"
    xml = f'{before}<worksheet xmlns="{_SHEET}">{rows}</worksheet>'
    return xlsx_of([["text"]], xml=xml)


def row(text: str) -> str:
    """Write a row of one cell."""
    return f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>'


def noisy(xml: str, noise: int) -> str:
    """Hide a ratio behind a comment that does not compress."""
    return f"{xml}<!--{random.Random(1).randbytes(noise).hex()}-->"


def rows(count: int) -> bytes:
    """Write a workbook of many rows."""
    return xlsx_of([["text", "n"], *((f"خبر {n}", n) for n in range(count))])


def coded(body: bytes, encoding: str) -> bytes:
    """Write a web archive of one page in this encoding."""
    return warc_of(answer(body, headers={"Content-Encoding": encoding}))


def mail(parts: int) -> bytes:
    """Write a mail of parts within parts."""
    heads = (
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'
        for n in range(parts)
    )
    return "".join(heads).encode() + BODY.encode()


QUICK: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a gigabyte declared": ("a.zip", lambda: lying_zip(b"x", 1024 * MEGABYTE)),
    "terabytes declared": ("a.zip", lambda: zip64(2**42)),
    "a lying header": ("a.zip", lambda: lying_zip(bytes(MEGABYTE), 100)),
    "archives in archives": ("a.zip", lambda: nested(2)),
    "overlapping members": ("a.zip", lambda: overlapping(1_000)),
    "a million zeros": ("a.zip", lambda: zip_of({"a.txt": bytes(2 * MEGABYTE)})),
    "too many members": ("a.zip", lambda: zip_of((f"{n}", b"") for n in range(2_001))),
    "an encrypted member": ("a.zip", encrypted),
    "billion laughs in Word": ("a.docx", lambda: word(said("&a9;"), LAUGHS)),
    "quadratic growth in Word": ("a.docx", lambda: word(said("&a;" * 999), QUADRATIC)),
    "a file from outside in Word": ("a.docx", lambda: word(said("&a;"), OUTSIDE)),
    "billion laughs in Excel": ("a.xlsx", lambda: sheet(row("&a9;"), LAUGHS)),
    "a file from outside in Excel": ("a.xlsx", lambda: sheet(row("&a;"), OUTSIDE)),
    "billion laughs in a page": ("a.html", lambda: f"{LAUGHS}<p>&a9;</p>".encode()),
    "deep json": ("a.json", lambda: b"[" * MEGABYTE),
    "deep objects": ("a.jsonl", lambda: b'{"a":' * (MEGABYTE // 4)),
    "a flate bomb in a PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + zeros(20 * MEGABYTE)),
    "a chunk without an end": (
        "a.warc",
        lambda: warc_of(
            answer(b"ffffffff\r\nx", headers={"Transfer-Encoding": "chunked"})
        ),
    ),
    "zeros in a record": ("a.warc", lambda: coded(zeros(40 * MEGABYTE), "gzip")),
    "a gzip bomb as an archive": ("a.warc.gz", lambda: zeros(40 * MEGABYTE)),
}
"""Small ones, that end at once: the name of the file and its bytes."""

HEAVY: dict[str, tuple[str, Callable[[], bytes]]] = {
    "five million paragraphs": ("a.docx", lambda: word("<w:p/>" * 5_000_000)),
    "paragraphs that hide their ratio": (
        "a.docx",
        lambda: word(noisy("<w:p/>" * 1_500_000, 900_000)),
    ),
    "deep XML in Word": ("a.docx", lambda: word(noisy("<w:p>" * 300_000, 500_000))),
    "a huge picture in Word": (
        "a.docx",
        lambda: replaced(docx_of([BODY]), "word/media/a.png", "\0" * 60 * MEGABYTE),
    ),
    "seven hundred thousand rows": ("a.xlsx", lambda: rows(700_000)),
    "a row of a million cells": (
        "a.xlsx",
        lambda: sheet(noisy(f"<row>{'<c><v>1</v></c>' * 1_000_000}</row>", 900_000)),
    ),
    "nested divs": ("a.html", lambda: b"<html><body>" + b"<div>" * 100_000),
    "millions of nested divs": ("a.html", lambda: b"<html><body>" + b"<div>" * 2000000),
    "attributes": ("a.html", lambda: b"<html><p " + b"a=b " * 4_000_000 + b">"),
    "different attributes": (
        "a.html",
        lambda: f"<html><p {' '.join(f'a{n}=b' for n in range(100_000))}>".encode(),
    ),
    "tables in tables": ("a.html", lambda: b"<html>" + b"<table><tr><td>" * 500_000),
    "unclosed links": ("a.html", lambda: b"<html>" + b"<a href=x><b>" * 500_000),
    "a comment of megabytes": ("a.html", lambda: b"<html><!--" + b"-" * 15_000_000),
    "endless json": ("a.json", lambda: b"[" * 15_000_000),
    "a list of millions": ("a.json", lambda: b"[" + b"{}," * 6_000_000 + b"{}]"),
    "a line of json of megabytes": (
        "a.jsonl",
        lambda: json.dumps({"text": "خبر " * 2_000_000}).encode()[: 19 * MEGABYTE],
    ),
    "a hundred thousand keys": (
        "a.json",
        lambda: json.dumps({f"k{n}": "x" for n in range(500_000)}).encode(),
    ),
    "columns": ("a.csv", lambda: b"text," * 3_900_000),
    "a quote without an end": ("a.csv", lambda: b'text,title\n"' + b"x,\n" * 6_000_000),
    "millions of rows": ("a.csv", lambda: b"text\n" + b"x\n" * 9_000_000),
    "a gigabyte in a record": ("a.warc", lambda: coded(zeros(1024 * MEGABYTE), "gzip")),
    "a gigabyte as an archive": ("a.warc.gz", lambda: zeros(1024 * MEGABYTE)),
    "brotli of zeros": (
        "a.warc",
        lambda: coded(brotli.compress(bytes(200 * MEGABYTE)), "br"),
    ),
    "records without an end": (
        "a.warc",
        lambda: gzipped(warc_of(answer(b""), compressed=False) * 80_000),
    ),
    "mail in mail": ("a.eml", lambda: mail(20_000)),
    "a page of one word": ("a.html", lambda: page(body="ا" * 9 * MEGABYTE).encode()),
    "text of one line": ("a.txt", lambda: ("ا" * 9 * MEGABYTE).encode()),
    "text of line ends": ("a.txt", lambda: BODY.encode() + b"\n" * 19 * MEGABYTE),
    "combining marks": ("a.txt", lambda: ("ا" + "\u0651" * 9 * MEGABYTE).encode()),
    "pages that must be stopped, together": (
        "a.zip",
        lambda: zip_of(
            {f"{n}.html": b"<table><tr><td>" * 200_000 + bytes([n]) for n in range(3)}
            | {"noise": random.Random(1).randbytes(200_000)}
        ),
    ),
}
"""Those that take seconds to build or to be stopped."""
