"""Pages under /en/ are English around the Arabic that they show."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from articles.ingest import Wishes, ingest
from articles.models import Article, Outlet, Section
from articles.readers.files import read_file
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

RAW = """اقتصاد

ميناء رأس النخيل يستقبل 320 سفينة في شهر واحد

12.05.2018 | 09:30

قالت إدارة ميناء رأس النخيل إن أكثر من 320 سفينة رست في الميناء خلال شهر نيسان الماضي.

وأضافت الإدارة في بيان أن الأرصفة الجديدة كلفت 45 مليون دولار، وأن العمل استغرق عامين.
"""
ARABIC = re.compile("[\u0621-\u064a\u060c\u061b\u061f\u066a]")
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
QUOTING = frozenset({"bdi", "mark", "q", "blockquote", "code", "script", "title"})
SPOKEN = ("aria-label", "title", "placeholder", "alt", "abbr")
VOID = frozenset({"meta", "link", "input", "br", "img", "hr", "col", "wbr"})


class Tongues(HTMLParser):
    """The texts of a page that are Arabic, and those of them not declared as such."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.unmarked: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: it is in its own language, or in that around it."""
        if tag not in VOID:
            around = self._open[-1][1] if self._open else ""
            self._open.append((tag, dict(attrs).get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open in it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Read a text; those of no element of the page have no language to tell."""
        tags = [tag for tag, _language in self._open]
        if {"script", "title", "option"} & set(tags) or not ARABIC.search(data):
            return
        if self._open[-1][1] != "ar" and ARABIC.search(ISOLATED.sub("", data)):
            self.unmarked.append(data.strip())


class Interface(HTMLParser):
    """What a page says in its own name: outside of isolated and quoted Arabic."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and read the attributes that are read out."""
        given = dict(attrs)
        quotes = tag != "html" and (
            tag in QUOTING
            or given.get("dir") in ("auto", "rtl")
            or given.get("lang") == "ar"
            or "/api/v1/" in (given.get("href") or "")
        )
        if tag != "link" and not quotes:
            self._keep(*(given.get(name) or "" for name in SPOKEN))
        if tag not in VOID:
            self._open.append((tag, quotes))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open in it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Read a text."""
        self._keep(data)

    def _keep(self, *texts: str) -> None:
        if not any(quotes for _tag, quotes in self._open):
            self.said += (ISOLATED.sub("", text) for text in texts)


def arabic_of_the_interface(page: str) -> list[str]:
    return [text.strip() for text in Interface(page).said if ARABIC.search(text)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>القسم</p>", ["القسم"]),
        ("<a title='المصدر'>x</a>", ["المصدر"]),
        ("<p><bdi>صحيفة</bdi> 3 articles</p>", []),
        ("<div dir=auto><p>نص</p></div><p>نص<br></p>", ["نص"]),
        ("<p>neither \u2068كتاب\u2069</p>", []),
        ("<p><bdi>صحيفة</bdi>، 3 articles</p>", ["، 3 articles"]),
    ],
)
def test_arabic_of_the_interface_is_what_stands_outside_of_quotations(page, expected):
    assert arabic_of_the_interface(page) == expected


@pytest.fixture
def article(index: Path) -> Article:
    """A read article with figures, names and two captures; one that knows little."""
    [outcome] = ingest(read_file("port.txt", RAW.encode()), Wishes())
    assert outcome.article is not None
    article = outcome.article
    CaptureFactory(
        article=article,
        data=RAW.replace("320", "350").encode(),
        captured_at=datetime(2019, 8, 5, 10, 30, tzinfo=UTC),
    )
    ArticleFactory(outlet=None, section=None, published_on=None)
    ArticleFactory()
    return article


PAGES = """\
/ /browse/ /browse/2014/ /browse/2014/8/ /browse/2014/8/5/ /browse/undated/ /outlets/
/browse/unknown-outlet/ /sections/ /authors/ /people/ /organisations/ /places/ /about/
/method/figures/ /method/search/ /method/words/ /export/ /nothing-of-this-name/
/search/ /search/?q=ميناء /search/?q=لازمة( /search/?q=رقم:>5&sort=newest
/search/?q=ميناء&from=x /search/advanced/ /search/help/ /search/concordance/?q=ميناء
/figures/ /figures/?noun=سفينة /figures/?noun=غول /figures/compare/ /trends/
/trends/?q=ميناء /collocates/?q=ميناء&least=1 /keyness/ /collections/ /search/export/
/api/ /articles/{pk}/ /articles/{pk}/?q=ميناء /articles/{pk}/captures/
/articles/{pk}/captures/compare/ {figure} {figure}report/
"""


def test_pages_in_english_say_nothing_in_arabic(article: Article, client: Client):
    figure = article.figures.filter(tier="core").first()
    assert figure is not None
    names = {"pk": article.pk, "figure": figure.get_absolute_url()}
    own = {outlet.name for outlet in Outlet.objects.all()}  # no element in an <option>
    own |= {section.name for section in Section.objects.all()}
    said = {}
    for page in PAGES.split():
        response = client.get(f"/en{page.format(**names)}")
        text = response.content.decode()
        assert '<html lang="en" dir="ltr"' in text, page
        said[page] = set(arabic_of_the_interface(text)) - own
    assert not {page: found for page, found in said.items() if found}


READ = """\
/ /browse/ /browse/2014/8/5/ /browse/latest/ /browse/outlets/ /outlets/ /sections/
/search/?q=ميناء /search/concordance/?q=ميناء /articles/{pk}/ /articles/{pk}/?view=text
/articles/{pk}/captures/ /articles/{pk}/captures/compare/ {outlet} {figure}
/collocates/?q=ميناء&least=1 /keyness/?a_since=2014-08-01&b_until=2014-07-31
"""


def test_arabic_on_pages_in_english_is_read_out_as_arabic(
    article: Article, client: Client
):
    figure = article.figures.filter(tier="core").first()
    assert figure is not None
    names = {
        "pk": article.pk,
        "figure": figure.get_absolute_url(),
        "outlet": Outlet.objects.all()[0].get_absolute_url(),
    }
    found = {}
    for page in READ.split():
        text = client.get(f"/en{page.format(**names)}").content.decode()
        assert 'lang="ar"' in text, page
        found[page] = set(Tongues(text).unmarked)
    assert not {page: told for page, told in found.items() if told}


def test_the_same_pages_in_arabic_are_arabic(article: Article, client: Client):
    page = client.get(f"/articles/{article.pk}/").content.decode()
    assert "أبرز الأرقام" in arabic_of_the_interface(page)


def test_a_picture_for_sharing_is_one_for_all_readers(article: Article, client: Client):
    picture = client.get(f"/articles/{article.pk}/card.png").content
    client.cookies["digits"] = "arab"
    assert client.get(f"/en/articles/{article.pk}/card.png").content == picture
