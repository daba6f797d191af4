"""The secret key of an archive that was given none."""

from __future__ import annotations

import secrets
from pathlib import Path

from articles.kept_once import kept_once


def kept_secret_key(data_dir: Path) -> str:
    """Read the key kept in ``data_dir``, or make one that only its owner can read."""
    return kept_once(data_dir / "secret_key", lambda: secrets.token_urlsafe(64))
