"""The door of the desk: in Arabic, and shut to those who guess."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

PASSWORD = "كلمة مرور طويلة 2026"


@pytest.fixture
def editor(db: None) -> User:
    """Give an editor whose password is quick to check."""
    return User.objects.create_user("editor", password=PASSWORD, is_staff=True)


def sign_in(password: str, address: str = "192.0.2.1") -> int:
    credentials = {"username": "editor", "password": password}
    client = Client(REMOTE_ADDR=address)
    return client.post(reverse("admin:login"), credentials).status_code


def test_the_right_password_opens(editor: User) -> None:
    assert sign_in(PASSWORD) == 302


def test_five_guesses_shut_the_door_for_that_address_alone(editor: User) -> None:
    assert [sign_in(f"guess {n}") for n in range(5)] == [200, 200, 200, 200, 429]
    assert sign_in(PASSWORD) == 429
    assert sign_in(PASSWORD, address="192.0.2.2") == 302


def test_everything_at_the_desk_has_an_arabic_name(enter) -> None:
    names = [str(model._meta.verbose_name_plural) for model in admin.site._registry]
    names += [model._meta.app_config.verbose_name for model in admin.site._registry]
    assert [name for name in names if not re.search("[ء-ي]", str(name))] == []


def test_every_field_at_the_desk_has_an_arabic_label(enter) -> None:
    client = enter("superuser")
    for page in ("article", "upload", "outlet", "section", "author"):
        shown = client.get(reverse(f"admin:articles_{page}_add")).content.decode()
        labels = re.findall(r"<label[^>]*>\s*([^<]+?)\s*<", shown)
        assert labels
        assert [label for label in labels if not re.search("[ء-ي]", label)] == []


def test_the_first_page_counts_what_waits(enter) -> None:
    from tests.factories import ArticleFactory

    ArticleFactory(status="draft")
    ArticleFactory(published_on=None, published_precision="", outlet=None)
    ArticleFactory(title_derived=True)
    shown = enter("مراجع").get(reverse("admin:index"))
    assert shown.context["desk"] == {
        "drafts": 1,
        "reviewed": 0,
        "undated": 1,
        "without_outlet": 1,
        "derived": 1,
        "uploads": 0,
        "orphans": 0,
        "reports": 0,
    }
