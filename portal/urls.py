"""Every address of the archive."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from portal.health import healthz
from portal.preferences import choose
from portal.readiness import readyz

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

admin.site.site_header = admin.site.site_title = settings.SITE_NAME

urlpatterns = [
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
