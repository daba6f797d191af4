"""Twenty backups while others write, each brought back into an empty place.

``python -m tests.trust.drills FOLDER`` in the environment of an archive; prints what it
found as JSON. One process has everything loaded and forks those that restore.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from io import StringIO
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from haystack import connections as engines  # noqa: E402

from articles.models import Article, Capture  # noqa: E402
from portal.backups.writing import write_backup  # noqa: E402
from search.indexing.verification import verify  # noqa: E402

DRILLS = 20


def own_place(place: Path) -> dict[str, Any]:
    """Give the settings of an archive that lives in ``place``."""
    stores = {name: dict(store) for name, store in settings.STORAGES.items()}
    for name in ("default", "captures"):
        stores[name]["OPTIONS"] = stores[name]["OPTIONS"] | {
            "location": str(place / name)
        }
    engine = settings.HAYSTACK_CONNECTIONS["default"] | {"PATH": str(place / "index")}
    return {
        "DATA_DIR": place,
        "STORAGES": stores,
        "HAYSTACK_CONNECTIONS": {"default": engine},
    }


def restored(backup: Path, place: Path, least: int) -> bool:
    """Restore in a process of its own; tell whether everything came back."""
    connections.close_all()
    if child := os.fork():
        return os.waitpid(child, 0)[1] == 0
    try:
        connection.settings_dict["NAME"] = str(place / "archive.sqlite3")
        with override_settings(**own_place(place)):
            engines.reload("default")
            call_command("restore", str(backup), stdout=StringIO())
            assert Article.objects.count() >= least
            assert Capture.objects.count() == Article.objects.count()
            assert [fault for check in verify() for fault in check.faults] == []
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def main(folder: Path) -> dict[str, object]:
    """Back up twenty times, then restore each backup."""
    confirmed, missing = [], 0
    for number in range(DRILLS):
        confirmed.append(Article.objects.count())
        missing += len(write_backup(folder / f"{number}.tar").missing)
        time.sleep(0.05)
    begun = time.monotonic()
    came_back = [
        restored(folder / f"{number}.tar", folder / str(number), least)
        for number, least in enumerate(confirmed)
    ]
    return {
        "missing": missing,
        "confirmed": confirmed,
        "restored": sum(came_back),
        "seconds": time.monotonic() - begun,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
