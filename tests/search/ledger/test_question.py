"""What the ledger finds, counts and sorts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from articles.models import Article, Status
from search.ledger import LedgerRequest, Reports, Sort, all_claims, find_claims, store
from tests.search.ledger.conftest import Ask, Told, said

pytestmark = pytest.mark.django_db

HARVEST = (
    "قال اتحاد المزارعين إن أكثر من 3 آلاف عامل جمعوا نحو 800 طن من الزيتون، بينهم 40% "
    "من النساء. وبلغت الكلفة 2,6 مليون دولار.\n\n"
    "وبدأ القطاف في 5 تشرين الأول 2013 عند الساعة 9:30."
)
FLOOD = "قالت الحماية المدنية إن السيل أجلى 45 عاملا و1200 ساكن من القرية."


@pytest.fixture
def news(told: Told) -> None:
    told(HARVEST, outlet="دفتر المرفأ", day="2013-10-06", title="القطاف بدأ")
    told(FLOOD, outlet="بوابة الوادي", day="2015-02-01", title="سيل في الوادي")


ASKED: list[tuple[dict[str, Any], set[str]]] = [
    ({"noun": "عمال"}, {"أكثر من 3,000 عامل", "45 عاملا"}),
    ({"noun": "عامل", "low": Decimal(1000)}, {"أكثر من 3,000 عامل"}),
    ({"low": Decimal(100), "high": Decimal(2000)}, {"نحو 800 طن", "1,200 ساكن"}),
    ({"kinds": ("percent",)}, {"40%"}),
    ({"noun": "دولار"}, {"2,600,000 دولار"}),
    ({"modifier": "about"}, {"نحو 800 طن"}),
    ({"words": "سيل"}, {"45 عاملا", "1,200 ساكن"}),
    ({"words": "لا_يوجد_هنا"}, set()),
    ({"claimant": "الحماية", "noun": "ساكن"}, {"1,200 ساكن"}),
    ({"since": date(2015, 1, 1), "noun": "عامل"}, {"45 عاملا"}),
    ({"until": date(2014, 1, 1), "noun": "عامل"}, {"أكثر من 3,000 عامل"}),
    ({"outlet": "بوابة-الوادي"}, {"45 عاملا", "1,200 ساكن"}),
    ({"outlet": "لا-مصدر"}, set()),
    ({"noun": "سفينة"}, set()),
    ({"name": 999}, set()),
]


@pytest.mark.usefixtures("news")
def test_claims_are_found_by_every_filter_with_columns_and_without(ask: Ask) -> None:
    for request, expected in ASKED:
        found = [" ".join(words.split()[:4]) for words in said(ask(**request))]
        assert all(any(one.startswith(e) for e in expected) for one in found), request
        assert len(found) == len(expected), (request, found)
    kept = {str(request): said(ask(**request)) for request, _ in ASKED}
    store.generations().discard(store.generations().root)

    for request, _ in ASKED:
        page = find_claims(LedgerRequest(**request))

        assert page.reserve
        assert said(page) == kept[str(request)], request


@pytest.mark.usefixtures("news")
def test_dates_and_clock_times_are_no_counts_unless_asked_for(ask: Ask) -> None:
    assert {claim.kind for claim in ask().claims}.isdisjoint(
        {"date", "time", "ordinal"}
    )
    asked = ask(kinds=("date", "time", "datetime"))
    assert asked.claims[0].quote.startswith("5 تشرين الأول 2013")


@pytest.mark.usefixtures("news")
def test_orders(ask: Ask) -> None:
    def values(sort: Sort, **request: Any) -> list[int]:
        claims = ask(sort=sort, noun="عامل", **request).claims
        return [int(claim.value or 0) for claim in claims]

    assert values(Sort.NEWEST) == [45, 3000]
    assert values(Sort.OLDEST) == [3000, 45]
    assert values(Sort.HIGHEST) == [3000, 45]
    assert values(Sort.LOWEST) == [45, 3000]
    assert values(Sort.OUTLET) == [45, 3000]
    assert values(Sort.LOWEST, page=2, size=1) == [3000]
    assert values(Sort.LOWEST, page=9) == []


def test_pages_laid_end_to_end_are_the_file(told: Told, ask: Ask) -> None:
    for number in range(3):
        body = "".join(f"وصلت {(number * 7 + at) % 11} سفن. " for at in range(8, 32, 4))
        told(body, outlet=f"صحيفة {number % 2}", day=f"201{number}-01-01")
    told("وصلت مئات السفن. ووصلت آلاف السفن.", outlet="صحيفة 1", day="2015-01-01")
    ask()
    for sort in Sort:
        whole = [claim.figure for claim in all_claims(LedgerRequest(sort=sort))]
        pages = [
            find_claims(LedgerRequest(sort=sort, size=5, page=at)) for at in (1, 2, 3)
        ]
        assert [one.figure for page in pages for one in page.claims] == whole[:15]
        assert len(whole) > 10


@pytest.mark.usefixtures("news")
def test_facets_count_all_matches_in_words_people_use(ask: Ask) -> None:
    page = ask(size=1)

    facets = {
        name: {value.label: value.count for value in values}
        for name, values in page.facets.items()
    }
    assert facets["noun"]["عامل"] == 2
    assert facets["outlet"] == {"دفتر المرفأ": 4, "بوابة الوادي": 2}
    assert facets["year"] == {"2015": 2, "2013": 4}
    assert sum(facets["kind"].values()) == page.total == 6
    assert (page.articles, len(page.claims)) == (2, 1)


def test_a_claim_an_article_repeats_is_one_row_with_its_fullest_words(
    told: Told, ask: Ask
) -> None:
    told(
        "عادت 2500 عائلة إلى المرفأ.\n\nوقالت البلدية إن أكثر من 2500 عائلة "
        "عادت.\n\nعادت 2500 عائلة إلى المرفأ.",
        title="عودة 2500 إلى المرفأ",
    )
    told("وصل 3 صيادين، وأصيب 3 أطفال، وعاد 3.")

    page = ask(low=Decimal(100))
    assert said(page) == ["أكثر من 2,500 عائلة"]
    assert page.claims[0].claimant == "البلدية"
    assert ask(low=Decimal(3), high=Decimal(3)).total >= 2


def test_a_range_answers_where_it_overlaps_what_is_asked(told: Told, ask: Ask) -> None:
    told("أصيب بين 40 و60 عاملا في المصنع.")

    assert ask(low=Decimal(50)).total == ask(high=Decimal(45)).total == 1
    assert ask(low=Decimal(61)).total == 0


def test_a_claim_tells_its_place_and_its_sentence(told: Told, ask: Ask) -> None:
    article = told("بدأ الموسم. وعاد 180 صيادا إلى البحر. وانتهى.")

    (claim,) = ask(noun="صياد").claims

    assert article.body[claim.start : claim.end] == claim.quote == "180"
    assert (claim.before, claim.after) == ("وعاد ", " صيادا إلى البحر.")
    assert claim.sentence[claim.mark_start : claim.mark_end] == "180"
    assert claim.url == f"{article.get_absolute_url()}#f1"


def test_only_public_articles_are_in_the_ledger(told: Told, ask: Ask) -> None:
    told("وصلت 77 سفينة سرية.", status=Status.DRAFT)
    shown = told("وصلت 78 سفينة.")

    assert [claim.quote for claim in ask(noun="سفينة").claims] == ["78"]
    Article.objects.filter(pk=shown.pk).update(status=Status.WITHDRAWN)
    # The columns don't know yet, and still nothing of it is shown.
    assert find_claims(LedgerRequest(noun="سفينة")).claims == ()


def test_copies_of_a_report_count_once_where_that_is_asked(
    told: Told, ask: Ask
) -> None:
    from articles.models import Cluster, ClusterMember

    first = told("غرق 12 قاربا في المرفأ.", day="2014-01-01")
    copy = told("غرق 12 قاربا في المرفأ.", day="2014-01-03")
    told("غرق 12 قاربا في المرفأ.", day="2014-01-02")
    ClusterMember.objects.all().delete()
    cluster = Cluster.objects.create(earliest=first, size=2)
    for article in (first, copy):
        ClusterMember.objects.create(article=article, cluster=cluster)

    page = ask(noun="قارب")
    once = ask(noun="قارب", reports=Reports.INDEPENDENT)

    assert (page.total, page.independent, page.articles) == (3, 2, 3)
    days = [claim.published_on and claim.published_on.day for claim in once.claims]
    assert days == [2, 1]
    assert page.claims[0].cluster == page.claims[2].cluster == cluster.pk


@pytest.mark.usefixtures("news")
def test_files_get_every_row_and_the_hash_of_its_capture(ask: Ask) -> None:
    from tests.factories import CaptureFactory

    capture = CaptureFactory(article=Article.objects.get(title="سيل في الوادي"))
    page = ask(size=2, sort=Sort.HIGHEST)

    rows = list(all_claims(LedgerRequest(sort=Sort.HIGHEST)))

    assert len(rows) == page.total == 6
    assert [row.figure for row in rows[:2]] == [claim.figure for claim in page.claims]
    hashes = {row.capture for row in rows if row.article == capture.article_id}
    assert hashes == {capture.sha256}
