"""Who asks the API, and how often they may: by token, or by address for visitors."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from articles.senders import sender
from search.models import ApiToken

WINDOW = 60
"""Seconds in which questions are counted."""


class UnknownToken(ValueError):  # noqa: N818  (what it says of the request)
    """The token is not known, or it was withdrawn."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many questions a minute, how many are left, in how many seconds it ends."""

    limit: int
    left: int
    ends: int

    @property
    def is_used_up(self) -> bool:
        """Tell whether this question is one too many."""
        return self.left < 0


def new_secret() -> str:
    """Make the secret of a token: 256 random bits under a name scanners know."""
    return f"archive_{secrets.token_urlsafe(32)}"


def digest_of(secret: str) -> str:
    """Give what is kept of a secret; it is random, so a plain hash can't be guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(request: HttpRequest) -> ApiToken | None:
    """Find the token of a request, None for none; raise ``UnknownToken``."""
    said = request.headers.get("Authorization", "")
    if not said:
        return None
    kind, _space, secret = said.partition(" ")
    found = ApiToken.objects.filter(
        digest=digest_of(secret.strip()), active=True, owner__is_active=True
    ).first()
    if kind.lower() != "bearer" or found is None:
        raise UnknownToken
    today = timezone.localdate()
    if found.last_used != today:
        ApiToken.objects.filter(pk=found.pk).update(last_used=today)
    return found


def allowance(request: HttpRequest, token: ApiToken | None) -> Allowance:
    """Count a question and tell what is left; memory forgets after the minute."""
    limit = settings.API_RATE_TOKEN if token else settings.API_RATE_ANONYMOUS
    who = f"token {token.pk}" if token else address_of(request)
    now = int(time.time())
    key = f"api-rate:{hashlib.sha256(who.encode()).hexdigest()[:32]}:{now // WINDOW}"
    cache.add(key, 0, WINDOW + 1)
    try:
        asked = cache.incr(key)
    except ValueError:  # the cache dropped it in between
        asked = 1
    return Allowance(limit, limit - asked, WINDOW - now % WINDOW)


def address_of(request: HttpRequest) -> str:
    """Give what a visitor is counted by, behind as many proxies as the settings
    trust."""
    proxies = settings.AXES_IPWARE_PROXY_COUNT
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    trusted = proxies and len(hops) >= proxies
    told = hops[-proxies].strip() if trusted else request.META.get("REMOTE_ADDR", "")
    return sender(str(told))
