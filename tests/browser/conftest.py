"""A real Chromium, where the machine has one, and an archive for it to show."""

from __future__ import annotations

import datetime
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from articles.extraction import store_readings
from articles.models import Article, Figure, Mention, Name, Status
from articles.models.name import words_key
from articles.name_counts import mark_stale, recount
from search import outbox
from search.collection_models import Collection, Sharing
from search.keeping import keep
from search.saved_models import SavedSearch
from tests.browser.browser import Browser
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    figure_of,
)


@dataclass(frozen=True, slots=True)
class Site:
    """A small archive with every state a page can be in, and its pages by name.

    ``own`` are those that only ``reader`` is shown.
    """

    address: str
    pages: dict[str, str]
    own: dict[str, str]
    reader: User

    def page(self, name: str, language: str = "ar") -> str:
        """Give the whole address of a page."""
        path = self.pages.get(name) or self.own[name]
        return self.address + ("/en" if language == "en" else "") + path


@pytest.fixture
def site(live_server: LiveServer, index: Path) -> Site:
    """Serve articles with all there is to show, with very long names, with nothing."""
    full = ArticleFactory(
        title="الصيادون يعودون إلى الرصيف",
        outlet__name="المرفأ",
        author=AuthorFactory(),
        dateline_place="عواصم",
        agency="وكالات",
        removed=[{"start": 0, "end": 9, "reason": "signature", "text": "س" * 300}],
    )
    figure = figure_of(full, "180", phrase="أكثر من 180 عائلة", value=180, noun="عائلة")
    for text in ("عاد 20 نازحا إلى المرفأ.", "عاد 30 نازحًا إلى المرفأ."):
        CaptureFactory(
            article=full, data=text.encode(), url="https://a.example/" + "ن" * 99
        )
    ArticleFactory(title="س" * 300, outlet__name="ع" * 120, section__name="ق" * 120)
    ArticleFactory(title="", outlet=None, section=None, published_on=None)
    for month in range(1, 13):
        ArticleFactory(published_on=datetime.date(2003 + month, month, 9))
    ArticleFactory.create_batch(20, outlet=full.outlet, section=full.section)
    withdrawn = ArticleFactory(status=Status.WITHDRAWN)
    names = tell_of_families()
    outbox.drain()
    assert full.author
    assert full.section
    article = full.get_absolute_url()
    reader = User.objects.create_user("reader", email="reader@example.org")
    collection = collection_of(reader, full, figure)
    return Site(
        str(live_server.url),
        {
            "home": "/",
            "article": article,
            "text": f"{article}?view=text",
            "hits": f"{article}?q=عائلة",
            "search": "/search/?q=عائلة",
            "nothing": "/search/?q=غرنوق",
            "ask": "/search/",
            "advanced": "/search/advanced/",
            "help": "/search/help/",
            "concordance": "/search/concordance/?q=عائلة",
            "browse": "/browse/",
            "latest": "/browse/latest/",
            "on_day": "/browse/day/8/5/",
            "year": "/browse/2014/",
            "month": "/browse/2014/8/",
            "day": "/browse/2014/8/5/",
            "undated": "/browse/undated/",
            "outlets": "/outlets/",
            "outlet_months": "/browse/outlets/?year=2014",
            "outlet": full.outlet.get_absolute_url(),
            "outlet_year": f"{full.outlet.get_absolute_url()}2014/",
            "section": full.section.get_absolute_url(),
            "sections": "/sections/",
            "author": full.author.get_absolute_url(),
            "about": "/about/",
            "method": "/method/figures/",
            "keyboard": "/keyboard/",
            "captures": f"{article}captures/",
            "compare": f"{article}captures/compare/",
            "export": "/export/",
            "figures": "/figures/",
            "figures_asked": "/figures/?noun=عائلة&min=20&modifier=more_than",
            "no_figures": "/figures/?noun=غرنوق",
            "noun": "/figures/عائلة/",
            "noun_by_claimant": "/figures/عائلة/?by=claimant",
            "claims": "/figures/compare/?noun=عائلة",
            "people": "/people/",
            "organisations": "/organisations/",
            "places": "/places/",
            **{kind: name.get_absolute_url() for kind, name in names.items()},
            "missing": "/nowhere/",
            "figure": figure.get_absolute_url(),
            "report": f"{figure.get_absolute_url()}report/",
            "changes": f"{article}changes/",
            "capture": f"{article}captures/{full.captures.all()[0].pk}/",
            "withdrawn": withdrawn.get_absolute_url(),
            "authors": "/authors/",
            "unknown_outlet": "/browse/unknown-outlet/",
            "export_search": "/search/export/?q=عائلة",
            "trends": "/trends/?q=عائلة&q=المرفأ",
            "trends_split": "/trends/?q=عائلة&by=outlet&grain=year&measure=share",
            "trends_ask": "/trends/",
            "collocates": "/collocates/?q=المرفأ&least=1",
            "keyness": "/keyness/?a_since=2014-08-01&b_until=2014-07-31",
            "api": "/api/",
            "search_method": "/method/search/",
            "words_method": "/method/words/",
            "claims_method": "/method/claims/",
            "collections": "/collections/",
            "shared": collection.shared_url,
            "sign_in": "/sign-in/",
        },
        {
            "own_collections": "/collections/",
            "collection": collection.get_absolute_url(),
            "keep": f"{article}keep/",
            "saved": "/saved/",
            "own_search": "/search/?q=عائلة",
            "own_article": article,
        },
        reader,
    )


def collection_of(reader: User, article: Article, figure: Figure) -> Collection:
    """Keep an article and a figure for a reader, who follows a search as well."""
    collection = Collection.objects.create(
        owner=reader, title="عودة العائلات", notes="م" * 200, sharing=Sharing.PUBLIC
    )
    keep(collection, article, note="مهم", tags="عودة، أرقام")
    keep(collection, article, figure)
    SavedSearch.objects.create(owner=reader, name="العائلات", query="q=عائلة")
    return collection


TOLD = [
    "عادت {n} عائلة إلى المرفأ القديم بعد إصلاح الأرصفة.",
    "قالت بلدية المرفأ إن أكثر من {n} عائلة عادت إلى المرفأ القديم.",
    "ارتفع عدد العائلات التي عادت إلى المرفأ القديم إلى {n} عائلة.",
    "قال سكان إن نحو {n} عائلة عادت إلى المرفأ القديم.",
    "عادت ما بين {n} و{more} عائلة إلى المرفأ القديم، بحسب سمير الحداد.",
    "قالت لجنة الإغاثة إن أقل من {n} عائلة عادت إلى المرفأ القديم.",
]


def tell_of_families() -> dict[str, Name]:
    """Store articles of eight outlets that give many numbers of one thing, some near
    each other, and three names they tell of; give these by the names of their pages."""
    stored = []
    outlets = [OutletFactory(name=f"جريدة الساحل {at}") for at in range(8)]
    for at in range(24):
        n = (12, 180, 2_400, 185, 31_000, 190)[at % 6] + 3 * (at // 6)
        article = ArticleFactory(
            title=f"عودة العائلات {at}",
            body=TOLD[at % len(TOLD)].format(n=n, more=n + 900) + "\n\n" + "نص. " * 9,
            outlet=outlets[at % 8],
            published_on=datetime.date(2014, 1 + at % 12, 1 + at % 5),
        )
        store_readings(article)
        stored.append(article)
    told = {
        "person": ("PER", "سمير الحداد"),
        "organisation": ("ORG", "بلدية المرفأ القديم"),
        "place": ("LOC", "المرفأ القديم"),
    }
    names = {}
    for page, (kind, name) in told.items():
        names[page], _new = Name.objects.get_or_create(
            kind=kind, key=words_key(name), defaults={"name": name}
        )
        Mention.objects.bulk_create(
            (
                Mention(article=article, name=names[page], places=[["body", 0, 4]])
                for article in stored
            ),
            ignore_conflicts=True,
        )
    mark_stale([name.pk for name in names.values()])
    recount()
    return names


@pytest.fixture(scope="session", autouse=True)
def static_root() -> None:
    """Make the folder of collected files: the test server warns where it is missing."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def browser(live_server: LiveServer) -> Iterator[Browser]:
    """Start Chromium and its driver from the system's packages.

    It ends before the server does, and so do the threads that answered it: one that
    outlived the server would find its database connection taken away.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Chromium or its driver is not installed")
    options = Options()
    options.binary_location = chromium
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(flag)
    options.add_argument("--hide-scrollbars")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(service=Service(driver), options=options)
    yield Browser(chrome)
    chrome.quit()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)
