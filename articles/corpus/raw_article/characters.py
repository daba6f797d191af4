"""Which characters may stand in an archived text.

Control characters, overrides of direction and invisible code points let a text show
other words than it holds (CVE-2021-42574), so they are cut before anything is stored.
What shapes Arabic words (ZERO WIDTH NON-JOINER and JOINER) or orders mixed lines (the
three marks of direction) stays in the body; the marks are dropped in titles and names,
which are shown inside other sentences.
"""

from __future__ import annotations

import re
import sys
import unicodedata

_KEPT_FORMAT = {
    0x061C,  # ARABIC LETTER MARK
    0x200C,  # ZERO WIDTH NON-JOINER
    0x200D,  # ZERO WIDTH JOINER
    0x200E,  # LEFT-TO-RIGHT MARK
    0x200F,  # RIGHT-TO-LEFT MARK
    *range(0x0600, 0x0606),  # ARABIC NUMBER SIGN .. NUMBER MARK ABOVE: visible
    0x06DD,  # ARABIC END OF AYAH: visible
    0x08E2,  # ARABIC DISPUTED END OF AYAH: visible
    *range(0x0890, 0x0892),  # ARABIC POUND and PIASTRE MARK ABOVE: visible
}
_DIRECTION_MARKS = "\u061c\u200e\u200f"
LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


_ALLOWED = frozenset(map(ord, "\t" + LINE_BREAKS)) | _KEPT_FORMAT
_FORBIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs"))
_NONCHARACTERS = frozenset(range(0xFDD0, 0xFDF0)) | {
    code
    for end in range(0xFFFF, sys.maxunicode + 1, 0x10000)
    for code in (end - 1, end)
}


def _forbidden_class() -> str:
    # Format characters of the other planes are few; planes 3 to 13 hold none but the
    # two noncharacters at their ends.
    planes = [*range(0x20000), *range(0xE0000, 0xE1000)]
    categories = map(unicodedata.category, map(chr, planes))
    codes = {
        code
        for code, category in zip(planes, categories, strict=True)
        if category in _FORBIDDEN_CATEGORIES
    }
    runs: list[list[int]] = []
    for code in sorted((codes - _ALLOWED) | _NONCHARACTERS):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)


_FORBIDDEN = _forbidden_class()
FORBIDDEN = re.compile(f"[{_FORBIDDEN}]")
LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")
PLACEHOLDER = "\u200b"  # ZERO WIDTH SPACE: folding drops it, so rules do not see it
BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x1f" + PLACEHOLDER
NOT_BLANK = re.compile(f"[^{BLANK}]")

_FORBIDDEN_IN_NAMES = re.compile(f"[{_FORBIDDEN}{_DIRECTION_MARKS}]")


def is_clean(raw: str) -> bool:
    """Tell whether no forbidden character stands in a text.

    Nothing printable is forbidden, and that is known sooner.
    """
    return raw.replace("\n", "").isprintable() or FORBIDDEN.search(raw) is None


def mask_forbidden(raw: str) -> str:
    """Put a ZERO WIDTH SPACE for each forbidden character, so that offsets stay."""
    return FORBIDDEN.sub(PLACEHOLDER, raw)


def clean_name(text: str) -> str:
    """Give a title, outlet or author as it may be stored and shown on one line.

    >>> clean_name("\\u202eوكالة\\u200f   الميناء ")
    'وكالة الميناء'
    """
    return " ".join(_FORBIDDEN_IN_NAMES.sub("", text).split())
