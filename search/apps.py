"""The app that asks questions across many articles."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search, and what keeps its index true."""

    name = "search"
    verbose_name = _("البحث")

    def ready(self) -> None:
        """Register the checks, the editors' rights, and what articles ask of search."""
        from articles.presentation import around, hits
        from search import checks, kept  # noqa: F401
        from search.questions.in_article import hits_in
        from search.questions.similar import similar_articles
        from search.roles import make_search_groups

        hits.register(hits_in)
        around.register(similar_articles)
        kept.watch()
        post_migrate.connect(make_search_groups, sender=self)
