"""From bytes to raw documents: one module a format behind one Protocol.

A reader decodes and names what it read; it neither parses articles nor stores anything.
"""

from articles.readers.document import (
    Member,
    RawDocument,
    Reader,
    ReadError,
    Refusal,
    RefusedFile,
)
from articles.readers.text import TextReader, decode_text

__all__ = [
    "Member",
    "RawDocument",
    "ReadError",
    "Reader",
    "Refusal",
    "RefusedFile",
    "TextReader",
    "decode_text",
]
