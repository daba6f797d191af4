"""Counts of articles over time equal those that were planted."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.models import Article, Cluster, ClusterMember
from search.indexing import outbox
from search.language.request import SearchRequest
from search.questions.periods import Grain
from search.questions.trends import Split, TrendRequest, trends
from tests.factories import ArticleFactory, OutletFactory, SectionFactory

Plant = Callable[..., Article]


@pytest.fixture
def plant(index: Path) -> Plant:
    """Store an article of a day in 2014 with a word in its body."""
    section = SectionFactory()

    def store(word: str, month: int, day: int = 1, **fields: Any) -> Article:
        return ArticleFactory(
            **{
                "title": "خبر",
                "body": f"وصلت {word} إلى المرفأ.",
                "published_on": date(2014, month, day),
                "section": section,
            }
            | fields
        )

    return store


@pytest.fixture
def harbour(plant: Plant) -> None:
    """Ships in January (2 of 3) and March (1 of 2), grain in January; one draft."""
    north, south = OutletFactory(name="الشمال"), OutletFactory(name="الجنوب")
    plant("سفينة", 1, 2, outlet=north)
    plant("سفينةٌ", 1, 9, outlet=south)
    plant("حنطة", 1, 9, outlet=south)
    plant("سفينة", 3, 9, outlet=south)
    plant("حنطة", 3, outlet=north)
    plant("سفينة", 3, status="draft")
    outbox.drain()


def ask(*queries: str, **options: Any) -> Any:
    among = SearchRequest(**options.pop("among", {}))
    return trends(TrendRequest(queries, among, **options))


def test_months_are_counted_with_the_empty_ones_between(harbour: None) -> None:
    found = ask("سفينة", "حنطة")

    assert [period.iso for period in found.periods] == ["2014-01", "2014-02", "2014-03"]
    (panel,) = found.panels
    assert panel.everything == (3, 0, 2)
    assert [series.counts for series in panel.series] == [(2, 0, 1), (1, 0, 1)]
    assert panel.shares(panel.series[0]) == pytest.approx((200 / 3, 0, 50))


def test_years_are_counted_where_asked(harbour: None, plant: Plant) -> None:
    plant("سفينة", 5, published_on=date(2016, 5, 1))
    outbox.drain()
    found = ask("سفينة", grain=Grain.YEAR)

    assert [period.iso for period in found.periods] == ["2014", "2015", "2016"]
    assert found.panels[0].series[0].counts == (3, 0, 1)


def test_long_times_are_counted_by_years(harbour: None, plant: Plant) -> None:
    plant("سفينة", 1, published_on=date(2018, 1, 1))
    outbox.drain()

    assert ask("سفينة").grain is Grain.YEAR
    assert ask("سفينة", grain=Grain.MONTH).grain is Grain.MONTH


def test_a_share_is_of_the_articles_of_the_same_outlet(harbour: None) -> None:
    found = ask("سفينة", split=Split.OUTLET)

    south, north = found.panels
    assert (south.name, north.name) == ("الجنوب", "الشمال")
    assert south.everything == (2, 0, 1)
    assert south.series[0].counts == (1, 0, 1)
    assert north.shares(north.series[0]) == (100, 0, 0)


def test_filters_narrow_both_the_count_and_the_whole(harbour: None) -> None:
    among = {"since": date(2014, 1, 5), "until": date(2014, 2, 1)}
    (panel,) = ask("سفينة", among=among).panels

    assert (panel.series[0].counts, panel.everything) == ((1,), (2,))


def test_copies_of_one_report_are_counted_once_where_asked(
    harbour: None, plant: Plant
) -> None:
    first, second = plant("سفينة", 2), plant("سفينة", 3)
    cluster = Cluster.objects.create(earliest=first, size=2)
    for article in (first, second):
        ClusterMember.objects.create(article=article, cluster=cluster)
    outbox.drain()

    with_copies = ask("سفينة").panels[0]
    without = ask("سفينة", reprints=False).panels[0]
    assert with_copies.series[0].counts == (2, 1, 2)
    assert without.series[0].counts == (2, 1, 1)
    assert (with_copies.everything, without.everything) == ((3, 1, 3), (3, 1, 2))


def test_what_tells_no_month_is_in_none_and_counted_apart(
    harbour: None, plant: Plant
) -> None:
    plant("سفينة", 1, published_precision="year")
    plant("سفينة", 1, published_on=None, published_precision="")
    outbox.drain()

    (by_month,) = ask("سفينة").panels
    assert (by_month.series[0].counts, by_month.series[0].unplaced) == ((2, 0, 1), 2)
    (by_year,) = ask("سفينة", grain=Grain.YEAR).panels
    assert (by_year.series[0].counts, by_year.series[0].unplaced) == ((4,), 1)


def test_both_engines_count_the_same(engine: str, plant: Plant) -> None:
    plant("سفينة", 1)
    plant("سفينة", 2, published_precision="year")
    outbox.drain()
    series = ask("سفينة").panels[0].series[0]

    assert (series.counts, series.total) == ((1,), 2)


def test_the_page_shows_points_that_lead_to_the_articles(
    harbour: None, client: Client
) -> None:
    page = client.get("/trends/", {"q": ["سفينة", "حنطة"]})
    text = page.content.decode()

    assert text.count('class="line"') == 2
    link = page.context["panels"][0].rows[0].cells[0].url
    assert client.get(link).context["results"].total == 2
    assert "2014-01-31" in link


def test_a_split_page_has_a_drawing_for_each_outlet(
    harbour: None, client: Client
) -> None:
    page = client.get("/trends/", {"q": "سفينة", "by": "outlet", "measure": "share"})

    assert page.content.decode().count('<svg class="lines"') == 2
    link = page.context["panels"][1].rows[0].cells[0].url
    assert client.get(link).context["results"].total == 1


def test_the_table_can_be_taken_along(harbour: None, client: Client) -> None:
    answer = client.get("/trends.csv", {"q": "سفينة"})
    rows = list(csv.reader(StringIO(answer.getvalue().decode("utf-8-sig"))))

    assert rows[1][:6] == ["2014-01", "", "سفينة", "2", "3", "66.6667"]
    assert len(rows) == 4


ADDRESSES = [
    "",
    "?q=",
    "?q=%00&grain=xx&by=zz&measure=--&since=never",
    "?q=<script>alert(1)</script>&q=%22%22&q=((((",
    "?q=لا-شيء-هنا",
    "?" + "&".join(f"q=سفينة{n}" for n in range(30)),
    "?q=سفينة&outlet=none",
]


def test_every_address_has_a_page(
    harbour: None, client: Client, subtests: pytest.Subtests
) -> None:
    for query in ADDRESSES:
        with subtests.test(query):
            page = client.get(f"/trends/{query}")

            assert page.status_code == 200
            assert "<script>alert" not in page.content.decode()
            assert client.get(f"/trends.csv{query}").status_code == 200


def test_the_method_is_told(db: None, client: Client) -> None:
    assert "الحصة" in client.get("/method/words/").content.decode()
