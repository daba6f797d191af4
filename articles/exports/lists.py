"""What a list shows, in the words by which it is taken along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

_HEADINGS = {"outlet": "outlet", "section": "section", "author": "author"}


def list_query(page: str, parts: Mapping[str, Any], year: str = "") -> str:
    """Write the query of ``ExportForm`` for the list on a page; "" for no list.

    ``page`` is the name of its address, ``parts`` what the address says, ``year`` the
    year chosen on it.

    >>> list_query("outlet_month", {"slug": "المرفأ", "year": 2014, "month": 8})
    'outlet=%D8%A7%D9%84%D9%85%D8%B1%D9%81%D8%A3&period=2014-08'
    """
    said: dict[str, str] = {}
    heading = _HEADINGS.get(page.partition("_")[0])
    if heading and "slug" in parts:
        said[heading] = str(parts["slug"])
    if page in ("undated", "unknown_outlet"):
        said[page] = "1"
    dated = [
        f"{int(parts[name]):0{width}}"
        for name, width in (("year", 4), ("month", 2), ("day", 2))
        if name in parts
    ]
    if period := "-".join(dated) or year:
        said["period"] = period
    return urlencode(said)
