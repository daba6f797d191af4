"""A small archive with an article in every state, and every address it answers at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from articles.exports.formats import ArticleFormat
from articles.models import Article, Attachment, Mention, Name, Status
from articles.models.capture import keep_bytes
from articles.models.name import PAGES, NameKind, words_key
from articles.storing.name_counts import recount
from articles.syndication.sitemaps import SITEMAPS
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

LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
STATES: dict[str, dict[str, Any]] = {
    "draft": {"status": Status.DRAFT},
    "reviewed": {"status": Status.REVIEWED},
    "scheduled": {"status": Status.REVIEWED, "publish_at": LATER},
    "published": {"status": Status.PUBLISHED},
    "withdrawn": {"status": Status.WITHDRAWN, "withdrawn_at": LATER},
}
HIDDEN = [state for state in STATES if state != "published"]
WORD = "عائلة"
"""A word that all the articles hold: a query that says nothing of its own."""


def token_of(state: str) -> str:
    """Give the letters that stand in the article of a state and nowhere else."""
    return f"zq{state}qz"


@dataclass(frozen=True)
class Archive:
    """Articles by their state, and what a reader has collected of them."""

    articles: dict[str, Article]
    shared: Collection
    owned: Collection
    owner: User


def stock() -> Archive:
    """Store an article in every state; each is told apart by its token everywhere."""
    articles = {state: _article(state, **fields) for state, fields in STATES.items()}
    for day in range(1, 4):  # a chart wants days to draw
        article = ArticleFactory(published_on=datetime.date(2014, 8, day))
        _count(article, token_of("published"))
    owner = User.objects.create_user("keeper")
    shared, owned = (
        Collection.objects.create(owner=owner, title=title, sharing=sharing)
        for title, sharing in (("للجميع", Sharing.PUBLIC), ("لي", Sharing.PRIVATE))
    )
    for article in articles.values():
        keep(shared, article)
        keep(owned, article)
    recount()
    outbox.enqueue(article.pk for article in articles.values())
    outbox.drain()
    return Archive(articles, shared, owned, owner)


def _article(state: str, **fields: Any) -> Article:
    token = token_of(state)
    article = ArticleFactory(
        title=f"أكثر من 180 عائلة {token}",
        body=f"قالت {token} إن أكثر من 180 عائلة عادت إلى المرفأ {token}.",
        outlet=OutletFactory(name=f"مصدر {token}"),
        section=SectionFactory(name=f"قسم {token}"),
        author=AuthorFactory(name=f"كاتب {token}"),
        byline=token,
        dateline_place=token,
        agency=token,
        url=f"https://marfa.example/{token}",
        removed=[{"start": 0, "end": 5, "reason": "signature", "text": token}],
        **fields,
    )
    _count(article, token)
    for n in (1, 2):
        CaptureFactory(
            article=article,
            data=f"نص {token} {n}".encode(),
            source=f"{token}.txt",
            url=f"https://marfa.example/{token}",
            captured_at=datetime.datetime(2014, 8, n, tzinfo=datetime.UTC),
        )
    data = b"%PDF-1.4 " + token.encode()
    Attachment.objects.create(
        article=article,
        sha256=keep_bytes(data),
        size=len(data),
        name=f"{token}.pdf",
        media_type="application/pdf",
    )
    for kind in NameKind.values:
        name = f"{kind.lower()} {token}"
        row = Name.objects.create(kind=kind, name=name, key=words_key(name))
        Mention.objects.create(article=article, name=row, places=[["body", 5, 8]])
    return article


def _count(article: Article, token: str) -> None:
    told = {"noun": token, "noun_key": token, "claimant": token}
    figure_of(article, "180", phrase="أكثر من 180 عائلة عادت", value=180, **told)


# -- Addresses ------------------------------------------------------------------------

FORMATS = tuple(ArticleFormat)
QUESTION = urlencode({"q": WORD})
TWO_SIDES = urlencode({"a_q": WORD, "b_q": "المرفأ", "a-q": WORD, "b-q": "المرفأ"})
QUESTIONS = {
    "articles:export": [urlencode({"year": 2014})],
    "search:search": [QUESTION, "sort=newest&since=2014-01-01", "reprints=fold&q=180"],
    "search:figures": ["min=1", urlencode({"noun": WORD}), "sort=value"],
    "search:keyness": [TWO_SIDES],
    "search:keyness_csv": [TWO_SIDES],
    "search:compare_claims": ["a=1&b=2"],
}
"""Questions asked at addresses that answer without one too."""
BY_NUMBER = ("search:figures", "search:noun", "search:chart", "articles:export")
"""Where names are asked for by their number, which anybody can count up."""


def patterns(
    resolver: URLResolver | None = None, spaces: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Give every pattern of the site but the desk's, with its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{spaces}{entry.namespace}:" if entry.namespace else spaces
            if entry.namespace != "admin":
                yield from patterns(entry, space)
        elif entry.name:
            yield spaces + entry.name, entry


def addresses(archive: Archive, state: str) -> Iterator[tuple[str, str]]:
    """Give every public address, as (name, address), as far as it can be told from
    the article of ``state``: in both languages, with and without a question."""
    known = _arguments(archive, state)
    article = archive.articles[state]
    by_number = [
        f"name={one.name_id}&id={article.pk}" for one in article.mentions.all()
    ]
    for name, pattern in patterns():
        wanted = set(pattern.pattern.converters) or set(
            getattr(pattern.pattern, "regex").groupindex  # noqa: B009
        )
        named = by_number if name in BY_NUMBER else []
        for arguments in known.get(name, [{}]):
            given = {key: arguments[key] for key in wanted - {"sitemaps"}}
            for language in ("ar", "en"):
                with override(language):
                    address = reverse(name, kwargs=given)
                yield name, address
                for question in QUESTIONS.get(name, [QUESTION]) + named:
                    yield name, f"{address}?{question}"


def _arguments(archive: Archive, state: str) -> dict[str, list[dict[str, Any]]]:
    """What stands in the address of each pattern that takes anything."""
    article = archive.articles[state]
    first, second = article.captures.order_by("pk")
    figure = article.figures.get()
    day = {"year": 2014, "month": 8, "day": 5}
    own = {
        "pk": article.pk,
        "other": archive.articles["published"].pk,
        "address": figure.get_absolute_url().rstrip("/").rpartition("/")[2],
        "capture": first.pk,
        "sha256": article.attachments.get().sha256,
        "article": article.pk,
        "url": first.url,
        "noun": token_of(state),
        "token": archive.shared.token,
        "rest": "nowhere",
    }
    formats = [own | {"form": form} for form in FORMATS]
    pages: dict[str, list[dict[str, Any]]] = {
        f"articles:{name}": [own | day | {"slug": slug}]
        for heading, slug in (
            ("outlet", article.outlet.slug),
            ("section", article.section.slug),
            ("author", article.author.slug),
        )
        for name in (heading, f"{heading}_feed", f"{heading}_year", f"{heading}_month")
    }
    for mention in article.mentions.all():
        page = f"articles:{PAGES[mention.name.kind]}"
        pages[page] = pages[f"{page}_feed"] = [{"slug": mention.name.slug}]
    pages |= {
        name: [own | day]
        for name, _pattern in patterns()
        if name not in pages
        and not name.endswith(("export_file", "timemap", "web_at", "sitemap_part"))
    }
    return pages | {
        "articles:original": [{"sha256": one.sha256} for one in (first, second)],
        "articles:export_file": formats,
        "search:export_file": formats,
        "search:figures_file": [{"ending": form} for form in FORMATS],
        "articles:timemap": [own | {"form": form} for form in ("link", "json")],
        "articles:web_at": [own | {"stamp": "20140801000000"}],
        "articles:sitemap_part": [{"section": part} for part in SITEMAPS],
        "search:collection": [{"pk": archive.owned.pk}],
        "search:collection_file": [one | {"pk": archive.owned.pk} for one in formats],
        "search:shared_file": formats,
        "search:delete_collection": [{"pk": archive.owned.pk}],
        "search:change_item": [{"pk": archive.owned.items.get(article=article).pk}],
    }


def plain(token: str) -> bytes:
    """Give a token as it stands in pages and in addresses alike."""
    return quote(token).encode()
