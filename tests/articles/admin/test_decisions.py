"""Decisions over many articles: asked about, carried out, taken back."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from tests.factories import ArticleFactory, OutletFactory, SectionFactory

LIST = reverse("admin:articles_article_changelist")
UNDO = reverse("admin:articles_article_undo")


def act(client: Client, action: str, *articles: Article, **fields: str):
    chosen = {"action": action, "_selected_action": [each.pk for each in articles]}
    return client.post(LIST, chosen | fields)


def status_of(*articles: Article) -> list[str]:
    rows = dict(Article.objects.values_list("pk", "status"))
    return [rows[article.pk] for article in articles]


def test_withdrawing_asks_for_a_reason_first(reviewer: Client) -> None:
    article = ArticleFactory()
    page = act(reviewer, "withdraw", article)
    assert "سبب السحب" in page.content.decode()
    assert (
        act(reviewer, "withdraw", article, confirmed="1", reason=" ")
        .context["form"]
        .errors["reason"]
    )
    assert status_of(article) == [Status.PUBLISHED]
    act(reviewer, "withdraw", article, confirmed="1", reason="طلب المصدر")
    article.refresh_from_db()
    assert (article.status, article.withdrawn_reason) == ("withdrawn", "طلب المصدر")


def test_a_moment_that_is_over_is_refused(reviewer: Client) -> None:
    draft = ArticleFactory(status=Status.DRAFT)
    page = act(
        reviewer, "schedule", draft, confirmed="1", publish_at="2001-01-01T08:00"
    )
    assert "هذا الموعد مضى" in page.content.decode()
    assert status_of(draft) == [Status.DRAFT]


def test_the_last_decision_is_taken_back_as_a_whole(reviewer: Client) -> None:
    drafts = ArticleFactory.create_batch(2, status=Status.DRAFT)
    public = ArticleFactory()
    done = act(reviewer, "publish", *drafts, public)
    assert f'href="{UNDO}"' in reviewer.get(done["Location"]).content.decode()
    assert status_of(*drafts) == ["published"] * 2
    reviewer.post(UNDO)
    assert status_of(*drafts, public) == ["draft", "draft", "published"]
    assert "لا تغيير جماعي" in reviewer.get(UNDO).content.decode()


def test_what_was_changed_since_is_not_taken_back(reviewer: Client) -> None:
    first, second = ArticleFactory.create_batch(2)
    act(reviewer, "withdraw", first, second, confirmed="1", reason="تكرار")
    Article.objects.filter(pk=first.pk).update(version=9)
    reviewer.post(UNDO)
    assert status_of(first, second) == ["withdrawn", "published"]


def test_outlet_and_section_are_set_for_many_as_corrections(reviewer: Client) -> None:
    outlet, section = OutletFactory(), SectionFactory()
    article = ArticleFactory()
    before = article.outlet
    fields = {"outlet": str(outlet.pk), "section": str(section.pk)}
    act(reviewer, "set_headings", article, confirmed="1", **fields)
    article.refresh_from_db()
    assert (article.outlet, article.section) == (outlet, section)
    assert article.corrected == ["outlet", "section"]
    reviewer.post(UNDO)
    article.refresh_from_db()
    assert (article.outlet, article.corrected) == (before, [])


def test_all_of_a_filtered_list_are_chosen_by_its_address(reviewer: Client) -> None:
    articles = ArticleFactory.create_batch(3)
    asked = act(reviewer, "withdraw", articles[0], select_across="1")
    assert asked.context["count"] == 3
    assert len(asked.context["ids"]) == 1


def test_an_editor_takes_no_decision_back(enter) -> None:
    editor = enter("محرر")
    draft = ArticleFactory(status=Status.DRAFT)
    session = editor.session
    session["undo_articles"] = [[draft.pk, draft.version, {"status": "published"}]]
    session.save()
    assert editor.post(UNDO).status_code == 403
    assert status_of(draft) == [Status.DRAFT]
