"""An index that articles saved in a test enter at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings

from search.engine import archive_backend, find_articles
from search.language.request import SearchRequest
from search.results import ResultsPage
from tests.conftest import own_index

Find = Callable[..., ResultsPage]


@pytest.fixture
def find(index: Any) -> Find:
    """Bring what the test has stored to the index, then search."""
    from search.indexing import outbox

    def ask(text: str, **request: Any) -> ResultsPage:
        outbox.drain()
        return find_articles(SearchRequest(text, **request))

    return ask


@pytest.fixture(params=["whoosh", "tantivy"])
def engine(
    request: pytest.FixtureRequest, settings: Settings, own_files: Path, db: None
) -> str:
    """Run the test with either engine behind the pages, its index empty."""
    engine = settings.SEARCH_ENGINES[request.param]
    own_index(settings, own_files / "index", ENGINE=engine)
    archive_backend().clear()
    cache.clear()
    return str(request.param)
