"""Which reader reads which file."""

from __future__ import annotations

from articles.readers.document import Reader, TableReader
from articles.readers.docx import DocxReader
from articles.readers.eml import EmlReader
from articles.readers.html.reader import HtmlReader
from articles.readers.refused_types import PdfReader, UnreadReader
from articles.readers.tables.delimited import CsvReader
from articles.readers.tables.json_lines import JsonLinesReader
from articles.readers.tables.spreadsheet import XlsxReader
from articles.readers.text import TextReader
from articles.readers.warc import WarcReader
from articles.readers.zip import ZipReader

LIGHT: tuple[Reader, ...] = (PdfReader(), UnreadReader(), TextReader())
"""These only decode or refuse: they need no process of their own."""

CONTAINERS: tuple[Reader, ...] = (ZipReader(), WarcReader())
"""These give files for other readers; none of them is opened inside another one."""

TABLES: tuple[TableReader, ...] = (CsvReader(), XlsxReader(), JsonLinesReader())
"""These give a document a row; which column is what can be chosen for them."""

READERS: tuple[Reader, ...] = (
    *LIGHT,
    *CONTAINERS,
    HtmlReader(),
    DocxReader(),
    *TABLES,
    EmlReader(),
)
"""One reader a format; the first that accepts a file reads it."""


def reader_of(label: str, content: bytes = b"") -> Reader | None:
    """Give the reader that accepts a file by its name and bytes, if there is one.

    >>> reader_of("ميناء.html").__class__.__name__
    'HtmlReader'
    """
    return next((one for one in READERS if one.accepts(label, content)), None)
