"""Readers report figures: without an account, without a cookie, within limits."""

from __future__ import annotations

import hmac
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core import signing
from django.utils import timezone

from articles.corpus.anchors import context_of
from articles.editing.figure_verdicts import text_of
from articles.models import Figure, FigureReport, ReportState
from articles.senders import sender

AN_HOUR = 5
"""Reports one address may send in an hour."""

MOST_OPEN = 5_000
"""With so many waiting nobody could read more: none is taken in."""

TOKEN_AGE = 24 * 3600
_SALT = "articles.reports"


def make_token(figure: Figure) -> str:
    """Sign a form for one figure: a POST without it comes from another page."""
    return signing.dumps([figure.article_id, figure.address], salt=_SALT)


def token_is_ours(token: str, figure: Figure) -> bool:
    """Tell whether a form was made for this figure within the last day."""
    try:
        told = signing.loads(token, salt=_SALT, max_age=TOKEN_AGE)
    except signing.BadSignature:
        return False
    return bool(told == [figure.article_id, figure.address])


def sender_of(address: str) -> str:
    """Give what an address is counted by today; it can't be turned back into it."""
    told = f"{_SALT}|{timezone.now():%Y-%m-%d}|{sender(address)}"
    return hmac.new(settings.SECRET_KEY.encode(), told.encode(), sha256).hexdigest()[
        :32
    ]


class TooManyError(Exception):
    """Raised where a sender, or everyone together, has sent too much."""


def take_in(figure: Figure, fault: str, message: str, sender: str) -> FigureReport:
    """Keep a report for the editors; raise ``TooManyError`` beyond the limits."""
    since = timezone.now() - timedelta(hours=1)
    lately = FigureReport.objects.filter(sender=sender, sent_at__gte=since)
    waiting = FigureReport.objects.filter(state=ReportState.OPEN)
    if lately.count() >= AN_HOUR or waiting.count() >= MOST_OPEN:
        raise TooManyError
    before, after = context_of(
        text_of(figure.article, figure.part), figure.start, figure.end
    )
    return FigureReport.objects.create(
        article=figure.article,
        part=figure.part,
        start=figure.start,
        quote=figure.quote,
        before=before,
        after=after,
        fault=fault,
        message=message,
        sender=sender,
    )
