"""Makes a folder into a living archive; started again, it changes nothing."""

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article


class Command(BaseCommand):
    """``manage.py setup_archive``: migrate, sample archive, admin user, index."""

    help = "يهيئ الأرشيف: الجداول، والنماذج إن كان فارغا، وحساب المدير، والفهرس."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is still missing."""
        call_command("migrate", verbosity=0)
        if not Article.objects.exists():
            call_command("load_sample_corpus", stdout=self.stdout)
        call_command("reindex", if_needed=True, stdout=self.stdout)
        self._make_admin()

    def _make_admin(self) -> None:
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser("admin", password=password)
        self.stdout.write(f"حساب المدير: admin — كلمة السر: {password}")
        self.stdout.write("تُعرض كلمة السر هذه المرة فقط؛ احفظها.")
