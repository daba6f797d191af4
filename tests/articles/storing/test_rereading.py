"""A new reading is told before it is stored, and never undoes an editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.ingest import Result
from articles.models import Article, Outlet, Section
from articles.storing.rereading import read_again
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

RAW = """رياضة

فوز فريق المرفأ في نهائي الكأس

22.03.2017 | 21:38

فاز فريق المرفأ أمس بكأس المدينة أمام 4500 متفرج بعد مباراة طويلة.

اقرأ أيضاً: افتتاح سوق السمك الجديد في المدينة القديمة
"""


@pytest.fixture
def stored() -> Article:
    """An article that an older parser understood badly."""
    article = ArticleFactory(title="قديم", body="نص قديم.", section=None)
    CaptureFactory(article=article, data=RAW.encode())
    return article


def test_a_dry_run_tells_all_and_stores_nothing(stored: Article) -> None:
    [reading] = read_again([stored.pk], dry_run=True)
    told = {change.name: (change.before, change.after) for change in reading.fields}
    assert reading.result is Result.UPDATED
    assert told["title"] == ("قديم", "فوز فريق المرفأ في نهائي الكأس")
    assert told["section"] == ("", "رياضة")
    assert told["published_iso"] == ("2014-08-05", "2017-03-22T21:38")
    assert reading.cuts == (0, 1)
    assert any(
        change.after and change.after.quote == "4500" for change in reading.figures
    )
    stored.refresh_from_db()
    assert (stored.title, stored.version) == ("قديم", 1)
    assert not Section.objects.filter(name="رياضة").exists()
    assert not stored.figures.exists()


def test_what_is_applied_is_what_was_told(stored: Article) -> None:
    [dry] = read_again([stored.pk], dry_run=True)
    [done] = read_again([stored.pk], dry_run=False)
    assert (done.fields, done.result) == (dry.fields, Result.UPDATED)
    stored.refresh_from_db()
    assert stored.title == "فوز فريق المرفأ في نهائي الكأس"
    [again] = read_again([stored.pk], dry_run=False)
    assert (again.result, again.fields, again.figures) == (Result.UNCHANGED, (), ())


def test_an_editors_correction_is_not_among_the_changes(stored: Article) -> None:
    stored.corrected = ["title", "title_derived"]
    stored.save()
    [reading] = read_again([stored.pk], dry_run=False)
    assert "title" not in {change.name for change in reading.fields}
    stored.refresh_from_db()
    assert stored.title == "قديم"


def test_what_is_no_article_any_more_is_told_with_its_reason(stored: Article) -> None:
    CaptureFactory(article=stored, data=b"only English here, nothing else at all")
    [reading] = read_again([stored.pk], dry_run=False)
    assert (reading.result, bool(reading.reason)) == (Result.REJECTED, True)


def test_the_command_reports_one_line_an_article(
    stored: Article, tmp_path: Path
) -> None:
    report = tmp_path / "report.jsonl"
    other = CaptureFactory(data=RAW.replace("المرفأ", "الميناء").encode()).article
    name = Outlet.objects.get(pk=stored.outlet_id).name
    call_command("reparse", outlet=name, dry_run=True, report=report, json=True)
    [line] = report.read_text("utf-8").splitlines()
    told = json.loads(line)
    assert (told["id"], told["outcome"]) == (stored.pk, "updated")
    assert told["fields"]["title"][0] == "قديم"
    call_command("reparse", ids=f"{other.pk}", report=report, json=True)
    assert json.loads(report.read_text("utf-8"))["id"] == other.pk


@pytest.mark.parametrize("wrong", [{"ids": "1,x"}, {"outlet": "لا أحد"}])
def test_a_choice_of_nothing_is_an_error(wrong: dict[str, str]) -> None:
    with pytest.raises(CommandError):
        call_command("reparse", **wrong)


def test_an_editor_sees_the_changes_before_they_are_stored(
    client: Client, stored: Article
) -> None:
    client.force_login(User.objects.create_superuser("boss"))
    address = reverse("admin:articles_article_changelist")
    data = {"action": "reparse", "_selected_action": [stored.pk]}
    page = client.post(address, data).content.decode()
    assert "فوز فريق المرفأ في نهائي الكأس" in page
    stored.refresh_from_db()
    assert stored.title == "قديم"
    client.post(address, data | {"confirmed": "1"})
    stored.refresh_from_db()
    assert stored.title == "فوز فريق المرفأ في نهائي الكأس"
