"""Comparisons that Django doesn't bring."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.models import Article, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_of_a_few_articles_those_are_given_that_readers_may_see() -> None:
    public, draft, other = (
        ArticleFactory(),
        ArticleFactory(status=Status.DRAFT),
        ArticleFactory(),
    )
    few = Article.objects.public_among([public.pk, draft.pk])

    assert list(few) == [public]
    assert other not in few


@pytest.mark.skipif(connection.vendor != "sqlite", reason="how SQLite reads")
def test_a_few_articles_are_read_by_their_ids_and_not_by_their_status() -> None:
    few = list(range(20))
    slow = Article.objects.public().filter(pk__in=few).order_by().explain()
    fast = Article.objects.public_among(few).order_by().explain()

    assert "status" in slow
    assert "PRIMARY KEY" in fast
    assert "status" not in fast
