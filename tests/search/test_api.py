"""The API answers what the pages show, in one shape, to everyone, within limits."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Mention, Name, Status
from articles.storing.name_counts import mark_stale, recount
from search.api.tokens import digest_of
from search.indexing import outbox
from search.models import ApiToken
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory, figure_of

pytestmark = pytest.mark.django_db

SECRET = "سرنامه"


@pytest.fixture(autouse=True)
def fresh_minute() -> None:
    """Forget who asked how often."""
    cache.clear()


@pytest.fixture
def news(index: Path) -> Article:
    """An archive of 22 public articles, and drafts that share all but their words."""
    harbour, hill = OutletFactory(name="المرفأ"), OutletFactory(name="التل")
    for number in range(22):
        article = ArticleFactory(
            title=f"هدنة {number}",
            body="عادت 180 عائلة. " + "هدنة " * (number % 5 + 1) + "بين البلدتين.",
            outlet=harbour if number % 2 else hill,
            published_on=None if number == 3 else date(2014, 1 + number % 12, 5),
        )
        figure_of(article, "180", noun="عائلة", noun_key=noun_key("عائلة"), value=180)
        CaptureFactory(article=article)
    shared = Name.objects.create(kind="PER", name="سالم", key="سالم")
    Mention.objects.create(article=article, name=shared)
    mark_stale([shared.pk])
    recount()
    hidden = ArticleFactory(
        title=SECRET, body=f"{SECRET} 180 هدنة", status=Status.DRAFT
    )
    figure_of(hidden, "180", value=180, claimant=SECRET)
    CaptureFactory(article=hidden, source=SECRET)
    Mention.objects.create(
        article=hidden, name=Name.objects.create(kind="LOC", name=SECRET, key=SECRET)
    )
    outbox.drain()
    return article


def got(client: Client, path: str, **query: Any) -> dict[str, Any]:
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content.decode()
    answer: dict[str, Any] = response.json()
    return answer


def all_of(client: Client, path: str, rows: str, **query: Any) -> list[dict[str, Any]]:
    """Follow the cursors to the end."""
    found: list[dict[str, Any]] = []
    while True:
        answer = got(client, path, **query)
        found += answer[rows]
        if answer["next"] is None:
            return found
        query["cursor"] = answer["next"]


QUERIES: list[dict[str, Any]] = [
    {"q": "هدنة"},
    {"q": "هدنه"},
    {"q": "الهدنة"},
    {"q": "هدنة", "sort": "newest"},
    {"q": "هدنة", "sort": "oldest"},
    {"q": "هدنة", "outlet": "المرفأ"},
    {"q": "هدنة", "outlet": ["المرفأ", "التل"]},
    {"q": "هدنة", "without_outlet": "المرفأ"},
    {"q": "هدنة", "since": "2014-06-01"},
    {"q": "هدنة", "until": "2014-03-31", "sort": "newest"},
    {"q": "هدنة", "since": "2014-06-01", "until": "2014-09-30"},
    {"q": '"بين البلدتين"'},
    {"q": "هدنة -12"},
    {"q": "عائلة OR زلزال"},
    {"q": "180"},
    {"q": "زلزال"},
    {"q": "المصدر:التل هدنة"},
    {"q": "هدنة", "synonyms": "0"},
    {"outlet": "التل"},
    {"since": "2014-12-01"},
]


@pytest.mark.long
def test_api_page_and_file_are_one_answer(client: Client, news: Article):
    assert len(QUERIES) == 20
    for query in QUERIES:
        shown: list[int] = []
        for number in (1, 2):
            page = client.get("/search/", query | {"page": number}).context
            if page["page"].number == number:
                shown += [hit.article.pk for hit in page["hits"]]
        file = client.get("/search/export.jsonl", query | {"columns": "id"})
        sent = [json.loads(line)["id"] for line in file.getvalue().splitlines()]

        answer = got(client, "search", **query, limit=100)
        assert [hit["id"] for hit in answer["hits"]] == shown == sent, query
        assert answer["total"] == page["results"].total == len(shown), query


@pytest.mark.parametrize("query", ["هدنة", "هدنة 12", "ثلاثون هدنة بين البلدتين 12"])
def test_trends_are_those_of_the_page(client: Client, news: Article, query: str):
    ArticleFactory(title="هدنة قديمة", published_precision="year")
    outbox.drain()
    asked = {"q": query, "grain": "month"}
    [panel] = client.get("/trends/", asked).context["panels"]
    counted = got(client, "trends", q=query)

    [series] = panel.panel.series
    shown = [cell.count for row in panel.rows for cell in row.cells if cell.count]
    assert [month["articles"] for month in counted["months"]] == shown
    assert counted["total"] == series.total
    assert counted["without_month"] == panel.unplaced


def test_what_the_api_lists_the_pages_list(client: Client, news: Article):
    sources = [("outlet", news.outlet), ("section", news.section)]
    for kind, heading in sources:
        page = client.get(heading.get_absolute_url()).context["page"]
        rows = got(client, "articles", **{kind: heading.slug}, limit=100)["articles"]
        assert [row["id"] for row in rows][:20] == [row.pk for row in page]
        assert len(rows) == page.paginator.count

    kept = client.get(f"{news.get_absolute_url()}captures/").context["page"]
    captures = got(client, "captures", article=news.pk)["captures"]
    assert {row["sha256"] for row in captures} == {row.sha256 for row in kept}


def test_names_are_those_of_the_pages(client: Client, news: Article):
    own = Name.objects.get(name="سالم")
    first = Article.objects.public().order_by("pk")[0]
    for key, fields in (
        ("سالم علي", {"merged_into": own}),
        ("غدا", {"not_a_name": True}),
    ):
        other = Name.objects.create(kind="PER", name=key, key=key, **fields)
        for article in (first, news):
            Mention.objects.create(article=article, name=other)
    mark_stale(Name.objects.values("pk"))
    recount()
    people = client.get("/people/").context["page"]
    named = client.get(news.get_absolute_url()).context["names"]

    listed = {row["id"]: row["articles"] for row in got(client, "names")["names"]}
    told = got(client, f"articles/{news.pk}")["names"]
    assert listed == {name.pk: name.article_count for name in people}
    assert {row["id"] for row in told} == {
        name.pk for group in named for name, _called in group.names
    }


@pytest.mark.long
def test_cursors_give_every_article_once_while_others_are_added(
    client: Client, news: Article
):
    before = list(Article.objects.public().newest().values_list("pk", flat=True))
    first = got(client, "articles", limit=10)
    hits = got(client, "search", q="هدنة", limit=10, sort="newest")
    for day in (date(2020, 1, 1), date(2014, 6, 5), None):
        ArticleFactory(title="هدنة جديدة", published_on=day)
    outbox.drain()
    rest = all_of(client, "articles", "articles", limit=10, cursor=first["next"])
    cursor = hits["next"]
    found = [hit["id"] for hit in hits["hits"]]
    while cursor:
        hits = got(client, "search", q="هدنة", sort="newest", limit=7, cursor=cursor)
        found += [hit["id"] for hit in hits["hits"]]
        cursor = hits["next"]

    listed = [row["id"] for row in first["articles"] + rest]
    assert [pk for pk in listed if pk in before] == before
    assert len(listed) == len(set(listed))
    assert sorted(found) == sorted(before)


def test_hits_stay_in_order_while_what_is_added_moves_their_scores(
    client: Client, engine: str
):
    for number in range(24):
        body = "هدنة " * (number % 7) + "كلام " * (number * 13 % 40) + "بلدة"
        ArticleFactory(title=f"خبر {number}", body=body)
    outbox.drain()
    query: dict[str, Any] = {"q": "هدنة OR بلدة", "limit": 7}
    before = [hit["id"] for hit in all_of(client, "search", "hits", **query)]
    answer = got(client, "search", **query)
    found = [hit["id"] for hit in answer["hits"]]
    while answer["next"]:
        ArticleFactory(title="هدنة", body="بلدة " + "كلام " * 900)
        outbox.drain()
        answer = got(client, "search", **query, cursor=answer["next"])
        found += [hit["id"] for hit in answer["hits"]]

    assert found == before
    assert len(before) == 24


def test_hits_go_on_where_the_cache_lost_their_order(client: Client, news: Article):
    first = got(client, "search", q="هدنة", limit=10)
    cache.clear()
    rest = all_of(client, "search", "hits", q="هدنة", limit=10, cursor=first["next"])

    whole = got(client, "search", q="هدنة", limit=100)["hits"]
    assert first["hits"] + rest == whole


def test_an_article_says_all_its_page_does(client: Client, news: Article):
    article = got(client, f"articles/{news.pk}")

    assert article["title"] == news.title
    assert article["body"] == news.body
    assert article["outlet"]["name"] == "المرفأ"
    assert article["figures"][0]["quote"] == "180"
    assert article["figures"][0]["value"] == "180"
    assert article["names"][0]["name"] == "سالم"
    capture = news.captures.get()
    assert article["captures"][0]["sha256"] == capture.sha256
    assert article["captures"][0]["url"].endswith(f"/captures/{capture.sha256}/")


def test_figures_names_captures_and_trends(client: Client, news: Article):
    assert len(all_of(client, "figures", "figures", noun="عائلة", min=100)) == 22
    assert all_of(client, "figures", "figures", max="179.5") == []
    assert got(client, "names", q="سالم")["names"][0]["articles"] == 1
    assert len(all_of(client, "captures", "captures", limit=5)) == 22
    trends = got(client, "trends", q="هدنة")
    assert trends["without_month"] == 1
    assert {row["month"]: row["articles"] for row in trends["months"]}["2014-04"] == 1
    assert trends["total"] == 22


def test_drafts_never_leak(client: Client, news: Article):
    draft = Article.objects.get(status=Status.DRAFT)
    for path in ("articles", "search", "trends", "figures", "names", "captures"):
        asked = {"q": SECRET} if path in ("search", "trends") else {}
        for query in ({}, asked):
            answer = client.get(f"/api/v1/{path}", query).content.decode()
            assert SECRET not in answer
    for path in ("figures", "captures"):
        assert got(client, path, article=draft.pk)[path] == []
    assert client.get(f"/api/v1/articles/{draft.pk}").status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("articles?limit=0", 400, "bad_value"),
        ("articles?limit=101", 400, "bad_value"),
        ("articles?limit=x", 400, "bad_value"),
        ("articles?since=2014-13-01", 400, "bad_value"),
        ("articles?since=20140101", 400, "bad_value"),
        ("articles?since=2014-01-01&since=2015-01-01", 400, "repeated_parameter"),
        ("articles?outlets=x", 400, "unknown_parameter"),
        ("articles?cursor=made-up", 404, "unknown_cursor"),
        ("search?sort=best", 400, "bad_value"),
        ("figures?min=1e5", 400, "bad_value"),
        ("articles/999999999999999999999999", 404, "not_found"),
        ("articles/x", 404, "not_found"),
        ("nothing", 404, "not_found"),
        ("", 404, "not_found"),
    ],
)
def test_every_error_has_one_shape(client: Client, path: str, status: int, code: str):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    error = response.json()["error"]
    assert error["code"] == code
    assert error["message"]


def test_a_cursor_belongs_to_its_question(client: Client, news: Article):
    cursor = got(client, "search", q="هدنة", limit=1)["next"]

    for path, query in (("search", {"q": "عائلة"}), ("articles", {})):
        answer = client.get(f"/api/v1/{path}", {**query, "cursor": cursor})
        assert answer.status_code == 404


def test_nothing_is_written_here(client: Client):
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/articles")
        assert answer.status_code == 405
        assert "GET" in answer["Allow"]
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/api/v1/articles").status_code == 405


def test_pages_of_other_sites_may_ask(client: Client):
    answer = client.options("/api/v1/articles")

    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Authorization" in answer["Access-Control-Allow-Headers"]


def test_what_has_not_changed_is_not_sent_again(client: Client, news: Article):
    address = f"/api/v1/articles/{news.pk}"
    first = client.get(address)
    same = client.get(address, headers={"If-None-Match": first["ETag"]})
    news.title = "عنوان آخر"
    news.save()
    other = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert "max-age" in first["Cache-Control"]
    assert first["Last-Modified"]
    assert same.status_code == 304
    assert other.status_code == 200


def test_visitors_ask_so_often_and_tokens_more(client: Client, settings: Settings):
    settings.API_RATE_ANONYMOUS, settings.API_RATE_TOKEN = 2, 5
    owner = User.objects.create_user("باحث")
    token = ApiToken.objects.create(
        owner=owner, name="ب", digest=digest_of("archive_x")
    )
    assert [client.get("/api/v1/articles").status_code for _ in range(3)] == [
        200,
        200,
        429,
    ]
    refused = client.get("/api/v1/articles")
    assert int(refused["Retry-After"]) > 0
    bearer = {"Authorization": "Bearer archive_x"}
    answer = client.get("/api/v1/articles", headers=bearer)
    assert (answer.status_code, answer["RateLimit-Remaining"]) == (200, "4")
    assert "private" in answer["Cache-Control"]
    token.active = False
    token.save()
    cache.clear()  # a wrong token is counted as a visitor
    assert client.get("/api/v1/articles", headers=bearer).status_code == 401


def test_an_address_is_believed_only_from_a_trusted_proxy(
    client: Client, settings: Settings
):
    settings.API_RATE_ANONYMOUS = 1
    asked = [
        client.get("/api/v1/articles", headers={"X-Forwarded-For": f"10.0.0.{last}"})
        for last in range(3)
    ]
    assert [answer.status_code for answer in asked] == [200, 429, 429]


def test_wrong_tokens_are_counted_like_questions(
    client: Client, settings: Settings
) -> None:
    settings.API_RATE_ANONYMOUS = 3
    guesses = [
        client.get("/api/v1/articles", headers={"Authorization": f"Bearer guess{n}"})
        for n in range(5)
    ]
    assert [answer.status_code for answer in guesses] == [401, 401, 401, 429, 429]
    assert client.get("/api/v1/articles").status_code == 429


def test_a_token_is_shown_once_and_kept_as_a_hash(client: Client):
    client.force_login(User.objects.create_superuser("مدير"))
    answer = client.post(
        "/admin/search/apitoken/add/", {"name": "خريطة", "active": "on"}, follow=True
    )
    kept = ApiToken.objects.get()
    [told] = [part for part in answer.content.decode().split() if "archive_" in part]
    secret = told[told.index("archive_") :].partition("<")[0]

    assert digest_of(secret) == kept.digest
    other = client.get("/admin/search/apitoken/").content.decode()
    assert "archive_" not in other


@pytest.mark.long
def test_the_page_explains_every_operation_by_addresses_that_work(
    client: Client, news: Article
):
    page = client.get("/api/")

    operations = page.context["operations"]
    assert len(operations) == 7
    for _operation, _path, examples in operations:
        for example in examples:
            assert client.get(example).status_code == 200, example


def test_the_description_names_every_operation(client: Client):
    told = client.get("/api/v1/openapi.json").json()

    assert told["openapi"] == "3.1.0"
    assert len(told["paths"]) == 7
    assert client.get("/api/v1/openapi.json")["Access-Control-Allow-Origin"] == "*"
