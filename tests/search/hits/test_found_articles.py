"""The articles of a page of hits come at once, with their headings, and no drafts."""

from __future__ import annotations

from datetime import date, time

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Status
from search.hits.found_articles import articles_of
from search.kept import Kept
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    OutletFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


def test_what_a_list_shows_is_there_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
):
    stored = ArticleFactory(
        title="عودة المرفأ",
        outlet=OutletFactory(name="صحيفة الميناء"),
        section=SectionFactory(name="محليات"),
        author=AuthorFactory(name="سلمى الخازن"),
        published_on=date(2014, 8, 3),
        published_time=time(17, 5),
    )

    found = articles_of([stored.pk], Kept())[stored.pk]

    with django_assert_num_queries(0):
        assert found == stored
        assert (found.title, found.body) == (stored.title, stored.body)
        assert found.outlet.name == "صحيفة الميناء"
        assert found.section.name == "محليات"
        assert found.author.name == "سلمى الخازن"
        assert found.published_on == date(2014, 8, 3)
        assert found.published_time == time(17, 5)
        assert found.get_absolute_url() == stored.get_absolute_url()


def test_what_a_list_leaves_out_is_fetched_when_asked_for():
    stored = ArticleFactory(segments=[[0, 0, 4]])

    assert articles_of([stored.pk], Kept())[stored.pk].segments == [[0, 0, 4]]


@pytest.mark.parametrize("status", [one for one in Status if one != Status.PUBLISHED])
def test_only_what_readers_may_see_is_given(status: Status):
    seen, hidden = ArticleFactory(), ArticleFactory(status=status)
    unknown = hidden.pk + 1

    found = articles_of([hidden.pk, seen.pk, unknown], Kept())

    assert found == {seen.pk: Article.objects.get(pk=seen.pk)}


def test_no_ids_ask_for_nothing(django_assert_num_queries: DjangoAssertNumQueries):
    kept = Kept()

    with django_assert_num_queries(0):
        assert articles_of([], kept) == {}
