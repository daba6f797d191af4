"""Where the real texts lie that some tests read; they are not part of the archive."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("REAL_DATA", ""))

needs_real_data = pytest.mark.skipif(
    not os.environ.get("REAL_DATA"),
    reason="REAL_DATA does not name the folder of the real texts",
)
