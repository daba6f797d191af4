"""The list of articles and the form of one."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from tests.articles.admin.conftest import REPORT, order, send, text_file
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory, figure_of

LIST = "admin:articles_article_changelist"


def listed(client: Client, **filters: str) -> set[Article]:
    response = client.get(reverse(LIST), filters)
    assert response.status_code == 200
    return set(response.context["cl"].result_list)


def form_data(client: Client, article: Article) -> dict[str, str]:
    """Give the fields of the change form as a browser would send them untouched."""
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    form = page.context["adminform"].form
    data = {}
    for bound in form:
        value = bound.value()
        data[bound.html_name] = data[bound.html_initial_name] = (
            "" if value is None else value
        )
    return data


def save(client: Client, article: Article, data: dict[str, str]):
    return client.post(
        reverse("admin:articles_article_change", args=[article.pk]), data
    )


@pytest.fixture
def article(db: None) -> Article:
    """An article whose figure was read."""
    article = ArticleFactory(title="عودة 180 عائلة إلى المرفأ")
    figure_of(article, "180")
    return article


# -- the list -----------------------------------------------------------------------


def test_a_list_says_what_it_lists_and_what_its_box_is_for(reviewer: Client) -> None:
    page = reviewer.get(reverse(LIST)).content.decode()
    assert "<h1>المقالات</h1>" in page
    assert '<label for="searchbar">ابحث عن</label>' in page
    assert "Search" not in page


def test_a_search_that_found_few_leads_back_to_all(
    reviewer: Client, article: Article
) -> None:
    ArticleFactory(title="الصيادون")
    page = reviewer.get(reverse(LIST), {"q": "عوده"}).content.decode()
    assert 'value="عوده"' in page
    assert "أظهر الكل" in page


def test_figures_and_attachments_are_reached_from_the_head_of_an_article(
    reviewer: Client, article: Article
) -> None:
    address = reverse("admin:articles_article_change", args=[article.pk])
    head = reviewer.get(address).content.decode().partition('id="article_form"')[0]
    for page in ("articles_figureverdict_article", "articles_article_attachments"):
        assert reverse(f"admin:{page}", args=[article.pk]) in head


@pytest.mark.parametrize("asked", ["المرفا", "مرفأ", "عائله", "١٨٠", "المرفأ 180"])
def test_articles_are_found_by_any_spelling(
    reviewer: Client, article: Article, asked: str
) -> None:
    other = ArticleFactory(title="خبر آخر", body="لا شيء من هذا هنا.")
    assert listed(reviewer, q=asked) == {article}
    assert other not in listed(reviewer, q=asked)


def test_the_text_of_what_is_not_published_is_searched_too(reviewer: Client) -> None:
    draft = ArticleFactory(status=Status.DRAFT)
    withdrawn = ArticleFactory(status=Status.WITHDRAWN)
    ArticleFactory(status=Status.PUBLISHED)
    assert listed(reviewer, q="ترميمُ السوق القديم") == {draft, withdrawn}


@pytest.mark.parametrize("asked", ["((((", "[", "\\", "*" * 300, "%", "'; --", "\x00"])
def test_no_search_breaks_the_list(reviewer: Client, asked: str) -> None:
    assert reviewer.get(reverse(LIST), {"q": asked}).status_code == 200


def test_the_list_is_filtered_by_year_and_by_what_is_missing(reviewer: Client) -> None:
    dated = ArticleFactory()
    undated = ArticleFactory(published_on=None, published_precision="", outlet=None)
    derived = ArticleFactory(title_derived=True, published_on="2016-01-01")
    assert listed(reviewer, year="2014") == {dated}
    assert listed(reviewer, year="none") == {undated}
    assert listed(reviewer, outlet__isnull="True") == {undated}
    assert listed(reviewer, title_derived__exact="1") == {derived}
    assert listed(reviewer, year="x") == {dated, undated, derived}


def test_the_list_takes_the_same_queries_for_one_article_and_for_many(
    reviewer: Client, django_assert_max_num_queries
) -> None:
    for _ in range(30):
        figure_of(ArticleFactory(), "180")
    with django_assert_max_num_queries(15):
        page = reviewer.get(reverse(LIST))
    assert page.context["cl"].result_list[0].figure_count == 1


def test_the_list_leaves_the_texts_in_the_database(
    reviewer: Client, article: Article
) -> None:
    page = reviewer.get(reverse(LIST))
    assert "body" in page.context["cl"].result_list[0].get_deferred_fields()


# -- decisions ----------------------------------------------------------------------


def test_a_decision_is_logged_and_counts_as_a_change(
    reviewer: Client, article: Article
) -> None:
    data = {"action": "to_draft", "_selected_action": [article.pk]}
    reviewer.post(reverse(LIST), data)
    article.refresh_from_db()
    assert (article.status, article.version) == (Status.DRAFT, 2)
    assert "مسودة" in LogEntry.objects.get().get_change_message()


def test_an_article_is_saved_and_published_by_one_button(reviewer: Client) -> None:
    draft = ArticleFactory(status=Status.DRAFT)
    save(reviewer, draft, form_data(reviewer, draft) | {"_publish": "1"})
    draft.refresh_from_db()
    assert draft.status == Status.PUBLISHED
    assert "منشور" in LogEntry.objects.get().get_change_message()


def test_an_article_written_by_hand_begins_as_a_draft(enter) -> None:
    data = {"title": "خبر بخط اليد", "body": "وصل 12 قاربا.", "published": "5/8/2014"}
    enter("محرر").post(reverse("admin:articles_article_add"), data)
    article = Article.objects.get()
    assert article.status == Status.DRAFT
    assert article.published_iso == "2014-08-05"
    assert article.figures.filter(quote="12").exists()


# -- the form -----------------------------------------------------------------------


def test_saving_without_a_change_corrects_nothing(
    reviewer: Client, article: Article
) -> None:
    save(reviewer, article, form_data(reviewer, article))
    article.refresh_from_db()
    assert article.corrected == []


def test_a_change_by_hand_is_a_correction(reviewer: Client, article: Article) -> None:
    outlet = OutletFactory()
    changes = {"title": "عنوان أصح", "outlet": outlet.pk, "published": "9/2015"}
    save(reviewer, article, form_data(reviewer, article) | changes)
    article.refresh_from_db()
    assert (article.title, article.outlet) == ("عنوان أصح", outlet)
    assert article.published_iso == "2015-09"
    assert {"title", "outlet", "published_on", "published_precision"} <= set(
        article.corrected
    )
    assert "body" not in article.corrected


def test_a_new_body_has_its_figures_read_anew(
    reviewer: Client, article: Article
) -> None:
    article.segments = [[0, 0, 10]]
    article.save()
    body = "قال المحافظ إن 47 قاربا غادرت.\r\n\r\nوعادت 12 منها."
    save(reviewer, article, form_data(reviewer, article) | {"body": body})
    article.refresh_from_db()
    assert article.body == "قال المحافظ إن 47 قاربا غادرت.\n\nوعادت 12 منها."
    assert article.segments == []
    assert article.word_count == 9
    in_body = article.figures.filter(part="body")
    assert {figure.quote for figure in in_body} == {"47", "12"}
    for figure in in_body:
        assert article.body[figure.start : figure.end] == figure.quote


def test_a_title_given_by_hand_is_no_longer_derived(reviewer: Client) -> None:
    article = ArticleFactory(title_derived=True)
    save(reviewer, article, form_data(reviewer, article) | {"title": "عنوان حقيقي"})
    article.refresh_from_db()
    assert not article.title_derived


def test_corrections_outlive_another_reading(reviewer: Client) -> None:
    order(reviewer, send(reviewer, text_file()), "draft")
    article = Article.objects.get()
    save(reviewer, article, form_data(reviewer, article) | {"title": "عنوان المحرر"})
    order(reviewer, send(reviewer, text_file()), "draft")
    article.refresh_from_db()
    assert article.title == "عنوان المحرر"


def test_the_raw_text_is_shown_with_what_was_cut(reviewer: Client) -> None:
    order(reviewer, send(reviewer, text_file()), "draft")
    capture = Article.objects.get().captures.get()
    page = reviewer.get(reverse("admin:articles_article_raw", args=[capture.pk]))
    assert "".join(run.text for run in page.context["stretches"]) == REPORT
    assert any(run.kind == "removed" for run in page.context["stretches"])


def test_a_raw_text_that_can_no_longer_be_read_is_shown_all_the_same(
    reviewer: Client,
) -> None:
    capture = CaptureFactory(data=b"\xff\xfe\x00\x01 ?", charset="utf-8")
    page = reviewer.get(reverse("admin:articles_article_raw", args=[capture.pk]))
    assert page.status_code == 200


# -- two editors at once ------------------------------------------------------------


def test_two_editors_never_save_over_each_other(enter, article: Article) -> None:
    first, second = enter("محرر"), enter("مراجع")
    opened_by_both = form_data(first, article)
    save(first, article, opened_by_both | {"title": "عنوان الأول"})
    response = save(second, article, opened_by_both | {"title": "عنوان الثاني"})
    article.refresh_from_db()
    assert article.title == "عنوان الأول"
    page = response.content.decode()
    assert "حفظ محرر آخر هذا المقال" in page
    assert page.count("عنوان الأول") >= 1
    assert "ما كتبته أنت" in page


def test_after_a_conflict_the_second_editor_decides(enter, article: Article) -> None:
    first, second = enter("محرر"), enter("مراجع")
    opened = form_data(first, article)
    save(first, article, opened | {"title": "عنوان الأول", "agency": "وكالة المرسى"})
    response = save(second, article, opened | {"title": "عنوان الثاني"})
    again = dict(response.context["adminform"].form.data.items())
    assert again["agency"] == "وكالة المرسى"
    save(second, article, again)
    article.refresh_from_db()
    assert (article.title, article.agency) == ("عنوان الثاني", "وكالة المرسى")


def test_a_decision_in_between_is_a_conflict_too(enter, article: Article) -> None:
    editor, reviewer = enter("محرر"), enter("مراجع")
    opened = form_data(editor, article)
    reviewer.post(
        reverse(LIST), {"action": "to_draft", "_selected_action": [article.pk]}
    )
    save(editor, article, opened | {"title": "عنوان متأخر"})
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert article.title != "عنوان متأخر"


@pytest.mark.parametrize("seen", ["", "0", "x", "99"])
def test_a_form_of_no_known_version_is_not_saved(
    reviewer: Client, article: Article, seen: str
) -> None:
    data = form_data(reviewer, article) | {"title": "عنوان", "seen_version": seen}
    save(reviewer, article, data)
    article.refresh_from_db()
    assert article.title != "عنوان"
