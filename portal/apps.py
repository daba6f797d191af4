"""The site as a whole: commands that set it up and serve it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Commands of the whole site."""

    name = "portal"
    verbose_name = _("الموقع")
