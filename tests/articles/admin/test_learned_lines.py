"""What was learned of an outlet's pages at the desk: seen by editors, refused by
reviewers."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import Article, OutletRule
from tests.articles.admin.conftest import order, send, text_file
from tests.articles.outlets.test_learned_lines import NAME, NOTICE, PLACES, raw
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule() -> OutletRule:
    article = ArticleFactory(outlet=OutletFactory(name="دار الضفة"))
    return OutletRule.objects.create(
        outlet=article.outlet,
        kind="returning",
        words="ضعنا على <b>شاشتك</b>",
        source="archive",
        is_active=True,
        places="below inside",
        article_count=11,
        text_count=12,
        examples=[
            {"article": article.pk, "before": "قبله", "after": "\u202eبعده"},
            {"article": 0, "before": "غاب مقاله", "after": ""},
        ],
    )


def page_of(rule: OutletRule) -> str:
    return reverse("admin:articles_outletrule_learned", args=[rule.outlet_id])


def test_an_editor_sees_the_lines_and_where_they_stood(enter, rule) -> None:
    page = enter("محرر").get(page_of(rule)).content.decode()
    assert "ضعنا على &lt;b&gt;شاشتك&lt;/b&gt;" in page
    for told in ("11", "مقالًا", "تحته، بين فقراته", "قبله", "[U+202E]بعده"):
        assert told in page
    assert "غاب مقاله" not in page
    assert "أبقِها في النص" not in page  # a reviewer decides


@pytest.mark.parametrize(
    ("role", "status", "active"),
    [
        ("محرر", 403, True),
        ("مراجع", 302, False),
        ("", 302, True),
        ("reader", 302, True),
    ],
)
def test_reviewers_refuse_a_line(enter, rule, role, status, active) -> None:
    data = {"rule": rule.pk, "do": "keep"}
    assert enter(role).post(page_of(rule), data).status_code == status
    rule.refresh_from_db()
    assert rule.is_active is active


def test_a_refused_line_says_who_kept_it_and_may_be_cut_again(enter, rule) -> None:
    client = enter("مراجع")
    told = client.post(page_of(rule), {"rule": rule.pk, "do": "keep"}, follow=True)
    page = told.content.decode()
    assert "أُبقيت في النص" in page
    assert "user-مراجع" in page
    assert "تُقرأ من جديد في الخلفية" in page
    client.post(page_of(rule), {"rule": rule.pk, "do": "cut"})
    rule.refresh_from_db()
    assert (rule.is_active, rule.refused_by, rule.reread_after) == (True, None, 0)


@pytest.mark.parametrize(
    "data",
    [{"rule": "٣", "do": "keep"}, {"do": "keep"}],
)
def test_an_order_that_names_no_line_changes_nothing(enter, rule, data) -> None:
    told = enter("مراجع").post(page_of(rule), data, follow=True).content.decode()
    assert "لم يعد هذا السطر هنا" in told
    assert OutletRule.objects.active().count() == 1


@pytest.mark.long
def test_lines_of_another_outlet_are_not_decided_here(enter, rule) -> None:
    other = reverse("admin:articles_outletrule_learned", args=[OutletFactory().pk])
    client = enter("مراجع")
    client.post(other, {"rule": rule.pk, "do": "keep"})
    assert OutletRule.objects.active().count() == 1
    assert "لم يتعلّم الأرشيف" in client.get(other).content.decode()


@pytest.mark.long
def test_what_was_learned_is_neither_edited_nor_deleted(enter, rule) -> None:
    client = enter("مدير")
    change = reverse("admin:articles_outletrule_change", args=[rule.pk])
    data = {"outlet": rule.outlet_id, "kind": "drop_line", "words": "غيرها"}
    assert client.post(change, data).status_code == 403
    delete = reverse("admin:articles_outletrule_delete", args=[rule.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    assert OutletRule.objects.get().words == rule.words


@pytest.mark.long
def test_lists_lead_to_what_was_learned(enter, rule) -> None:
    client = enter("مراجع")
    rules = client.get(reverse("admin:articles_outletrule_changelist"))
    outlet = client.get(reverse("admin:articles_outlet_change", args=[rule.outlet_id]))
    for page in (rules, outlet):
        assert page_of(rule) in page.content.decode()
    assert "تعلّمها الأرشيف من 11 مقالًا" in rules.content.decode()


@pytest.mark.long
def test_an_upload_teaches_and_the_worker_reads_again(enter, index) -> None:
    client = enter("مراجع")
    files = [text_file(raw(place), f"{place}.txt") for place in PLACES]
    order(client, send(client, *files, outlet=NAME), "published")
    assert OutletRule.objects.get().article_count == len(PLACES)
    assert Article.objects.filter(body__contains=NOTICE).count() == len(PLACES)
    call_command("worker", once=True)
    assert not Article.objects.filter(body__contains=NOTICE).exists()
