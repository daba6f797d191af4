"""``manage.py send_digests``: write to readers what is new of their searches."""

from __future__ import annotations

from smtplib import SMTPException
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.saved.letters import can_send, send_due


class Command(BaseCommand):
    """Send the letters that are due; run again at once, it sends nothing.

    The worker does the same every hour.
    """

    help = "يرسل بريد الأبحاث المحفوظة التي حان وقتها، ولا يرسل رسالة مرتين."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many."""
        if not can_send():
            raise CommandError("EMAIL_URL and SITE_URL must be set")
        try:
            done = send_due()
        except (SMTPException, OSError) as fault:
            raise CommandError(f"the mail server: {fault}") from fault
        self.stdout.write(f"searches: {done.looked}, letters: {done.sent}")
