"""Browsing: every list has its page, its state in the address, and an honest end."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from articles.views.lists import bars, year_bars
from tests.articles.views.conftest import Addresses
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    SectionFactory,
    figure_of,
)

pytestmark = pytest.mark.django_db

Read = Callable[[str], str]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "الأرشيف فارغ بعد"),
        ("/browse/", "لا مقالات مؤرخة بعد"),
        ("/browse/2014/8/", "لا مقالات هنا"),
        ("/browse/2014/8/5/", "لا مقالات هنا"),
        ("/browse/undated/", "لا مقالات هنا"),
        ("/browse/unknown-outlet/", "لا مقالات هنا"),
        ("/outlets/", "لا مصادر بعد"),
        ("/sections/", "لا أقسام بعد"),
        ("/authors/", "لا يُذكر كاتب بعد"),
        ("/about/", "لا مقالات"),
    ],
)
def test_an_empty_archive_says_so(body_of: Read, address: str, said: str) -> None:
    assert said in body_of(address)


def test_a_list_is_cut_into_pages_of_twenty(client: Client, body_of: Read) -> None:
    section = SectionFactory()
    ArticleFactory.create_batch(45, section=section)
    address = f"/sections/{section.slug}/"
    assert body_of(address).count('<article class="row">') == 20
    last = body_of(f"{address}?page=3&year=2014")
    assert last.count('<article class="row">') == 5
    assert 'href="?page=2&amp;year=2014"' in last
    assert last.count("\u0663") == 1  # on the switch of digits
    assert body_of(f"{address}?page=٣").count('<article class="row">') == 5


@pytest.mark.parametrize("page", ["4", "0", "-1", "x", "1e3", "9" * 50, "\u0000"])
def test_a_page_that_is_not_there_is_not_found(client: Client, page: str) -> None:
    ArticleFactory(published_on=None, published_precision="")
    assert client.get("/browse/undated/", {"page": page}).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/browse/2013/",
        "/browse/0/",
        "/browse/99999/",
        "/browse/2014/13/",
        "/browse/2014/2/30/",
        "/outlets/none/",
        "/sections/none/",
        "/authors/none/",
        "/articles/999999/",
        "/articles/99999999999999999999/",
        "/sections/x/?year=abc",
        "/x.css",
    ],
)
def test_what_is_not_there_is_an_arabic_404(client: Client, address: str) -> None:
    ArticleFactory()
    response = client.get(address)
    assert response.status_code == 404
    assert "الصفحة غير موجودة" in response.content.decode()


def test_a_date_known_to_the_month_stands_in_its_month_but_on_no_day(
    body_of: Read,
) -> None:
    first = date(2014, 8, 1)
    ArticleFactory(title="شهره معروف", published_on=first, published_precision="month")
    ArticleFactory(
        title="عامه معروف", published_on=date(2014, 1, 1), published_precision="year"
    )
    assert "شهره معروف" in body_of("/browse/2014/8/")
    assert "شهره معروف" not in body_of("/browse/2014/8/1/")
    assert "عامه معروف" in body_of("/browse/2014/")
    assert "عامه معروف" not in body_of("/browse/2014/1/")


def test_a_day_leads_to_the_days_before_and_after(body_of: Read) -> None:
    for day in (date(2014, 7, 30), date(2014, 8, 5), date(2015, 1, 2)):
        ArticleFactory(published_on=day)
    page = body_of("/browse/2014/8/5/")
    assert 'rel="prev" href="/browse/2014/7/30/"' in page
    assert 'rel="next" href="/browse/2015/1/2/"' in page


def test_a_month_leads_to_the_months_before_and_after(body_of: Read) -> None:
    for day in (date(2013, 7, 30), date(2014, 8, 5), date(2015, 1, 2)):
        ArticleFactory(published_on=day)
    page = body_of("/browse/2014/8/")
    assert 'rel="prev" href="/browse/2013/7/"' in page
    assert 'rel="next" href="/browse/2015/1/"' in page


def test_sections_and_authors_filter_by_year(body_of: Read) -> None:
    author = AuthorFactory()
    ArticleFactory(title="عتيق", author=author, published_on=date(2010, 1, 1))
    ArticleFactory(title="جديد", author=author)
    address = f"/authors/{author.slug}/"
    assert "عتيق" in body_of(address)
    page = body_of(f"{address}?year=٢٠١٤")
    assert "جديد" in page
    assert "عتيق" not in page


def test_an_outlet_named_like_an_address_has_its_page(body_of: Read) -> None:
    for name in ("unknown", "undated", "feed"):
        outlet = OutletFactory(name=name)
        ArticleFactory(outlet=outlet, title=f"مقال {name}")
        assert f"مقال {name}" in body_of(outlet.get_absolute_url())


def test_bars_are_never_invisible_and_gaps_are_shown() -> None:
    drawn = year_bars([(2010, 1), (2012, 1000)], str)
    assert [(bar.label, bar.count, bar.height, bar.top) for bar in drawn] == [
        ("2010", 1, 2, 98),
        ("2011", 0, 0, 100),
        ("2012", 1000, 100, 0),
    ]
    assert bars([]) == []
    assert len(year_bars([(1, 1), (2014, 5)], str)) == 2


def test_every_page_costs_at_most_twenty_queries(
    client: Client,
    addresses: Addresses,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    author = AuthorFactory()
    outlets = OutletFactory.create_batch(12)
    for number in range(24):  # more than a page
        article = ArticleFactory(
            outlet=outlets[number % 12],
            author=author,
            published_on=date(2014, 8, 1 + number % 9) if number else date(2014, 8, 5),
        )
        figure_of(article, "180", value=180)
        CaptureFactory(article=article)
    ArticleFactory(outlet=None, published_on=None, published_precision="")
    for address in addresses(article).values():
        with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
            response = client.get(address)
            assert response.getvalue(), address
            assert response.status_code == 200, address
