"""The database: SQLite in a file, or PostgreSQL by its address."""

from __future__ import annotations

from typing import Any

PATIENCE = 20
"""Seconds that a writer waits for its turn in SQLite."""

CONNECTING_SECONDS = 3
"""A server that does not answer at all must not hold a reader for minutes."""


def database(address: dict[str, Any], *, synchronous: str) -> dict[str, Any]:
    """Give Django's settings of the database that ``address`` names.

    ``synchronous`` is SQLite's own: FULL loses nothing even in a power cut.

    >>> database({"ENGINE": "…sqlite3"}, synchronous="FULL")["OPTIONS"]["timeout"]
    20
    """
    if not address["ENGINE"].endswith("sqlite3"):
        asked = {"connect_timeout": CONNECTING_SECONDS} | address.get("OPTIONS", {})
        kept = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
        return address | kept | {"OPTIONS": asked}
    # Without IMMEDIATE a read that turns into a write fails at once under WAL;
    # without the timeout a second writer fails instead of waiting its turn.
    options = {
        "timeout": PATIENCE,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            f"PRAGMA synchronous={synchronous};"
            "PRAGMA journal_size_limit=67108864"
        ),
    }
    return address | {"OPTIONS": options}
