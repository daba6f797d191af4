"""What a table's columns mean: guessed, shown, changed, kept, offered again."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, ColumnProfile, Upload
from articles.readers.tables import ColumnChoice
from articles.readers.tables.delimited import CsvReader
from articles.uploads.columns import keep_profile
from tests.articles.admin.conftest import order, preview, send, text_file
from tests.articles.readers.builders import (
    BODY,
    LEAD,
    MORE,
    TITLE,
    xlsx_of,
    zip_of,
)

TABLE = (
    f'رقم,الخبر الكامل,ملاحظة,يوم النشر\n1,"{BODY}",{TITLE},12/5/2018\n'
    f"2,{LEAD},خبر ثان من المرفأ,13/5/2018\n"
)
MEANT = {"column-0": "", "column-1": "text", "column-2": "title", "column-3": "date"}


def columns(client: Client, upload: Upload, query: str = "") -> HttpResponse:
    address = reverse("admin:articles_upload_columns", args=[upload.files.get().pk])
    return client.get(address + query)


def choose(client: Client, upload: Upload, query: str = "", **fields: str):
    address = reverse("admin:articles_upload_columns", args=[upload.files.get().pk])
    return client.post(address + query, {"do": "columns", **fields})


@pytest.fixture
def table(reviewer: Client) -> Upload:
    return send(reviewer, text_file(TABLE, "أخبار.csv"))


@pytest.mark.long
def test_the_guess_stands_beside_the_first_rows(
    reviewer: Client, table: Upload
) -> None:
    assert "أعمدة الجدول" in preview(reviewer, table)
    response = columns(reviewer, table)
    text = response.content.decode()
    assert "خبر ثان من المرفأ" in text
    assert [field.value() for field, _cells in response.context["columns"]] == [
        "",
        "text",
        "title",
        "date",
    ]


def test_what_the_editor_chooses_is_read(reviewer: Client, table: Upload) -> None:
    response = choose(reviewer, table, **MEANT)
    assert response["Location"] == table.get_absolute_url().replace("result", "preview")
    assert TITLE in preview(reviewer, table)
    order(reviewer, table, "draft")
    told = Article.objects.order_by("pk").values_list("title", "published_on")
    assert [(title, str(day)) for title, day in told] == [
        (TITLE, "2018-05-12"),
        ("خبر ثان من المرفأ", "2018-05-13"),
    ]


@pytest.mark.long
@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"column-1": "title"}, "اختر العمود الذي فيه نص المقال"),
        ({"column-1": "text", "column-2": "text"}, "أكثر من عمود"),
        ({"column-1": "nonsense"}, "اختر العمود الذي فيه نص المقال"),
    ],
)
def test_a_choice_that_can_not_be_is_sent_back(
    reviewer: Client, table: Upload, fields: dict[str, str], complaint: str
) -> None:
    response = choose(reviewer, table, **fields)
    assert response.status_code == 200
    assert complaint in response.content.decode()


def test_a_choice_kept_by_a_name_is_used_for_the_next_such_table(
    reviewer: Client, table: Upload
) -> None:
    choose(reviewer, table, **MEANT, profile="أخبار المرفأ")
    again = send(reviewer, text_file(TABLE.replace("\n2,", "\n3,"), "غيرها.csv"))
    assert TITLE in preview(reviewer, again)
    assert again.files.get().columns["fields"]["ملاحظة"] == "title"
    assert "أخبار المرفأ" in columns(reviewer, again).content.decode()


@pytest.mark.long
def test_a_profile_is_not_used_for_other_columns(reviewer: Client) -> None:
    keep_profile("أخرى", ColumnChoice({"text": "title", "body": "text"}))
    table = f'text,body,n\n"{LEAD}","{MORE}",1\n'
    upload = send(reviewer, text_file(table, "أ.csv"))
    assert upload.files.get().columns == {}
    profile = ColumnProfile.objects.get()
    shown = columns(reviewer, upload, f"?profile={profile.pk}")
    assert [field.value() for field, _ in shown.context["columns"]] == [
        "title",
        "text",
        "",
    ]


@pytest.mark.long
def test_the_first_row_may_be_data(reviewer: Client) -> None:
    table = f"{TITLE},{LEAD}\nخبر ثان من المرفأ,{MORE}\n"
    upload = send(reviewer, text_file(table, "أ.csv"))
    choose(reviewer, upload, "?named=1", **{"column-0": "title", "column-1": "text"})
    assert upload.items.count() == 1
    choose(reviewer, upload, "?named=0", **{"column-0": "title", "column-1": "text"})
    assert upload.items.count() == 2


@pytest.mark.long
def test_json_is_read_by_the_chosen_keys(reviewer: Client) -> None:
    line = f'{{"headline": "{TITLE}", "title": "باب", "blob": "{LEAD}"}}\n'
    upload = send(reviewer, text_file(line * 2, "أ.jsonl"))
    fields = {"column-0": "title", "column-1": "section", "column-2": "text"}
    choose(reviewer, upload, **fields)
    order(reviewer, upload, "draft")
    article = Article.objects.get()
    assert (article.title, article.section.name) == (TITLE, "باب")


@pytest.mark.long
def test_a_workbook_is_read_by_the_chosen_columns(reviewer: Client) -> None:
    book = xlsx_of([["a", "b"], [LEAD, TITLE], [MORE, "خبر ثان من المرفأ"]])
    upload = send(reviewer, text_file(book, "أ.xlsx"))
    choose(reviewer, upload, **{"column-0": "text", "column-1": "title"})
    order(reviewer, upload, "draft")
    assert Article.objects.filter(title=TITLE).exists()


@pytest.mark.long
def test_a_whole_table_is_read_in_another_encoding(reviewer: Client) -> None:
    short = f"title,text\nخبر,{LEAD[:50]}\n".encode("cp1256")
    upload = send(reviewer, text_file(short, "أ.csv"), charset="cp720")
    address = reverse("admin:articles_upload_columns", args=[upload.files.get().pk])
    reviewer.post(address, {"do": "charset", "charset": "windows-1256"})
    assert LEAD[:50] in preview(reviewer, upload)


@pytest.mark.long
def test_a_table_whose_encoding_is_asked_for_gives_all_its_rows(
    reviewer: Client,
) -> None:
    short = f"text\n{LEAD[:20]}\n{MORE[:15]}\n"
    upload = send(reviewer, text_file(short.encode("iso-8859-6", "ignore"), "أ.csv"))
    asked = upload.items.get()
    assert asked.outcome == "rejected"
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    charset = {f"item-{asked.pk}-charset": "iso-8859-6"}
    reviewer.post(address, {"do": "draft", **charset})
    assert not Article.objects.exists()
    rows = upload.items.filter(is_row=True)
    assert [row.row_number for row in rows] == ["2", "3"]


@pytest.mark.long
def test_what_is_stored_is_not_read_again(reviewer: Client, table: Upload) -> None:
    order(reviewer, table, "draft")
    choose(reviewer, table, **MEANT)
    assert Article.objects.count() == 2
    assert table.items.count() == 2


def test_a_column_of_a_field_s_name_that_is_another_thing_stays_so() -> None:
    choice = ColumnChoice({"title": "section", "الخبر": "text", "text": ""})
    table = f"title,الخبر,text\nاقتصاد,{LEAD},هامش\n".encode()
    [row] = CsvReader().read("أ.csv", table, columns=choice)
    [again] = CsvReader().read("ب.csv", table, columns=choice)
    assert row.content == again.content
    assert row.hints == {"section": "اقتصاد"}
    assert row.text == LEAD
    assert "هامش".encode() in row.content


@pytest.mark.long
@pytest.mark.django_db
def test_the_command_line_reads_by_a_profile(tmp_path, capsys) -> None:
    (tmp_path / "أ.csv").write_text(TABLE, encoding="utf-8")
    fields = {"رقم": "", "الخبر الكامل": "text", "ملاحظة": "title", "يوم النشر": "date"}
    keep_profile("أخبار المرفأ", ColumnChoice(fields))
    call_command("ingest", str(tmp_path), "--profile", "أخبار المرفأ")
    assert Article.objects.filter(title=TITLE).exists()
    with pytest.raises(CommandError, match="أخبار المرفأ"):
        call_command("ingest", str(tmp_path), "--profile", "غائبة")
    (tmp_path / "أ.csv").write_text(f"text\n{MORE}\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command("ingest", str(tmp_path), "--profile", "أخبار المرفأ")
    assert "ليست في الجدول الأعمدة" in capsys.readouterr().out


def test_a_table_inside_an_archive_has_a_page_of_its_columns(
    reviewer: Client,
) -> None:
    other = TABLE.replace("الخبر الكامل", "ن").replace("5/2018", "6/2018")
    packed = zip_of(
        {"أ.csv": TABLE.encode(), "ب/ب.csv": other.encode(), "ج.txt": BODY.encode()}
    )
    upload = send(reviewer, text_file(packed, "كل شيء.zip"))
    inner = upload.files.exclude(table={}).order_by("position")
    assert [file.name for file in inner] == [
        "كل شيء.zip › أ.csv",
        "كل شيء.zip › ب/ب.csv",
    ]
    for file in inner:
        address = reverse("admin:articles_upload_columns", args=[file.pk])
        assert address in preview(reviewer, upload)
        chosen = {"do": "columns", "profile": file.name[-7:-4], **MEANT}
        assert reviewer.post(address, chosen).status_code == 302
    assert ColumnProfile.objects.count() == 2
    order(reviewer, upload, "draft")
    titles = Article.objects.order_by("pk").values_list("title", "published_on")
    days = [str(day) for title, day in titles if title == TITLE]
    assert sorted(days) == ["2018-05-12", "2018-06-12"]
    assert len(titles) == 5


def test_a_known_table_inside_an_archive_is_read_by_its_profile(
    reviewer: Client,
) -> None:
    names = ["رقم", "الخبر الكامل", "ملاحظة", "يوم النشر"]
    fields = dict(zip(names, ["", "text", "", "date"], strict=True))
    keep_profile("بلا عناوين", ColumnChoice(fields))
    packed = zip_of({"أ.csv": TABLE.encode()})
    order(reviewer, send(reviewer, text_file(packed, "كل شيء.zip")), "draft")
    assert Article.objects.count() == 2
    assert not Article.objects.filter(title=TITLE).exists()
