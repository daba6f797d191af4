"""Lets Haystack's ``SearchQuerySet`` ask the archive's engines, in their own language.

The archive itself asks through ``search.engine``; this is for what else of Haystack
someone plugs in. A query set becomes text of ``search.language.syntax``, which engines
never see but as a tree.
"""

from __future__ import annotations

from typing import Any

from haystack.backends import BaseSearchQuery
from haystack.exceptions import SearchFieldError
from haystack.models import SearchResult

from search.backends.contract import ArchiveBackend, Plan
from search.language.lexer import FIELDS
from search.language.syntax import parse

_EVERYTHING = "*"
_LARGEST_SLICE = 1_000


class ArchiveQuery(BaseSearchQuery):  # type: ignore[misc]
    """Writes the filters of a query set in the query language."""

    def build_query_fragment(self, field: str, filter_type: str, value: Any) -> str:
        """Write one filter; a field that a query can't name is refused."""
        text = str(getattr(value, "query_string", value))
        if field in {"content", "text"}:
            return f"({text})"
        if field not in FIELDS:
            raise SearchFieldError(f"{field} can't be asked for by a query")
        return f"{field}:({text})"


def search(backend: ArchiveBackend, query: str, **options: Any) -> dict[str, Any]:
    """Answer as Haystack wants it: results of the slice and the number of all hits."""
    start = options.get("start_offset") or 0
    end = options.get("end_offset") or start + _LARGEST_SLICE
    node = None if query == _EVERYTHING else parse(query).node
    if node is None and query != _EVERYTHING:
        return {"results": [], "hits": 0}
    found = backend.find(Plan(node, start=start, limit=max(0, end - start)))
    made = options.get("result_class") or SearchResult
    return {
        "results": [made("articles", "article", pk, score) for pk, score in found.hits],
        "hits": found.total,
    }
