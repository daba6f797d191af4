"""The parts of an article that words are quoted from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """Where in the article words stand."""

    TITLE = "title", _("العنوان")
    BODY = "body", _("النص")
