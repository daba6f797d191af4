"""References as CSL-JSON, for citeproc and pandoc.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.exports.references import Reference


def csl(references: Iterable[Reference]) -> Iterator[str]:
    """Write one list of all references, an item a line."""
    before = "[\n"
    for reference in references:
        yield before + json.dumps(item(reference), ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def item(reference: Reference) -> dict[str, Any]:
    """Describe a newspaper article; what is unknown is left out.

    Names are literal: Arabic ones have no part to sort by.
    """
    accessed = reference.accessed
    said: dict[str, Any] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else None,
        "container-title": reference.outlet,
        "section": reference.section,
        "publisher-place": reference.place,
        "source": reference.agency,
        "issued": _date(reference.date_parts),
        "accessed": _date((accessed.year, accessed.month, accessed.day)),
        "language": reference.language,
        "URL": reference.url,
        "archive": reference.archive,
        "note": f"original: {reference.source_url}" if reference.source_url else "",
    }
    return {name: value for name, value in said.items() if value}


def _date(parts: tuple[int, ...]) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [list(parts)]} if parts else None
