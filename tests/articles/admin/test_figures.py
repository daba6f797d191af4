"""Editors rule on figures beside their sentences; without JavaScript."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, FigureReport, FigureVerdict, Ruling
from articles.reports import sender_of, take_in
from articles.storing.extraction import store_readings
from tests.articles.admin.conftest import Enter
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

BODY = (
    "قالت بلدية المرفأ إن أكثر من 180 عائلة عادت إلى بيوتها. "
    "ووصلت إلى السوق ثلاثون شاحنة، ثم ثلاثون شاحنة أخرى."
)


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(title="عودة العائلات", body=BODY)
    store_readings(article)
    return article


def page(article: Article) -> str:
    return reverse("admin:articles_figureverdict_article", args=[article.pk])


def order(client: Client, article: Article, do: str, **fields: object) -> str:
    """Send a form of the page and give what comes back."""
    answer = client.post(page(article), {"do": do, **fields}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def address_of(article: Article, quote: str) -> str:
    return article.figures.filter(quote=quote).first().address


def test_figures_stand_in_their_sentences(enter: Enter, article: Article) -> None:
    shown = enter("محرر").get(page(article)).content.decode()
    assert "<mark>أكثر من 180 عائلة</mark>" in shown
    assert f"?figure={address_of(article, '180')}" in shown
    assert "لا قرارات بعد" in shown


def test_an_editor_confirms_rejects_and_takes_it_back(
    enter: Enter, article: Article
) -> None:
    client, address = enter("محرر"), address_of(article, "180")
    order(client, article, "confirmed", figure=address)
    order(client, article, "rejected", figure=address, reason="عدد بيوت لا عائلات")
    assert not article.figures.filter(quote="180").exists()
    last = FigureVerdict.objects.get(ruling=Ruling.REJECTED)
    assert str(last.editor) == "user-محرر"
    shown = order(client, article, "undo", verdict=last.pk)
    assert "عدد بيوت لا عائلات" in shown, "the history keeps what was taken back"
    assert article.figures.get(quote="180").verdict.ruling == Ruling.CONFIRMED


def test_an_editor_corrects_in_any_digits(enter: Enter, article: Article) -> None:
    client, address = enter("محرر"), address_of(article, "180")
    form = client.get(f"{page(article)}?figure={address}").content.decode()
    assert 'value="180"' in form
    values = {"kind": "count", "value": "١٬٨٥٠", "noun": "أسرة", "modifier": "about"}
    order(client, article, "corrected", figure=address, **values)
    row = article.figures.get(quote="180")
    assert (row.value, row.noun, row.modifier) == (1850, "أسرة", "about")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "count", "value": "كثير"},
        {"kind": "count", "value": "2,6"},
        {"kind": "count", "value": "1" * 30},
        {"kind": "count", "value": "NaN"},
        {"kind": "count", "value": "20", "value_max": "10"},
        {"kind": "unheard-of", "value": "1"},
    ],
)
def test_a_faulty_correction_is_shown_again(
    enter: Enter, article: Article, fields: dict[str, str]
) -> None:
    address = address_of(article, "180")
    shown = order(enter("محرر"), article, "corrected", figure=address, **fields)
    assert "errorlist" in shown
    assert not FigureVerdict.objects.exists()


def test_a_missing_figure_is_added_by_its_words(enter: Enter, article: Article) -> None:
    first = f"body:{BODY.index('قالت')}"
    order(
        enter("محرر"),
        article,
        "added",
        sentence=first,
        quote="بيوتها",
        kind="count",
        value="90",
        noun="بيت",
    )
    row = article.figures.get(quote="بيوتها")
    assert (row.value, row.noun) == (90, "بيت")
    assert BODY[row.start : row.end] == "بيوتها"


def test_an_added_figure_left_open_is_read_from_its_words(
    enter: Enter, article: Article
) -> None:
    article.figures.all().delete()
    sentence = f"body:{BODY.index('ووصلت')}"
    words = "ثلاثون شاحنة أخرى"
    order(enter("محرر"), article, "added", sentence=sentence, quote=words)
    row = article.figures.get(quote=words)
    assert (row.kind, row.value) == ("count", 30)


@pytest.mark.parametrize(
    ("quote", "told"),
    [("أربعون", "ليست في الجملة"), ("ثلاثون شاحنة", "تتكرر هذه الكلمات"), ("", "")],
)
def test_words_must_stand_once_in_the_sentence(
    enter: Enter, article: Article, quote: str, told: str
) -> None:
    sentence = f"body:{BODY.index('ووصلت')}"
    shown = order(enter("محرر"), article, "added", sentence=sentence, quote=quote)
    assert "errorlist" in shown
    assert told in shown
    assert not FigureVerdict.objects.exists()


@pytest.mark.parametrize("role", ["", "reader", "staff"])
def test_nobody_else_rules(enter: Enter, article: Article, role: str) -> None:
    client, address = enter(role), address_of(article, "180")
    data = {"do": "rejected", "figure": address}
    assert client.post(page(article), data).status_code in (302, 403)
    assert not FigureVerdict.objects.exists()


def test_orphans_are_listed(enter: Enter, article: Article) -> None:
    client = enter("مراجع")
    order(client, article, "rejected", figure=address_of(article, "180"))
    article.body = "نص آخر."
    article.save()
    store_readings(article)
    address = reverse("admin:articles_figureverdict_changelist")
    listed = client.get(f"{address}?state=orphaned").content.decode()
    assert "غابت كلماته من النص" in listed
    assert "<strong>180</strong>" in listed
    assert "قرارات غابت كلماتها" in client.get(reverse("admin:index")).content.decode()


def test_verdicts_are_taken_back_from_the_list(enter: Enter, article: Article) -> None:
    client = enter("محرر")
    order(client, article, "rejected", figure=address_of(article, "180"))
    client.post(
        reverse("admin:articles_figureverdict_changelist"),
        {"action": "take_back", "_selected_action": [FigureVerdict.objects.get().pk]},
    )
    assert article.figures.filter(quote="180").exists()


def test_reports_wait_in_a_queue(enter: Enter, article: Article) -> None:
    figure = article.figures.get(quote="180")
    report = take_in(figure, "value", "هي <b>108</b>", sender_of("203.0.113.9"))
    client = enter("محرر")
    queue = reverse("admin:articles_figurereport_changelist")
    assert "هي &lt;b&gt;108&lt;/b&gt;" in client.get(queue).content.decode()
    assert "بلاغات تنتظر" in client.get(page(article)).content.decode()
    client.post(queue, {"action": "accept", "_selected_action": [report.pk]})
    report.refresh_from_db()
    assert (report.state, str(report.decided_by)) == ("accepted", "user-محرر")
    assert FigureReport.objects.filter(state="open").count() == 0
