"""What is not published is told nowhere, to nobody who may not see it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from tests.trust.archive import HIDDEN, STATES, Archive, addresses, plain, token_of
from tests.trust.conftest import Measured

pytestmark = pytest.mark.django_db

ROLES = ("", "keeper", "staff", "محرر", "مراجع", "مدير")
ONE_S_OWN = ("search:collection", "search:change_item", "search:delete_collection")


def enter(role: str) -> Client:
    client = Client()
    if role:
        user, _made = User.objects.get_or_create(
            username=role, defaults={"is_staff": role != "keeper"}
        )
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
    return client


def told(client: Client, address: str) -> tuple[int, bytes]:
    """Ask as a reader would; what streams is read to its end."""
    cache.clear()  # or the API refuses who asks so much
    response = client.get(address)
    said = response.getvalue() + str(response.headers).encode()
    return response.status_code, said


def leaks(client: Client, archive: Archive, states: list[str]) -> tuple[int, list[str]]:
    """Give how many answers were read and those that tell of hidden articles."""
    read, found = 0, []
    hidden = {state: plain(token_of(state)) for state in HIDDEN}
    for asked in states:
        for _name, address in addresses(archive, asked):
            status, said = told(client, address)
            assert status < 500, address
            read += 1
            found += [
                f"{state}: {address}"
                for state, token in hidden.items()
                if token in said.replace(plain(token_of(asked)), b"")
                or (state == asked and status < 300 and token in said)
            ]
    return read, found


@pytest.mark.long
def test_every_address_of_the_site_is_asked(archive: Archive) -> None:
    answered = {
        name
        for name, address in addresses(archive, "published")
        if told(enter("keeper"), address)[0] == 200
    }
    asked = {name for name, _address in addresses(archive, "published")}
    # A way in, a way back and what is only ever posted.
    assert asked - answered <= {
        "preferences",
        "articles:web_at",
        "articles:timegate",
        "articles:today",
        "articles:compare",
        "articles:report_figure",
        "search:change_item",
        "search:delete_collection",
        "search:sign_out",
        "search:change_saved",
        "search:saved_feed",
        "search:unsubscribe",
        "readyz",
    }, asked - answered


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_no_address_tells_of_what_is_not_published(
    archive: Archive, role: str, trust_figure: Measured
) -> None:
    read, found = leaks(enter(role), archive, list(STATES))

    assert found == []
    trust_figure(f"0 leaks in {read:,} answers to {role or 'nobody'}")


def test_headings_and_names_of_drafts_are_offered_nowhere(
    archive: Archive, trust_figure: Measured
) -> None:
    draft, client, asked = archive.articles["draft"], Client(), 0
    numbers = [mention.name_id for mention in draft.mentions.all()]
    for address in (
        "/search/advanced/",
        "/keyness/",
        "/collections/",
        f"{archive.shared.shared_url}",
        *(f"/figures/?name={number}" for number in numbers),
        f"/articles/{draft.pk}/",
    ):
        _status, said = told(client, address)
        asked += 1
        assert plain(token_of("draft")) not in said, address
    trust_figure(f"0 of {asked} pages tell the headings of a draft")
