"""The archive learns what an outlet prints on every page, and follows it at once."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DatabaseError

from articles import changes
from articles.corpus.raw_article import Reason
from articles.editing.merging import merge
from articles.ingest import Outcome, Result, Wishes, ingest
from articles.models import Article, Outlet, OutletRule
from articles.outlets import learned_lines
from articles.outlets.learned_lines import learn, learn_noted
from articles.outlets.learned_rereading import reread_waiting
from articles.outlets.rules import switch
from articles.readers import RawDocument
from articles.reprints import keep
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory

pytestmark = pytest.mark.django_db

NOTICE = "كل ما ينشر هنا أمانة لا تُنقل إلا بإذن صاحبها"
NAME = "دار الضفة"
PLACES = ("الحي", "السوق", "المرفأ", "القرية", "المدينة", "الجسر")
_LETTERS = "بتجدرسطعفقكلمنهو"


def raw(place: str) -> str:
    """Write an article that shares no words with that of another place."""
    chance = Random(place)
    words = ["ال" + "".join(chance.sample(_LETTERS, 5)) for _word in range(30)]
    first, rest = " ".join(words[:15]), " ".join(words[15:])
    return f"عودة الماء إلى {place}\n\n{first}.\n\n{rest}.\n\n{NOTICE}\n"


def document(place: str) -> RawDocument:
    text = raw(place)
    return RawDocument(f"{place}.txt", text.encode(), text, "text/plain", "utf-8")


def bring(*places: str, **wishes: object) -> list[Outcome]:
    told = Wishes(outlet=NAME, **wishes)  # type: ignore[arg-type]
    with changes.batch():
        return list(ingest(map(document, places), told))


def bodies_with_the_notice() -> int:
    return Article.objects.filter(body__contains=NOTICE).count()


@pytest.fixture
def rule() -> OutletRule:
    bring(*PLACES)
    return OutletRule.objects.get()


@pytest.fixture
def user() -> User:
    return User.objects.create(username="e")


def test_a_batch_teaches_and_what_it_brought_is_read_again(rule: OutletRule) -> None:
    assert (rule.words, rule.is_learned, rule.is_active) == (NOTICE, True, True)
    assert (rule.article_count, rule.text_count, rule.places) == (6, 6, "below")
    assert rule.outlet.name == NAME
    assert bodies_with_the_notice() == 6
    assert reread_waiting() == 6
    assert bodies_with_the_notice() == reread_waiting() == 0
    [cut] = Article.objects.all()[0].removed
    assert (cut["reason"], cut["text"]) == (Reason.RETURNING.value, NOTICE)


def test_what_comes_later_is_read_by_it_at_once(rule: OutletRule) -> None:
    [outcome] = bring("الوادي")
    assert outcome.article
    assert NOTICE not in outcome.article.body


@pytest.mark.long
def test_rereading_goes_on_where_it_stopped(rule: OutletRule) -> None:
    assert [reread_waiting(4), reread_waiting(4), reread_waiting(4)] == [4, 2, 0]
    assert bodies_with_the_notice() == 0


def test_what_an_editor_wrote_stays(rule: OutletRule) -> None:
    mine = Article.objects.first()
    assert mine
    mine.corrected = [*mine.corrected, "body"]
    mine.save()
    reread_waiting()
    assert list(Article.objects.filter(body__contains=NOTICE)) == [mine]


def test_a_refused_line_comes_back_to_the_texts_and_is_not_learned_again(
    rule: OutletRule, user: User
) -> None:
    reread_waiting()
    switch(rule, user, on=False)
    assert reread_waiting() == 6
    assert bodies_with_the_notice() == 6
    bring("الوادي", "السد", "الميناء", "الجبل", "الرصيف", "الحقل")
    assert learn(rule.outlet_id, anyway=True) == []
    assert OutletRule.objects.count() == 1
    assert bodies_with_the_notice() == 12
    rule.refresh_from_db()
    assert rule.refused_by == user
    switch(rule, user, on=True)
    while reread_waiting():
        pass
    assert bodies_with_the_notice() == 0


@pytest.mark.long
def test_few_new_articles_are_not_worth_a_look(rule: OutletRule) -> None:
    with patch.object(learned_lines, "returning_lines") as look:
        bring("الوادي", "السد")
        assert not look.called
        bring("الميناء", "الجبل", "الرصيف")
        assert look.called


def test_a_long_batch_is_read_by_what_its_beginning_taught() -> None:
    turns = [count for count in range(1, 400) if learned_lines._is_turn(count)]
    assert turns == [12, 24, 48, 96, 192, 288, 384]


@pytest.mark.long
def test_the_command_line_leaves_no_text_unread_again(tmp_path: Path) -> None:
    for place in PLACES:
        (tmp_path / f"{place}.txt").write_text(raw(place), "utf-8")
    call_command("ingest", str(tmp_path), outlet=NAME, stdout=StringIO())
    assert OutletRule.objects.count() == 1
    assert bodies_with_the_notice() == 0


@pytest.mark.long
def test_a_dry_run_teaches_nothing() -> None:
    bring(*PLACES, dry_run=True)
    assert not OutletRule.objects.exists()


@pytest.mark.long
def test_texts_without_an_outlet_teach_nothing() -> None:
    with changes.batch():
        outcomes = list(ingest(map(document, PLACES)))
    assert {one.result for one in outcomes} == {Result.CREATED}
    assert not OutletRule.objects.exists()


@pytest.mark.long
def test_a_database_that_is_busy_costs_no_article() -> None:
    with patch.object(learned_lines, "learn", side_effect=DatabaseError):
        outcomes = bring(*PLACES)
    assert {one.result for one in outcomes} == {Result.CREATED}


def test_copies_of_one_report_teach_nothing() -> None:
    outlet = OutletFactory()
    copies = [ArticleFactory(outlet=outlet, body=raw("الحي")) for _at in range(6)]
    keep(copies)
    assert learn(outlet.pk, anyway=True) == []


def test_an_article_that_would_be_nothing_else_stays(rule: OutletRule) -> None:
    only = CaptureFactory(
        article__outlet=rule.outlet, article__body=NOTICE, data=b"no news"
    ).article
    reread_waiting()
    only.refresh_from_db()
    assert only.body == NOTICE
    assert reread_waiting() == 0


def test_what_was_learned_moves_with_a_merged_outlet(
    rule: OutletRule, user: User
) -> None:
    whole = OutletFactory()
    merge(whole, [rule.outlet], user)
    rule.refresh_from_db()
    assert (rule.outlet, rule.is_active) == (whole, True)


def test_an_outlet_that_is_gone_teaches_nothing() -> None:
    assert learn(0, anyway=True) == []
    assert not Outlet.objects.exists()
    learn_noted()


@pytest.mark.long
def test_no_outlet_has_more_rules_than_pages_have_lines(rule: OutletRule) -> None:
    OutletRule.objects.all().delete()
    with patch.object(learned_lines, "MOST_RULES", 0):
        assert learn(rule.outlet_id, anyway=True) == []
