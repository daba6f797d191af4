"""Names and synonyms are kept in memory, and never older than the database."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from articles.models import Outlet
from search.engine import find_articles
from search.indexing import outbox
from search.kept import Kept, forget, renew
from search.language.request import SearchRequest
from search.models import SynonymGroup
from search.synonyms import Synonyms
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    forget()


def name_of(outlet: Outlet) -> str:
    return Kept().headings(Outlet, [outlet.pk])[outlet.pk].name


def test_a_renamed_heading_is_known_by_its_new_name():
    outlet = OutletFactory(name="صحيفة المرفأ")
    assert name_of(outlet) == "صحيفة المرفأ"

    Outlet.objects.get(pk=outlet.pk).delete()
    assert Kept().headings(Outlet, [outlet.pk]) == {}

    other = OutletFactory(name="صحيفة التل")
    assert name_of(other) == "صحيفة التل"
    other.name = "جريدة التل"
    other.save()
    assert name_of(other) == "جريدة التل"


def test_a_heading_is_found_by_its_slug_and_by_a_changed_one():
    outlet = OutletFactory(name="صحيفة المرفأ", slug="old")
    assert Kept().named(Outlet, ["old", "none"]) == [outlet]

    outlet.slug = "new"
    outlet.save()

    assert Kept().named(Outlet, ["old"]) == []
    assert Kept().named(Outlet, ["new"]) == [outlet]


def test_a_change_without_a_signal_is_seen_once_it_is_told():
    outlet = OutletFactory(name="صحيفة المرفأ")
    assert name_of(outlet) == "صحيفة المرفأ"

    Outlet.objects.update(name="جريدة المرفأ")
    renew(Outlet)

    assert name_of(outlet) == "جريدة المرفأ"


def test_what_a_transaction_sees_is_not_kept_beyond_it():
    outlet = OutletFactory(name="صحيفة المرفأ")

    with transaction.atomic():
        outlet.name = "لن يبقى"
        outlet.save()
        assert name_of(outlet) == "لن يبقى"
        transaction.set_rollback(True)

    assert name_of(outlet) == "صحيفة المرفأ"


def test_synonyms_are_read_once_and_again_after_a_change(
    django_assert_num_queries: Any,
):
    group = SynonymGroup.objects.create(names="الفاو، منظمة الأغذية")
    Synonyms.of_the_archive()
    with django_assert_num_queries(1):
        assert len(Synonyms.of_the_archive()._table) == 2

    group.names = "الفاو، منظمة الأغذية، FAO"
    group.save()
    assert len(Synonyms.of_the_archive()._table) == 3

    group.delete()
    assert Synonyms.of_the_archive()._table == {}


def test_a_search_asks_the_database_two_short_questions(
    index: Any, django_assert_num_queries: Any
):
    ArticleFactory.create_batch(25, body="عاد النازحون إلى بيوتهم")
    outbox.drain()
    request = SearchRequest("نازح")
    find_articles(request)

    with django_assert_num_queries(2):  # the editions and the articles
        page = find_articles(request)
        shown = [(hit.article.outlet, hit.article.section) for hit in page.hits]

    assert len(shown) == 20
