"""Merged headings: their names are not forgotten, and they can be parted again."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.editing.merging import merge, unmerge
from articles.ingest import Result, Wishes, ingest_one
from articles.models import Alias, Article, Author, Outlet, Section
from articles.readers import RawDocument
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory, SectionFactory

RAW = """وصول القوارب إلى الميناء القديم

قالت إدارة الميناء إن القوارب الجديدة وصلت صباح اليوم بعد رحلة طويلة في البحر.
"""


@pytest.fixture
def boss(db: None) -> User:
    return User.objects.create(username="boss")


@pytest.mark.parametrize("told", ["جريدة المرسى", "جريده المرسي", "جَريدة  المرسى"])
def test_the_next_text_of_the_old_name_comes_to_the_merged_heading(
    boss: User, told: str
) -> None:
    keep, other = OutletFactory(name="المرسى"), OutletFactory(name="جريدة المرسى")
    merge(keep, [other], boss)
    stored = ingest_one(
        RawDocument("خبر.txt", RAW.encode(), RAW, "text/plain", "utf-8"),
        Wishes(outlet=told),
    )
    assert stored.result is Result.CREATED
    assert stored.article is not None
    assert stored.article.outlet == keep
    assert Outlet.objects.count() == 1


def test_what_was_merged_twice_leads_to_the_last(boss: User) -> None:
    first, second, third = OutletFactory.create_batch(3)
    merge(second, [first], boss)
    merge(third, [second], boss)
    assert Outlet.named(first.name) == Outlet.named(second.name) == third


def test_a_merged_name_is_parted_with_the_articles_it_came_with(boss: User) -> None:
    keep = OutletFactory()
    other = OutletFactory(name="صحيفة المرسى", country="SY", notes="أسبوعية")
    came, elsewhere = ArticleFactory.create_batch(2, outlet=other)
    own = ArticleFactory(outlet=keep)
    merge(keep, [other], boss)
    Article.objects.filter(pk=elsewhere.pk).update(outlet=OutletFactory())
    back = unmerge(Alias.objects.get(), boss)
    assert (back.name, back.slug) == (other.name, other.slug)
    assert isinstance(back, Outlet)
    assert (back.country, back.notes) == ("SY", "أسبوعية")
    assert list(Article.objects.filter(outlet=back)) == [came]
    assert list(Article.objects.filter(outlet=keep)) == [own]
    assert not Alias.objects.exists()


def test_a_new_heading_does_not_take_the_address_of_a_merged_one(boss: User) -> None:
    keep, other = SectionFactory(), SectionFactory(name="رياضة!")
    merge(keep, [other], boss)
    assert Section.objects.create(name="رياضة؟ محلية").slug != other.slug
    assert Section.objects.create(name="رياضة").slug != other.slug


@pytest.mark.parametrize(
    ("page", "kwargs", "query"),
    [
        ("outlet", {}, ""),
        ("outlet", {}, "?page=1"),
        ("outlet_feed", {}, ""),
        ("outlet_year", {"year": 2014}, ""),
        ("outlet_month", {"year": 2014, "month": 8}, ""),
        ("section", {}, "?year=2014"),
        ("author", {}, ""),
    ],
)
def test_old_addresses_lead_to_the_merged_heading(
    client: Client, boss: User, page: str, kwargs: dict[str, int], query: str
) -> None:
    factories = {
        "outlet": OutletFactory,
        "section": SectionFactory,
        "author": AuthorFactory,
    }
    kind = page.partition("_")[0]
    keep, other = factories[kind](), factories[kind]()
    ArticleFactory(**{kind: keep})
    merge(keep, [other], boss)
    old, new = (
        reverse(f"articles:{page}", kwargs={"slug": each.slug, **kwargs}) + query
        for each in (other, keep)
    )
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_what_never_was_is_not_found(client: Client, boss: User) -> None:
    merge(AuthorFactory(), [AuthorFactory(name="سلمى")], boss)
    assert client.get(reverse("articles:section", args=["سلمى"])).status_code == 404
    assert Author.objects.count() == 1
