"""Every address of the archive."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy
from django.views.generic import RedirectView

from portal.health import healthz
from portal.preferences import choose
from portal.readiness import readyz

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = gettext_lazy("مكتب التحرير")

# Browsers ask for it beside whatever has no page of its own: files, feeds, answers.
icon = RedirectView.as_view(url=lazy(static, str)("icon.svg"), permanent=True)

urlpatterns = [
    path("favicon.ico", icon),
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("search.api.urls")),
    path("readyz", readyz, name="readyz"),
    path("preferences/", choose, name="preferences"),
    path(settings.ADMIN_PATH, admin.site.urls),
    *i18n_patterns(
        path("", include("search.urls")),
        path("", include("articles.urls")),
        prefix_default_language=False,
    ),
]

if settings.METRICS:
    from portal.metrics import metrics

    urlpatterns.insert(0, path("metrics", metrics, name="metrics"))
