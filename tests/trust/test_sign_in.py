"""Who guesses is stopped, and stops nobody else."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from portal.settings import PASSWORD_HASHERS
from tests.trust.conftest import Measured

pytestmark = [pytest.mark.django_db, pytest.mark.long]

PASSWORD = "كلمة مرور طويلة 2026"
GUESSES = 200
ATTACKER, HONEST = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def editor() -> User:
    """Give an editor whose password is quick to check."""
    return User.objects.create_user("editor", password=PASSWORD, is_staff=True)


def sign_in(password: str, address: str, name: str = "editor") -> int:
    form = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post("/admin/login/", form).status_code


def test_of_two_hundred_guesses_five_are_looked_at(
    editor: User, trust_figure: Measured
) -> None:
    looked_at = 0

    def counted(*given: object, **named: object) -> bool:
        nonlocal looked_at
        looked_at += 1
        return check_password(*given, **named)  # type: ignore[arg-type]

    with patch("django.contrib.auth.base_user.check_password", counted):
        answers = [sign_in(f"guess {n}", ATTACKER) for n in range(GUESSES)]

    assert looked_at <= 5
    assert answers[5:] == [429] * (GUESSES - 5)
    assert sign_in(PASSWORD, ATTACKER) == 429
    trust_figure(f"{looked_at} of {GUESSES} guesses looked at")


def test_an_attacker_locks_no_honest_editor_out(
    editor: User, trust_figure: Measured
) -> None:
    entered = 0
    for _ in range(10):
        for n in range(10):
            sign_in(f"guess {n}", ATTACKER)
        entered += sign_in(PASSWORD, HONEST) == 302

    assert entered == 10
    trust_figure(f"100 failures of another: {entered} of 10 sign-ins open")


def test_a_made_up_address_in_a_header_opens_no_new_count(editor: User) -> None:
    form = {"username": "editor", "password": "guess"}
    answers = [
        Client(REMOTE_ADDR=ATTACKER)
        .post("/admin/login/", form, headers={"X-Forwarded-For": f"198.51.100.{n}"})
        .status_code
        for n in range(8)
    ]
    assert answers[5:] == [429] * 3


def test_a_name_that_is_none_takes_as_long(
    settings: Settings, trust_figure: Measured
) -> None:
    """With the hash that production uses: the time tells nobody who has an account."""
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    known = middle(lambda n: sign_in("guess", f"192.0.2.{n}", "editor"))
    unknown = middle(lambda n: sign_in("guess", f"198.51.100.{n}", "nobody"))
    shown = abs(known - unknown) / known

    assert shown < 0.2
    trust_figure(f"known and unknown names differ by {shown:.0%} of the time")


def middle(attempt: Callable[[int], int]) -> float:
    """Give the middle of the processor's time of some attempts."""
    spent = []
    for n in range(9):
        begun = time.process_time()
        assert attempt(n) == 200
        spent.append(time.process_time() - begun)
    return statistics.median(spent)
