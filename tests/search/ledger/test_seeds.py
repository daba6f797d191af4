"""The numbers of real texts stand in the ledger beside those of the sample archive."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from articles.ingest import Wishes, ingest
from articles.readers.files import read_file
from search.indexing import outbox
from search.ledger.claims import Claim
from tests.real_data import FOLDER, needs_real_data

pytestmark = [pytest.mark.django_db, pytest.mark.long, needs_real_data]

ABOVE_A_THOUSAND = [
    (19_000, "more_than", "ضربه", True),
    (2_600, "about", "موقع", True),
    (1_500_000, "more_than", "لاجي عراقي", True),
    (70_000, "", "لاجي عراقي", True),
    (7_500_000, "more_than", "شخص", True),
    (2_600_000, "", "نازح عراقي", True),
    (43_000, "", "اسم", False),
]
"""Value, modifier, what is counted, and whether someone is said to claim it."""


@pytest.fixture
def seeds(index: Path) -> None:
    call_command("load_sample_corpus", stdout=StringIO())
    for path in sorted((FOLDER / "seeds").iterdir()):
        list(ingest(read_file(path.name, path.read_bytes()), Wishes()))
    outbox.drain()


def claims(client: Client, query: str) -> tuple[Claim, ...]:
    answer = client.get(f"/figures/?{query}")
    assert answer.status_code == 200
    found: tuple[Claim, ...] = answer.context["results"].claims
    return found


@pytest.mark.usefixtures("seeds")
def test_the_seeds_claims_stand_once_with_modifier_and_claimant(
    client: Client,
) -> None:
    found = claims(client, "q=التحالف&min=1000")
    told = [
        (int(one.value or 0), one.modifier, one.noun_key, bool(one.claimant))
        for one in found
    ]
    assert Counter(told) == Counter(ABOVE_A_THOUSAND)
    assert {one.kind for one in found} == {"count"}

    shares = claims(client, "q=التحالف&kind=percent")
    assert {(int(one.value or 0), one.modifier) for one in shares} == {
        (95, ""),
        (65, "more_than"),
    }
    every = claims(client, "q=التحالف&minor=1")
    assert {one.kind for one in every}.isdisjoint({"date", "datetime", "time"})
    places = [(one.article, one.value, one.noun_key, one.sentence) for one in every]
    assert len(places) == len(set(places))
