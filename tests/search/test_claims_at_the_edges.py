"""Claims of one number alone, of ranges, and of copies of one report."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.models import Article, Cluster, ClusterMember
from articles.storing.extraction import store_readings
from search.ledger import LedgerRequest, find_claims, question
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def article(sentence: str, day: int, **fields: Any) -> Article:
    made = ArticleFactory(
        title="السيول في صلالة",
        body=f"{sentence}\n\nوتواصل البلدية العمل في الأحياء القديمة.",
        published_on=date(2019, 3, day),
        **fields,
    )
    store_readings(made)
    return made


def text_of(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_claim_alone_is_told_and_not_drawn(client: Client) -> None:
    article("قتل 20 شخصا في سيول في صلالة.", 10)
    page = text_of(client, "/figures/شخص/")
    assert "سيول في صلالة" in page
    assert "chart.png" not in page
    assert client.get("/figures/شخص/chart.png").status_code == 404


def test_a_range_is_drawn_from_its_lower_end_to_its_upper(client: Client) -> None:
    article("قتل 20 شخصا في سيول في صلالة.", 10)
    article("قتل بين 30 و50 شخصا في سيول في صلالة.", 11)
    page = text_of(client, "/figures/شخص/")
    assert "chart.png" in page
    [(top, foot)] = re.findall(
        r'<line class="range"[^>]* y1="([\d.]+)%" y2="([\d.]+)%"', page
    )
    assert 0 <= float(top) < float(foot) <= 100


def test_copies_that_say_the_same_are_one_rung(client: Client) -> None:
    said = "قتل 20 شخصا في سيول في صلالة."
    copies = [article(said, day) for day in (10, 11, 12)]
    article("قال ناشطون إن 45 شخصا قتلوا في سيول في صلالة.", 12)
    alone = text_of(client, "/figures/compare/", noun="شخص")
    assert alone.count('class="rung"') == 4
    assert "ونسخ من الخبر نفسه" not in alone

    cluster = Cluster.objects.create(earliest=copies[0], size=3)
    for member in copies:
        ClusterMember.objects.create(article=member, cluster=cluster)
    page = text_of(client, "/figures/compare/", noun="شخص")
    assert page.count('class="rung"') == 2
    assert "ونسخ من الخبر نفسه: <bdi>2</bdi>" in page
    assert copies[0].get_absolute_url() in page


def test_what_an_article_says_twice_is_one_rung_and_no_copy(client: Client) -> None:
    said = "قتل 20 شخصا في سيول في صلالة."
    article(f"{said} وقالت البلدية مجددا: {said}", 10)
    article("قتل 45 شخصا في سيول في صلالة.", 11)
    page = text_of(client, "/figures/compare/", noun="شخص")
    assert page.count('class="rung"') == 2
    assert "ونسخ من الخبر نفسه" not in page


def test_counts_of_many_questions_are_not_all_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for day, dead in ((10, 20), (11, 45), (12, 7)):
        article(f"قتل {dead} شخصا في سيول في صلالة.", day)
    monkeypatch.setattr(question, "MOST_COUNTED", 2)
    whole, _reserve, _cut = question._columns(LedgerRequest(), question.Words())
    monkeypatch.setattr(question, "_columns", lambda *_: (whole, False, False))
    for _ in range(2):
        for low, total in ((0, 3), (10, 2), (40, 1), (50, 0)):
            page = find_claims(LedgerRequest(noun="شخص", low=low))  # type: ignore[arg-type]
            assert (page.total, page.articles, page.independent) == (total,) * 3
            assert len(whole.counted) <= 2
