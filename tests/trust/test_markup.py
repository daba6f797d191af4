"""No text becomes an element, an attribute or a running address, on any page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import urlencode, urlsplit

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Mention, Name, Upload
from articles.models.name import NameKind
from articles.storing.name_counts import recount
from search.collections.keeping import keep
from search.collections.models import Collection, Sharing
from search.indexing import outbox
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    SectionFactory,
    figure_of,
)
from tests.trust.conftest import Measured
from tests.trust.vectors import VECTORS

pytestmark = pytest.mark.django_db

NEVER = {
    *("iframe", "object", "embed", "applet", "base", "frame", "frameset", "animate"),
    *("foreignobject", "math", "video", "audio", "source", "template", "marquee"),
    *("xml", "x:script", "style"),
}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "srcset", "poster"}
OURS = {"", "http", "https", "data"}
FOREIGN = "evil.example"
A_FEW = 12


class Live(HTMLParser):
    """Collects what in a page would run, load or send."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.json: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type", "")
        self._inside = kind if tag == "script" else ""
        if tag in NEVER or (tag == "script" and not self._is_ours(given)):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            if name.startswith("on") or name in {"style", "srcdoc", "http-equiv"}:
                self.found.append(f"{tag}[{name}]")
            if name in ADDRESSES and self._leads_out(value):
                self.found.append(f"{tag}[{name}={value[:60]}]")

    def handle_data(self, data: str) -> None:
        if self._inside == "application/ld+json":
            self.json.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    @staticmethod
    def _is_ours(given: dict[str, str]) -> bool:
        is_data = given.get("type") == "application/ld+json" and "src" not in given
        return is_data or bool(re.match("/(static|admin)/", given.get("src", "")))

    @staticmethod
    def _leads_out(value: str) -> bool:
        address = urlsplit("".join(char for char in value if char > " "))
        return address.scheme not in OURS or address.netloc.endswith(FOREIGN)


def put_everywhere(text: str) -> Article:
    """Store an article that has ``text`` in every field that is shown."""
    number = Article.objects.count()  # no two headings are of one name
    article = ArticleFactory(
        title=f"{text[:300]} 180",
        body=f"{text} قالت أكثر من 180 عائلة {text}\n\n{text}",
        outlet=OutletFactory(name=f"مصدر {number} {text}"[:120], notes=text),
        section=SectionFactory(name=f"قسم {number} {text}"[:120]),
        author=AuthorFactory(name=f"كاتب {number} {text}"[:120]),
        byline=text[:200],
        dateline_place=text[:120],
        agency=text[:120],
        url=text[:2000],
        removed=[{"start": 0, "end": 9, "reason": "signature", "text": text}],
    )
    figure_of(
        article,
        "180",
        phrase="أكثر من 180 عائلة",
        value=180,
        noun=text[:100],
        noun_key="عائله",
        unit_text=text[:100],
        claimant=text[:100],
    )
    for n in "ab":
        data = f"{text} {n}".encode()
        CaptureFactory(article=article, source=text[:400], url=text[:400], data=data)
    for kind in NameKind.values:
        key = f"اسم {article.pk}"
        name = Name.objects.create(kind=kind, name=text[:200], key=key)
        places = [["body", 0, 3]]
        Mention.objects.create(
            article=article, name=name, title=text[:200], places=places
        )
    return article


def collected(articles: list[Article], text: str) -> Collection:
    owner, _made = User.objects.get_or_create(username="keeper")
    collection = Collection.objects.create(
        owner=owner, title=text[:160], notes=text, sharing=Sharing.PUBLIC
    )
    for article in articles:
        keep(collection, article, note=text, tags=text[:100])
    return collection


def sinks(article: Article, shared: Collection, text: str) -> Iterator[str]:
    """Give the addresses of every page on which the text of an article may stand."""
    page = article.get_absolute_url()
    names = [mention.name.get_absolute_url() for mention in article.mentions.all()]
    yield from (page, f"{page}captures/", f"{page}captures/compare/", *names)
    yield from (f"{page}captures/{capture.pk}/" for capture in article.captures.all())
    yield article.figures.get().get_absolute_url()
    yield from ("/", "/browse/2014/8/5/", "/outlets/", "/sections/", "/authors/")
    yield from (heading.get_absolute_url() for heading in (article.outlet,))
    yield from ("/people/", "/figures/?min=1", "/figures/عائله/", "/keyness/")
    yield from ("/search/advanced/", "/collections/", shared.shared_url)
    for asked in ("عائلة", text[:200]):
        query = urlencode({"q": asked, "noun": asked, "outlet": asked, "since": asked})
        yield f"{page}?{query}"
        yield f"/search/?{urlencode({'q': asked})}"
        for path in (
            *("/search/", "/search/concordance/", "/trends/", "/collocates/"),
            *("/figures/", "/export/", "/search/export/", "/search/advanced/"),
            *("/people/", "/keyness/", "/figures/compare/", "/browse/", "/sign-in/"),
        ):
            yield f"{path}?{query}"


def live_in(client: Client, addresses: Iterator[str]) -> tuple[int, list[str]]:
    """Give how many pages were read, and what is alive in them."""
    read, found = 0, []
    for address in addresses:
        cache.clear()
        answer = client.get(address, follow=True)
        assert answer.status_code < 500, address
        page = Live(answer.content.decode())
        read += 1
        found += [f"{live} in {address}" for live in page.found]
        for data in page.json:
            json.loads(data)
    return read, found


def test_the_eye_sees_what_is_alive() -> None:
    elements = [
        text for text in VECTORS if text.startswith(("<img ", "<svg><s", "<script>"))
    ]
    assert len(elements) > 5
    assert all(Live(f"<p>{text}</p>").found for text in elements)


def test_no_text_is_alive_on_any_page(
    index: object, client: Client, trust_figure: Measured
) -> None:
    text = " ".join(VECTORS[::9])
    article = put_everywhere(text)
    recount()
    outbox.drain()
    pages = sinks(article, collected([article], text), text)
    some = islice(pages, 0, None, 3)  # the long tests look at all
    read, found = live_in(client, some)

    assert found == []
    trust_figure(f"{len(VECTORS[::9])} vectors on {read} pages: 0 alive")


@pytest.mark.parametrize(
    "address", ["javascript:xss(1)", " javascript:xss(1)", "data:text/html,x", "//evil"]
)
def test_no_address_that_runs_is_a_link(client: Client, address: str) -> None:
    outlet = OutletFactory(website=address)
    article = ArticleFactory(url=address, outlet=outlet)
    for page in (article.get_absolute_url(), outlet.get_absolute_url()):
        shown = client.get(page).content.decode()
        assert f'href="{address}"' not in shown


LEAVING_JSON = (
    *(
        "</script><b>",
        "</ScRiPt ><b>",
        "\u2028\u2029",
        "<!--<script>",
        "]]>",
        "\\u003c",
    ),
    *('"}</script>', "&quot;,&lt;", "\u2028</script>\u2029", "<![CDATA["),
)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((*LEAVING_JSON, *VECTORS[:60:6]), id="some"),
        pytest.param((*LEAVING_JSON, *VECTORS), id="all", marks=pytest.mark.long),
    ],
)
def test_json_inside_a_page_stays_json(
    client: Client, texts: tuple[str, ...], trust_figure: Measured
) -> None:
    article = ArticleFactory()
    for text in texts:
        Article.objects.filter(pk=article.pk).update(title=text, byline=text)
        page = client.get(article.get_absolute_url()).content.decode()
        data = "".join(Live(page).json)
        assert json.loads(data)["headline"] == text
        assert not set("<>&\u2028\u2029") & set(data)
    trust_figure(f"{len(texts)} texts, each read back from its JSON")


@pytest.mark.long(minutes=1)
def test_each_vector_is_dead_in_each_sink(
    index: object, client: Client, trust_figure: Measured
) -> None:
    """A few vectors at a time: what is escaped can't hide what comes after it."""
    read, found = 0, []
    for some in (VECTORS[n : n + A_FEW] for n in range(0, len(VECTORS), A_FEW)):
        text = " ".join(some)
        article = put_everywhere(text)
        recount()
        outbox.drain()
        pages, live = live_in(client, sinks(article, collected([article], text), text))
        read, found = read + pages, found + live
        Article.objects.filter(pk=article.pk).update(status="draft")
        Collection.objects.all().delete()

    assert found == []
    trust_figure(f"{len(VECTORS)} vectors on {read:,} pages: 0 alive")


@pytest.mark.long
def test_no_vector_is_alive_at_the_desk(db: None, trust_figure: Measured) -> None:
    client, read, found = Client(), 0, []
    client.force_login(User.objects.create_superuser("boss"))
    for some in (VECTORS[n : n + A_FEW] for n in range(0, len(VECTORS), A_FEW)):
        text = "\n\n".join(some)
        raw = f"{some[0]}\n\n12.03.2017\n\n{text} عادت 180 عائلة إلى بيوتها.\n"
        file = SimpleUploadedFile(f"{some[1][:60]}.txt", raw.encode(), "text/plain")
        client.post(reverse("admin:articles_upload_add"), {"texts": [file]})
        article = put_everywhere(some[0])
        addresses = [
            reverse(
                "admin:articles_upload_preview", args=[Upload.objects.latest("pk").pk]
            ),
            reverse("admin:articles_article_changelist"),
            reverse("admin:articles_article_change", args=[article.pk]),
            reverse("admin:articles_outlet_changelist"),
            reverse("admin:articles_name_changelist"),
        ]
        pages, live = live_in(client, iter(addresses))
        read, found = read + pages, found + live

    assert found == []
    trust_figure(f"{len(VECTORS)} vectors on {read} pages of the desk: 0 alive")
