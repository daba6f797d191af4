"""The app that keeps, edits and shows one article."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Registers the roles of editors once the tables are there."""

    name = "articles"
    verbose_name = _("الأرشيف")

    def ready(self) -> None:
        """Make the editors' groups after every migration; follow deleted articles."""
        from articles.changes import batch_finished
        from articles.models import Article
        from articles.outlets.learned_lines import learn_noted
        from articles.reprints.clustering import leave, recluster_left
        from articles.roles import make_groups
        from articles.storing.name_counts import note_article, recount

        post_migrate.connect(make_groups, sender=self)
        post_save.connect(note_article, sender=Article)
        pre_delete.connect(note_article, sender=Article)
        batch_finished.connect(recount)
        batch_finished.connect(learn_noted)
        pre_delete.connect(leave, sender=Article)
        post_delete.connect(recluster_left, sender=Article)
