"""What the tests of trust stand on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trust.archive import Archive, stock

Measured = Callable[[str], None]


@pytest.fixture
def archive(index: Path) -> Archive:
    """Give an archive with an article in every state."""
    return stock()


@pytest.fixture
def trust_figure(record_property: Callable[[str, object], None]) -> Measured:
    """``trust_figure("0 of 5,120 answers")`` puts what was measured into the table."""

    def keep(figure: str) -> None:
        record_property("figure", figure)

    return keep
