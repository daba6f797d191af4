"""Rows for tests, invented: ``ArticleFactory(title="…")`` makes a public article."""

from __future__ import annotations

import datetime
from typing import Any

import factory
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from articles.corpus.arabic import strip_marks
from articles.models import Article, Author, Capture, Figure, Outlet, Section, Status
from articles.models.capture import keep_bytes

BODY = (
    "قالت بلدية المرفأ إن أكثر من 180 عائلة عادت إلى بيوتها منذ مطلع العام.\n\n"
    "وأضافت في بيان أن كلفة ترميم السوق القديم بلغت نحو 2,6 مليون دولار."
)


def slug_of(heading: Any) -> str:
    """Give the slug that is made of a name nobody else has, without asking."""
    return slugify(strip_marks(heading.name), allow_unicode=True)[:130]


class OutletFactory(DjangoModelFactory[Outlet]):
    """صحيفة المنار رقم 1, 2, 3 …"""

    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"صحيفة المرفأ {n + 1}")
    slug = factory.LazyAttribute(slug_of)


class SectionFactory(DjangoModelFactory[Section]):
    """A section of a newspaper."""

    class Meta:
        model = Section

    name = factory.Sequence(lambda n: f"قسم {n + 1}")
    slug = factory.LazyAttribute(slug_of)


class AuthorFactory(DjangoModelFactory[Author]):
    """Who signed an article."""

    class Meta:
        model = Author

    name = factory.Sequence(lambda n: f"كاتب {n + 1}")
    slug = factory.LazyAttribute(slug_of)


class ArticleFactory(DjangoModelFactory[Article]):
    """A public article with outlet, section and a day of publication."""

    class Meta:
        model = Article

    title = factory.Sequence(lambda n: f"عودة العائلات إلى المرفأ القديم {n + 1}")
    body = BODY
    outlet = factory.SubFactory(OutletFactory)
    section = factory.SubFactory(SectionFactory)
    published_on = datetime.date(2014, 8, 5)
    published_precision = "day"
    status = Status.PUBLISHED
    word_count = factory.LazyAttribute(lambda article: len(article.body.split()))


class CaptureFactory(DjangoModelFactory[Capture]):
    """Bytes in the store and their row: ``CaptureFactory(data=b"…")``."""

    class Meta:
        model = Capture

    class Params:
        data = factory.Sequence(lambda n: f"نص خام {n}".encode())

    article = factory.SubFactory(ArticleFactory)
    sha256 = factory.LazyAttribute(lambda capture: keep_bytes(capture.data))
    size = factory.LazyAttribute(lambda capture: len(capture.data))
    charset = "utf-8"
    source = "report.txt"


def figure_of(article: Article, quote: str, **fields: Any) -> Figure:
    """Store the figure whose words ``quote`` stand in the article's body, or title.

    ``phrase="أكثر من 180 عائلة"`` names the words around it.
    """
    part = "body" if quote in article.body else "title"
    text = getattr(article, part)
    phrase = fields.pop("phrase", quote)
    start = text.index(phrase) + phrase.index(quote)
    fields = {
        "kind": "count",
        "rank": article.figures.count(),
        "part": part,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "phrase_start": text.index(phrase),
        "phrase_end": text.index(phrase) + len(phrase),
    } | fields
    return Figure.objects.create(article=article, **fields)


class FigureFactory(DjangoModelFactory[Figure]):
    """The figure 180 of the usual article."""

    class Meta:
        model = Figure

    article = factory.SubFactory(ArticleFactory)
    quote = "180"
    start = factory.LazyAttribute(
        lambda figure: figure.article.body.index(figure.quote)
    )
    end = factory.LazyAttribute(lambda figure: figure.start + len(figure.quote))
    phrase_start = factory.SelfAttribute("start")
    phrase_end = factory.SelfAttribute("end")
    kind = "count"
    value = 180
