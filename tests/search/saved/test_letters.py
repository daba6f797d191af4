"""Readers are written to of what is new of their searches: once, and of no drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from smtplib import SMTPDataError
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from articles.models import Article
from search.indexing import outbox
from search.management.commands import worker
from search.saved import letters
from search.saved.following import save_search, take_out, tell
from search.saved.models import SavedSearch
from tests.factories import ArticleFactory

SITE = "https://news.example"


@pytest.fixture(autouse=True)
def address_of_the_site(settings: Settings) -> None:
    settings.SITE_URL = SITE
    settings.DIGESTS = True


@pytest.fixture
def saved(index: Path) -> SavedSearch:
    """A reader follows ships every day; one old article was there before."""
    ArticleFactory(title="سفينة قديمة")
    outbox.drain()
    reader = User.objects.create_user("reader", email="reader@example.org")
    saved = save_search(reader, "q=سفينة", "السفن")
    tell(saved, "daily")
    return saved


def publish(*titles: str) -> None:
    for title in titles:
        ArticleFactory(title=title)
    outbox.drain()


def days_pass(days: float) -> None:
    for saved in SavedSearch.objects.all():
        assert saved.looked_at is not None
        saved.looked_at -= timedelta(days=days)
        saved.save()


def sent() -> list[EmailMessage]:
    """Run the command; give the letters it sent."""
    mail.outbox.clear()
    call_command("send_digests", verbosity=0)
    return list(mail.outbox)


def test_what_is_new_is_told_once(saved: SavedSearch) -> None:
    publish("سفينة الملح", "قطار", "سفينة الحنطة")
    days_pass(1)
    (letter,) = sent()
    assert letter.to == ["reader@example.org"]
    assert letter.subject == "جديد «السفن»: مقالان"
    assert re.findall("• (.+)", letter.body) == ["سفينة الحنطة", "سفينة الملح"]
    assert letter.body.count(f"{SITE}/articles/") == 2
    assert f"{SITE}/search/?q=" in letter.body
    assert sent() == []
    days_pass(1)
    assert sent() == []


@pytest.mark.parametrize(
    ("frequency", "days", "letters_sent"),
    [("daily", 0.9, 0), ("daily", 1, 1), ("weekly", 6, 0), ("weekly", 7, 1)],
)
def test_letters_come_as_often_as_asked(
    saved: SavedSearch, frequency: str, days: float, letters_sent: int
) -> None:
    tell(saved, frequency)
    publish("سفينة الملح")
    days_pass(days)
    assert len(sent()) == letters_sent


def test_an_old_draft_is_told_when_it_is_published_and_not_before(
    saved: SavedSearch,
) -> None:
    draft = ArticleFactory(title="سفينة لم تُنشر", status="draft")
    publish("سفينة الملح")
    days_pass(1)
    (letter,) = sent()
    assert "لم تُنشر" not in letter.body

    draft.status = "published"
    draft.save()
    outbox.drain()
    days_pass(1)
    (letter,) = sent()
    assert re.findall("• (.+)", letter.body) == ["سفينة لم تُنشر"]


def test_what_was_withdrawn_meanwhile_is_not_told(saved: SavedSearch) -> None:
    publish("سفينة الملح")
    Article.objects.filter(title="سفينة الملح").update(status="withdrawn")
    days_pass(1)
    assert sent() == []


def test_what_waits_for_the_index_is_told_the_next_time(saved: SavedSearch) -> None:
    ArticleFactory(title="سفينة الملح")
    days_pass(1)
    assert sent() == []
    outbox.drain()
    days_pass(1)
    assert len(sent()) == 1


def test_a_long_letter_counts_the_rest(
    saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MOST_TOLD", 1)
    publish("سفينة أ", "سفينة ب", "سفينة ج", "سفينة د")
    days_pass(1)
    (letter,) = sent()
    assert letter.subject.endswith("4 مقالات")
    assert "وغيرها: 3 مقالات" in letter.body


def pause(saved: SavedSearch) -> None:
    SavedSearch.objects.update(active=False)


def lock_out(saved: SavedSearch) -> None:
    User.objects.update(is_active=False)


def lose_the_address(saved: SavedSearch) -> None:
    User.objects.update(email="")


@pytest.mark.parametrize("change", [pause, take_out, lock_out, lose_the_address])
def test_who_wants_none_gets_none(
    saved: SavedSearch, change: Callable[[SavedSearch], None]
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    change(saved)
    assert sent() == []


def test_a_name_cannot_write_headers_of_its_own(saved: SavedSearch) -> None:
    SavedSearch.objects.update(name="سفن\r\nBcc: all@example.org <b>")
    publish("سفينة <الملح>")
    days_pass(1)
    (letter,) = sent()
    assert letter.subject.startswith("جديد «سفن Bcc: all@example.org <b>»")
    assert letter.recipients() == ["reader@example.org"]
    assert "سفينة <الملح>" in letter.body


def test_a_kill_while_sending_sends_nothing_twice(
    saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    send = EmailMessage.send

    def killed(letter: EmailMessage, **how: Any) -> int:
        send(letter, **how)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            call_command("send_digests", verbosity=0)
    assert len(mail.outbox) == 1
    days_pass(1)
    assert sent() == []


def test_of_two_that_send_at_once_one_does(
    saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    find = letters.matches_among

    def meanwhile(*asked: Any) -> list[int]:
        monkeypatch.setattr(letters, "matches_among", find)
        call_command("send_digests", verbosity=0)
        return find(*asked)

    monkeypatch.setattr(letters, "matches_among", meanwhile)
    assert len(sent()) == 1


def test_a_refused_letter_is_told_in_the_next_one(
    saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("سفينة الملح")
    days_pass(1)

    def refused(letter: EmailMessage, **how: Any) -> int:
        raise SMTPDataError(451, b"later")

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", refused)
        assert sent() == []
    assert sent() == []  # not before its day
    days_pass(1)
    assert len(sent()) == 1


def test_a_letter_that_may_have_left_is_not_sent_again(
    saved: SavedSearch,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    publish("سفينة الملح")
    days_pass(1)

    def silent(letter: EmailMessage, **how: Any) -> int:
        raise TimeoutError("the server said nothing more")

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", silent)
        assert sent() == []
    assert "a letter may be lost" in caplog.text
    days_pass(1)
    assert sent() == []
    publish("سفينة الحنطة")
    days_pass(1)
    [letter] = sent()
    assert "سفينة الحنطة" in letter.body
    assert "سفينة الملح" not in letter.body


def test_without_a_mail_server_all_is_due_still(
    saved: SavedSearch, settings: Settings
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="mail server"):
        sent()
    settings.EMAIL_BACKEND = backend
    assert len(sent()) == 1


def test_without_an_address_of_the_site_the_command_says_so(
    saved: SavedSearch, settings: Settings
) -> None:
    settings.SITE_URL = ""
    with pytest.raises(CommandError, match="SITE_URL"):
        sent()


def test_the_link_of_a_letter_ends_the_letters_without_signing_in(
    saved: SavedSearch,
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    (letter,) = sent()
    assert letter.extra_headers["List-Unsubscribe-Post"] == (
        "List-Unsubscribe=One-Click"
    )
    link = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in letter.body

    client = Client(enforce_csrf_checks=True)
    address = link.removeprefix(SITE)
    page = client.get(address).content.decode()
    saved.refresh_from_db()
    assert "أوقف الرسائل" in page
    assert saved.frequency == "daily"  # mail programs look at links by themselves

    client.post(address, {"List-Unsubscribe": "One-Click"})
    saved.refresh_from_db()
    assert saved.frequency == "none"
    for wrong in (f"{address[:-2]}x/", "/saved/unsubscribe/1/"):
        assert client.post(wrong).status_code == 404


def test_the_worker_writes_once_an_hour(
    saved: SavedSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("سفينة الملح")
    days_pass(1)
    clock = [0.0]
    monkeypatch.setattr(worker, "monotonic", lambda: clock[0])
    work = worker.Letters()
    work.send()
    assert len(mail.outbox) == 1
    publish("سفينة الحنطة")
    days_pass(1)
    work.send()
    assert len(mail.outbox) == 1
    clock[0] += 3600
    work.send()
    assert len(mail.outbox) == 2


def test_what_was_deleted_long_ago_is_forgotten(saved: SavedSearch) -> None:
    SavedSearch.objects.update(removed_at=timezone.now() - timedelta(days=31))
    sent()
    assert not SavedSearch.objects.exists()
