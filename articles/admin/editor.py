"""Who is at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest


def editor(request: HttpRequest) -> User:
    """Give the signed-in editor; every page of the admin has one."""
    assert isinstance(request.user, User)
    return request.user
