"""What a reader chooses for eyes and hands: colours, digits, keys; kept in cookies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.presentation.digits import Digits

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CHOICES: dict[str, dict[str, StrOrPromise]] = {
    "theme": {"auto": _("كالجهاز"), "light": _("فاتح"), "dark": _("داكن")},
    "digits": {"latn": "123", "arab": "\u0661\u0662\u0663"},
    "keys": {"on": _("مفعّلة"), "off": _("معطّلة")},
}
"""The cookies and their values; the first of each is what no cookie means."""

_A_YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest, name: str) -> str:
    """Give the reader's choice, the usual one where a cookie says nothing known."""
    values = CHOICES[name]
    value = request.COOKIES.get(name, "")
    return value if value in values else next(iter(values))


def chosen_digits(request: HttpRequest) -> Digits:
    """Give the digits the reader wants to see."""
    return cast(Digits, chosen(request, "digits"))


# No token: it would take a cookie of every visitor, and all a forged request could do
# is to change colours.
@csrf_exempt
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen and lead back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    for name, values in CHOICES.items():
        value = request.POST.get(name, "")
        if value in values:
            response.set_cookie(
                name,
                value,
                max_age=_A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
    return response
