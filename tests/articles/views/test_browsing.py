"""Ways through the archive: days of the year, arrivals, filters, silences, the text."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import ArticleFactory, OutletFactory, SectionFactory, figure_of

pytestmark = pytest.mark.django_db

Read = Callable[[str], str]


def test_a_day_of_the_year_shows_every_year_it_has(body_of: Read) -> None:
    for year in (2009, 2012, 2014):
        ArticleFactory(title=f"خبر {year}", published_on=date(year, 2, 28))
    ArticleFactory(title="يوم كبيس", published_on=date(2012, 2, 29))
    page = body_of("/browse/day/2/28/")
    assert all(f"خبر {year}" in page for year in (2009, 2012, 2014))
    assert "يوم كبيس" not in page
    assert 'rel="next" href="/browse/day/2/29/"' in page
    assert "يوم كبيس" in body_of("/browse/day/2/29/")
    assert "خبر 2009" not in body_of("/browse/day/2/28/?year=2012")


def test_today_leads_to_its_day_of_the_year(client: Client) -> None:
    now = timezone.localdate()
    assert client.get("/browse/today/")["Location"] == (
        f"/browse/day/{now.month}/{now.day}/"
    )


@pytest.mark.parametrize("day", ["2/30", "13/1", "0/1", "4/31"])
def test_a_day_no_year_has_is_not_found(client: Client, day: str) -> None:
    assert client.get(f"/browse/day/{day}/").status_code == 404


def test_one_misread_year_does_not_hide_the_days_of_the_others(body_of: Read) -> None:
    ArticleFactory(title="تاريخ غريب", published_on=date(9, 8, 5))
    ArticleFactory(title="تاريخ معقول", published_on=date(2014, 8, 5))
    assert "تاريخ معقول" in body_of("/browse/day/8/5/")


def test_arrivals_are_told_by_when_they_came_in(body_of: Read) -> None:
    ArticleFactory(title="جاء أولًا", published_on=date(2020, 1, 1))
    ArticleFactory(title="جاء أخيرًا", published_on=date(2010, 1, 1))
    page = body_of("/browse/latest/")
    assert page.index("جاء أخيرًا") < page.index("جاء أولًا")


def test_a_list_is_narrowed_by_outlet_and_section_in_its_address(
    body_of: Read,
) -> None:
    port, hill = OutletFactory(name="المرفأ"), OutletFactory(name="التلة")
    sport = SectionFactory(name="رياضة")
    ArticleFactory(title="مباراة في المرفأ", outlet=port, section=sport)
    ArticleFactory(title="سوق المرفأ", outlet=port)
    ArticleFactory(title="مباراة في التلة", outlet=hill, section=sport)
    page = body_of(f"/browse/2014/8/?outlet={port.slug}&section={sport.slug}")
    assert "مباراة في المرفأ" in page
    assert "سوق المرفأ" not in page
    assert "مباراة في التلة" not in page
    assert f'<option value="{port.slug}" selected>' in page
    assert "— 2</option>" in page  # of the whole list, not of what is left of it


def test_filters_are_kept_from_page_to_page_and_from_year_to_year(
    body_of: Read,
) -> None:
    section = SectionFactory()
    port, hill = OutletFactory(name="المرفأ"), OutletFactory(name="التلة")
    ArticleFactory.create_batch(25, section=section, outlet=port)
    ArticleFactory(section=section, outlet=hill)
    page = body_of(f"/sections/{section.slug}/?outlet={port.slug}&year=2014&page=2")
    assert page.count('<article class="row">') == 5
    assert '<input type="hidden" name="year" value="2014">' in page
    assert "&amp;year=2014&amp;page=1" in page
    assert 'href="?year=2014"' in page  # everything of that year again


@pytest.mark.parametrize("slug", ["لا-أحد", "'\"><script>", "\u0000", "x" * 999])
def test_a_filter_that_names_nothing_is_answered_beside_its_field(
    body_of: Read, slug: str
) -> None:
    ArticleFactory(title="خبر وحيد")
    page = body_of(f"/browse/2014/8/?outlet={slug}")
    assert 'class="notice" id="id_outlet_error"' in page
    assert "خبر وحيد" in page
    assert "<script>" not in page


def test_a_list_with_nothing_to_choose_has_no_filters(body_of: Read) -> None:
    ArticleFactory()
    assert "filters" not in body_of("/browse/2014/8/5/")


def test_filters_never_tell_of_drafts(body_of: Read) -> None:
    ArticleFactory.create_batch(2)
    ArticleFactory(outlet=OutletFactory(name="مصدر المسودة"), status="draft")
    assert "مصدر المسودة" not in body_of("/browse/2014/8/")
    assert "مصدر المسودة" not in body_of("/browse/outlets/?year=2014")


def test_the_silences_of_an_outlet_are_told(body_of: Read) -> None:
    outlet = OutletFactory(name="المرفأ")
    for day in (date(2014, 1, 1), date(2014, 3, 5)):
        ArticleFactory(outlet=outlet, published_on=day)
    page = body_of(outlet.get_absolute_url())
    assert "لا مقالات بين <bdi>2 كانون الثاني/يناير 2014</bdi>" in page
    assert "<bdi>4 آذار/مارس 2014</bdi>" in page


def test_outlets_stand_beside_their_months(body_of: Read) -> None:
    outlet = OutletFactory(name="المرفأ")
    ArticleFactory.create_batch(3, outlet=outlet, published_on=date(2014, 8, 5))
    ArticleFactory(outlet=outlet, published_on=date(2011, 2, 5))
    page = body_of("/browse/outlets/")
    assert f'class="heat4" href="{outlet.get_absolute_url()}2014/8/">3</a>' in page
    assert f'{outlet.get_absolute_url()}2011/2/">1</a>' in body_of(
        "/browse/outlets/?year=2011"
    )
    assert "لا مقالات معروفة الشهر" in body_of("/browse/outlets/?year=1999")


def test_the_text_can_be_read_alone(body_of: Read) -> None:
    article = ArticleFactory(body="عادت 180 عائلة.\n\nوبقي <b>الباقون</b>.")
    figure_of(article, "180", value=180)
    page = body_of(f"/articles/{article.pk}/?view=text")
    assert "وبقي &lt;b&gt;الباقون&lt;/b&gt;." in page
    assert page.count('class="p"') == 2
    assert "<mark" not in page
    assert "<nav" not in page
    assert f'href="/articles/{article.pk}/"' in page


def test_paper_gets_the_address_the_day_of_access_and_the_figures(
    body_of: Read,
) -> None:
    article = ArticleFactory()
    figure_of(article, "180", phrase="أكثر من 180 عائلة", value=180, noun="عائلة")
    page = body_of(article.get_absolute_url())
    printed = page[page.index('class="printed"') :]
    assert f"http://testserver{article.get_absolute_url()}" in printed
    assert str(timezone.localdate().year) in printed
    assert "أكثر من 180 عائلة</q>" in printed


def test_keys_can_be_turned_off(client: Client, body_of: Read) -> None:
    assert "data-keys" not in body_of("/keyboard/")
    client.post("/preferences/", {"next": "/", "keys": "off"})
    assert 'data-keys="off"' in body_of("/keyboard/")
