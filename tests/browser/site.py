"""A small archive with every state a page can be in, and its pages by name."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Article, Figure, Mention, Name, Status
from articles.models.name import words_key
from articles.storing.extraction import store_readings
from articles.storing.name_counts import mark_stale, recount
from search.collections.keeping import keep
from search.collections.models import Collection, Sharing
from search.indexing import outbox
from search.saved.models import SavedSearch
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    CaptureFactory,
    OutletFactory,
    figure_of,
)

Pages = dict[str, str]
"""Addresses of pages by the names the tests call them."""


@dataclass(frozen=True, slots=True)
class Site:
    """An archive that is served at ``address``.

    ``own`` are the pages that only ``reader`` is shown.
    """

    address: str
    pages: Pages
    own: Pages
    reader: User

    def page(self, name: str, language: str = "ar") -> str:
        """Give the whole address of a page."""
        path = self.pages.get(name) or self.own[name]
        return self.address + ("/en" if language == "en" else "") + path


def stocked_site(address: str) -> Site:
    """Store articles with all there is to show, with very long names, with nothing."""
    with transaction.atomic():  # with their figures, as those that are brought in
        full, figure = full_article()
        other_articles(full)
        withdrawn = ArticleFactory(status=Status.WITHDRAWN)
        names = tell_of_families()
    outbox.drain()
    reader = User.objects.create_user("reader", email="reader@example.org")
    collection = collection_of(reader, full, figure)
    pages = {
        **pages_of_article(full, figure),
        "withdrawn": withdrawn.get_absolute_url(),
        "shared": collection.shared_url,
        **{kind: name.get_absolute_url() for kind, name in names.items()},
        **pages_of_headings(full),
        **BROWSING,
        **SEARCHING,
        **CLAIMS,
        **PLAIN,
    }
    return Site(address, pages, own_pages(full, collection), reader)


# -- What is stored -------------------------------------------------------------------


def full_article() -> tuple[Article, Figure]:
    """Store an article that has everything, two captures and a figure among it."""
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
    return full, figure


def other_articles(full: Article) -> None:
    """Store what is too long, what says nothing, a year of news and a full list."""
    ArticleFactory(title="س" * 300, outlet__name="ع" * 120, section__name="ق" * 120)
    ArticleFactory(title="", outlet=None, section=None, published_on=None)
    for month in range(1, 13):
        ArticleFactory(published_on=datetime.date(2003 + month, month, 9))
    ArticleFactory.create_batch(20, outlet=full.outlet, section=full.section)


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


# -- Pages by name --------------------------------------------------------------------


def asked(address: str, **question: str | int) -> str:
    """Give an address with a question, as a browser sends it."""
    return f"{address}?{urlencode(question)}"


def pages_of_article(article: Article, figure: Figure) -> Pages:
    """Give what is shown of one article."""
    address, one = article.get_absolute_url(), figure.get_absolute_url()
    return {
        "article": address,
        "text": asked(address, view="text"),
        "hits": asked(address, q="عائلة"),
        "captures": f"{address}captures/",
        "compare": f"{address}captures/compare/",
        "capture": f"{address}captures/{article.captures.all()[0].pk}/",
        "changes": f"{address}changes/",
        "figure": one,
        "report": f"{one}report/",
    }


def pages_of_headings(article: Article) -> Pages:
    """Give the pages of an article's outlet, section and author."""
    assert article.outlet
    assert article.section
    assert article.author
    outlet = article.outlet.get_absolute_url()
    return {
        "outlet": outlet,
        "outlet_year": f"{outlet}2014/",
        "section": article.section.get_absolute_url(),
        "author": article.author.get_absolute_url(),
    }


def own_pages(article: Article, collection: Collection) -> Pages:
    """Give what only the reader is shown, and pages that look other for a reader."""
    return {
        "own_collections": "/collections/",
        "collection": collection.get_absolute_url(),
        "keep": f"{article.get_absolute_url()}keep/",
        "saved": "/saved/",
        "own_search": asked("/search/", q="عائلة"),
        "own_article": article.get_absolute_url(),
    }


BROWSING: Pages = {
    "home": "/",
    "browse": "/browse/",
    "latest": "/browse/latest/",
    "on_day": "/browse/day/8/5/",
    "year": "/browse/2014/",
    "month": "/browse/2014/8/",
    "day": "/browse/2014/8/5/",
    "undated": "/browse/undated/",
    "unknown_outlet": "/browse/unknown-outlet/",
    "outlets": "/outlets/",
    "outlet_months": asked("/browse/outlets/", year=2014),
    "sections": "/sections/",
    "authors": "/authors/",
    "people": "/people/",
    "organisations": "/organisations/",
    "places": "/places/",
}

SEARCHING: Pages = {
    "ask": "/search/",
    "search": asked("/search/", q="عائلة"),
    "nothing": asked("/search/", q="غرنوق"),
    "advanced": "/search/advanced/",
    "help": "/search/help/",
    "concordance": asked("/search/concordance/", q="عائلة"),
    "export_search": asked("/search/export/", q="عائلة"),
    "trends": f"{asked('/trends/', q='عائلة')}&{urlencode({'q': 'المرفأ'})}",
    "trends_split": asked(
        "/trends/", q="عائلة", by="outlet", grain="year", measure="share"
    ),
    "trends_ask": "/trends/",
    "collocates": asked("/collocates/", q="المرفأ", least=1),
    "keyness": asked("/keyness/", a_since="2014-08-01", b_until="2014-07-31"),
}

CLAIMS: Pages = {
    "figures": "/figures/",
    "figures_asked": asked("/figures/", noun="عائلة", min=20, modifier="more_than"),
    "no_figures": asked("/figures/", noun="غرنوق"),
    "noun": "/figures/عائلة/",
    "noun_by_claimant": asked("/figures/عائلة/", by="claimant"),
    "claims": asked("/figures/compare/", noun="عائلة"),
}

PLAIN: Pages = {
    "about": "/about/",
    "method": "/method/figures/",
    "search_method": "/method/search/",
    "words_method": "/method/words/",
    "claims_method": "/method/claims/",
    "keyboard": "/keyboard/",
    "export": "/export/",
    "api": "/api/",
    "collections": "/collections/",
    "sign_in": "/sign-in/",
    "missing": "/nowhere/",
}
