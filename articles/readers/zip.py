"""ZIP archives of files that other readers read."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator

from articles.readers.archive_limits import (
    BROKEN_ZIP,
    MAX_UNPACKED_BYTES,
    open_zip,
    read_up_to,
)
from articles.readers.document import Member, ReadError, Refusal, RefusedFile
from articles.readers.labels import has_suffix, inside

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_FURNITURE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class ZipReader:
    """Reads ``.zip``: nothing is extracted to disk, names are labels only."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as ZIP archives."""
        return has_suffix(label, (".zip",))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[Member | RefusedFile]:
        """Give each member; one that is broken or no plain file is refused alone."""
        with open_zip(content) as archive:
            files = [info for info in archive.infolist() if _is_file(info)]
            if not files:
                raise ReadError(Refusal.EMPTY)
            left = MAX_UNPACKED_BYTES
            for info in files:
                name = inside(label, _name(info))
                try:
                    data = _read(archive, info, left)
                except ReadError as fault:
                    yield RefusedFile(name, fault.message)
                else:
                    left -= len(data)
                    yield Member(name, data)


def _is_file(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    return not (
        info.is_dir() or name.startswith(_FURNITURE[0]) or name.endswith(_FURNITURE[1:])
    )


def _name(info: zipfile.ZipInfo) -> str:
    """Give a member's name; old programs wrote UTF-8 without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(Refusal.ENCRYPTED)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadError(Refusal.LINK)
    try:
        with archive.open(info) as stream:
            return read_up_to(stream, most)
    except ReadError:
        raise
    except BROKEN_ZIP:
        raise ReadError(Refusal.BROKEN) from None
