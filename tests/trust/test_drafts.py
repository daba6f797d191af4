"""What is not published is told nowhere, to nobody who may not see it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from tests.trust.archive import HIDDEN, STATES, Archive, addresses, plain, token_of
from tests.trust.conftest import Measured

pytestmark = pytest.mark.django_db

ROLES = {
    "nobody": "",
    "reader": "keeper",
    "staff": "staff",
    "editor": "محرر",
    "reviewer": "مراجع",
    "manager": "مدير",
}
AT_THE_DESK = {
    role: {"articles:attachment"}
    if role in {"editor", "reviewer", "manager"}
    else set[str]()
    for role in ROLES
}
"""What a role is told of articles that are not published, outside of the desk."""
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


def leaks(archive: Archive, role: str) -> tuple[int, list[str]]:
    """Give how many answers were read and those that tell of hidden articles.

    What is not published may be named by an answer only as far as it was asked for: a
    page that isn't there repeats its own address. English is asked by nobody alone: the
    pages are the same.
    """
    client, read, found = enter(ROLES[role]), set[str](), []
    hidden = {state: plain(token_of(state)) for state in HIDDEN}
    for asked in STATES:
        for name, address in addresses(archive, asked):
            in_english = address.startswith("/en/") and role != "nobody"
            if address in read or in_english:
                continue
            read.add(address)
            status, said = told(client, address)
            assert status < 500, address
            if asked != "published" and name in AT_THE_DESK[role]:
                assert status == 200, address
                continue
            found += [
                f"{state}: {address}"
                for state, token in hidden.items()
                if token in said
                and (state != asked or status < 300 or token not in address.encode())
            ]
    return len(read), found


@pytest.mark.long
def test_every_address_of_the_site_is_asked(archive: Archive) -> None:
    keeper = enter("keeper")
    answered = {
        name
        for name, address in addresses(archive, "published")
        if not address.startswith("/en/") and told(keeper, address)[0] == 200
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
    read, found = leaks(archive, role)

    assert found == []
    trust_figure(f"0 leaks in {read:,} answers to {role}")


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
