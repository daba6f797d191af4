"""What an editor says of a figure outlives every new reading of the article."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from articles.editing.figure_verdicts import FIELDS, fields_of
from articles.editing.ruling import rule, undo
from articles.models import Article, Figure, FigureVerdict, Ruling
from articles.storing.extraction import store_readings
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

BODY = "قالت بلدية المرفأ إن أكثر من 180 عائلة عادت إلى بيوتها بعد إصلاح 40 بيتا."


@pytest.fixture
def editor() -> User:
    return User.objects.create(username="هالة")


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(title="عودة العائلات", body=BODY)
    store_readings(article)
    return article


def figure(article: Article, quote: str) -> Figure | None:
    return article.figures.filter(quote=quote).first()


def ruled(
    article: Article, quote: str, ruling: Ruling, editor: User, **fields: str
) -> FigureVerdict:
    read = figure(article, quote)
    had = fields_of(read) if read else dict.fromkeys(FIELDS, "")
    return rule(
        article,
        ruling,
        part="body",
        start=article.body.index(quote),
        quote=quote,
        fields=had | fields,
        read=had,
        editor=editor,
        reason="قرأت النص",
    )


def read_again(article: Article, body: str) -> None:
    article.body = body
    article.save()
    store_readings(article)


def test_a_rejected_figure_stays_away(article: Article, editor: User) -> None:
    ruled(article, "40", Ruling.REJECTED, editor)
    assert figure(article, "40") is None
    read_again(article, "تمهيد جديد. " + BODY)
    assert figure(article, "40") is None
    assert figure(article, "180") is not None


def test_a_corrected_figure_keeps_its_values(article: Article, editor: User) -> None:
    ruled(
        article, "180", Ruling.CORRECTED, editor, value="185", noun="أسرة", modifier=""
    )
    read_again(article, "تمهيد جديد. " + BODY)
    row = figure(article, "180")
    assert row is not None
    assert (row.value, row.noun, row.modifier) == (Decimal(185), "أسرة", "")
    assert row.modifier_text == ""
    assert row.noun_key
    assert row.stands_in_text()
    assert row.verdict is not None
    assert row.verdict.read["value"] == "180"


def test_an_added_figure_stands_among_the_key_ones(
    article: Article, editor: User
) -> None:
    ruled(
        article,
        "بيوتها",
        Ruling.ADDED,
        editor,
        kind="count",
        value="3",
        noun="بيوت",
        claimant="بلدية المرفأ",
    )
    row = figure(article, "بيوتها")
    assert row is not None
    assert (row.tier, row.value) == ("core", Decimal(3))
    ranks = list(article.figures.values_list("rank", flat=True))
    assert ranks == list(range(len(ranks)))


def test_a_confirmed_figure_stays_where_the_reader_misses_it(
    article: Article, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled(article, "180", Ruling.CONFIRMED, editor)
    monkeypatch.setattr("articles.corpus.figures.extract_figures", lambda *_: [])
    store_readings(article)
    row = figure(article, "180")
    assert row is not None
    assert (row.value, row.modifier, row.noun) == (Decimal(180), "more_than", "عائلة")


def test_the_last_word_holds_and_taking_it_back_gives_the_word_before(
    article: Article, editor: User
) -> None:
    ruled(article, "180", Ruling.CORRECTED, editor, value="181")
    last = ruled(article, "180", Ruling.REJECTED, editor)
    assert figure(article, "180") is None
    undo(last, editor)
    row = figure(article, "180")
    assert row is not None
    assert row.value == 181
    undo(FigureVerdict.objects.get(ruling=Ruling.CORRECTED), editor)
    row = figure(article, "180")
    assert row is not None
    assert (row.value, row.verdict) == (Decimal(180), None)
    assert FigureVerdict.objects.filter(undone_by=editor).count() == 2


def test_a_verdict_whose_words_are_gone_waits_for_them(
    article: Article, editor: User
) -> None:
    verdict = ruled(article, "180", Ruling.REJECTED, editor)
    read_again(article, "وزّعت البلدية 180 كتابا على المدارس الجديدة هذا الأسبوع.")
    verdict.refresh_from_db()
    assert verdict.orphaned
    assert figure(article, "180") is not None, "these are other words"
    read_again(article, BODY)
    verdict.refresh_from_db()
    assert not verdict.orphaned
    assert figure(article, "180") is None


def test_words_that_do_not_stand_there_are_refused(
    article: Article, editor: User
) -> None:
    with pytest.raises(ValueError, match="do not stand"):
        rule(
            article,
            Ruling.ADDED,
            part="body",
            start=3,
            quote="900",
            fields={},
            read={},
            editor=editor,
        )


def test_the_address_of_a_figure_outlives_a_new_reading(article: Article) -> None:
    before = {row.quote: row.address for row in article.figures.all()}
    read_again(article, "تمهيد جديد. " + BODY)
    after = {row.quote: row.address for row in article.figures.all()}
    assert before
    assert {quote: after[quote] for quote in before} == before
