"""Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.readers.archive_limits import check_members
from articles.readers.document import RawDocument, ReadError, Refusal
from articles.readers.labels import has_suffix

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TITLE_STYLES = ("Title", "Heading 1")


class DocxReader:
    """Reads ``.docx``: paragraphs and the cells of tables, in the order of the page."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as Word documents."""
        return has_suffix(label, (".docx",))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the one document; its first paragraph styled as a title is its title."""
        check_members(content)
        text, title = _contents(content)
        if not text:
            raise ReadError(Refusal.NO_TEXT)
        yield RawDocument(
            label=label,
            content=content,
            text=text,
            media_type=MEDIA_TYPE,
            charset="utf-8",
            hints={"title": title} if title else {},
        )


def _contents(content: bytes) -> tuple[str, str]:
    from docx import Document  # slow to import: only where a document is read

    try:
        document = Document(io.BytesIO(content))
        text = "\n\n".join(line for line in _lines(document) if line.strip())
        return text, _title(document)
    except MemoryError:
        raise
    except Exception:  # the library lets through whatever its parts raise
        raise ReadError(Refusal.BROKEN) from None


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and text not in cells[-1:]:  # a merged cell is given once a column
                cells.append(text)
        yield "\t".join(cells)


def _title(document: Document) -> str:
    first = next((each for each in document.paragraphs if each.text.strip()), None)
    if first is None or first.style is None or first.style.name not in _TITLE_STYLES:
        return ""
    return " ".join(first.text.split())
