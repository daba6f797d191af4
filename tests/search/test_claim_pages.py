"""The chart of a noun, the ladder of its claims, and titles held against bodies."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Cluster, ClusterMember, Status
from articles.storing.extraction import store_readings
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db

BODY = "وتواصل البلدية العمل في الأحياء القديمة، ويعود السكان إلى بيوتهم تباعا. " * 2


def article(sentence: str, day: date, **fields: Any) -> Article:
    made = ArticleFactory(
        title=fields.pop("title", "السيول في صلالة"),
        body=f"{sentence}\n\n{BODY}",
        published_on=day,
        **fields,
    )
    store_readings(made)
    return made


@pytest.fixture
def flood() -> list[Article]:
    said = [
        ("قتل 20 شخصا في سيول في صلالة.", date(2019, 3, 10)),
        ("قال ناشطون إن 45 شخصا قتلوا في سيول في صلالة.", date(2019, 3, 10)),
        ("قتل 7 أشخاص في سيول في تعز.", date(2019, 3, 11)),
    ]
    return [article(sentence, day) for sentence, day in said]


def text_of(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_ladder_tells_the_relation_and_its_ground(
    client: Client, flood: list[Article]
) -> None:
    page = text_of(client, "/figures/compare/", noun="أشخاص")
    assert "متضاربان" in page
    assert "لا قيمة يحتملها اللفظان" in page
    assert page.count('class="rung"') == 2  # Taiz is another place
    assert flood[0].get_absolute_url() in page


def test_drafts_are_not_compared(client: Client, flood: list[Article]) -> None:
    Article.objects.filter(pk=flood[1].pk).update(status=Status.DRAFT)
    page = text_of(client, "/figures/compare/", noun="شخص")
    assert "ناشطون" not in page
    assert "لا رقمين هنا عن أمر واحد" in page


@pytest.mark.parametrize("noun", ["", "<script>alert(1)</script>", "%00", "لاشيء"])
def test_a_comparison_of_anything_answers(client: Client, noun: str) -> None:
    assert "<script>alert" not in text_of(client, "/figures/compare/", noun=noun)


def test_every_dot_of_the_chart_is_a_link_to_its_sentence(
    client: Client, flood: list[Article]
) -> None:
    page = text_of(client, "/figures/شخص/")
    dots = re.findall(r'<a href="([^"]+)" class="mark', page)
    assert sorted(dots) == sorted(f"{one.get_absolute_url()}#f1" for one in flood)
    assert "<title id=" in page
    assert "<desc id=" in page
    assert "الرسم في جدول" in page
    assert " style=" not in page


def test_names_in_the_chart_are_escaped(client: Client) -> None:
    for day in (1, 2):
        article(
            "قتل 20 شخصا في سيول.",
            date(2019, 3, day),
            outlet=OutletFactory(name=f"<b>الوادي</b>{day}"),
        )
    assert "<b>الوادي" not in text_of(client, "/figures/شخص/", by="outlet")


def test_the_picture_of_the_chart_is_a_png(
    client: Client, flood: list[Article]
) -> None:
    answer = client.get("/figures/شخص/chart.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert client.get("/figures/سفينة/chart.png").status_code == 404


def test_readers_are_told_of_a_title_that_lost_its_bound(client: Client) -> None:
    made = article("عادت أكثر من 180 عائلة.", date(2019, 3, 1), title="عودة 180 عائلة")
    made.refresh_from_db()
    assert made.title_fault == "lost_modifier"
    page = text_of(client, made.get_absolute_url())
    assert "رقم في العنوان يحدّه النص ولا يحدّه العنوان" in page


def test_editors_filter_titles_by_their_faults(admin_client: Client) -> None:
    article("عادت عائلات كثيرة.", date(2019, 3, 1), title="عودة 180 عائلة")
    article("عادت 95 عائلة.", date(2019, 3, 1), title="عودة 95 عائلة")
    address = reverse("admin:articles_article_changelist")
    page = text_of(admin_client, address, title_fault__exact="missing")
    assert "عودة 180 عائلة" in page
    assert "عودة 95 عائلة" not in page


def test_changes_are_followed_along_the_copies_of_a_report(client: Client) -> None:
    first = article("قتل أكثر من 20 شخصا في سيول.", date(2019, 3, 1))
    copy = article("قتل 20 شخصا في سيول.", date(2019, 3, 2))
    draft = article("قتل 99 شخصا في سيول.", date(2019, 3, 3), status=Status.DRAFT)
    cluster = Cluster.objects.create(earliest=first, size=2)
    for member in (first, copy, draft):
        ClusterMember.objects.create(article=member, cluster=cluster)
    page = text_of(client, f"/articles/{copy.pk}/changes/")
    assert "سقط المحدِّد" in page
    assert "99" not in page
    assert client.get(f"/articles/{draft.pk}/changes/").status_code == 404


def test_the_method_is_told_in_words(client: Client) -> None:
    page = text_of(client, "/method/claims/")
    assert "النطاق أولًا" in page
    assert "أحدهما جزء من كلّ" in page
