"""Changes of saved searches: saving, telling otherwise, deleting and putting back."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from search.saved.models import Arrival, Frequency, SavedSearch

MOST_SAVED = 100


class TooMany(Exception):  # noqa: N818
    """The reader follows as many searches as one may."""


@transaction.atomic
def save_search(owner: AbstractBaseUser, query: str, name: str) -> SavedSearch:
    """Save a search for a reader; raise ``TooMany``.

    Saved twice it stays once, under its first name; deleted before, it comes back.
    """
    get_user_model()._default_manager.select_for_update().get(pk=owner.pk)
    own = SavedSearch.objects.filter(owner_id=owner.pk)
    known = own.filter(query=query).first()
    if known is not None:
        put_back(known)
        return known
    if own.count() >= MOST_SAVED:
        raise TooMany
    return SavedSearch.objects.create(owner_id=owner.pk, query=query, name=name)


def tell(saved: SavedSearch, frequency: str) -> None:
    """Write to the owner so often; letters begin with what comes from now on."""
    before = SavedSearch.objects.get(pk=saved.pk).frequency
    saved.frequency = frequency
    if before == Frequency.NONE and frequency != Frequency.NONE:
        saved.last_seen, saved.looked_at = Arrival.note_new(), timezone.now()
    saved.save(update_fields=["frequency", "last_seen", "looked_at"])


def take_out(saved: SavedSearch) -> None:
    """Delete a saved search; ``put_back`` undoes it."""
    saved.removed_at = timezone.now()
    saved.save(update_fields=["removed_at"])


def put_back(saved: SavedSearch) -> None:
    """Let a deleted search be followed again."""
    saved.removed_at = None
    saved.save(update_fields=["removed_at"])
