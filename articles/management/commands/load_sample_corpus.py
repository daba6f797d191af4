"""Fills an empty archive with the invented sample articles."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

SAMPLES = Path(settings.BASE_DIR) / "tests" / "samples" / "raw"


class Command(BaseCommand):
    """``manage.py load_sample_corpus``: loading it twice changes nothing."""

    help = "يحمّل مقالات النماذج المختلقة."

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the samples in as any other folder of texts."""
        call_command("ingest", str(SAMPLES), stdout=self.stdout)
