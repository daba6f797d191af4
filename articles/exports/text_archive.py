"""Articles as plain texts in one ZIP, written as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from io import RawIOBase
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from articles.exports.cells import clean_text
from articles.exports.references import Reference, one_line
from articles.models import Article

_CHUNK = 64 * 1024
_EARLIEST = 1980  # the time of a file in a ZIP begins here


def text_archive(articles: Iterable[tuple[Article, Reference]]) -> Iterator[bytes]:
    """Write a file an article, named by date and number: ``2014-08-05-17.txt``."""
    pipe = _Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for article, reference in articles:
            named = "-".join(filter(None, (_day(reference), str(article.pk))))
            info = ZipInfo(f"{named}.txt", _moment(article.published_on))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, text_of(article, reference).encode())
            if pipe.size >= _CHUNK:
                yield pipe.taken()
    yield pipe.taken()


def text_of(article: Article, reference: Reference) -> str:
    """Write an article for reading: what is known of it, an empty line, its body."""
    about = [
        reference.outlet,
        reference.section,
        reference.title,
        reference.author,
        reference.iso_date if reference.date_parts else "",
        one_line(article.dateline_place),
        reference.url,
    ]
    head = "\n".join(part for part in about if part)
    return f"{head}\n\n{clean_text(article.body)}\n"


def _day(reference: Reference) -> str:
    return reference.iso_date if reference.date_parts else ""


def _moment(day: date | None) -> tuple[int, int, int, int, int, int]:
    if day is None or not _EARLIEST <= day.year <= 2107:
        return (_EARLIEST, 1, 1, 0, 0, 0)
    return (day.year, day.month, day.day, 0, 0, 0)


class _Pipe(RawIOBase):
    """A file that is only written, whose bytes are taken away as they come."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]  # any buffer, as files take it
        self._parts.append(part)
        self.size += len(part)
        return len(part)

    def taken(self) -> bytes:
        """Give what was written since this was asked last."""
        data, self._parts, self.size = b"".join(self._parts), [], 0
        return data
