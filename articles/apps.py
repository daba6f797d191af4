"""The app that keeps, edits and shows one article."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Registers the roles of editors once the tables are there."""

    name = "articles"
    verbose_name = _("الأرشيف")

    def ready(self) -> None:
        """Make the editors' groups after every migration."""
        from articles.roles import make_groups

        post_migrate.connect(make_groups, sender=self)
