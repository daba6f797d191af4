"""What an editor corrected holds after a new reading, a new index, and a restore."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.editing.figure_verdicts import fields_of
from articles.editing.ruling import rule
from articles.ingest import Wishes, ingest
from articles.models import Article, Ruling
from articles.readers.files import read_file
from search.ledger import LedgerRequest, find_claims, store
from tests.search.ledger.conftest import Ask

RAW = """محليات

عودة 180 عائلة إلى المرفأ القديم

12.05.2018 | 09:30

قالت بلدية المرفأ إن أكثر من 180 عائلة عادت إلى بيوتها بعد إصلاح الأرصفة القديمة.

وأضافت البلدية في بيان أن العمل في الأحياء الأخرى يستمر حتى نهاية الموسم.
"""


def ingested() -> Article:
    [outcome] = ingest(read_file("return.txt", RAW.encode()), Wishes())
    assert outcome.article
    return outcome.article


def correct(article: Article) -> None:
    """Say that it were 185 families, and no bound."""
    figure = article.figures.get(part="body", quote="180")
    rule(
        article,
        Ruling.CORRECTED,
        part="body",
        start=figure.start,
        quote="180",
        fields=fields_of(figure) | {"value": "185", "modifier": ""},
        read=fields_of(figure),
        editor=User.objects.create(username="هالة"),
    )


def values(article: Article) -> set[tuple[Decimal | None, str]]:
    rows = article.figures.filter(part="body", noun_key="عايله")
    return set(rows.values_list("value", "modifier"))


@pytest.mark.django_db
def test_reading_again_keeps_a_correction_and_tells_the_titles_faults() -> None:
    article = ingested()
    assert article.title_fault == "lost_modifier"
    correct(article)
    Article.objects.update(parser_version=0, title_fault="", body="نص قديم")

    call_command("reparse", "--json", stdout=StringIO())

    article.refresh_from_db()
    assert values(article) == {(Decimal(185), "")}
    assert article.title_fault == "lost_modifier"


@pytest.mark.django_db
def test_a_new_index_has_what_was_corrected(ask: Ask) -> None:
    correct(ingested())
    assert [claim.value for claim in ask(noun="عائلة", low=Decimal(184)).claims] == [
        185
    ]
    store.generations().discard(store.generations().root)

    call_command("reindex", stdout=StringIO())

    page = find_claims(LedgerRequest(noun="عائلة", low=Decimal(184)))
    assert not page.reserve
    assert [(claim.value, claim.modifier) for claim in page.claims] == [(185, "")]


MADE = """
import django
django.setup()
from tests.search.ledger.test_verdicts_kept import correct, ingested
correct(ingested())
"""
FOUND = """
import django
django.setup()
from decimal import Decimal
from articles.models import Article, FigureVerdict
from search.ledger import LedgerRequest, find_claims
from tests.search.ledger.test_verdicts_kept import values
[verdict] = FigureVerdict.objects.all()
assert values(verdict.article) == {(Decimal(185), "")}, values(verdict.article)
assert verdict.editor.username == "هالة"
[claim] = find_claims(LedgerRequest(noun="عائلة", low=Decimal(184))).claims
print(claim.value)
"""


def run(folder: Path, *arguments: str) -> str:
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DATA_DIR": str(folder),
            "ENV_FILE": os.devnull,
            "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
            "DJANGO_SETTINGS_MODULE": "portal.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.long
def test_a_correction_is_backed_up_restored_and_outlives_a_new_reading(
    tmp_path: Path,
) -> None:
    first, other = tmp_path / "first", tmp_path / "other"
    first.mkdir()
    run(first, "manage.py", "migrate", "--verbosity", "0")
    run(first, "-c", MADE)
    run(first, "manage.py", "reindex")
    run(first, "manage.py", "backup", str(tmp_path / "a.tar"))

    run(other, "manage.py", "restore", str(tmp_path / "a.tar"))

    assert run(other, "-c", FOUND).strip() == "185.000000"
    run(other, "manage.py", "reparse", "--all")
    run(other, "manage.py", "reindex")
    assert run(other, "-c", FOUND).strip() == "185.000000"
