"""The corpus is pure: its tests need no files, no index and no settings."""

import pytest


@pytest.fixture(autouse=True)
def own_files() -> None:
    """Stand in for the archive's own folder, which costs more than these tests."""
