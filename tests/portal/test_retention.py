"""Which backups stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from portal.backups.retention import backup_name, kept, prune

NEWEST = datetime(2026, 7, 15, 3, tzinfo=UTC)


def nightly(nights: int) -> list[datetime]:
    return [NEWEST - timedelta(days=night) for night in range(nights)]


def test_of_a_nightly_backup_7_days_4_weeks_and_12_months_stay() -> None:
    left = sorted(kept(nightly(800)), reverse=True)
    assert left[:7] == nightly(7)
    assert {moment.isocalendar()[1] for moment in left[:10]} == {26, 27, 28, 29}
    assert len({(moment.year, moment.month) for moment in left}) == 12
    assert len(left) <= 7 + 4 + 12


def test_the_newest_of_a_day_stays() -> None:
    day = [NEWEST + timedelta(hours=hour) for hour in range(5)]
    assert kept(day) == {day[-1]}


def test_only_backups_of_the_folder_are_pruned(tmp_path: Path) -> None:
    for moment in nightly(20):
        (tmp_path / backup_name(moment)).touch()
    for name in ("archive.tar", "archive-20000101T000000Z.tar.part", "صور.tar"):
        (tmp_path / name).touch()
    gone = prune(tmp_path)
    assert gone
    assert all(path.name.startswith("archive-2026") for path in gone)
    assert (tmp_path / "صور.tar").exists()
    assert (tmp_path / "archive-20000101T000000Z.tar.part").exists()
    assert prune(tmp_path) == []
