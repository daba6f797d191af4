"""Every readable format through the desk: a file, an item, or as many as it holds."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from articles import uploads
from articles.models import Article, Capture, Outlet, Upload, UploadItem
from articles.readers.tables.rows import canonical
from articles.uploads import opening
from tests.articles.admin.conftest import order, preview, send, text_file
from tests.articles.readers.builders import (
    BODY,
    LEAD,
    MORE,
    TITLE,
    answer,
    docx_of,
    page,
    warc_of,
    xlsx_of,
    zip_of,
)

URL = "http://harbour.example/news/1"
MAIL = f"Subject: {TITLE}\nContent-Type: text/plain; charset=utf-8\n\n{BODY}".encode()
ROW = {"title": TITLE, "text": BODY, "date": "2018-05-12", "outlet": "صحيفة الميناء"}
TABLE = [["title", "text"], [TITLE, BODY]]
FILES = {
    "ميناء.html": page().encode(),
    "ميناء.docx": docx_of([LEAD, MORE], title=TITLE),
    "ميناء.eml": MAIL,
    "ميناء.csv": f'title,text\n"{TITLE}","{BODY}"\n'.encode(),
    "ميناء.xlsx": xlsx_of(TABLE),
    "ميناء.jsonl": json.dumps(ROW).encode() + b"\n",
    "ميناء.zip": zip_of({"أ/ميناء.txt": f"{TITLE}\n\n{BODY}".encode()}),
    "ميناء.warc.gz": warc_of(answer(page().encode(), url=URL)),
}


def items(upload: Upload) -> list[UploadItem]:
    return list(upload.items.all())


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_every_format_becomes_an_article(reviewer: Client, name: str) -> None:
    upload = send(reviewer, text_file(FILES[name], name))
    assert TITLE in preview(reviewer, upload)
    order(reviewer, upload, "draft")
    article = Article.objects.get()
    assert article.title == TITLE
    assert article.body.startswith(LEAD[:40])
    assert article.figures.filter(value=320).exists()


def test_all_formats_at_once_each_with_its_items(reviewer: Client) -> None:
    files = [text_file(data, name) for name, data in FILES.items()]
    upload = send(reviewer, *files)
    assert [file.opened for file in upload.files.all()] == [True] * len(FILES)
    assert [item.file.name for item in items(upload)] == list(FILES)


def test_what_is_kept_are_the_bytes_of_the_member_or_row(reviewer: Client) -> None:
    rows = {"ميناء.jsonl": json.dumps(ROW).encode() + b"\n{}\n"}
    kept = {
        "ميناء.zip": f"{TITLE}\n\n{BODY}".encode(),
        "ميناء.warc.gz": page().encode(),
        "ميناء.jsonl": canonical(ROW),
        "ميناء.docx": FILES["ميناء.docx"],
    }
    for name, data in kept.items():
        upload = send(reviewer, text_file((FILES | rows)[name], name))
        order(reviewer, upload, "draft")
        assert Capture.objects.latest("pk").read() == data
    assert Capture.objects.get(url=URL).source.endswith("› 1.html")


@pytest.mark.long
def test_a_table_gives_an_item_a_row_and_tells_of_bad_ones(reviewer: Client) -> None:
    rows = [ROW, {"title": "بلا نص"}, {**ROW, "text": MORE, "title": "عنوان آخر للخبر"}]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    upload = send(reviewer, text_file(lines, "زاحف.jsonl"))
    first, second, third = items(upload)
    assert (first.outcome, third.outcome) == ("", "")
    assert second.reason == "لا نص في هذا الصف."
    order(reviewer, upload, "draft", title="عنوان صححه المحرر")
    titles = set(Article.objects.values_list("title", flat=True))
    assert titles == {"عنوان صححه المحرر", "عنوان آخر للخبر"}
    assert Outlet.objects.get().name == "صحيفة الميناء"


def test_an_archive_tells_of_each_member_that_is_refused(reviewer: Client) -> None:
    packed = zip_of(
        {
            "جيد.txt": f"{TITLE}\n\n{BODY}".encode(),
            "فارغ.txt": b"",
            "وثيقة.pdf": b"%PDF-1.7",
            "داخلي.zip": zip_of({"x.txt": b"x"}),
            "جدول.csv": f'title,text\n"{TITLE}","{MORE}"\n,\n'.encode(),
        }
    )
    upload = send(reviewer, text_file(packed, "كل شيء.zip"))
    told = {item.name: item.reason for item in items(upload)}
    assert [name.split(" › ", 1)[1] for name in told] == [
        "جيد.txt",
        "فارغ.txt",
        "وثيقة.pdf",
        "داخلي.zip",
        "جدول.csv › 2.json",
    ]
    assert [bool(reason) for reason in told.values()] == [0, 1, 1, 1, 0]
    shown = preview(reviewer, upload)
    assert all(reason in shown for reason in told.values())
    order(reviewer, upload, "published")
    assert Article.objects.public().count() == 2


@pytest.mark.long
def test_items_can_be_left_out_all_at_once(reviewer: Client) -> None:
    lines = "".join(json.dumps({**ROW, "title": f"خبر {n}"}) + "\n" for n in range(30))
    upload = send(reviewer, text_file(lines, "زاحف.jsonl"))
    order(reviewer, upload, "skip-all")
    assert set(upload.items.values_list("outcome", flat=True)) == {"skipped"}
    order(reviewer, upload, "keep-all")
    assert set(upload.items.values_list("outcome", flat=True)) == {""}


@pytest.mark.long
def test_what_there_was_no_time_to_read_is_judged_when_it_is_stored(
    reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = opening.time.monotonic()
    ticks = iter([now, now])  # the deadline, then the first file; then time is over
    late = now + opening.OPENING_SECONDS + 1
    monkeypatch.setattr(opening.time, "monotonic", lambda: next(ticks, late))
    packed = zip_of({"أ.txt": b"only English words", "ب.txt": BODY.encode()})
    upload = send(reviewer, text_file(packed, "أ.zip"))
    assert [item.reason for item in items(upload)] == ["", ""]
    order(reviewer, upload, "draft")
    first, second = items(upload)
    assert (first.outcome, second.outcome) == ("rejected", "created")


@pytest.mark.long
def test_files_that_are_still_closed_wait_for_the_worker(
    reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.uploads.receiving.open_files", lambda *_: False)
    form = {"texts": [text_file(FILES["ميناء.csv"], "ميناء.csv")]}
    response = reviewer.post(reverse("admin:articles_upload_add"), form)
    upload = Upload.objects.get()
    result = reverse("admin:articles_upload_result", args=[upload.pk])
    assert response["Location"] == result
    shown = reviewer.get(result).content.decode()
    assert "<progress" in shown
    assert "تابع فتح الملفات" in shown
    assert reviewer.post(result)["Location"] == upload.get_absolute_url().replace(
        "result", "preview"
    )


@pytest.mark.long
def test_opening_a_file_twice_gives_its_items_once(reviewer: Client) -> None:
    upload = send(reviewer, text_file(FILES["ميناء.csv"], "ميناء.csv"))
    file = upload.files.get()
    opening._open(file, 0.0)
    assert upload.items.count() == 1


@pytest.mark.long
def test_an_upload_has_a_most_of_items(
    reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_ITEMS", 3)
    lines = "".join(json.dumps({**ROW, "title": f"خبر {n}"}) + "\n" for n in range(9))
    upload = send(reviewer, text_file(lines, "زاحف.jsonl"))
    assert upload.items.count() == 4
    assert "قسّمه" in items(upload)[-1].reason


@pytest.mark.long
def test_undo_takes_back_every_row(enter) -> None:
    manager = enter("مدير")
    lines = "".join(json.dumps({**ROW, "title": f"خبر {n}"}) + "\n" for n in range(3))
    upload = send(manager, text_file(lines, "زاحف.jsonl"))
    order(manager, upload, "draft")
    assert Article.objects.count() == 3
    address = reverse("admin:articles_upload_undo", args=[upload.pk])
    manager.post(address, {"do": "delete"})
    assert not Article.objects.exists()


@pytest.mark.long
def test_a_page_of_rows_takes_few_queries(
    reviewer: Client, django_assert_max_num_queries
) -> None:
    lines = "".join(json.dumps({**ROW, "title": f"خبر {n}"}) + "\n" for n in range(60))
    upload = send(reviewer, text_file(lines, "زاحف.jsonl"))
    with django_assert_max_num_queries(18):
        preview(reviewer, upload, page=2)


# -- long work ------------------------------------------------------------------------


@pytest.fixture
def many(reviewer: Client) -> Upload:
    lines = "".join(
        json.dumps({"title": f"خبر المرفأ رقم {n}", "text": LEAD}) + "\n"
        for n in range(uploads.AT_ONCE + 5)
    )
    return send(reviewer, text_file(lines, "زاحف.jsonl"))


def test_many_items_are_left_to_a_worker_that_runs(
    reviewer: Client, many: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.uploads.work.is_running", lambda: True)
    order(reviewer, many, "draft")
    assert not Article.objects.exists()
    shown = reviewer.get(reverse("admin:articles_upload_result", args=[many.pk]))
    text = shown.content.decode()
    assert '<meta http-equiv="refresh"' in text
    assert "تابع حفظ الباقي" not in text
    while uploads.work.work_off(seconds=5):
        pass
    many.refresh_from_db()
    assert many.state == Upload.State.STORED
    assert Article.objects.count() == uploads.AT_ONCE + 5


@pytest.mark.long
def test_without_a_worker_the_request_stores_what_it_can(
    reviewer: Client, many: Upload
) -> None:
    order(reviewer, many, "draft")
    assert Article.objects.count() == uploads.AT_ONCE + 5


@pytest.mark.long
def test_storing_that_is_stopped_keeps_what_is_stored(
    reviewer: Client, many: Upload, admin_user, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads.begin(many, "draft", admin_user)
    uploads.storing._store_batch(many, items(many)[:10])
    address = reverse("admin:articles_upload_result", args=[many.pk])
    reviewer.post(address, {"do": "cancel"})
    many.refresh_from_db()
    assert many.state == Upload.State.STORED
    assert Article.objects.count() == 10
    left = many.items.filter(outcome="skipped")
    assert left.count() == uploads.AT_ONCE - 5
    assert "المتروكة" in reviewer.get(address, {"outcome": "skipped"}).content.decode()


def test_an_item_another_process_stored_meanwhile_is_not_stored_again(
    many: Upload, admin_user
) -> None:
    uploads.begin(many, "draft", admin_user)
    batch = items(many)[:5]
    assert uploads.storing._store_batch(many, batch)
    assert uploads.storing._store_batch(many, batch)
    assert Article.objects.count() == 5


@pytest.mark.long
def test_a_full_disk_leaves_items_waiting_and_says_so(
    reviewer: Client, many: Upload, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LEAST_FREE_BYTES = 10**18
    response = order(reviewer, many, "draft")
    assert not Article.objects.exists()
    shown = reviewer.get(response["Location"]).content.decode()
    assert "امتلأ قرص الأرشيف" in shown
    settings.LEAST_FREE_BYTES = 0
    reviewer.post(response["Location"])
    assert Article.objects.count() == uploads.AT_ONCE + 5


@pytest.mark.long
def test_a_fault_that_passes_rejects_nothing(
    reviewer: Client, many: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data: bytes) -> str:
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("articles.ingest.keep_bytes", full)
        order(reviewer, many, "draft")
        assert set(many.items.values_list("outcome", flat=True)) == {""}
    reviewer.post(reverse("admin:articles_upload_result", args=[many.pk]))
    assert Article.objects.count() == uploads.AT_ONCE + 5


def test_one_worker_at_a_time(db, own_files) -> None:
    assert not uploads.work.is_running()
    with uploads.work.turn() as ours:
        assert ours
        assert uploads.work.is_running()
        with uploads.work.turn() as theirs:
            assert not theirs
    assert not uploads.work.is_running()
