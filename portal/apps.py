"""The site as a whole: commands that set it up and serve it."""

from axes.apps import AppConfig as AxesConfig
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Commands of the whole site."""

    name = "portal"
    verbose_name = _("الموقع")


class SignInConfig(AxesConfig):  # type: ignore[misc]
    """The guard against guessed passwords, under a name editors can read."""

    verbose_name = _("محاولات الدخول")
