"""Which lines no test has run, where every line must be: ``make coverage`` ends here.

Every line of the corpus, the storing, the search and the permissions; of all other code
nineteen in twenty.
"""

from __future__ import annotations

import sys
from fnmatch import fnmatch
from pathlib import Path

from coverage import Coverage

ROOT = Path(__file__).resolve().parents[1]
WHOLE = (
    "articles/corpus/*",
    "articles/ingest.py",
    "articles/roles.py",
    "search/*",
)
LEAST = 95.0
"""Percent of the lines of everything together."""


def must_be_whole(path: str) -> bool:
    """Tell whether every line of a file must be run by a test.

    >>> must_be_whole("search/views/api.py"), must_be_whole("portal/logs.py")
    (True, False)
    """
    return any(fnmatch(path, pattern) for pattern in WHOLE)


def told(path: str, missing: list[int]) -> str:
    """Write where a file was not run."""
    return f"{path}: {', '.join(map(str, missing))}"


def gaps(coverage: Coverage) -> tuple[list[str], float]:
    """Give the gaps where none may be, and how many percent of all lines ran."""
    found: list[str] = []
    lines = missed = 0
    for file in sorted(coverage.get_data().measured_files()):
        path = Path(file).resolve().relative_to(ROOT).as_posix()
        _name, statements, _excluded, missing, _text = coverage.analysis2(file)
        lines, missed = lines + len(statements), missed + len(missing)
        if missing and must_be_whole(path):
            found.append(told(path, missing))
    return found, 100.0 * (lines - missed) / max(lines, 1)


def main() -> int:
    """Tell the gaps; give 1 where there are any."""
    coverage = Coverage()
    coverage.load()
    found, percent = gaps(coverage)
    sys.stdout.write("".join(f"{gap}\n" for gap in found))
    sys.stdout.write(f"{percent:.2f} % of all lines, at least {LEAST:.0f} %\n")
    return int(bool(found) or percent < LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
