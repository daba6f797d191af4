"""The strings of the interface as gettext finds them, and their translations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
FOLDER = ROOT / "portal" / "locale"

AT_THE_DESK = (
    # What editors and operators alone see stays Arabic.
    "templates/admin/",
    "articles/admin/",
    "articles/management/",
    "articles/uploads/",
    "articles/editing/attachments.py",
    "articles/editing/corrections.py",
    "articles/editing/decisions.py",
    "articles/ingest.py",
    "articles/editing/merging.py",
    "articles/outlets/rules.py",
    "articles/quality.py",
    "articles/editing/restoring.py",
    "articles/editing/undo.py",
    "articles/presentation/versions.py",
    "articles/forms/articles.py",
    "articles/forms/attachments.py",
    "articles/forms/columns.py",
    "articles/forms/decisions.py",
    "articles/forms/fields.py",
    "articles/forms/outlet_rule.py",
    "articles/forms/uploads.py",
    "articles/models/alias.py",
    "articles/models/attachment.py",
    "articles/models/outlet_rule.py",
    "articles/models/upload.py",
    "articles/models/version.py",
    "articles/apps.py",
    "portal/apps.py",
    "search/admin.py",
    "search/apps.py",
    "search/management/",
    "search/indexing/verification.py",
)
_CALLS = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
}
_IN_TEMPLATES = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_": None,
}


class Found(NamedTuple):
    """A string marked for translation and the first file that has it."""

    file: str
    context: str | None
    forms: tuple[str, ...]
    """One, or singular and plural."""


@lru_cache
def public_strings() -> tuple[Found, ...]:
    """Find every string that a reader may see."""
    found: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for path in _sources():
        file = path.relative_to(ROOT).as_posix()
        if file.startswith(AT_THE_DESK):
            continue
        read = _in_python if path.suffix == ".py" else _in_template
        for context, forms in read(path.read_text("utf-8")):
            found.setdefault((context, forms), file)
    return tuple(Found(file, *key) for key, file in found.items())


def catalogue(language: str, ending: str) -> Catalog:
    """Read a catalogue as its source (po) or as the pages do (mo)."""
    path = FOLDER / language / "LC_MESSAGES" / f"django.{ending}"
    with path.open("rb") as file:
        read = read_po(file) if ending == "po" else read_mo(file)
    for message in read:
        if isinstance(message.context, bytes):  # Babel leaves those of mo as they are
            message.context = message.context.decode()
    return read


def texts(message: object) -> tuple[str, ...]:
    """Give the forms of a msgid or msgstr."""
    return (message,) if isinstance(message, str) else tuple(message)  # type: ignore[arg-type]


def _sources() -> Iterator[Path]:
    yield from sorted((ROOT / "templates").rglob("*.*"))
    for part in ("articles", "search", "portal"):
        yield from sorted((ROOT / part).rglob("*.py"))


def _in_python(source: str) -> Iterator[tuple[None, tuple[str, ...]]]:
    if "gettext" not in source:
        return
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        marked = node.args[: _CALLS.get(node.func.id, 0)]
        forms = [arg.value for arg in marked if isinstance(arg, ast.Constant)]
        if forms and len(forms) == len(marked):
            yield None, tuple(map(str, forms))


def _in_template(source: str) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    calls = BytesIO(templatize(source).encode())
    for _line, call, said, _notes in extract_python(calls, list(_IN_TEMPLATES), (), {}):
        parts = [part for part in texts(said) if part]
        context = parts.pop(0) if call == "pgettext" else None
        if parts:
            yield context, tuple(parts)
