"""The archive's own error pages: honest, in Arabic, with a way on."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TITLES = {
    400: gettext_lazy("طلب غير مفهوم"),
    403: gettext_lazy("غير مسموح"),
    404: gettext_lazy("الصفحة غير موجودة"),
    413: gettext_lazy("الطلب كبير جدا"),
    500: gettext_lazy("حدث خطأ في الأرشيف"),
    503: gettext_lazy("الأرشيف غير متاح الآن"),
}
_OURS = gettext_lazy("وقع خلل سُجّل لدينا. حاول مرة أخرى بعد قليل.")
RETRY_SECONDS = 10


def error_page(request: HttpRequest, status: int, why: str) -> HttpResponse:
    """Render the page of ``status`` with one sentence on why and what to do.

    The template gets no context processor: those ask for the host, the session and the
    database, each of which may be what is wrong.
    """
    context = {
        "status": status,
        "title": TITLES[status],
        "why": why,
        "request": request,
        "site_name": _(settings.SITE_NAME),
        "site_url": settings.SITE_URL,
    }
    return HttpResponse(render_to_string("error.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400 without repeating what was sent."""
    return error_page(request, 400, _("لم يفهم الأرشيف هذا الطلب."))


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return error_page(request, 403, _("هذه الصفحة للمحررين المخولين."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 where the form's token is missing or stale."""
    return error_page(
        request, 403, _("انتهت صلاحية هذا النموذج. أعد فتح الصفحة ثم حاول مرة أخرى.")
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404, the same for what never was and for what is not public."""
    return error_page(
        request, 404, _("لا شيء في هذا العنوان. قد يفيدك البحث أو التصفح بالتاريخ.")
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 where what failed is away and may soon be back; nothing of
    the fault is shown."""
    if is_away(sys.exception()):
        return away(request)
    return error_page(request, 500, str(_OURS))


def is_away(fault: BaseException | None) -> bool:
    """Tell whether a fault is of the database, the disk or the store of files, and not
    of the program: it passes, and whoever asks again is served."""
    return isinstance(fault, OperationalError | InterfaceError | OSError)


def away(request: HttpRequest) -> HttpResponse:
    """Answer 503 and say when to ask again."""
    response = error_page(request, 503, str(_OURS))
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
