"""The API's filters one by one, its cursors to the end, and cursors of other forms."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.http import QueryDict
from django.test import Client

from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Mention, Name, Status
from articles.storing.name_counts import mark_stale, recount
from search.api.cursors import question_of, write_cursor
from search.indexing import outbox
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory, figure_of

pytestmark = pytest.mark.django_db

DATES: list[tuple[date | None, time | None]] = [
    (date(2014, 8, 5), time(21, 38)),
    (date(2014, 8, 5), time(6, 0)),
    (date(2014, 8, 5), time(6, 0)),
    (date(2014, 8, 5), None),
    (date(2014, 8, 5), None),
    (date(2014, 8, 4), time(23, 59)),
    (date(2013, 1, 1), None),
    (None, None),
    (None, None),
]


@pytest.fixture(autouse=True)
def fresh_minute() -> None:
    """Forget who asked how often."""
    cache.clear()


@pytest.fixture
def news(index: Path) -> list[Article]:
    """Articles of two outlets, in the order of lists, and a draft like the first."""
    outlets = [OutletFactory(name="المرفأ"), OutletFactory(name="التل")]
    made = [
        ArticleFactory(
            title=f"هدنة {number}",
            outlet=outlets[number % 2],
            published_on=day,
            published_time=clock,
        )
        for number, (day, clock) in enumerate(DATES)
    ]
    draft = ArticleFactory(status=Status.DRAFT, outlet=outlets[0])
    for article in (made[0], made[1], draft):
        figure_of(article, "180", noun="عائلة", noun_key=noun_key("عائلة"), value=180)
        figure_of(article, "2,6", kind="money", unit="USD", value=2_600_000)
        CaptureFactory(article=article)
    names = [
        Name.objects.create(kind=kind, name=name, key=name)
        for kind, name in (("PER", "سالم"), ("PER", "سليم"), ("LOC", "سالمية"))
    ]
    variant = Name.objects.create(
        kind="PER", name="سالم علي", key="سالم علي", merged_into=names[0]
    )
    for article, name in zip(made, [*names, variant], strict=False):
        Mention.objects.create(article=article, name=name)
    Mention.objects.create(article=draft, name=names[0])
    mark_stale([name.pk for name in names])
    recount()
    outbox.drain()
    # Of what has no date or one and the same, the latest stored stands first.
    return sorted(made, key=lambda row: (_newest(row), row.pk), reverse=True)


def _newest(row: Article) -> tuple[date, time]:
    return row.published_on or date.min, row.published_time or time.min


def got(client: Client, path: str, **query: Any) -> dict[str, Any]:
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content.decode()
    answer: dict[str, Any] = response.json()
    return answer


def all_of(client: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    """Follow the cursors, two rows at a time, to the end."""
    found: list[dict[str, Any]] = []
    while True:
        answer = got(client, path, **query, limit=2)
        rows = answer["hits" if path == "search" else path]
        assert len(rows) <= 2
        found += rows
        if answer["next"] is None:
            return found
        query["cursor"] = answer["next"]


def titles(rows: list[dict[str, Any]]) -> list[str]:
    return [row["title"] for row in rows]


def test_what_was_found_is_narrowed_and_read_to_its_end(
    client: Client, news: list[Article], subtests: pytest.Subtests
) -> None:
    order = [article.title for article in news]
    with subtests.test("lists go on behind each row, whatever of its date is known"):
        assert titles(all_of(client, "articles")) == order
    with subtests.test("a list goes on behind the last though newer ones came"):
        first = got(client, "articles", limit=4)
        ArticleFactory(title="أحدث", published_on=date(2020, 1, 1))
        rest = got(client, "articles", limit=100, cursor=first["next"])
        assert titles(first["articles"] + rest["articles"]) == order
        Article.objects.filter(title="أحدث").delete()
    with subtests.test("searches go on in their own order"):
        sent = titles(all_of(client, "search", q="هدنة", sort="newest"))
        assert sorted(sent) == sorted(order)
        assert len(set(sent)) == len(sent)

    lists = [
        ({"since": "2014-08-05"}, DATES[:5]),
        ({"until": "2014-08-04"}, DATES[5:7]),
        ({"since": "2014-08-04", "until": "2014-08-04"}, DATES[5:6]),
        ({"since": "2015-01-01"}, []),
        ({"outlet": "المرفأ"}, DATES[::2]),
        ({"outlet": ["المرفأ", "التل"]}, DATES),
        ({"outlet": "لا أحد"}, []),
    ]
    for query, dates in lists:
        with subtests.test(articles=query):
            answer = got(client, "articles", **query)
            assert answer["total"] == len(answer["articles"]) == len(dates)
            kept = [row for row in news if row.title in titles(answer["articles"])]
            assert sorted(map(_newest, kept)) == sorted(
                (day or date.min, clock or time.min) for day, clock in dates
            )


def test_small_things_are_asked_by_what_they_are(
    client: Client, news: list[Article], subtests: pytest.Subtests
) -> None:
    first = Article.objects.get(title="هدنة 0")
    held = first.captures.get()
    figures: list[tuple[dict[str, Any], int]] = [
        ({}, 4),
        ({"kind": "money"}, 2),
        ({"unit": "USD"}, 2),
        ({"modifier": "about"}, 0),
        ({"noun": "العائلات"}, 2),
        ({"min": "181"}, 2),
        ({"max": "180"}, 2),
        ({"article": first.pk}, 2),
        ({"article": first.pk, "kind": "money", "max": "1"}, 0),
    ]
    names: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["سالم", "سليم", "سالمية"]),
        ({"kind": "LOC"}, ["سالمية"]),
        ({"q": "سال"}, ["سالم", "سالمية"]),
        ({"q": "سال", "kind": "PER"}, ["سالم"]),
        ({"q": "سالم علي"}, []),
        ({"q": "%"}, ["سالم", "سليم", "سالمية"]),
    ]
    captures: list[tuple[dict[str, Any], int]] = [
        ({}, 2),
        ({"article": first.pk}, 1),
        ({"sha256": held.sha256.upper()}, 1),
        ({"sha256": "0" * 64}, 0),
    ]
    for query, count in figures:
        with subtests.test(figures=query):
            assert len(got(client, "figures", **query)["figures"]) == count
    for query, found in names:
        with subtests.test(names=query):
            assert [row["name"] for row in got(client, "names", **query)["names"]] == (
                found
            )
    for query, count in captures:
        with subtests.test(captures=query):
            assert len(got(client, "captures", **query)["captures"]) == count
    for path, rows in (("figures", 4), ("names", 3), ("captures", 2)):
        with subtests.test(to_the_end=path):
            ids = [row["id"] for row in all_of(client, path)]
            assert ids == sorted(set(ids))
            assert len(ids) == rows


def test_a_name_finds_its_articles_and_those_of_its_variants(
    client: Client, news: list[Article]
) -> None:
    name = Name.objects.get(name="سالم")
    found = got(client, "articles", name=name.pk)["articles"]
    assert sorted(titles(found)) == ["هدنة 0", "هدنة 3"]
    assert got(client, "articles", name=2**63 - 1)["total"] == 0


PLACES = [
    ("articles", []),
    ("articles", ["2014-08-05", None]),
    ("articles", ["2014-13-45", None, 1]),
    ("articles", [None, "25:61", 1]),
    ("articles", [20140805, None, 1]),
    ("search", []),
    ("search", [1, 2]),
    ("search", [1, 2, "x", 4]),
]


def test_a_cursor_that_another_release_sealed_is_unknown(
    client: Client, db: None, subtests: pytest.Subtests
) -> None:
    for path, place in PLACES:
        with subtests.test(path, place=place):
            cursor = write_cursor(question_of(path, QueryDict()), place)
            answer = client.get(f"/api/v1/{path}", {"cursor": cursor})
            assert answer.status_code == 404
            assert answer.json()["error"]["code"] == "unknown_cursor"
