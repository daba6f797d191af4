"""Real pages and real broken web archives, from the folder that REAL_DATA names."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from articles.corpus.raw_article import parse_article
from articles.readers import RawDocument
from articles.readers.document import REFUSAL_MESSAGES
from articles.readers.files import read_file

REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="REAL_DATA names no folder")
FOLDER = Path(REAL_DATA or ".")
MANIFEST = FOLDER / "html" / "manifest.json"
PAGES = json.loads(MANIFEST.read_text("utf-8")) if MANIFEST.exists() else []
NOT_WARC = {"", ".md"}
ARCHIVES = [
    path
    for path in sorted((FOLDER / "warc").rglob("*"))
    if REAL_DATA and path.is_file() and path.suffix not in NOT_WARC
]


def word_f1(expected, read):
    """Weigh words found against words expected, as bags."""
    wanted, found = Counter(expected.split()), Counter(read.split())
    return 2 * (wanted & found).total() / (wanted.total() + found.total())


@pytest.mark.parametrize("told", PAGES, ids=lambda told: Path(told["file"]).stem)
def test_a_real_page_comes_out_with_its_title_date_and_text(told):
    path = FOLDER / "html" / told["file"]
    [document] = read_file(path.name, path.read_bytes())
    expected = told["expected"]
    title = document.hints["title"]
    if "title" in expected:
        assert title == expected["title"]
    else:
        assert expected["page_title_tag"].startswith(title)
    published = document.hints.get("published", "")
    assert published[:10] == (expected["publish_date"] or "")
    article = parse_article(document.text)
    assert article.title == title
    if "text" in expected:
        assert word_f1(expected["text"], article.body) >= 0.97


@pytest.mark.parametrize("path", ARCHIVES, ids=lambda path: path.name)
def test_a_real_archive_is_read_or_refused_with_a_reason(path):
    found = list(read_file(path.name, path.read_bytes()))
    assert found
    for one in found:
        if isinstance(one, RawDocument):
            assert one.text
            assert one.content
            assert one.url
        else:
            assert one.message in REFUSAL_MESSAGES.values()
