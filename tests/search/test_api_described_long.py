"""Every operation of the API answers as its description says."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import settings

from tests.search.described import api, archive, one_connection, unhurried

__all__ = ["archive", "one_connection"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.long]


@api.parametrize()
@settings(max_examples=100, **unhurried)
def test_every_operation_answers_as_described(
    case: schemathesis.Case, archive: None
) -> None:
    case.call_and_validate()
