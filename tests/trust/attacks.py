"""Every pattern in the code, and texts made to be slow for it.

A text is the part of a pattern that may be repeated, many times over, behind what the
pattern wants to stand before it and with an end that it doesn't take.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import islice, product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import articles
import portal
import search

TEXTS = 20
ENDS = ("!", "", "\n", "ا", "1", " ", "x", ")", ".", "\x00")
_DEEPEST = 4
_CLASSES = {
    code.CATEGORY_DIGIT: "1",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_WORD: "ا",
    code.CATEGORY_NOT_DIGIT: "ا",
    code.CATEGORY_NOT_SPACE: "ا",
    code.CATEGORY_NOT_WORD: "-",
}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


@dataclass(frozen=True)
class Found:
    """A pattern, where it stands, and the ways in which the code asks it."""

    name: str
    pattern: re.Pattern[Any]
    asked: tuple[str, ...]


def patterns() -> list[Found]:
    """Give every pattern that a module of the archive keeps, once."""
    found: dict[tuple[Any, int], Found] = {}
    for module in _modules():
        source = _source(module)
        for name, value in vars(module).items():
            for pattern in _inside(value):
                key = pattern.pattern, pattern.flags
                asked = re.findall(rf"\b{name}\.(\w+)\(", source)
                known = found[key].asked if key in found else ()
                ways = tuple(sorted({*asked, *known} & set(_WAYS)))
                found[key] = Found(f"{module.__name__}.{name}", pattern, ways)
    return list(found.values())


_WAYS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def _modules() -> Iterator[ModuleType]:
    for root in (articles, search, portal):
        for one in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if not re.search(r"\.migrations|freeze$|\.wsgi$", one.name):
                importlib.import_module(one.name)
    ours = re.compile(r"(articles|search|portal)\b")
    yield from [one for name, one in sorted(sys.modules.items()) if ours.match(name)]


def _source(module: ModuleType) -> str:
    if not module.__file__:
        return ""
    with open(module.__file__, encoding="utf-8") as file:
        return file.read()


def _inside(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < _DEEPEST and not isinstance(value, str | bytes | type):
        inner: list[Any] = []
        if isinstance(value, Mapping):
            inner = [*value.keys(), *value.values()]
        elif isinstance(value, list | tuple | set | frozenset):
            inner = list(value)
        elif is_dataclass(value):
            inner = [getattr(value, field.name, None) for field in fields(value)]
        for one in inner:
            yield from _inside(one, depth + 1)


def hostile_texts(pattern: re.Pattern[Any], length: int) -> list[Any]:
    """Give twenty texts of about ``length`` characters made for one pattern."""
    text = pattern.pattern
    told = text.decode("latin-1") if isinstance(text, bytes) else text
    tree = parser.parse(told, pattern.flags & ~re.DEBUG & ~re.UNICODE)
    pumps = list(dict.fromkeys(islice(_pumps(tree, ""), 200))) or [("", "ا")]
    made = [
        (before + pump * (length // len(pump)))[:length] + end
        for end, (before, pump) in islice(product(ENDS, pumps), TEXTS)
        if pump
    ]
    made += [pump[:1] * length + end for end in ENDS for _before, pump in pumps[:1]]
    some = made[:TEXTS]
    if isinstance(text, bytes):
        return [one.encode("latin-1", "replace") for one in some]
    return some


def _pumps(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Give what may be repeated, each with what has to stand before it."""
    for operation, given in tree:
        if operation in _REPEATS:
            least, most, inner = given
            if most > 8:
                yield before, _sample(inner)
                yield "", _sample(inner)
            yield from _pumps(inner, before)
            before += _sample(inner) * min(least, 40)
        elif operation is code.SUBPATTERN:
            yield from _pumps(given[-1], before)
            before += _sample(given[-1])
        elif operation is code.BRANCH:
            for branch in given[1]:
                yield from _pumps(branch, before)
            before += _sample(given[1][0])
        elif operation not in (code.ASSERT, code.ASSERT_NOT, code.AT):
            before += _sample([(operation, given)])


def _sample(tree: Any) -> str:
    """Write something that a part of a pattern takes."""
    return "".join(_sample_of(operation, given) for operation, given in tree)


def _sample_of(operation: Any, given: Any) -> str:
    if operation is code.LITERAL:
        return chr(given)
    if operation is code.NOT_LITERAL:
        return "ا" if given != ord("ا") else "ب"
    if operation is code.ANY:
        return "ا"
    if operation is code.IN:
        return _member(given)
    if operation in _REPEATS:
        return _sample(given[2]) * max(1, min(given[0], 40))
    if operation is code.SUBPATTERN:
        return _sample(given[-1])
    if operation is code.ATOMIC_GROUP:
        return _sample(given)
    if operation is code.BRANCH:
        return _sample(given[1][0])
    return ""


def _member(given: Any) -> str:
    taken = [one for one in given if one[0] is not code.NEGATE]
    if given[0][0] is code.NEGATE:
        pattern = re.compile(f"[^{''.join(map(_written, taken))}]")
        return next((sign for sign in "ا1 x-.(" if pattern.match(sign)), "\u0e01")
    kind, value = taken[-1]
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.RANGE:
        return chr(value[0])
    return _CLASSES.get(value, "ا")


def _written(member: Any) -> str:
    kind, value = member
    if kind is code.LITERAL:
        return re.escape(chr(value))
    if kind is code.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {"1": r"\d", " ": r"\s", "ا": r"\w"}.get(_CLASSES.get(value, ""), "")
