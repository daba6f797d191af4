"""The history of an article: what is kept, compared, given back, and to whom."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.ingest import Wishes, ingest_one
from articles.models import Article, Status
from articles.readers import RawDocument
from tests.articles.admin.test_articles import form_data, save
from tests.factories import ArticleFactory, OutletFactory, figure_of

CHANGELIST = "admin:articles_article_changelist"


def page(client: Client, article: Article, **asked: str):
    address = reverse("admin:articles_article_history", args=[article.pk])
    return client.get(address, asked)


def restore(client: Client, article: Article, number: int):
    address = reverse("admin:articles_article_history", args=[article.pk])
    response = client.post(address, {"restore": str(number)}, follow=True)
    article.refresh_from_db()
    return response


def edit(client: Client, article: Article, **fields: str) -> None:
    response = save(client, article, form_data(client, article) | fields)
    assert response.status_code == 302
    article.refresh_from_db()


@pytest.fixture
def article(db: None) -> Article:
    article = ArticleFactory(title="عودة 180 عائلة إلى المرفأ")
    figure_of(article, "180")
    return article


def test_an_edit_keeps_what_was_before_and_after_with_who_and_why(
    reviewer: Client, article: Article
) -> None:
    edit(reviewer, article, title="عودة 200 عائلة إلى المرفأ", why="صحّحت البلدية العدد")
    now, first = page(reviewer, article).context["versions"]
    assert (first.number, first.user, first.why) == (1, "", "كما قُرئ")
    assert (now.number, now.user, now.why, now.is_now) == (
        *(2, "user-مراجع", "صحّحت البلدية العدد"),
        True,
    )


def test_two_versions_are_compared_word_by_word(
    reviewer: Client, article: Article
) -> None:
    edit(reviewer, article, body=article.body.replace("180 عائلة", "212 عائلة"))
    edit(reviewer, article, body=article.body.replace("نحو 2,6", "قرابة 2,6"))
    html = page(reviewer, article, old="1", new="3").content.decode()
    for word, tag in (("180", "del"), ("212", "ins"), ("قرابة", "ins")):
        assert f"{word}</{tag}>" in html
    html = page(reviewer, article).content.decode()  # the last two
    assert "قرابة</ins>" in html
    assert "212</ins>" not in html


def test_trifles_are_hidden_on_demand(reviewer: Client, article: Article) -> None:
    edit(reviewer, article, body=article.body.replace("عائلة", "عائلةً"))
    assert "عائلةً</ins>" in page(reviewer, article).content.decode()
    hidden = page(reviewer, article, trivial="hidden").content.decode()
    assert "</ins>" not in hidden
    assert "لم تتغير كلمة" in hidden


def test_a_heading_is_told_by_its_name_of_then(
    reviewer: Client, article: Article
) -> None:
    then = article.outlet
    edit(reviewer, article, outlet=str(OutletFactory(name="بريد الميناء").pk))
    name, then.name = then.name, "اسم جديد"
    then.save()
    changes = page(reviewer, article).context["changes"].fields
    words = [(field.label, [change.text for change in field.changes if change.text])
             for field in changes]  # fmt: skip
    assert words[0][0] == "المصدر"
    assert name in "".join(words[0][1])


def test_a_decision_is_a_version_with_its_reason(
    reviewer: Client, article: Article
) -> None:
    reviewer.post(
        reverse(CHANGELIST),
        {
            "action": "withdraw",
            "_selected_action": [article.pk],
            "confirmed": "1",
            "reason": "نُشر خطأ",
        },
    )
    now, first = page(reviewer, article).context["versions"]
    assert (first.status, now.status) == ("published", "withdrawn")
    assert now.why == "سحب: نُشر خطأ"


def test_a_restored_version_is_a_new_one_with_its_figures(
    reviewer: Client, article: Article
) -> None:
    body = article.body
    edit(reviewer, article, body="وصل 12 قاربا إلى المرفأ.", title="عنوان آخر")
    assert set(article.figures.values_list("quote", flat=True)) == {"12"}
    restore(reviewer, article, 1)
    assert (article.body, article.version) == (body, 3)
    assert article.title == "عودة 180 عائلة إلى المرفأ"
    assert "180" in article.figures.values_list("quote", flat=True)
    restore(reviewer, article, 2)  # the way back from the way back
    assert (article.title, article.version) == ("عنوان آخر", 4)
    numbers = [each.number for each in page(reviewer, article).context["versions"]]
    assert numbers == [4, 3, 2, 1]


def test_a_restored_text_never_changes_what_readers_may_see(
    enter, article: Article
) -> None:
    draft = ArticleFactory(status=Status.DRAFT, title="قبل")
    edit(enter("مراجع"), draft, title="بعد", _publish="1")
    restore(enter("محرر"), draft, 1)
    assert (draft.title, draft.status) == ("قبل", Status.PUBLISHED)


def test_what_is_given_back_outlives_a_new_reading(db: None) -> None:
    """An older reading restored is a correction; a correction undone is none."""
    from articles.editing.history import kept
    from articles.editing.restoring import restore as give_back

    article, user = ArticleFactory(section=None, title="الأولى"), User.objects.create()
    with kept([article], user):
        article.title, article.version, article.corrected = "بيد محرر", 2, ["title"]
        article.save()
    first = Article.history.get(id=article.pk, version=1)
    give_back(article, first, user)
    assert (article.title, article.corrected) == ("الأولى", [])
    Article.objects.filter(pk=article.pk).update(byline="قراءة جديدة", version=4)
    article.refresh_from_db()
    give_back(article, first, user)
    assert article.corrected == ["byline"]


def test_restoring_what_stands_changes_nothing(
    reviewer: Client, article: Article
) -> None:
    edit(reviewer, article, title="عنوان آخر")
    restore(reviewer, article, 2)
    assert article.version == 2


def test_ingest_writes_no_version(db: None) -> None:
    for text in ("وصل 12 قاربا إلى المرفأ صباح اليوم.", "وصل 13 قاربا إلى المرفأ أمس."):
        document = RawDocument(
            *("a.txt", text.encode(), text, "text/plain", "utf-8"),
            url="http://a.test/1",
        )
        assert ingest_one(document, Wishes()).article
    assert not Article.history.exists()


def test_versions_go_with_their_article(reviewer: Client, article: Article) -> None:
    edit(reviewer, article, title="عنوان آخر")
    article.delete()
    assert not Article.history.exists()


@pytest.mark.parametrize("number", ["99", "", "x", "1 OR 1"])
def test_a_version_that_is_not_there_is_not_found(
    reviewer: Client, article: Article, number: str
) -> None:
    address = reverse("admin:articles_article_history", args=[article.pk])
    assert reviewer.post(address, {"restore": number}).status_code == 404
    assert page(reviewer, article, old=number, new=number).status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [("", 302), ("reader", 302), ("staff", 403), ("محرر", 200)]
)
def test_versions_are_restored_by_those_who_may_edit(
    enter, article: Article, role: str, status: int
) -> None:
    edit(enter("مراجع"), article, title="عنوان آخر")
    address = reverse("admin:articles_article_history", args=[article.pk])
    response = enter(role).post(address, {"restore": "1"})
    article.refresh_from_db()
    assert (article.title != "عنوان آخر") == (status == 200)
    if status != 200:
        assert response.status_code == status
