"""Letters to readers about what is new of the searches they saved.

Nothing is sent twice. That a letter goes out is written down, and committed, before it
is handed to the mail server: a process killed between the two has lost that letter, and
its articles are still in the search and its feed. A letter that the server refuses is
taken as not sent: its articles are told in the next one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core import mail, signing
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.models import Article
from articles.presentation.calendar import printed_date
from articles.presentation.counts import counted
from search.engine import archive_backend
from search.questions.newest import MOST_LOOKED_AT, matches_among
from search.saved.models import Arrival, Frequency, SavedSearch

logger = logging.getLogger(__name__)

MOST_TOLD = 20
"""So many articles stand in a letter; the rest are counted."""

PUT_BACK_WITHIN = timedelta(days=30)
"""A deleted search is forgotten after this time."""

_SALT = "search.letters.unsubscribe"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: searches that were looked at, letters that were sent."""

    looked: int = 0
    sent: int = 0


def send_due(most: int | None = None) -> Round:
    """Write to the owners of ``most`` searches that are due; empty letters stay home.

    Several processes may do it at once. Without a usable index, an address of the site
    or a mail server nothing is decided, and all is due still. Raises OSError or
    SMTPException where the mail server can't be reached.
    """
    now = timezone.now()
    SavedSearch.objects.filter(removed_at__lt=now - PUT_BACK_WITHIN).delete()
    due = list(SavedSearch.objects.due(now)[:most])
    if not (due and can_send() and archive_backend().health().usable):
        return Round()
    last = Arrival.note_new()
    with mail.get_connection() as post, translation.override("ar"):
        sent = sum(_tell(saved, last, now, post) for saved in due)
    return Round(len(due), sent)


def can_send() -> bool:
    """Tell whether letters can go out, and lead back to the archive."""
    return bool(settings.DIGESTS and settings.SITE_URL)


def unsubscribe_token(saved: SavedSearch) -> str:
    """Sign what lets the reader of a letter end the letters without signing in."""
    return signing.dumps(saved.pk, salt=_SALT)


def of_token(token: str) -> SavedSearch | None:
    """Give the saved search of an unsubscribe address, None for any other address."""
    try:
        pk = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return SavedSearch.objects.filter(pk=pk).first()


def unsubscribe(saved: SavedSearch) -> None:
    """End the letters about a search; its feed stays."""
    SavedSearch.objects.filter(pk=saved.pk).update(frequency=Frequency.NONE)


def _tell(saved: SavedSearch, last: int, now: datetime, post: BaseEmailBackend) -> bool:
    new = _new_articles(saved, last)
    letter = _letter(saved, new, post) if new else None
    claimed = SavedSearch.objects.filter(
        pk=saved.pk,
        last_seen=saved.last_seen,
        looked_at=saved.looked_at,
        frequency=saved.frequency,
        active=True,
        removed_at=None,
    ).update(last_seen=last, looked_at=now)
    if not (claimed and letter):
        return False
    try:
        letter.send()
    except (SMTPResponseException, SMTPRecipientsRefused):
        logger.exception("a letter was refused; its articles wait for the next one")
        SavedSearch.objects.filter(pk=saved.pk, last_seen=last).update(
            last_seen=saved.last_seen
        )
        return False
    except OSError:
        logger.exception("a letter may be lost: the mail server fell silent")
        return False
    return True


def _new_articles(saved: SavedSearch, last: int) -> list[int]:
    """Give the public articles that answer and came since, the newest arrival first."""
    arrived = Arrival.objects.filter(pk__gt=saved.last_seen, pk__lte=last)
    order = list(arrived.order_by("-pk").values_list("article_id", flat=True))
    found = set(matches_among(saved.request, order[:MOST_LOOKED_AT]))
    rows = Article.objects.public_among(found).order_by()
    public = set(rows.values_list("pk", flat=True))
    return [pk for pk in order if pk in public]


def _letter(
    saved: SavedSearch, new: list[int], post: BaseEmailBackend
) -> mail.EmailMessage:
    first = Article.objects.public_among(new[:MOST_TOLD])
    shown = first.for_lists().order_by().in_bulk()
    leave = settings.SITE_URL + reverse(
        "search:unsubscribe", args=[unsubscribe_token(saved)]
    )
    shown_first = [pk for pk in new[:MOST_TOLD] if pk in shown]
    how_many = counted(len(new), "article")
    context = {
        "saved": saved,
        "how_many": how_many,
        "told": [(shown[pk], _source(shown[pk])) for pk in shown_first],
        "further": max(0, len(new) - MOST_TOLD),
        "site_url": settings.SITE_URL,
        "site_name": settings.SITE_NAME,
        "leave": leave,
    }
    subject = _("جديد «%(name)s»: %(many)s") % {"name": saved.name, "many": how_many}
    return mail.EmailMessage(
        " ".join(subject.split()),  # a line break would end the header
        render_to_string("saved/letter.txt", context),
        to=[saved.owner.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
        connection=post,
    )


def _source(article: Article) -> str:
    """Name the outlet and the printed date: «المشكاة — 26 تموز/يوليو 2023»."""
    when = printed_date(
        article.published_on, article.published_time, article.published_precision
    )
    return " — ".join(filter(None, (str(article.outlet or ""), when)))
