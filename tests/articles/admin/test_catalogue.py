"""Outlets, sections and authors at the desk."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.models import Outlet
from tests.factories import ArticleFactory, OutletFactory

LIST = "admin:articles_outlet_changelist"


@pytest.fixture
def manager(enter) -> Client:
    """Give the client of a manager."""
    return enter("مدير")


@pytest.mark.parametrize("asked", ["الانباء", "الأنباء", "أَنباء", "انبا"])
def test_a_heading_is_found_by_any_spelling(manager: Client, asked: str) -> None:
    outlet = OutletFactory(name="وكالة الأنباء الساحلية")
    OutletFactory(name="صحيفة أخرى")
    page = manager.get(reverse(LIST), {"q": asked})
    assert list(page.context["cl"].result_list) == [outlet]


def test_each_heading_shows_how_many_articles_it_has(
    manager: Client, django_assert_max_num_queries
) -> None:
    outlet = OutletFactory()
    ArticleFactory.create_batch(3, outlet=outlet)
    OutletFactory.create_batch(10)
    with django_assert_max_num_queries(10):
        page = manager.get(reverse(LIST))
    counts = {row.pk: row.article_count for row in page.context["cl"].result_list}
    assert counts[outlet.pk] == 3


def test_another_spelling_of_a_heading_is_refused(manager: Client) -> None:
    OutletFactory(name="صحيفة الأيام")
    data = {"name": "صحيفه الايام", "time_zone": "UTC"}
    page = manager.post(reverse("admin:articles_outlet_add"), data)
    assert "هذا الاسم موجود بإملاء آخر" in page.content.decode()
    assert Outlet.objects.count() == 1


@pytest.mark.parametrize("name", ["ـــ", "\u202e", "  "])
def test_a_name_without_letters_is_refused(manager: Client, name: str) -> None:
    data = {"name": name, "time_zone": "UTC"}
    manager.post(reverse("admin:articles_outlet_add"), data)
    assert not Outlet.objects.exists()


def merge(client: Client, *outlets: Outlet, keep: Outlet | None = None):
    data = {"action": "merge", "_selected_action": [each.pk for each in outlets]}
    return client.post(reverse(LIST), data | ({"keep": keep.pk} if keep else {}))


def test_a_merge_is_asked_about_first(manager: Client) -> None:
    one, two = OutletFactory(), OutletFactory()
    page = merge(manager, one, two)
    assert "الأسماء المدموجة" in page.content.decode()
    assert Outlet.objects.count() == 2


def test_merging_moves_the_articles_and_keeps_one_name(manager: Client) -> None:
    one, two, three = OutletFactory.create_batch(3)
    articles = [ArticleFactory(outlet=outlet) for outlet in (one, two, three)]
    merge(manager, one, two, keep=one)
    assert set(Outlet.objects.all()) == {one, three}
    for article in articles:
        article.refresh_from_db()
    assert [article.outlet for article in articles] == [one, one, three]
    assert articles[1].corrected == []
    assert LogEntry.objects.count() == 2


def test_one_heading_alone_is_not_merged(manager: Client) -> None:
    outlet = OutletFactory()
    merge(manager, outlet, keep=outlet)
    assert Outlet.objects.get() == outlet
