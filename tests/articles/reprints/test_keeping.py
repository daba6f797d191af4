"""Links and clusters of stored articles stay true, whatever happens to the articles."""

from __future__ import annotations

import datetime
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles import changes
from articles.editing.decisions import PUBLISH, WITHDRAW, decide
from articles.ingest import Wishes, ingest
from articles.models import (
    Article,
    Cluster,
    ClusterMember,
    Likeness,
    Reprint,
    Sketch,
    SketchHash,
    Status,
    Verdict,
)
from articles.readers.files import read_file
from articles.reprints import (
    Probe,
    decide_link,
    find_copies,
    joining,
    keep,
    keep_one,
    recluster,
    waiting,
)
from articles.reprints.finding import MOST_HOLDERS
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

REPORT = """\
قالت بلدية المرفأ الجديد في بيان صدر مساء الثلاثاء إن أشغال توسعة الرصيف الشرقي ستنطلق
مطلع الشهر المقبل بكلفة تناهز 45 مليون دينار، وإن المقاول سيشغل 320 عاملا من المدينة.

وأوضح رئيس البلدية سالم الزيتوني أن الدراسة الفنية استغرقت عامين كاملين، وأن لجنة من
المهندسين أشرفت على مراجعة المخططات قبل عرضها على المجلس البلدي للمصادقة النهائية."""

OTHER = """\
انتخب اتحاد الناشرين في الواحة هيئة إدارية جديدة لثلاث سنوات، وفازت الكاتبة هالة السروجي
برئاسة الاتحاد بعد جولة ثانية من التصويت السري، وتشارك في المعرض المقبل 60 دار نشر."""


def stored(body: str = REPORT, day: int = 5, **fields) -> Article:
    date = datetime.date(2014, 8, day)
    article = ArticleFactory(body=body, published_on=date, **fields)
    keep_one(article)
    return article


def clusters() -> list[tuple[int, list[int]]]:
    """Give each cluster as its earliest article and all its articles."""
    return [
        (
            cluster.earliest_id,
            sorted(cluster.members.values_list("article_id", flat=True)),
        )
        for cluster in Cluster.objects.order_by("pk")
    ]


def test_a_copy_is_linked_and_the_earlier_one_leads_the_cluster() -> None:
    second, first = stored(day=6, agency="وكالة الأفق"), stored(day=5)
    stored(OTHER)

    link = Reprint.objects.get()
    assert (link.first, link.second) == (second, first)
    assert link.likeness == Likeness.EXACT
    assert clusters() == [(first.pk, [second.pk, first.pk])]
    assert Cluster.objects.get().agency == "وكالة الأفق"


def test_the_order_of_arrival_does_not_matter() -> None:
    long, short = stored(f"{REPORT}\n\n{OTHER}"), stored(OTHER)

    link = Reprint.objects.get()
    assert link.likeness == Likeness.CONTAINS
    assert link.of_first < link.of_second == 1.0
    assert clusters() == [(long.pk, [long.pk, short.pk])]


def test_a_batch_finds_copies_within_itself() -> None:
    articles = [ArticleFactory(body=body) for body in (REPORT, OTHER, REPORT)]
    keep(articles)

    assert clusters() == [(articles[0].pk, [articles[0].pk, articles[2].pk])]


def test_keeping_again_changes_nothing() -> None:
    articles = [stored(), stored()]
    before = list(Cluster.objects.values()), list(Reprint.objects.values())
    hashes = SketchHash.objects.count()
    keep(articles)

    after = Cluster.objects.values(), Reprint.objects.values("first", "second")
    assert list(after[0]) == before[0]
    assert [row["first"] for row in after[1]] == [row["first_id"] for row in before[1]]
    assert SketchHash.objects.count() == hashes


def test_an_article_that_reads_otherwise_leaves_its_cluster() -> None:
    first, second = stored(), stored()
    second.body = OTHER
    second.save()
    keep_one(second)

    assert not Reprint.objects.exists()
    assert clusters() == []
    assert Sketch.objects.count() == 2
    assert find_copies([Probe.of(first)])[0].copies == []


def test_drafts_are_linked_but_in_no_cluster_until_they_are_published() -> None:
    first, draft = stored(), stored(status=Status.DRAFT)
    user = User.objects.create(username="editor")

    assert Reprint.objects.count() == 1
    assert clusters() == []
    decide([draft], PUBLISH, user)
    assert clusters() == [(first.pk, [first.pk, draft.pk])]


def test_withdrawing_the_earliest_lets_the_next_lead() -> None:
    first, second, third = stored(day=5), stored(day=6), stored(day=7)
    decide([first], WITHDRAW, User.objects.create(username="editor"))

    assert clusters() == [(second.pk, [second.pk, third.pk])]


def test_deleting_an_article_keeps_the_others_together() -> None:
    first, second, third = stored(day=5), stored(day=6), stored(day=7)
    first.delete()

    assert clusters() == [(second.pk, [second.pk, third.pk])]
    second.delete()
    assert clusters() == []
    assert not ClusterMember.objects.exists()


def test_a_cut_link_stays_cut_and_a_made_one_stays_made() -> None:
    user = User.objects.create(username="editor")
    first, second, third = stored(), stored(), stored(OTHER)
    decide_link(second, first, Verdict.CUT, user)
    decide_link(first, third, Verdict.LINKED, user)
    assert clusters() == [(first.pk, [first.pk, third.pk])]

    call_command("reprints", "--rebuild", stdout=StringIO())
    assert clusters() == [(first.pk, [first.pk, third.pk])]

    decide_link(first, second, Verdict.NONE, user)
    decide_link(first, third, Verdict.NONE, user)
    assert clusters() == [(first.pk, [first.pk, second.pk])]


def test_an_article_is_no_copy_of_itself() -> None:
    article = stored()
    with pytest.raises(ValueError, match="itself"):
        decide_link(article, article, Verdict.LINKED, User(username="editor"))


def test_moves_between_clusters_are_announced() -> None:
    told: list[int] = []

    def listen(article_ids: list[int], **_: object) -> None:
        told.extend(article_ids)

    changes.regrouped.connect(listen)
    try:
        first, second = stored(), stored()
        keep_one(second)
    finally:
        changes.regrouped.disconnect(listen)
    assert told == [first.pk, second.pk]


def test_a_text_that_very_many_share_does_not_grow_the_table_without_end() -> None:
    articles = [Article(body=REPORT) for _ in range(MOST_HOLDERS + 8)]
    keep(Article.objects.bulk_create(articles))

    assert SketchHash.objects.count() == MOST_HOLDERS * len(
        find_copies([Probe(0, REPORT)])[0].hashes
    )
    assert Cluster.objects.get().size == len(articles)


def test_a_large_cluster_is_added_to_as_it_would_be_grouped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joining, "MOST_REGROUPED", 2)
    stored(OTHER)
    first = [stored(day=day) for day in (9, 8, 7)]
    joined = [stored(day=5), stored(REPORT.replace("320", "330"), day=6)]
    draft = stored(day=4, status=Status.DRAFT)

    keys = sorted(article.pk for article in first + joined)
    assert clusters() == [(joined[0].pk, keys)]
    assert Cluster.objects.get().size == 5
    recluster({joined[1].pk})
    assert clusters() == [(joined[0].pk, keys)]
    assert not ClusterMember.objects.filter(pk=draft.pk).exists()


def test_a_batch_of_copies_joins_a_large_cluster_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joining, "MOST_REGROUPED", 2)
    keys = [stored(day=day).pk for day in (9, 8, 7)]
    batch = [ArticleFactory(body=text) for text in (REPORT, OTHER, REPORT, OTHER)]
    keep(batch)

    report, other = clusters()
    assert report[1] == sorted([*keys, batch[0].pk, batch[2].pk])
    assert other[1] == sorted([batch[1].pk, batch[3].pk])


def test_the_command_looks_at_what_was_never_looked_at() -> None:
    first, second = ArticleFactory(body=REPORT), ArticleFactory(body=REPORT)
    assert list(waiting()) == [first, second]
    out = StringIO()
    call_command("reprints", stdout=out)

    assert not waiting().exists()
    assert clusters() == [(first.pk, [first.pk, second.pk])]
    assert "[2/2]" in out.getvalue()


RAW = f"عنوان أول للخبر في الجريدة\n\n12.05.2018 | 09:30\n\n{REPORT}\n"


def test_ingest_warns_of_copies_and_stores_all_the_same() -> None:
    [first] = ingest(read_file("a.txt", RAW.encode()), Wishes())
    again = RAW.replace("أول", "ثان").replace("320", "350").encode()
    [tried] = ingest(read_file("b.txt", again), Wishes(dry_run=True))
    [second] = ingest(read_file("b.txt", again), Wishes())

    assert first.copies == ()
    for outcome in (tried, second):
        [copy] = outcome.copies
        assert copy.article_id == first.article.pk
        assert copy.likeness == Likeness.NEAR
    assert Article.objects.count() == 2
