"""References for BibLaTeX: https://ctan.org/pkg/biblatex, manual section 2.2.

``@article`` with ``entrysubtype = {newspaper}``, dates as exact as they are known and
``langid = {arabic}``, so that polyglossia and babel set each reference right-to-left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articles.corpus.addresses import ascii_address
from articles.exports.references import Reference

_LANGUAGES = {"ar": "arabic", "en": "english", "fr": "french", "fa": "persian"}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces whether a backslash stands before them or not: each needs its
    # fellow, which takes no room on paper.
    "{": r"\{\vphantom{\}}",
    "}": r"\vphantom{\{}\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")

_HYPHENS = re.compile("-(?=-)")  # TeX would make a dash of two


def bibtex(references: Iterable[Reference]) -> Iterator[str]:
    """Write one entry after another."""
    for reference in references:
        yield entry(reference)


def entry(reference: Reference) -> str:
    """Write the entry of a reference; what is unknown is left out.

    Names are in braces of their own: they are one piece, whatever words are in them.
    """
    fields = {
        "author": f"{{{latex(reference.author)}}}" if reference.author else "",
        "title": latex(reference.title),
        "journaltitle": latex(reference.outlet),
        "entrysubtype": "newspaper",
        "titleaddon": latex(reference.section),
        "location": latex(reference.place),
        "date": reference.iso_date if reference.date_parts else "",
        "langid": _LANGUAGES.get(reference.language, ""),
        "language": _LANGUAGES.get(reference.language, ""),
        "url": ascii_address(reference.url),
        "urldate": reference.accessed.isoformat(),
        "note": latex(_note(reference)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@article{{{reference.key},\n{''.join(lines)}}}\n\n"


def latex(text: str) -> str:
    """Write text so that TeX prints it; braces stay balanced for whoever counts them.

    >>> latex("«النسبة 12% & {أكثر}»")
    '«النسبة 12\\\\% \\\\& \\\\{\\\\vphantom{\\\\}}أكثر\\\\vphantom{\\\\{}\\\\}»'
    """
    text = _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], text)
    return _HYPHENS.sub("-{}", text)


def _note(reference: Reference) -> str:
    """Say what has no field: who the text came from, whose words the title is."""
    said = [
        f"نقلًا عن {reference.agency}" if reference.agency else "",
        "العنوان مشتق من الجملة الأولى" if reference.title_derived else "",
        reference.source_url,
    ]
    return "؛ ".join(part for part in said if part)
