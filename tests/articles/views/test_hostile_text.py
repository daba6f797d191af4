"""Whatever stands in a text stays text, on every page."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.templatetags.static import static

from tests.articles.views.conftest import Addresses
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    SectionFactory,
    figure_of,
)

pytestmark = pytest.mark.django_db

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "{{ 7|add:7 }}{% now 'Y' %}{n} %(n)s",
    "-->]]></title></textarea><iframe src=//evil.example>",
    "\u202eabc\u2066\u200f\u2028",  # overrides, isolates and a LINE SEPARATOR
]

AT_ONCE = "\"><svg onload=a()>'</script>{{ 7|add:7 }}<img src=x onerror=a()>"
"""What matters of them in one; the long suite tries each alone."""


SCRIPTS: list[dict[str, str | None]] = [
    {"type": "application/ld+json"},
    {"src": static("js/keys.js"), "defer": None},
    {"src": static("js/figures.js"), "defer": None},
]


class Tags(HTMLParser):
    """Collects the tags and the attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    "attack",
    [AT_ONCE, *(pytest.param(each, marks=pytest.mark.long) for each in ATTACKS)],
)
def test_no_field_can_put_markup_into_a_page(
    addresses: Addresses, body_of: Callable[[str], str], attack: str
) -> None:
    article = ArticleFactory(
        title=f"{attack} 180",
        body=f"{attack} أكثر من 180 {attack}\n\n{attack}",
        outlet=OutletFactory(
            name=f"مصدر {attack}", notes=attack, website="https://a.b/"
        ),
        section=SectionFactory(name=f"قسم {attack}"),
        author=AuthorFactory(name=f"كاتب {attack}"),
        byline=attack,
        dateline_place=attack,
        agency=attack,
        removed=[{"start": 0, "end": 9, "reason": attack, "text": attack}],
    )
    figure_of(
        article,
        "180",
        phrase=f"{attack} أكثر من 180 {attack}",
        value=180,
        noun=attack,
        unit=attack[:40],
        unit_text=attack,
        claimant=attack,
        modifier=attack[:20],
        iso=attack[:60],
    )
    CaptureFactory(article=article, source=attack, charset=attack[:40], data=b"x")
    pages = addresses(article)
    for name in set(pages) - {"card", "original", "feed", "outlet feed"}:
        page = body_of(pages[name])
        for tag, attributes in Tags(page).seen:
            assert tag not in {"img", "iframe", "object"}, name
            if tag == "script":
                assert attributes in SCRIPTS, name
            assert not any(key.startswith("on") for key in attributes), name
            assert "style" not in attributes, name


def test_very_long_names_and_titles_do_not_break_a_page(
    addresses: Addresses, body_of: Callable[[str], str]
) -> None:
    article = ArticleFactory(
        title="س" * 500,
        body="ص" * 50_000,
        outlet=OutletFactory(name="ع" * 120),
        section=SectionFactory(name="ق" * 120),
        author=AuthorFactory(name="ك" * 120),
    )
    for address in addresses(article).values():
        body_of(address)
