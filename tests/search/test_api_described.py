"""An article of the API is as its description says; all of it: ``…_long.py``."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import settings

from tests.search.described import api, archive, one_connection, unhurried

__all__ = ["archive", "one_connection"]  # fixtures
pytestmark = pytest.mark.django_db


@api.include(operation_id="article").parametrize()
@settings(max_examples=3, **unhurried)
def test_an_article_is_answered_as_described(
    case: schemathesis.Case, archive: None
) -> None:
    case.call_and_validate()
