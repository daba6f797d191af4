"""Small stylesheets, logical properties only, small scripts, nothing foreign."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
SHEET = (ROOT / "static" / "css" / "archive.css").read_text(encoding="utf-8")
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
READERS = [path for path in SHEETS if path.name != "admin.css"]
"""The desk's own undoes what Django's admin does to letters, so it names it."""
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
OUR_SCRIPT = re.compile(
    r"""<script src="{% static "js/[a-z_]+\.js" %}" defer></script>"""
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def test_the_stylesheet_is_small() -> None:
    assert len(SHEET.encode()) < 12 * 1024


def test_all_scripts_together_are_small() -> None:
    assert SCRIPTS
    assert sum(path.stat().st_size for path in SCRIPTS) < 10 * 1024


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_stylesheet_turns_with_the_direction_of_the_page(path: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    physical = re.findall(r"[\w-]*\b(?:left|right)\b[\w-]*", rules)
    assert physical == []
    assert not re.search(r"\b(?:margin|padding|border)-(?:top|bottom)\b", rules)


@pytest.mark.parametrize(
    "harm", ["letter-spacing", "italic", "text-transform", "justify;"]
)
def test_nothing_breaks_arabic_letters(harm: str) -> None:
    assert [path.name for path in READERS if harm in path.read_text("utf-8")] == []


def test_every_font_is_ours_and_licensed() -> None:
    files = re.findall(r'url\("([^"]+)"\)', SHEET)
    assert files
    for file in files:
        assert (ROOT / "static" / "css" / file).is_file()
    licences = (ROOT / "static" / "fonts").glob("*OFL.txt")
    assert all("SIL OPEN FONT LICENSE" in path.read_text() for path in licences)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_page_asks_another_host_or_runs_a_foreign_script(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", template)
    if "admin" not in path.parts:
        assert "<script" not in OUR_SCRIPT.sub("", template)
        assert " style=" not in template
    assert "|safe" not in template
    assert "autoescape off" not in template


@pytest.mark.parametrize(
    "path", sorted((ROOT / "static" / "js").glob("*.js")), ids=lambda path: path.name
)
def test_scripts_are_small_and_put_no_markup_into_the_page(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert len(script.encode()) < 4 * 1024
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|eval|fetch|http", script)
