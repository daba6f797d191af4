"""Names that came with files: words to show, never paths to open."""

from __future__ import annotations

from articles.corpus.raw_article.characters import clean_name

MAX_LENGTH = 200
_NO_FOLDERS = ("", ".", "..")
_UNNAMED = "بلا اسم"


def label_of(name: str) -> str:
    """Give a member's name without roots, climbs, drives and invisible characters.

    >>> label_of("../../etc/\\u202eأخبار.txt")
    'etc/أخبار.txt'
    >>> label_of("C:\\\\أخبار\\\\ميناء.txt")
    'أخبار/ميناء.txt'
    """
    steps = [clean_name(step) for step in name.replace("\\", "/").split("/")]
    steps = [step for step in steps if step not in _NO_FOLDERS and step[1:] != ":"]
    return "/".join(steps)[-MAX_LENGTH:].lstrip("/") or _UNNAMED


def inside(container: str, name: str) -> str:
    """Name a member after its container, ending as the member's own name does.

    >>> inside("أيار.zip", "../ميناء.txt")
    'أيار.zip › ميناء.txt'
    """
    return f"{label_of(container)} › {label_of(name)}"


def has_suffix(label: str, suffixes: tuple[str, ...]) -> bool:
    """Tell whether a name ends in one of ``suffixes`` (lower case, with their dot)."""
    return label.rstrip().lower().endswith(suffixes)
