"""What of an article is indexed (Haystack looks for this module by its name)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from haystack import indexes

from articles.models import Article
from search.indexing.digests import entry_digest

_LEFT_OUT = ("segments", "removed", "corrected")


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):  # type: ignore[misc]
    """Published articles: their words, and by number what they are filtered by.

    ``published`` counts minutes of the printed date from year 1, 0 where there is none.
    ``digest`` tells whether the entry is that of the article as it stands.
    """

    text = indexes.CharField(document=True, model_attr="body")
    title = indexes.CharField(model_attr="title")
    outlet = indexes.IntegerField(model_attr="outlet_id", default=0)
    section = indexes.IntegerField(model_attr="section_id", default=0)
    author = indexes.IntegerField(model_attr="author_id", default=0)
    published = indexes.IntegerField()
    digest = indexes.IntegerField()

    def get_model(self) -> type[Article]:
        """Name the model of the index."""
        return Article

    def index_queryset(self, using: str | None = None) -> QuerySet[Article]:
        """Give what readers may see: nothing else ever enters an index."""
        return Article.objects.public().defer(*_LEFT_OUT)

    def among(self, ids: Iterable[int]) -> QuerySet[Article]:
        """Give those of a few articles that readers may see."""
        return Article.objects.public_among(ids).defer(*_LEFT_OUT)

    def should_update(self, instance: Any, **kwargs: Any) -> bool:
        """Keep what is not published out, whoever asks."""
        return bool(instance.is_public)

    def prepare_published(self, article: Article) -> int:
        """Write the printed date as minutes."""
        if article.published_on is None:
            return 0
        time = article.published_time
        minutes = time.hour * 60 + time.minute if time else 0
        return article.published_on.toordinal() * 1440 + minutes

    def prepare_digest(self, article: Article) -> int:
        """Sum up what the entry is made of."""
        return entry_digest(article)
