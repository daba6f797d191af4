"""References as RIS, which EndNote, Zotero and Mendeley read.

Two capitals, two spaces, a hyphen and a space before each value, CRLF at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.references import Reference


def ris(references: Iterable[Reference]) -> Iterator[str]:
    """Write one reference after another."""
    for reference in references:
        yield record(reference)


def record(reference: Reference) -> str:
    """Write a newspaper article; dates are ``2014/08/05/``, unknown parts empty."""
    known = reference.iso_date.split("-") if reference.date_parts else []
    year, month, day = [*known, "", "", ""][:3]
    values = [
        ("TY", "NEWS"),
        ("ID", reference.key),
        ("TI", reference.title),
        ("AU", reference.author),
        ("T2", reference.outlet),
        ("SE", reference.section),
        ("CY", reference.place),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", reference.language),
        ("UR", reference.url),
        ("L2", reference.source_url),
        ("DB", reference.archive),
        ("Y2", f"{reference.accessed:%Y/%m/%d}/"),
        ("N1", f"نقلًا عن {reference.agency}" if reference.agency else ""),
        ("N1", "العنوان مشتق من الجملة الأولى" if reference.title_derived else ""),
    ]
    lines = [f"{tag}  - {value}\r\n" for tag, value in values if value]
    return f"{''.join(lines)}ER  - \r\n\r\n"
