"""The search page: every state of it is in its address."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.test import Client

from articles.models import Outlet, Status
from search.indexing import outbox
from search.language.help import FORMS
from tests.factories import ArticleFactory, OutletFactory

BOMBS = {
    "parentheses": "(" * 3_000,
    "negations": "NOT " * 700 + "كلمة",
    "or": "أو " * 900,
    "quotes": '"' * 3_000,
    "wildcards": "*كلمة* " * 60,
    "fields": "عنوان:" * 500,
    "numbers": "رقم:" * 500 + "5",
    "figures": "رقم:>0 عائلة " * 30,
    "amounts": "رقم:[" + "9" * 300,
    "long word": "ا" * 3_000,
    "unknown words": " ".join(f"كلمة{'بتث'[n % 3]}{'جحخ'[n % 3]}ضس" for n in range(60)),
    "controls": "\x00\x1f\u202e\ufeff" * 500,
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(index: Path) -> None:
    north = OutletFactory(name="صحيفة الشمال")
    ArticleFactory(title="هدنة في المرفأ", outlet=north)
    ArticleFactory(title="خبر <b>آخر</b>", published_on=date(2016, 2, 1))
    ArticleFactory(title="سر لم يُنشر", status=Status.DRAFT)
    outbox.drain()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_query_the_page_teaches_the_language(client: Client, index: Path):
    html = page(client, "/search/")

    assert FORMS[1].meaning in html


def test_hits_are_marked_and_escaped(client: Client, news: None):
    html = page(client, "/search/?q=هدنة")
    assert "<mark>هدنة</mark> في المرفأ" in html
    assert "سر لم يُنشر" not in html

    assert "<mark>خبر</mark> &lt;b&gt;آخر&lt;/b&gt;" in page(client, "/search/?q=خبر")
    assert "<script>x" not in page(client, "/search/?q=%22><script>x</script>")


def test_facets_are_links_that_narrow_and_chips_take_away(client: Client, news: None):
    response = client.get("/search/?q=عائلة&page=3")
    outlet, *_ = response.context["facets"]
    link = next(link for link in outlet.links if link.value == "صحيفة الشمال")
    assert link.count == 1
    assert "page" not in parse_qs(urlsplit(link.url).query)

    narrowed = client.get(f"/search/{link.url}")
    assert narrowed.context["results"].total == 1
    (chip,) = narrowed.context["chips"]
    assert chip.removes
    assert client.get(f"/search/{chip.url}").context["results"].total == 2


def test_months_are_bars_that_narrow_the_dates(client: Client, news: None):
    bars = client.get("/search/?q=عائلة").context["bars"]

    assert [bar.label for bar in bars if bar.count] == ["8/2014", "2/2016"]
    assert len(bars) == 19  # the empty months between are there, and no links
    narrowed = client.get(f"/search/{bars[-1].url}")
    assert narrowed.context["results"].total == 1
    assert len(narrowed.context["chips"]) == 2
    assert narrowed.context["bars"] == []


def test_hits_of_many_years_are_drawn_by_years(client: Client, news: None):
    ArticleFactory(published_on=date(2019, 5, 1))
    outbox.drain()

    bars = client.get("/search/?q=عائلة").context["bars"]
    assert [(bar.label, bar.count) for bar in bars] == [
        ("2014", 1),
        ("2015", 0),
        ("2016", 1),
        ("2017", 0),
        ("2018", 0),
        ("2019", 1),
    ]
    assert client.get(f"/search/{bars[2].url}").context["results"].total == 1


def test_a_second_outlet_is_added_and_a_value_is_left_out(client: Client, news: None):
    outlet = client.get("/search/?q=عائلة").context["facets"][0]
    first, second = outlet.links
    chosen = client.get(f"/search/{first.url}").context
    assert chosen["results"].total == 1
    assert [
        (link.value, link.count, link.on) for link in chosen["facets"][0].links
    ] == [
        (first.value, 1, True),
        (second.value, 1, False),
    ]
    both = client.get(f"/search/{chosen['facets'][0].links[1].url}").context
    assert both["results"].total == 2
    assert len(both["chips"]) == 2

    left = client.get(f"/search/{first.leave_out}").context
    assert left["results"].total == 1
    out = next(link for link in left["facets"][0].links if link.off)
    assert (out.value, out.count) == (first.value, 0)
    assert client.get(f"/search/{out.url}").context["results"].total == 2
    (chip,) = left["chips"]
    assert client.get(f"/search/{chip.url}").context["results"].total == 2


def test_a_chosen_value_is_seen_without_hits(client: Client, news: None):
    slug = Outlet.objects.get(name="صحيفة الشمال").slug
    context = client.get("/search/", {"q": "آخر", "outlet": slug}).context

    assert context["results"].total == 0
    chosen = next(link for link in context["facets"][0].links if link.on)
    assert (chosen.value, chosen.count) == ("صحيفة الشمال", 0)


def test_values_of_a_long_facet_are_found_by_name(client: Client, index: Path):
    for n in range(60):
        ArticleFactory(outlet=OutletFactory(name=f"إذاعة {n}"))
    outbox.drain()

    box = client.get("/search/?q=عائلة").context["facets"][0]
    assert (len(box.links), len(box.rest), box.further) == (8, 42, 10)
    found = client.get("/search/?q=عائلة&outlet_like=اذاعة+5").context["facets"][0]
    assert {link.value for link in found.links} == {
        "إذاعة 5",
        *(f"إذاعة 5{n}" for n in range(10)),
    }
    assert all("outlet_like" not in link.url for link in found.links)
    assert ("q", "عائلة") in found.kept
    html = page(client, "/search/?q=عائلة&outlet_like=x%22><b>")
    assert "<b>" not in html


def test_a_hit_says_why_other_words_matched(client: Client, index: Path):
    ArticleFactory(title="عودة", body="عاد ٣٬٠٠٠ من النازحين إلى المرفأ")
    outbox.drain()

    html = page(client, "/search/?q=نازح 3000 المرفأ")
    assert '<bdi lang="ar">النازحين</bdi> صيغة من «<bdi lang="ar">نازح</bdi>»' in html
    assert "<bdi>٣٬٠٠٠</bdi> العدد نفسه «<bdi>3000</bdi>»" in html
    assert html.count("صيغة من") == 1
    assert "قريبة من" in page(client, "/search/?q=المرفو~")


def test_arabic_digits_are_dates_too(client: Client, news: None):
    response = client.get("/search/?q=عائلة&since=٢٠١٥-٠١-٠١")

    assert response.context["results"].total == 1


ODD = [
    "/search/?q=عائلة&since=x&until=2014-99-99&sort=y&page=z",
    "/search/?q=عائلة&page=99999999999",
    "/search/?q=عائلة&page=-1",
    "/search/?outlet=&q=",
    "/search/?q=" + "(" * 2000,
    "/search/?q=%00%1f",
    "/search/?q=عائلة&outlet=" + "&outlet=".join("abcdefgh" * 20),
]


def test_odd_addresses_are_answered(
    client: Client, news: None, subtests: pytest.Subtests
):
    for address in ODD:
        with subtests.test(address[:80]):
            page(client, address)


def test_no_hits_say_what_may_help(client: Client, news: None):
    assert "لم يُعثر" in page(client, "/search/?q=زلزال")


def test_without_an_index_the_page_says_so(client: Client, db: None):
    ArticleFactory(title="هدنة")

    assert "بحث احتياطي" in page(client, "/search/?q=هدنة")


def test_the_help_page_shows_the_whole_language(client: Client, db: None):
    html = page(client, "/search/help/")

    assert all(form.meaning in html for form in FORMS)


def test_a_search_takes_few_queries(
    client: Client, news: None, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        page(client, "/search/?q=عائلة&outlet=x&section=y&author=z")


@pytest.mark.parametrize("path", ["", "concordance/", "advanced/", "concordance.csv"])
def test_bombs_are_answered_everywhere(
    client: Client, news: None, path: str, subtests: pytest.Subtests
):
    for name, bomb in BOMBS.items():
        with subtests.test(name):
            address = f"/search/{path}?q={quote(bomb[:3000])}"
            assert client.get(address).status_code == 200
