"""A hundred thousand articles are taken along in the memory of a few."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = 100_000

MAKE = f"""
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from articles.models import Article, Outlet
call_command("migrate", verbosity=0)
outlet = Outlet.objects.create(name="المرفأ", slug="المرفأ")
first = Article.objects.create(
    title="عودة العائلة إلى المرفأ القديم",
    body="عادت العائلة إلى بيتها في المرفأ القديم. " * 12,
    outlet=outlet, published_on="2014-08-05", published_precision="day",
    status="published",
)
names = [field.column for field in Article._meta.concrete_fields][1:]  # but the id
columns = ", ".join(f'"{{name}}"' for name in names)
others = columns.replace('"title"', '"title" || n').replace('"body"', '"body" || n')
with connection.cursor() as cursor:
    cursor.execute(
        "WITH RECURSIVE numbers(n) AS "
        "(SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {ROWS}) "
        f"INSERT INTO articles_article ({{columns}}) "
        f"SELECT {{others}} FROM articles_article, numbers"
    )
"""

# What the process holds before it writes is taken off: the program and the list of ids.
EXPORT = """
import re, sys
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from articles.models import Article
list(Article.objects.public().values_list("pk", flat=True))
# The peak of this program: that of `getrusage` counts the one that started it.
def peak():
    return re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
before = peak()
call_command("export_articles", sys.argv[1], columns="id,title,outlet,published,body")
print(before, peak())
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of so many articles in a folder of its own."""
    folder = tmp_path_factory.mktemp("archive")
    child(folder, MAKE)
    return folder


def child(folder: Path, program: str, *arguments: str) -> str:
    """Run a program on the archive in ``folder``; give what it printed."""
    environment = {name: os.environ[name] for name in ("PATH",)}
    environment |= {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONPATH": os.getcwd(),
    }
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.long
@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_a_hundred_thousand_articles_take_less_than_200_megabytes(
    archive: Path, form: str
):
    file = archive / f"articles.{form}"
    before, most = map(int, child(archive, EXPORT, str(file)).split()[-2:])

    assert most < 200_000, f"{most} KB at most, {before} KB before"
    assert file.stat().st_size > 1_000_000
    if form == "jsonl":
        with file.open(encoding="utf-8") as lines:
            assert sum(1 for _line in lines) == ROWS
