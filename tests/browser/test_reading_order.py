"""Mixed runs stand on the screen in the order the Unicode algorithm gives them.

python-bidi is another's implementation of UAX #9; Chromium's answer is read from where
each letter stands.
"""

from __future__ import annotations

from typing import cast

import pytest

from tests.browser.browser import Browser
from tests.browser.site import Site
from tests.factories import ArticleFactory

bidi = pytest.importorskip("bidi.algorithm")

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

_LETTERS = """
return [...document.querySelectorAll(".rows h3 a")].map(link => {
  const node = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode();
  const letters = [...node.data].map((letter, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [letter, range.getBoundingClientRect().x];
  });
  return [node.data, letters.sort((a, b) => a[1] - b[1]).map(l => l[0]).join("")];
});
"""

# Brackets are mirrored when drawn: compared is where they stand, not their shape.
_BRACKETS = str.maketrans("()[]«»<>", "||||||||")


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
        shown = cast(list[list[str]], browser.driver.execute_script(_LETTERS))
        seen |= {title: order for title, order in shown if title in MIXED}
    assert {title: seen[title].translate(_BRACKETS) for title in MIXED} == {
        title: bidi.get_display(title).translate(_BRACKETS) for title in MIXED
    }
