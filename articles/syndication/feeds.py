"""The newest articles of the archive and of each heading, as Atom."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from articles.models import Article, Author, Name, Outlet, Section
from articles.models.catalogue import Heading
from articles.presentation.calendar import printed_date
from articles.querysets import ArticleQuerySet

LENGTH = 30
_NOT_IN_XML = dict.fromkeys(
    code
    for codes in (range(9), (11, 12), range(14, 32), range(0xD800, 0xE000))
    for code in codes
) | dict.fromkeys((0xFFFE, 0xFFFF))


def xml_text(text: str) -> str:
    """Drop what XML 1.0 can't carry: control characters and halves of characters."""
    return text.translate(_NOT_IN_XML)


class LatestFeed(Feed):
    """What came into the archive last, in the order it came."""

    feed_type = Atom1Feed
    language = "ar"

    def title(self, obj: Any) -> str:
        """Name the feed."""
        return _(settings.SITE_NAME)

    def subtitle(self, obj: Any) -> str:
        """Say what is in it."""
        return _("أحدث ما دخل الأرشيف")

    def link(self, obj: Any) -> str:
        """Address the page beside the feed."""
        return reverse("articles:home")

    def items(self, obj: Any) -> list[Article]:
        """Give the newest articles of the archive, or of ``obj``."""
        articles = self.articles(obj).for_lists().with_leads()
        return list(articles.order_by("-id")[:LENGTH])

    def articles(self, obj: Any) -> ArticleQuerySet:
        """Give the articles to choose from."""
        return Article.objects.public()

    def item_guid(self, item: Article) -> str:
        """Name the article once for all: in any language, under any protocol."""
        host = urlsplit(settings.SITE_URL).hostname or "localhost"
        return f"tag:{host},2026:articles/{item.pk}"

    def item_title(self, item: Article) -> str:
        """Give the title as it stands."""
        return xml_text(item.title)

    def item_description(self, item: Article) -> str:
        """Give the printed date and the opening of the text."""
        when = printed_date(
            item.published_on, item.published_time, item.published_precision
        )
        lead: str = item.lead  # type: ignore[attr-defined]  # of with_leads()
        return xml_text("\n\n".join(filter(None, (when, lead))))

    def item_author_name(self, item: Article) -> str | None:
        """Name who signed it, or else the outlet."""
        signed = item.author or item.outlet
        return xml_text(signed.name) if signed else None

    def item_categories(self, item: Article) -> list[str]:
        """Name the section."""
        return [xml_text(item.section.name)] if item.section else []

    def item_pubdate(self, item: Article) -> datetime | None:
        """Say when the outlet published it, where the day is known."""
        if item.published_on is None or item.published_precision in ("year", "month"):
            return None
        clock = item.published_time or time()
        return datetime.combine(item.published_on, clock, UTC)

    def item_updateddate(self, item: Article) -> datetime:
        """Say when the archive last changed it."""
        return item.updated_at


class HeadingFeed(LatestFeed):
    """What came in last under one outlet, section or author."""

    heading = "outlet"
    model: type[Heading] = Outlet

    def get_object(self, request: HttpRequest, slug: str) -> Heading:
        """Find the heading of the address."""
        public = Article.objects.public().values(self.heading)
        found: Heading = get_object_or_404(self.model, slug=slug, pk__in=public)
        return found

    def title(self, obj: Any) -> str:
        """Name the heading and the archive."""
        return xml_text(f"{obj} — {_(settings.SITE_NAME)}")

    def link(self, obj: Any) -> str:
        """Address the page of the heading."""
        return str(obj.get_absolute_url())

    def articles(self, obj: Any) -> ArticleQuerySet:
        """Give the articles under the heading."""
        return Article.objects.public().filter(**{self.heading: obj})


class OutletFeed(HeadingFeed):
    """What came in last of one outlet."""


class SectionFeed(HeadingFeed):
    """What came in last in one section."""

    heading = "section"
    model = Section


class AuthorFeed(HeadingFeed):
    """What came in last signed by one author."""

    heading = "author"
    model = Author


class NameFeed(LatestFeed):
    """What came in last that mentions a person, an organisation or a place.

    A variant has the feed of the name it was merged into.
    """

    def get_object(self, request: HttpRequest, kind: str, slug: str) -> Name:
        """Find the name of the address, if readers may meet it."""
        found = Name.objects.at(kind, slug)
        name = found and (found.merged_into or found)
        if name is None or not Article.objects.naming(name.bearers()).exists():
            raise Http404
        return name

    def title(self, obj: Any) -> str:
        """Name who or what is mentioned, and the archive."""
        return xml_text(f"{obj} — {_(settings.SITE_NAME)}")

    def link(self, obj: Any) -> str:
        """Address the name's page."""
        return str(obj.get_absolute_url())

    def articles(self, obj: Any) -> ArticleQuerySet:
        """Give the articles that mention the name."""
        return Article.objects.naming(obj.bearers())
