"""The door to search: requests in, pages out, whatever state the index is in."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from threading import local
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Status
from search import reserve
from search.backends.contract import EngineAway
from search.engine import archive_backend, find_articles
from search.indexing.rebuilding import reason_to_rebuild, rebuild
from search.language.request import Match, SearchRequest, Sort
from search.language.syntax import Notice, Trouble
from search.plans import DEEPEST_HIT, LARGEST_PAGE
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory, SectionFactory
from tests.search.language.test_syntax import BOMBS, SYNTAX

pytestmark = pytest.mark.django_db


def titles(page: Any) -> list[str]:
    return [hit.article.title for hit in page.hits]


def test_filters_are_slugs_and_several_mean_any(find: Any):
    north, south = (
        OutletFactory(name="صحيفة الشمال"),
        OutletFactory(name="صحيفة الجنوب"),
    )
    ArticleFactory(outlet=north)
    ArticleFactory(outlet=south)
    ArticleFactory()

    assert find("عائلة", outlets=(north.slug,)).total == 1
    assert find("عائلة", outlets=(north.slug, south.slug)).total == 2
    assert find("عائلة", outlets=("no-such",)).total == 0


def test_facets_carry_names_and_slugs_most_frequent_first(find: Any):
    north, politics = OutletFactory(name="صحيفة الشمال"), SectionFactory(name="سياسة")
    ArticleFactory.create_batch(2, outlet=north, section=politics)
    ArticleFactory(section=None)

    page = find("عائلة", outlets=())
    first = page.facets["outlet"][0]
    assert (first.label, first.value, first.count) == ("صحيفة الشمال", north.slug, 2)
    assert [(value.label, value.count) for value in page.facets["section"]] == [
        ("سياسة", 2)
    ]
    assert [(value.label, value.count) for value in page.facets["year"]] == [
        ("2014", 3)
    ]


def test_names_in_the_query_are_found_in_any_spelling(find: Any):
    ArticleFactory(outlet=OutletFactory(name="وكالة الأنباء الحرّة"))
    ArticleFactory(author=AuthorFactory(name="سلمى الأحمد"))

    assert find('مصدر:"الانباء الحره"').total == 1
    assert find("كاتب:سلمي").total == 1
    missing = find("مصدر:غائب")
    assert missing.total == 0
    assert missing.notices[0].trouble is Trouble.UNKNOWN_HEADING


def test_drafts_never_show_even_where_the_index_still_has_them(find: Any):
    article = ArticleFactory(title="سر لم يُنشر")
    assert find("سر").total == 1
    type(article).objects.filter(pk=article.pk).update(status=Status.DRAFT)

    assert find("سر").hits == ()


def test_a_question_in_full_words_is_loosened_and_says_so(find: Any):
    ArticleFactory(title="هدنة في المرفأ")

    page = find("كم عائلة رجعت بعد الهدنة")
    assert page.total == 1
    assert page.notices[-1].trouble is Trouble.LOOSENED
    assert find("كم عائلة رجعت بعد الهدنة", match=Match.ALL).total == 0
    assert find("هدنة زلزال").total == 0


def test_a_few_articles_with_all_the_words_bring_those_with_some_behind_them(
    find: Any,
):
    ArticleFactory(title="هدنة في ميناء صغير")
    ArticleFactory(title="هدنة جديدة", published_on=date(2024, 1, 1))

    page = find("هدنة ميناء صغير")
    assert titles(page) == ["هدنة في ميناء صغير", "هدنة جديدة"]
    assert page.notices == (Notice(Trouble.FEW_WITH_ALL, "1"),)
    assert find("هدنة ميناء صغير", sort=Sort.NEWEST).total == 1
    assert find('هدنة ميناء "صغير"').total == 1

    ArticleFactory.create_batch(2, title="هدنة في ميناء صغير")
    assert find("هدنة ميناء صغير").notices == ()


def test_of_a_sentence_some_words_are_enough_but_words_of_grammar_alone_are_not(
    find: Any,
):
    ArticleFactory(title="هدنة في الميناء", body="نص")
    ArticleFactory(title="عاد من هناك إلى الحقل", body="نص")

    page = find("كم كان عدد من عاش في الميناء بعد هذه الهدنة")
    assert titles(page) == ["هدنة في الميناء"]
    assert page.notices == (Notice(Trouble.SENTENCE),)
    assert [str(hit.title.html) for hit in page.hits] == [
        "<mark>هدنة</mark> في <mark>الميناء</mark>"
    ]


def test_any_match_ranks_the_fullest_first(find: Any):
    ArticleFactory(title="هدنة")
    ArticleFactory(title="هدنة في الميناء الجديد")

    page = find("ميناء هدنة زلزال", match=Match.ANY)
    assert titles(page) == ["هدنة في الميناء الجديد", "هدنة"]


def test_pages_are_bounded(find: Any):
    ArticleFactory.create_batch(3)

    assert len(find("عائلة", limit=10**9).hits) == 3
    assert find("عائلة", start=10**9).hits == ()
    assert LARGEST_PAGE <= DEEPEST_HIT


def test_signs_alone_find_nothing_not_everything(find: Any):
    ArticleFactory()

    page = find("؟!")
    assert page.total == 0
    assert page.notices[0].trouble is Trouble.NOTHING_TO_FIND


def _break(index: Path, how: str) -> None:
    if how == "missing":
        shutil.rmtree(index)
    elif how == "older":
        for path in index.rglob("VERSION.json"):
            path.write_text('{"analysis": 0}')
    elif how == "emptied":
        for path in [*index.rglob("*.pst"), *index.rglob("*.idx")]:  # either engine's
            path.unlink()
            path.write_bytes(b"")
    elif how == "pointing nowhere":
        (index / "CURRENT").write_text("77")


@pytest.mark.parametrize("how", ["missing", "older", "emptied", "pointing nowhere"])
def test_without_a_sound_index_the_database_answers_until_it_is_mended(
    index: Path, how: str
):
    from search.engine import archive_backend

    ArticleFactory(title="هدنة في المرفأ")
    rebuild()
    _break(index, how)
    archive_backend().forget()

    page = find_articles(SearchRequest("الهدنه"))
    assert page.reserve
    assert titles(page) == ["هدنة في المرفأ"]
    assert reason_to_rebuild()

    rebuild()
    page = find_articles(SearchRequest("الهدنه"))
    assert not page.reserve
    assert page.total == 1
    assert not reason_to_rebuild()


RESERVE = [
    ("عائلة", {}, 2),
    ('"السوق القديم"', {}, 2),
    ('"القديم السوق"', {}, 0),
    ("عائلة -هدنة", {}, 1),
    ("هدنة أو زلزال", {}, 1),
    ("عنوان:هدنة", {}, 1),
    ("عنوان:عائلة", {}, 0),
    ("تاريخ:2014", {}, 1),
    ("", {"since": date(2015, 1, 1)}, 1),
    ("عائلة", {"sort": Sort.OLDEST}, 2),
    ("ترمي*", {}, 2),
]


@pytest.mark.parametrize(("text", "request_", "total"), RESERVE)
def test_the_reserve_means_what_the_index_means(
    find: Any, text: str, request_: dict[str, Any], total: int
):
    ArticleFactory(title="هدنة")
    ArticleFactory(title="خبر", published_on=date(2016, 1, 1))
    right = find(text, **request_)
    plan_facets = dict(right.facets)

    from search.plans import plan_for

    plan, _ = plan_for(right.request, tuple(plan_facets))
    found = reserve.find(plan)
    assert found.total == right.total == total
    counts = {
        name: sum(count for _, count in found.facets[name]) for name in plan_facets
    }
    assert counts == {
        name: sum(value.count for value in values)
        for name, values in plan_facets.items()
    }


def test_the_reserve_search_has_a_bound(find: Any, monkeypatch: pytest.MonkeyPatch):
    ArticleFactory.create_batch(3)
    monkeypatch.setattr(reserve, "PATIENCE", -1.0)
    shown = find("عائلة")
    plan_total = reserve.find(_plan(shown.request))

    assert plan_total.at_least
    assert plan_total.total == 1


def _plan(request: SearchRequest) -> Any:
    from search.plans import plan_for

    return plan_for(request, ())[0]


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_no_bomb_raises(find: Any, bomb: str):
    ArticleFactory()

    assert find(bomb).total in {0, 1}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SYNTAX | st.text(max_size=60))
def test_no_text_raises(index: Path, text: str):
    page = find_articles(SearchRequest(text))

    assert not page.reserve
    assert page.total == 0


def test_a_page_waits_in_vain_for_the_engine_once(
    index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ArticleFactory()
    asked: list[int] = []

    def say_nothing(_backend: Any, _plan: Any) -> None:
        asked.append(1)
        raise EngineAway("no answer in two seconds")

    monkeypatch.setattr(type(archive_backend()), "find", say_nothing)
    monkeypatch.setattr("search.engine._waited", local())
    passed = [0.0]
    monkeypatch.setattr("search.engine.monotonic", lambda: passed[0] + 2 * len(asked))
    page = find_articles(SearchRequest("عائلة", outlets=(OutletFactory().slug,)))
    assert (page.reserve, len(asked)) == (True, 1)
    passed[0] += 2
    assert find_articles(SearchRequest("عائلة")).reserve
    assert len(asked) == 2
