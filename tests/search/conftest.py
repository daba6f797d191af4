"""An index that articles saved in a test enter at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from search.engine import find_articles
from search.language.request import SearchRequest
from search.results import ResultsPage

Find = Callable[..., ResultsPage]


@pytest.fixture
def find(index: Any) -> Find:
    """Bring what the test has stored to the index, then search."""
    from search import outbox

    def ask(text: str, **request: Any) -> ResultsPage:
        outbox.drain()
        return find_articles(SearchRequest(text, **request))

    return ask
