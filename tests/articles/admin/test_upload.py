"""From files to articles: upload, preview, correct, store, undo."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import uploads
from articles.models import Article, Capture, Outlet, Status, Upload, UploadItem
from tests.articles.admin.conftest import (
    HEADLINE,
    RELATED,
    REPORT,
    order,
    preview,
    send,
    text_file,
)
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory


def outcomes(upload: Upload) -> list[str]:
    return list(upload.items.values_list("outcome", flat=True))


def waiting_files() -> list[str]:
    store = storages["default"]
    if not store.exists("uploads"):
        return []
    folders, _files = store.listdir("uploads")
    return [name for each in folders for name in store.listdir(f"uploads/{each}")[1]]


# -- the preview --------------------------------------------------------------------


def test_nothing_is_stored_before_the_editor_decides(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    page = preview(reviewer, upload)
    assert HEADLINE in page
    assert not Article.objects.exists()
    assert not Capture.objects.exists()
    assert not Outlet.objects.exists()


def test_the_preview_shows_the_article_that_would_be_stored(reviewer: Client) -> None:
    upload = send(reviewer, text_file(), outlet="صحيفة المرفأ")
    response = reviewer.get(reverse("admin:articles_upload_preview", args=[upload.pk]))
    (card,) = response.context["cards"]
    assert card.form.initial["title"] == HEADLINE
    assert card.form.initial["section"] == "اقتصاد"
    assert card.form.initial["published"] == "2017-03-22T21:38"
    assert card.form.initial["outlet"] == "صحيفة المرفأ"
    assert {"2,600,000", "300"} <= {figure.value for figure in card.figures}


def test_what_will_be_cut_is_marked_in_its_place_with_the_reason(
    reviewer: Client,
) -> None:
    upload = send(reviewer, text_file())
    response = reviewer.get(reverse("admin:articles_upload_preview", args=[upload.pk]))
    (card,) = response.context["cards"]
    cut = [run for run in card.stretches if run.kind == "removed"]
    assert any(RELATED in run.text and run.label == "رابط لموضوع آخر" for run in cut)
    assert "".join(run.text for run in card.stretches) == REPORT
    assert '<del class="removed">' in response.content.decode()


def test_the_editor_is_told_what_to_look_at(reviewer: Client) -> None:
    headless = REPORT.split("21:38")[1].strip()
    upload = send(reviewer, text_file(headless))
    page = preview(reviewer, upload)
    for notice in ("لا عنوان في النص", "بلا تاريخ", "بلا مصدر"):
        assert notice in page


def test_bytes_that_are_stored_already_are_linked(reviewer: Client) -> None:
    twin = CaptureFactory(data=REPORT.encode()).article
    page = preview(reviewer, send(reviewer, text_file()))
    assert reverse("admin:articles_article_change", args=[twin.pk]) in page


@pytest.fixture
def two_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show two files on each page of a preview."""
    monkeypatch.setattr("articles.admin.preview.FILES_A_PAGE", 2)


@pytest.mark.usefixtures("two_a_page")
def test_many_files_are_shown_page_by_page(reviewer: Client) -> None:
    files = [text_file(name=f"file-{number}.txt") for number in range(5)]
    upload = send(reviewer, *files)
    assert "file-0.txt" in preview(reviewer, upload)
    assert "file-0.txt" not in preview(reviewer, upload, page=3)
    assert "file-4.txt" in preview(reviewer, upload, page=3)


def test_a_page_of_files_takes_few_queries(
    reviewer: Client, django_assert_max_num_queries
) -> None:
    upload = send(reviewer, *[text_file(name=f"{number}.txt") for number in range(8)])
    with django_assert_max_num_queries(18):
        preview(reviewer, upload)


# -- corrections --------------------------------------------------------------------


def test_corrections_are_stored_as_the_editors_own(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    order(
        reviewer,
        upload,
        "draft",
        title="عنوان أصح",
        outlet="صحيفة الساحل",
        published="3/2016",
    )
    article = Article.objects.get()
    assert article.title == "عنوان أصح"
    assert article.outlet == Outlet.objects.get(name="صحيفة الساحل")
    assert article.published_iso == "2016-03"
    assert {"title", "outlet", "published_on"} <= set(article.corrected)
    assert "section" not in article.corrected


def test_what_the_editor_left_alone_is_no_correction(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    order(reviewer, upload, "draft")
    assert Article.objects.get().corrected == []


@pytest.mark.usefixtures("two_a_page")
def test_corrections_stay_while_the_editor_looks_at_another_page(
    reviewer: Client,
) -> None:
    upload = send(reviewer, *[text_file(name=f"{n}.txt") for n in range(3)])
    response = order(reviewer, upload, "page-2", agency="وكالة المرسى")
    assert response["Location"].endswith("?page=2")
    assert upload.items.first().fields == {"agency": "وكالة المرسى"}
    assert "وكالة المرسى" in preview(reviewer, upload)


def test_one_outlet_section_and_date_for_all_files(reviewer: Client) -> None:
    upload = send(
        reviewer, text_file(name="a.txt"), text_file(REPORT + "\nتم", "b.txt")
    )
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    fields = {
        "all-outlet": "منبر الساحل",
        "all-section": "موانئ",
        "all-published": "2015",
    }
    ticks = {f"item-{item.pk}-keep": "on" for item in upload.items.all()}
    titles = {f"item-{item.pk}-title": HEADLINE for item in upload.items.all()}
    reviewer.post(address, {"do": "apply", "page": "1", **fields, **ticks, **titles})
    for item in upload.items.all():
        assert item.fields["outlet"] == "منبر الساحل"
        assert item.fields["section"] == "موانئ"
        assert item.fields["published"] == "2015"


def test_a_wrong_date_is_said_and_nothing_is_stored(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    response = order(reviewer, upload, "published", published="31/2/2017")
    assert response.status_code == 200
    assert "اكتب التاريخ مثل" in response.content.decode()
    assert not Article.objects.exists()


def test_a_file_without_its_tick_is_left_out(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    order(reviewer, upload, "draft", keep="")
    assert not Article.objects.exists()
    assert outcomes(upload) == [UploadItem.Outcome.SKIPPED]


# -- storing ------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_articles_are_stored_with_the_chosen_status(
    reviewer: Client, status: Status
) -> None:
    upload = send(reviewer, text_file())
    response = order(reviewer, upload, status)
    assert response["Location"] == reverse(
        "admin:articles_upload_result", args=[upload.pk]
    )
    article = Article.objects.get()
    assert article.status == status
    assert article.captures.get().read() == REPORT.encode()
    assert article.figures.exists()
    assert outcomes(upload) == [UploadItem.Outcome.CREATED]


def test_the_result_tells_what_became_of_each_file(reviewer: Client) -> None:
    upload = send(reviewer, text_file(), text_file(b"", "empty.txt"))
    order(reviewer, upload, "draft")
    page = reviewer.get(reverse("admin:articles_upload_result", args=[upload.pk]))
    text = page.content.decode()
    assert HEADLINE in text
    assert "الملف فارغ" in text


def test_the_same_file_twice_changes_nothing(reviewer: Client) -> None:
    order(reviewer, send(reviewer, text_file()), "draft")
    again = send(reviewer, text_file(), text_file(name="copy.txt"))
    order(reviewer, again, "draft")
    assert Article.objects.count() == 1
    assert set(outcomes(again)) == {UploadItem.Outcome.UNCHANGED}


def test_waiting_files_are_forgotten_once_decided(reviewer: Client) -> None:
    stored, cancelled = send(reviewer, text_file()), send(reviewer, text_file())
    assert len(waiting_files()) == 2
    order(reviewer, stored, "draft")
    order(reviewer, cancelled, "cancel")
    assert waiting_files() == []


def test_a_cancelled_upload_stores_nothing(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    order(reviewer, upload, "cancel")
    upload.refresh_from_db()
    assert upload.state == Upload.State.CANCELLED
    assert not Article.objects.exists()
    order(reviewer, upload, "published")
    assert not Article.objects.exists()


def test_storing_that_was_cut_short_goes_on_where_it_stopped(
    reviewer: Client, admin_user
) -> None:
    texts = [text_file(f"{REPORT}\nرقم {n}", f"{n}.txt") for n in range(3)]
    upload = send(reviewer, *texts)
    assert not uploads.store(upload, Status.PUBLISHED, admin_user, seconds=-1)
    assert not Article.objects.exists()
    page = reviewer.get(reverse("admin:articles_upload_result", args=[upload.pk]))
    assert "تابع حفظ الباقي" in page.content.decode()
    reviewer.post(reverse("admin:articles_upload_result", args=[upload.pk]))
    assert Article.objects.public().count() == 3


def test_every_step_is_in_the_log(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    order(reviewer, upload, "published")
    logged = LogEntry.objects.values_list("content_type__model", "action_flag")
    assert sorted(logged) == [("article", 1), ("upload", 1)]


# -- undoing ------------------------------------------------------------------------


def undo(client: Client, upload: Upload, how: str, **fields: str):
    address = reverse("admin:articles_upload_undo", args=[upload.pk])
    return client.post(address, {"do": how, **fields})


def test_an_upload_is_undone_by_withdrawing_its_articles(reviewer: Client) -> None:
    other = ArticleFactory()
    upload = send(reviewer, text_file())
    order(reviewer, upload, "published")
    page = reviewer.get(reverse("admin:articles_upload_undo", args=[upload.pk]))
    assert HEADLINE in page.content.decode()
    undo(reviewer, upload, "withdraw")
    upload.refresh_from_db()
    assert upload.state == Upload.State.UNDONE
    assert list(Article.objects.public()) == [other]


def test_only_a_manager_undoes_by_deleting(enter) -> None:
    manager, reviewer = enter("مدير"), enter("مراجع")
    upload = send(reviewer, text_file())
    order(reviewer, upload, "published")
    assert undo(reviewer, upload, "delete").status_code == 403
    assert undo(manager, upload, "delete").status_code == 302
    assert not Article.objects.exists()


def test_an_upload_that_added_nothing_offers_nothing_to_take_back(enter) -> None:
    manager = enter("مدير")
    upload = send(manager, text_file())
    order(manager, upload, "published", keep="")
    address = reverse("admin:articles_upload_undo", args=[upload.pk])
    page = manager.get(address).content.decode()
    assert "لم يبق من مقالات هذا الرفع شيء" in page
    assert 'name="do"' not in page


def test_articles_changed_since_are_kept_unless_asked(enter) -> None:
    manager = enter("مدير")
    upload = send(manager, text_file())
    order(manager, upload, "draft")
    Article.objects.update(version=2)
    undo(manager, upload, "delete")
    assert Article.objects.count() == 1


def test_articles_that_were_there_before_are_never_undone(enter) -> None:
    manager = enter("مدير")
    CaptureFactory(data=REPORT.encode(), article=ArticleFactory(outlet=OutletFactory()))
    upload = send(manager, text_file())
    order(manager, upload, "draft")
    undo(manager, upload, "delete")
    assert Article.objects.count() == 1


ADDRESS = "https://port.example/news/7"


def page_of(text: str) -> SimpleUploadedFile:
    """Make the page of one address, as a browser saves it."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    html = (
        f'<html lang="ar"><head><meta charset="utf-8"><title>{HEADLINE}</title>'
        f'<link rel="canonical" href="{ADDRESS}"></head>'
        f"<body><article><h1>{HEADLINE}</h1>{paragraphs}</article></body></html>"
    )
    return text_file(html, "page.html")


FIRST = "\n\n".join(f"رست السفينة {n} على الرصيف القديم صباح اليوم." for n in range(9))
SECOND = FIRST.replace("صباح اليوم", "مساء أمس")


def test_a_new_capture_of_an_article_is_taken_back_with_its_upload(enter) -> None:
    manager = enter("مدير")
    order(manager, send(manager, page_of(FIRST)), "draft", section="قسم الميناء")
    article = Article.objects.get()
    before = (article.body, article.section, article.corrected)
    upload = send(manager, page_of(SECOND))
    order(manager, upload, "draft", section="قسم البحر")
    article.refresh_from_db()
    assert "مساء أمس" in article.body
    assert article.section
    assert article.section.name == "قسم البحر"
    page = manager.get(reverse("admin:articles_upload_undo", args=[upload.pk]))
    assert len(page.context["captures"]) == 1
    undo(manager, upload, "delete")
    article.refresh_from_db()
    assert (article.body, article.section, article.corrected) == before
    assert article.captures.count() == 1
    assert article.figures.filter(quote="صباح اليوم").exists()


def test_what_was_brought_twice_stays_until_both_are_undone(enter) -> None:
    manager = enter("مدير")
    order(manager, send(manager, page_of(FIRST)), "draft")
    one = send(manager, page_of(SECOND))
    order(manager, one, "draft")
    other = send(manager, page_of(SECOND))
    order(manager, other, "draft")
    undo(manager, one, "delete")
    assert Article.objects.get().captures.count() == 2


def test_an_article_that_got_a_capture_since_is_kept_unless_asked(enter) -> None:
    manager = enter("مدير")
    first = send(manager, page_of(FIRST))
    order(manager, first, "draft")
    order(manager, send(manager, page_of(FIRST + "\n")), "draft")
    assert Article.objects.get().captures.count() == 2
    undo(manager, first, "delete")
    assert Article.objects.count() == 1


def test_an_editors_later_word_stays_unless_asked(enter) -> None:
    manager = enter("مدير")
    order(manager, send(manager, page_of(FIRST)), "draft")
    upload = send(manager, page_of(SECOND))
    order(manager, upload, "draft")
    Article.objects.update(version=9)
    undo(manager, upload, "delete")
    assert "مساء أمس" in Article.objects.get().body
    assert Article.objects.get().captures.count() == 2
