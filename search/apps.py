"""The app that asks questions across many articles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search, and what keeps its index true."""

    name = "search"
    verbose_name = _("البحث")

    def ready(self) -> None:
        """Register the checks of the index, and who marks hits in articles."""
        from articles.presentation import hits
        from search import checks  # noqa: F401
        from search.questions.in_article import hits_in

        hits.register(hits_in)
