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
_LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_forbidden(code: int) -> bool:
    char = chr(code)
    if char == "\t" or char in _LINE_BREAKS or code in _KEPT_FORMAT:
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") or _is_noncharacter(code)


def _forbidden_class() -> str:
    # Format characters of the other planes are few; planes 3 to 13 hold none but the
    # two noncharacters at their ends.
    planes = [*range(0x20000), *range(0xE0000, 0xE1000)]
    ends = [
        code for code in range(0x1FFFE, sys.maxunicode + 1) if code & 0xFFFF >= 0xFFFE
    ]
    codes = sorted({code for code in planes if _is_forbidden(code)} | set(ends))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)


FORBIDDEN = re.compile(f"[{_forbidden_class()}]")
LINE_BREAK = re.compile(f"[{_LINE_BREAKS}]")
PLACEHOLDER = "\u200b"  # ZERO WIDTH SPACE: folding drops it, so rules do not see it
BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x1f" + PLACEHOLDER
NOT_BLANK = re.compile(f"[^{BLANK}]")

_FORBIDDEN_IN_NAMES = re.compile(f"[{_forbidden_class()}{_DIRECTION_MARKS}]")


def mask_forbidden(raw: str) -> str:
    """Put a ZERO WIDTH SPACE for each forbidden character, so that offsets stay."""
    return FORBIDDEN.sub(PLACEHOLDER, raw)


def clean_name(text: str) -> str:
    """Give a title, outlet or author as it may be stored and shown on one line.

    >>> clean_name("\\u202eوكالة\\u200f   الميناء ")
    'وكالة الميناء'
    """
    return " ".join(_FORBIDDEN_IN_NAMES.sub("", text).split())
