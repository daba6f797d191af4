"""What a file made of compressed members may hold before it is called a bomb."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO

from articles.readers.document import ReadError, Refusal

MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_RATIO = 100
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises on a member that is damaged or unheard of."""

_CHUNK = 64 * 1024


def open_zip(content: bytes) -> zipfile.ZipFile:
    """Open a ZIP in memory, having weighed what its own list of members declares.

    Raises ``ReadError`` for a list that is broken, too long, or declares too much.
    """
    if not content.startswith(ZIP_MAGIC):
        raise ReadError(Refusal.WRONG_TYPE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN_ZIP:
        raise ReadError(Refusal.BROKEN) from None
    members = archive.infolist()
    declared = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise ReadError(Refusal.TOO_MANY_MEMBERS)
    if declared > MAX_UNPACKED_BYTES:
        raise ReadError(Refusal.TOO_MUCH_INSIDE)
    if declared > MAX_RATIO * len(content):
        raise ReadError(Refusal.SUSPECT_RATIO)
    return archive


def read_up_to(stream: IO[bytes], most: int) -> bytes:
    """Read a stream to its end, counting real bytes: headers may lie.

    Raises ``ReadError`` as soon as there are more than ``most``.
    """
    parts: list[bytes] = []
    left = most
    while part := stream.read(min(_CHUNK, left + 1)):
        left -= len(part)
        if left < 0:
            raise ReadError(Refusal.TOO_MUCH_INSIDE)
        parts.append(part)
    return b"".join(parts)


def check_members(content: bytes) -> None:
    """Read every member of an office file once, so that none unpacks to more than said.

    Raises ``ReadError``. The limits of the process do the rest.
    """
    with open_zip(content) as archive:
        left = MAX_UNPACKED_BYTES
        for member in archive.infolist():
            if member.flag_bits & 0x1:
                raise ReadError(Refusal.ENCRYPTED)
            try:
                with archive.open(member) as stream:
                    left -= len(read_up_to(stream, left))
            except ReadError:
                raise
            except BROKEN_ZIP:
                raise ReadError(Refusal.BROKEN) from None
