"""How a child hands over what it read: lines of JSON, each with the bytes it names.

Plain JSON, not pickles: the reader of a hostile file must not be able to make its
parent run anything.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import IO, Any

from articles.readers.document import Member, RawDocument, RefusedFile
from articles.readers.tables import ColumnChoice, Table

Found = RawDocument | Member | RefusedFile | Table

STATUS = struct.Struct("i")
"""How the exit status of a child comes back."""

_KINDS: dict[str, type[Found]] = {
    kind.__name__: kind for kind in (RawDocument, Member, RefusedFile, Table)
}
_END = "end"


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read: the bytes that are read stand behind it.

    Of a table only its first rows are wanted where ``head`` is set. A web archive too
    large to stand in memory is read from its ``path`` instead.
    """

    label: str
    charset: str | None
    content: bytes
    columns: ColumnChoice | None = None
    head: bool = False
    path: str = ""


def write_request(stream: IO[bytes], request: Request) -> None:
    """Write what is asked of the child."""
    _write(stream, asdict(request) | {"content": None}, request.content)


def read_request(stream: IO[bytes]) -> Request:
    """Read what was asked."""
    told = _read_head(stream)
    columns = told["columns"] and ColumnChoice(**told["columns"])
    return Request(**told | {"content": stream.read(), "columns": columns})


def write_found(stream: IO[bytes], found: Found, whole: bytes) -> None:
    """Write one result; bytes that are the ``whole`` file are not sent back."""
    fields = asdict(found)
    content = fields.pop("content", b"")
    size = None if content is whole or content == whole else len(content)
    head = {"kind": type(found).__name__, "size": size, "fields": fields}
    _write(stream, head, b"" if size is None else content)


def write_end(stream: IO[bytes]) -> None:
    """Write that nothing is missing: without it the child has died on the way."""
    _write(stream, {"kind": _END})


def read_found(stream: IO[bytes], whole: bytes) -> Iterator[Found]:
    """Give what was handed over whole; raise ``EOFError`` where there is no end."""
    while (head := _read_head(stream))["kind"] != _END:
        fields, kind = head["fields"], _KINDS[head["kind"]]
        if kind is RefusedFile:
            fields["choices"] = tuple(fields["choices"])
        elif kind is Table:
            pass
        elif head["size"] is None:
            fields["content"] = whole
        else:
            fields["content"] = _read_exactly(stream, head["size"])
        yield kind(**fields)


def _write(stream: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    stream.write(json.dumps(head).encode() + b"\n" + content)


def _read_head(stream: IO[bytes]) -> dict[str, Any]:
    line = stream.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head: dict[str, Any] = json.loads(line)
    return head


def _read_exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) != size:
        raise EOFError
    return content
