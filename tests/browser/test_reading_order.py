"""Mixed runs stand on the screen in the order the Unicode algorithm gives them."""

from __future__ import annotations

import pytest

from tests.browser.browser import Browser
from tests.browser.site import Site
from tests.browser.visual_order import order_of_unicode, titles_as_seen
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MIXED = [
    "عاد 20 نازحا",
    "بلغت 12.5% هذا العام",
    "نحو 3,000 خيمة و5 مدارس",
    "من 2011 إلى 2014",
    "مباراة 2-1 في المرفأ",
    "بيان (رويترز) صدر أمس",
    "بيان (Reuters) صدر أمس",
    "شركة ACME تبيع 5 سفن",
    "موقع harbour.example يعود",
    "طائرة A320 تهبط",
    "Reuters: عاد الصيادون",
    "iPhone في أسواق المرفأ",
    "قال: «عدنا» ثم صمت",
    "السعر $5 فقط",
    "السعر 5$ فقط",
    "درجة الحرارة -3 ليلا",
    "الساعة 21:18 مساء",
    "يوم 5/8/2014 صباحا",
    "رقم ١٢ بين الأرقام",
    "نسبة ١٢٫٥٪ تقريبا",
    "أرقام 12 و١٢ معا",
    "قرار رقم 15/2014 نافذ",
    "هاتف +961 1 234567",
    "منظمة (NGO) محلية",
    "القناة BBC News عربي",
    "نسخة v2.0 من البرنامج",
    "وسم #المرفأ يتصدر",
    "بريد a@b.example جديد",
    "ثلاثة [3] هوامش",
    "COVID-19 في 2020: عام",
]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_thirty_mixed_titles_are_read_in_the_order_of_unicode(
    browser: Browser, site: Site, language: str
) -> None:
    for title in MIXED:
        ArticleFactory(title=title)
    seen: dict[str, str] = {}
    for page in (1, 2):
        address = site.page("latest", language)
        browser.look(f"{address}?page={page}", 1280, "light")
        seen |= titles_as_seen(browser)
    assert {title: seen[title] for title in MIXED} == {
        title: order_of_unicode(title) for title in MIXED
    }
