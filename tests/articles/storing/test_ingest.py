"""The one workflow that stores articles: bytes in, one outcome a document."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, OperationalError

from articles import ingest as workflow
from articles.ingest import Result, Wishes, ingest, ingest_one, reread
from articles.models import Article, Capture, Figure, Outlet, Status
from articles.readers.files import files_under, read_file, read_files

pytestmark = pytest.mark.django_db

RAW = """اقتصاد

ميناء رأس النخيل يستقبل 320 سفينة في شهر واحد

12.05.2018 | 09:30

قالت إدارة ميناء رأس النخيل إن أكثر من 320 سفينة رست في الميناء خلال شهر نيسان الماضي.

وأضافت الإدارة في بيان أن الأرصفة الجديدة كلفت 45 مليون دولار، وأن العمل استغرق عامين.
"""


def documents(text=RAW, name="port.txt"):
    content = text if isinstance(text, bytes) else text.encode()
    return read_file(name, content)


def stored(text=RAW, **wishes):
    [outcome] = ingest(documents(text), Wishes(**wishes))
    return outcome


def test_a_raw_text_becomes_an_article_with_its_capture_and_figures():
    outcome = stored()
    article = Article.objects.get()
    assert outcome.result is Result.CREATED
    assert outcome.article == article
    assert article.title == "ميناء رأس النخيل يستقبل 320 سفينة في شهر واحد"
    assert article.published_iso == "2018-05-12T09:30"
    assert article.section.name == "اقتصاد"
    assert article.status == Status.PUBLISHED
    assert article.captures.get().read() == RAW.encode()
    assert {320, 45_000_000} <= {figure.value for figure in article.figures.all()}


def test_bytes_that_another_process_stored_just_now_are_known(monkeypatch):
    store, tries = workflow._store, []

    def late(*asked):
        tries.append(asked)
        told = store(*asked)
        if len(tries) == 1:
            raise IntegrityError("the other one was first")
        return told

    monkeypatch.setattr(workflow, "_store", late)
    outcome = stored()
    assert len(tries) == 2
    assert outcome.result is Result.UNCHANGED
    assert outcome.article == Article.objects.get()
    assert Capture.objects.count() == 1


def test_every_stored_figure_quotes_what_stands_at_its_place():
    article = stored().article
    texts = {"title": article.title, "body": article.body}
    assert article.figures.exists()
    for figure in article.figures.all():
        assert texts[figure.part][figure.start : figure.end] == figure.quote


def test_the_same_bytes_again_change_nothing():
    first = stored().article
    before = Article.objects.values().get()
    outcome = stored()
    assert outcome.result is Result.UNCHANGED
    assert outcome.article == first
    assert Article.objects.values().get() == before
    assert Capture.objects.count() == 1


def test_the_segments_lead_from_the_body_back_to_the_capture():
    article = stored().article
    raw = article.captures.get().read().decode()
    for body_start, raw_start, length in article.segments:
        body = article.body[body_start : body_start + length]
        assert body == raw[raw_start : raw_start + length]


def test_an_outlet_given_for_the_batch_wins_and_any_spelling_of_it_is_one():
    stored(outlet="صحيفة الساحل")
    stored(RAW.replace("320", "321"), outlet="صحيفـة السّاحل")
    assert Outlet.objects.get().articles.count() == 2


def test_an_outlet_the_text_names_is_not_made_where_another_is_given():
    stored(RAW + "\n\nسيريانيوز\n", outlet="صحيفة الساحل")
    assert [outlet.name for outlet in Outlet.objects.all()] == ["صحيفة الساحل"]


def test_an_outlet_given_for_the_batch_outlives_a_new_reading():
    article = stored(outlet="صحيفة الساحل").article
    assert stored().result is Result.UNCHANGED
    Article.objects.update(parser_version=0)
    article.refresh_from_db()
    reread(article, next(documents()))
    article.refresh_from_db()
    assert article.outlet.name == "صحيفة الساحل"


def test_an_older_reading_is_brought_up_to_date():
    article = stored().article
    Article.objects.update(parser_version=0, title="عنوان قديم", content_hash="")
    assert stored().result is Result.UPDATED
    article.refresh_from_db()
    assert article.title.startswith("ميناء رأس النخيل")
    assert article.version == 2


def test_a_correction_outlives_a_new_reading():
    article = stored(corrections={"title": "عنوان صححه محرر"}).article
    assert article.corrected == ["title"]
    Article.objects.update(parser_version=0, content_hash="")
    article.refresh_from_db()
    reread(article, next(documents()))
    article.refresh_from_db()
    assert article.title == "عنوان صححه محرر"
    assert article.section.name == "اقتصاد"


def test_figures_of_a_corrected_body_stand_in_that_body():
    body = "رست 77 سفينة فقط في ميناء رأس النخيل."
    article = stored(corrections={"body": body, "title": "الميناء"}).article
    assert [figure.quote for figure in article.figures.all()] == ["77"]
    assert article.segments == []


def test_a_dry_run_tells_what_would_be_and_stores_nothing():
    outcome = stored(dry_run=True)
    assert outcome.result is Result.CREATED
    assert outcome.article.title.startswith("ميناء")
    assert outcome.figures
    for model in (Article, Capture, Figure, Outlet):
        assert not model.objects.exists()
    stored()
    assert stored(dry_run=True).result is Result.UNCHANGED


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "فارغ"),
        (b"   \n \n", "فارغ"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "نص"),
        (b"The port received 320 ships last month, officials said.", "العربية"),
        ("نستخدم ملفات تعريف الارتباط. موافق\nاقرأ أيضا:\n".encode(), ""),
        (b"x" * (20 * 1024 * 1024 + 1), "الحجم"),
        (("كلمة " * 60_000).encode(), "الحد"),
    ],
    ids=["empty", "blank", "binary", "english", "boilerplate", "20 MB", "too long"],
)
def test_bad_input_gets_an_arabic_reason_and_stores_nothing(content, word):
    outcome = stored(content)
    assert outcome.result is Result.REJECTED
    assert word in outcome.reason
    assert any("\u0600" <= char <= "\u06ff" for char in outcome.reason)
    assert not Article.objects.exists()
    assert not Capture.objects.exists()


def test_a_bad_text_never_stops_its_batch():
    batch = [*documents(b"", "a.txt"), *documents(), *documents(b"\x00\x01", "c.txt")]
    results = [outcome.result for outcome in ingest(batch)]
    assert results == [Result.REJECTED, Result.CREATED, Result.REJECTED]


@pytest.mark.parametrize("fault", [OperationalError("locked"), OSError("disk full")])
def test_a_fault_of_the_store_rejects_the_one_article_and_leaves_no_half(
    fault, monkeypatch
):
    def fail(*_args, **_kwargs):
        raise fault

    monkeypatch.setattr(workflow, "store_readings", fail)
    outcome = ingest_one(next(documents()), Wishes())
    assert outcome.result is Result.REJECTED
    assert "أعد المحاولة" in outcome.reason
    assert not Article.objects.exists()
    assert not Capture.objects.exists()


def test_two_processes_that_store_the_same_bytes_make_one_article(monkeypatch):
    real = Capture.objects.of_bytes
    answers = iter([None])
    stored()
    manager = type(Capture.objects)
    monkeypatch.setattr(
        manager, "of_bytes", lambda self, *key: next(answers, None) or real(*key)
    )
    assert stored().result is Result.UNCHANGED
    assert Article.objects.count() == 1


def run(*arguments):
    out = StringIO()
    code = 0
    try:
        call_command("ingest", *arguments, stdout=out)
    except SystemExit as stopped:
        code = stopped.code
    return code, out.getvalue()


def test_the_command_reads_folders_and_prints_one_json_line_an_article(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "port.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "notes.bak").write_bytes(b"~")
    code, out = run(str(tmp_path), "--json")
    [line] = map(json.loads, out.splitlines())
    assert code == 0
    assert line["source"] == "port.txt"
    assert line["outcome"] == "created"
    assert line["published"] == "2018-05-12T09:30"
    assert line["published_precision"] == "minute"
    assert line["dateline"] == {"place": None, "agency": None}
    assert line["reason"] is None
    assert any(figure["value"] == 45_000_000 for figure in line["figures"])


def test_the_command_counts_for_people_and_fails_when_something_was_rejected(tmp_path):
    (tmp_path / "a.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    code, out = run(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "gone.txt")
    assert code == 1
    assert "[1/3] أضيف: a.txt" in out
    assert "[2/3] رُفض: b.txt" in out
    assert "gone.txt — تعذر فتح الملف" in out
    assert "أضيف: 1" in out
    assert "رُفض: 2" in out


def test_reparse_reads_what_an_older_parser_read_and_keeps_corrections():
    article = stored(corrections={"title": "عنوان صححه محرر"}).article
    Article.objects.update(parser_version=0, body="نص قديم")
    out = StringIO()
    call_command("reparse", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"id": article.pk, "outcome": "updated"}
    article.refresh_from_db()
    assert article.title == "عنوان صححه محرر"
    assert article.body.startswith("قالت إدارة ميناء")
    out = StringIO()
    call_command("reparse", stdout=out)
    assert "بالإصدار الحالي" in out.getvalue()


def test_the_sample_archive_loads_whole_and_twice_changes_nothing():
    out = StringIO()
    call_command("load_sample_corpus", stdout=out)
    assert "رُفض: 0" in out.getvalue()
    count = Article.objects.count()
    assert count >= 30
    out = StringIO()
    call_command("load_sample_corpus", stdout=out)
    assert f"لم يتغير: {count}" in out.getvalue()


@pytest.mark.skipif("REAL_DATA" not in os.environ, reason="REAL_DATA is not set")
def test_the_seeds_are_read_as_an_editor_would_read_them():
    seeds = Path(os.environ["REAL_DATA"]) / "seeds"
    first, second, third = (
        outcome.article for outcome in ingest(read_files(files_under([seeds])))
    )
    assert first.outlet.name == "سيريانيوز"
    assert first.author is None
    assert first.published_iso == "2017-03-22T21:38"
    assert first.body.endswith("كانت واقعة تحت سيطرته.")
    assert second.author.name == "مالك الحافظ"
    assert second.outlet is None
    assert second.published_iso == "2021-03-25"
    assert second.body.endswith("خلال الفترة الحالية.")
    assert third.title_derived
    assert (third.dateline_place, third.agency) == ("عواصم", "وكالات")
    assert third.published_iso == ""
    assert len(third.paragraphs) == len(set(third.paragraphs))
