"""Haystack's own query sets reach the archive's engines."""

from __future__ import annotations

from typing import Any

import pytest
from haystack.exceptions import SearchFieldError
from haystack.query import SearchQuerySet

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def news(find: Any) -> None:
    for number in range(23):
        ArticleFactory(title=f"هدنة رقم {number}")
    ArticleFactory(title="حريق في السوق")
    find("")


def test_slices_show_every_hit_once():
    hits = SearchQuerySet().filter(content="الهدنه")

    assert hits.count() == 23
    pages = [[hit.pk for hit in hits[start : start + 5]] for start in range(0, 25, 5)]
    assert [len(page) for page in pages] == [5, 5, 5, 5, 3]
    assert len({pk for page in pages for pk in page}) == 23


def test_filters_join_and_exclude():
    everything = SearchQuerySet()

    assert everything.count() == 24
    assert everything.filter(content="عائلة").exclude(title="هدنة").count() == 1
    assert everything.filter(title="حريق").count() == 1
    assert everything.filter(content="؟").count() == 0
    assert everything.filter(title="حريق")[0].object.title == "حريق في السوق"


def test_a_field_no_query_can_name_is_refused():
    with pytest.raises(SearchFieldError):
        SearchQuerySet().filter(body_length=3).count()
