"""Which backups of a folder are kept: 7 days, 4 weeks, 12 months."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 4, 12
_NAME = re.compile(r"archive-(\d{8}T\d{6})Z\.tar(?:\.gz)?")


def backup_name(moment: datetime) -> str:
    """Name a backup by when it was made: ``archive-20141231T235959Z.tar``."""
    return f"archive-{moment.astimezone(UTC):%Y%m%dT%H%M%S}Z.tar"


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Choose the backups to keep: the newest of each of the latest 7 days, 4 weeks and
    12 months that have any."""
    newest_first = sorted(moments, reverse=True)
    return (
        _newest_of_each(newest_first, lambda moment: moment.date(), DAYS)
        | _newest_of_each(newest_first, lambda moment: moment.isocalendar()[:2], WEEKS)
        | _newest_of_each(
            newest_first, lambda moment: (moment.year, moment.month), MONTHS
        )
    )


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], most: int
) -> set[datetime]:
    chosen: dict[Hashable, datetime] = {}
    for moment in newest_first:
        if len(chosen) < most:
            chosen.setdefault(period(moment), moment)
    return set(chosen.values())


def prune(folder: Path) -> list[Path]:
    """Delete the backups of a folder that are not kept; give them.

    Only files named as backups are looked at.
    """
    found = {}
    for path in folder.iterdir():
        if match := _NAME.fullmatch(path.name):
            moment = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found[path] = moment
    keep = kept(found.values())
    gone = sorted(path for path, moment in found.items() if moment not in keep)
    for path in gone:
        path.unlink()
    return gone
