"""Files of every format, made up for the tests: an invented harbour's news."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import docx
import openpyxl

TITLE = "ميناء رأس النخيل يستقبل 320 سفينة"
LEAD = (
    "قالت إدارة ميناء رأس النخيل اليوم الخميس إن أكثر من 320 سفينة رست على أرصفته "
    "خلال شهر نيسان الماضي، بزيادة كبيرة على الشهر السابق."
)
MORE = (
    "وأضافت الإدارة في بيان أن الأرصفة الجديدة كلفت 45 مليون دولار، وأن العمل فيها "
    "استغرق عامين كاملين بمشاركة عمال من ثلاث مدن."
)
BODY = f"{LEAD}\n\n{MORE}"


def page(head: str = "", body: str | None = None, title: str = TITLE) -> str:
    """Compose a page with menus round its article."""
    if body is None:
        body = f"<h1>{TITLE}</h1><div class='story'><p>{LEAD}</p><p>{MORE}</p></div>"
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>الرئيسية</a> <a href='/sport'>رياضة</a></nav>"
        f"<article>{body}</article><footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def zip_of(members: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Pack files, names as they are."""
    pairs = members.items() if isinstance(members, Mapping) else members
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def lying_zip(content: bytes, declared: int) -> bytes:
    """Pack a file whose headers declare another size than it unpacks to."""
    packed = bytearray(zip_of({"خبر.txt": content}))
    lie = struct.pack("<I", declared)
    local, central = packed.find(b"PK\x03\x04"), packed.find(b"PK\x01\x02")
    packed[local + 22 : local + 26] = lie
    packed[central + 24 : central + 28] = lie
    return bytes(packed)


def docx_of(paragraphs: Sequence[str], title: str = "", xml: str = "") -> bytes:
    """Write a Word document, or one whose text is the ``xml`` given."""
    document = docx.Document()
    if title:
        document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return replaced(written.getvalue(), "word/document.xml", xml)


def xlsx_of(rows: Iterable[Sequence[object]], xml: str = "") -> bytes:
    """Write a workbook of one sheet, or one whose sheet is the ``xml`` given."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("أخبار")
    for row in rows:
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    book.close()
    return replaced(written.getvalue(), "xl/worksheets/sheet1.xml", xml)


def replaced(packed: bytes, name: str, xml: str) -> bytes:
    """Put another text in the place of one member."""
    if not xml:
        return packed
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    return zip_of(members | {name: xml.encode()})


def answer(
    body: bytes,
    *,
    url: str = "http://harbour.example/news/1",
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
    kind: str = "response",
    sha1: str = "",
) -> SimpleNamespace:
    """Describe one record of a web archive."""
    told = {"Content-Type": "text/html", **(headers or {})}
    return SimpleNamespace(
        body=body, url=url, status=status, told=told, kind=kind, sha1=sha1
    )


def warc_of(*records: SimpleNamespace, compressed: bool = True) -> bytes:
    """Write a web archive."""
    written = [_record(each) for each in records]
    return b"".join(gzipped(each) if compressed else each for each in written)


def _record(told: SimpleNamespace) -> bytes:
    head = {"WARC-Type": told.kind, "WARC-Target-URI": told.url}
    block = told.body
    if told.kind == "resource":
        head["Content-Type"] = told.told["Content-Type"]
    else:
        head["Content-Type"] = "application/http; msgtype=response"
        lines = _lines(f"HTTP/1.1 {told.status}", told.told)
        block = lines + told.body
    if told.sha1:
        head["WARC-Block-Digest"] = f"sha1:{told.sha1}"
    head["Content-Length"] = str(len(block))
    return _lines("WARC/1.0", head) + block + b"\r\n\r\n"


def _lines(first: str, told: Mapping[str, str]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in told.items()), "", ""]
    return "\r\n".join(lines).encode()


def gzipped(data: bytes) -> bytes:
    """Compress as servers do."""
    engine = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    return engine.compress(data) + engine.flush()


def files_below(folder: Path) -> set[Path]:
    """List everything below a folder."""
    return set(folder.rglob("*"))
