"""What the tests of trust stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Measured as Measured
from tests.trust.archive import Archive, stock


@pytest.fixture
def archive(index: Path) -> Archive:
    """Give an archive with an article in every state."""
    return stock()
