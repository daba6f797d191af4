"""Questions with no answer, an engine that goes away, and an index behind the times."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.http import QueryDict
from django.test import Client

from articles.models import Article, Status
from articles.views import exports
from search.backends.contract import EngineFault
from search.indexing import outbox
from search.questions import similar, suggestions
from search.questions.in_article import hits_in
from search.questions.periods import LONGEST_AXIS, Grain, periods_of
from tests.factories import (
    ArticleFactory,
    CaptureFactory,
    OutletFactory,
    SectionFactory,
)


def away(*_: Any, **__: Any) -> Any:
    raise EngineFault("away")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/collocates.csv", {}),
        ("/collocates.csv", {"q": " \t "}),
        ("/keyness.csv", {}),
        ("/keyness.csv", {"a_outlet": "المرفأ", "b_outlet": " المرفأ "}),
        ("/trends.csv", {"q": ""}),
    ],
)
def test_a_file_of_no_question_has_its_header_alone(
    client: Client, address: str, query: dict[str, str]
) -> None:
    cache.clear()
    answer = client.get(address, query)
    assert answer.status_code == 200
    [header] = csv.reader(StringIO(answer.getvalue().decode("utf-8-sig")))
    assert len(header) >= 3
    assert all(header)


@pytest.mark.django_db
@pytest.mark.parametrize("columns", ["evil", "title,password", "outlet__name", "<b>"])
def test_a_file_of_columns_that_are_none_is_refused_with_the_form(
    client: Client, columns: str
) -> None:
    ArticleFactory(title="هدنة")
    for form in ("csv", "xlsx", "jsonl"):
        answer = client.get(
            f"/search/export.{form}", {"q": "هدنة", "columns": ["title", columns]}
        )
        assert answer.status_code == 400
        assert "Content-Disposition" not in answer
        text = answer.content.decode()
        assert "هدنة" in text
        assert "<b>" not in text


@pytest.mark.django_db
def test_many_captures_are_for_editors_and_few_for_everyone(
    client: Client, admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_FOR_VISITORS", 1)
    for title in ("هدنة", "هدنة زيتون"):
        CaptureFactory(article=ArticleFactory(title=title))
    ArticleFactory(title="هدنة", status=Status.DRAFT)
    address = "/search/export.warc"
    answer = client.get(address, {"q": "هدنة"})
    assert answer.status_code == 400
    assert "Content-Disposition" not in answer
    few = client.get(address, {"q": "زيتون"})
    assert few["Content-Disposition"].startswith("attachment")
    assert admin_client.get(address, {"q": "هدنة"}).status_code == 200
    assert client.get("/search/export.csv", {"q": "هدنة"}).status_code == 200


# -- trends ---------------------------------------------------------------------------


def test_years_far_apart_stand_side_by_side() -> None:
    near = periods_of(Grain.YEAR, {201401, 201712, 201402})
    assert [period.iso for period in near] == ["2014", "2015", "2016", "2017"]
    wide = periods_of(Grain.YEAR, {100112, 100112 + LONGEST_AXIS * 100})
    assert len(wide) == LONGEST_AXIS + 1
    far = periods_of(Grain.YEAR, {100112, 201401, 201402, 999901})
    assert [period.iso for period in far] == ["1001", "2014", "9999"]
    assert periods_of(Grain.YEAR, set()) == ()


@pytest.mark.django_db
def test_trends_by_section_and_year_lead_to_what_they_count(
    client: Client, index: Path, subtests: pytest.Subtests
) -> None:
    outlet = OutletFactory()
    sections = {name: SectionFactory(name=name) for name in ("اقتصاد", "رياضة")}
    for name, years in (("اقتصاد", (2012, 2014, 2014)), ("رياضة", (2013,))):
        for year in years:
            ArticleFactory(
                body="وصلت سفينة إلى المرفأ.",
                section=sections[name],
                outlet=outlet,
                published_on=date(year, 5, 1),
            )
    outbox.drain()
    asked = {"q": "سفينة", "grain": "year", "by": "section", "synonyms": "0"}
    panels = client.get("/trends/", asked).context["panels"]
    assert [panel.panel.name for panel in panels] == ["اقتصاد", "رياضة"]
    counts = [[row.cells[0].count for row in panel.rows] for panel in panels]
    assert counts == [[1, 0, 2], [0, 1, 0]]
    assert [row.label for row in panels[0].rows] == ["2012", "2013", "2014"]
    for panel in panels:
        for row in panel.rows:
            if not row.cells[0].count:
                continue
            with subtests.test(panel=panel.panel.name, year=row.label):
                url = row.cells[0].url
                assert "synonyms=0" in url
                found = client.get(url if url.startswith("/") else f"/search/{url}")
                assert found.context["results"].total == row.cells[0].count


# -- what stands beside a search and an article ---------------------------------------


@pytest.mark.django_db
def test_without_an_index_nothing_is_similar_though_the_words_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache.clear()
    article, other = ArticleFactory(), ArticleFactory()
    monkeypatch.setattr(similar, "telling_words", lambda *_: ["عائلة", "المرفأ"])
    assert article.body == other.body
    assert similar.similar_articles(article) == []


@pytest.fixture
def news(index: Path) -> None:
    for number in range(4):
        ArticleFactory(title=f"خبر {number}", body="عودةُ النازحين إلى المدينة")
    outbox.drain()


def suggested(client: Client, query: str) -> str:
    page = client.get("/search/", {"q": query})
    assert page.status_code == 200
    assert not page.context["results"].reserve
    suggestion = page.context.get("suggestion")
    return suggestion.value if suggestion else ""


@pytest.mark.django_db
def test_an_engine_that_goes_away_suggests_nothing(
    client: Client, news: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert suggested(client, "النازجين") == "النازحين"
    monkeypatch.setattr(suggestions, "archive_backend", away)
    cache.clear()
    assert suggested(client, "النازجين") == ""


@pytest.mark.django_db
def test_a_word_that_only_the_index_still_has_is_suggested_as_it_is_kept(
    client: Client, news: None
) -> None:
    assert suggested(client, "المديبة") == "المدينة"
    Article.objects.update(body="نص آخر", title="غيره")  # the index knows it later
    cache.clear()
    assert suggested(client, "المديبة") == "المدينه"


STREET = "فتح السوق أبوابه. عادت عائلة إلى بيوتها أمس قرب السوق القديم مساء."
QUOTING = "عادت عائلة بيوتها أمس"
MARKED = [
    # a headline of this article: the phrase as a whole, not the market before it
    (f'{QUOTING} "السوق القديم"', "عادت عائلة بيوتها أمس السوق القديم"),
    # a headline of another one: any of its words, as the search found the article
    (f'{QUOTING} "القديم السوق"', "السوق عادت عائلة بيوتها أمس السوق القديم"),
    (f'{QUOTING} زلزال "السوق القديم"', "السوق عادت عائلة بيوتها أمس السوق القديم"),
    # short, so chosen with care
    ('عائلة "القديم السوق"', "عائلة"),
    ('"السوق القديم"', "السوق القديم"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "marked"), MARKED)
def test_an_article_is_marked_by_what_found_it(query: str, marked: str) -> None:
    article = ArticleFactory(title="خبر", body=STREET)
    asked = QueryDict(mutable=True)
    asked["q"] = query
    hits = hits_in(article, asked)
    assert hits is not None
    assert " ".join(STREET[start:end] for start, end in hits.body) == marked
