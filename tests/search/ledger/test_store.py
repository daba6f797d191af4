"""The columns on disk: current, whole, and never in the way of an answer."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from articles.models import Figure
from articles.storing.extraction import store_readings
from search.indexing import outbox, rebuilding
from search.ledger import LedgerRequest, Sort, find_claims, layers, rows, store, upkeep
from search.ledger.rows import FigureRow, in_chunks
from tests.search.ledger.conftest import Ask, Told

pytestmark = pytest.mark.django_db


def quotes(ask: Ask) -> list[str]:
    page = ask(noun="عامل", sort=Sort.HIGHEST)
    assert not page.reserve
    return [claim.quote for claim in page.claims]


def test_saved_changed_and_deleted_articles_reach_the_columns(
    told: Told, ask: Ask
) -> None:
    first = told("وصل 10 عمال.")
    told("وصل 20 عاملا.")
    assert quotes(ask) == ["20", "10"]

    first.body = "وصل 30 عاملا."
    first.save()
    store_readings(first)
    told("وصل 25 عاملا.")
    assert quotes(ask) == ["30", "25", "20"]

    first.delete()
    assert quotes(ask) == ["25", "20"]


def test_columns_made_in_parts_are_those_made_at_once(
    told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20, 30):
        told(f"وصل {number} عاملا.")
    rebuilding.rebuild()
    at_once = quotes(ask)

    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    monkeypatch.setattr(store, "in_chunks", lambda ids: in_chunks(ids, size=2))
    rebuilding.rebuild()

    assert quotes(ask) == at_once
    assert len(at_once) == 10


def test_layers_are_made_one_as_they_grow_and_tell_what_a_new_base_tells(
    told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "SMALL", 1)
    monkeypatch.setattr(layers, "WIDER", 2)
    articles = [told(f"وصل {number} عاملا.") for number in range(20, 28)][:2]
    ask()
    most = 0
    for number, article in enumerate(articles * 3, start=30):
        article.body = f"وصل {number} عاملا."
        article.save()
        store_readings(article)
        told(f"وصل {number + 70} عاملا.")
        ask()
        most = max(most, len(store.ledger().segments))
    articles[0].delete()

    found = quotes(ask)

    assert 2 <= most <= 4
    store.rebuild()
    assert found == quotes(ask)
    assert found[:3] == ["105", "104", "103"]
    assert len(found) == 13
    assert "34" not in found


def test_who_has_no_time_leaves_heavy_layers_to_the_worker(
    told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("وصل 10 عمال.")
    assert quotes(ask) == ["10"]
    monkeypatch.setattr(upkeep, "PROMPT_CLAIMS", 1)
    told("وصل 20 عاملا.")
    ask()
    assert len(store.ledger().segments) == 2

    call_command("worker", "--once")

    assert len(store.ledger().segments) == 1
    assert quotes(ask) == ["20", "10"]


@pytest.mark.parametrize("orders", [Sort.NEWEST, Sort.OLDEST, Sort.OUTLET])
def test_all_layers_are_sorted_into_one(
    told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch, orders: Sort
) -> None:
    monkeypatch.setattr(layers, "WIDER", 0)
    for number, outlet in ((1, "ب"), (3, "د")):
        told(f"وصل 4{number} عاملا.", f"صحيفة {outlet}", f"201{number}-01-01")
    rebuilding.rebuild()
    for number, outlet in ((2, "ج"), (4, "ه")):
        told(f"وصل 4{number} عاملا.", f"صحيفة {outlet}", f"201{number}-01-01")

    found = [claim.quote for claim in ask(noun="عامل", sort=orders).claims]

    ascending = ["41", "42", "43", "44"]
    assert len(store.ledger().segments) == 3
    assert found == (ascending[::-1] if orders is Sort.NEWEST else ascending)


DAMAGE = {
    "columns gone": lambda base: (base / "columns.bin").unlink(),
    "columns cut": lambda base: (base / "columns.bin").write_bytes(b"\0" * 7),
    "words gone": lambda base: (base / "columns.json").write_text("[]"),
    "half a word": lambda base: (base / "columns.json").write_text('{"nouns": ['),
    "no layers": lambda base: (base.parent / "LAYERS").write_text('{"layers": []}'),
    "other version": lambda base: (base.parent / "VERSION.json").write_text("{}"),
    "no number": lambda base: (base.parents[1] / "CURRENT").write_text("x"),
}


@pytest.mark.faults
@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_columns_leave_the_answer_to_the_database_until_built_anew(
    told: Told, ask: Ask, damage: str
) -> None:
    told("وصل 10 عمال.")
    assert quotes(ask) == ["10"]
    base = store.generations().current()
    assert base is not None
    DAMAGE[damage](base / "1")
    store._opened.clear()

    page = find_claims(LedgerRequest(noun="عامل"))

    assert (page.reserve, page.total) == (True, 1)
    assert rebuilding.reason_to_rebuild()
    rebuilding.rebuild()
    assert quotes(ask) == ["10"]
    assert not rebuilding.reason_to_rebuild()


def test_a_large_archive_gets_its_columns_from_the_worker_and_not_from_a_save(
    told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "SMALL_ARCHIVE", 1)
    told("وصل 10 عمال و11 سائقا.")

    outbox.drain()

    assert store.generations().current() is None
    assert find_claims(LedgerRequest(noun="سائق")).total == 1
    call_command("worker", "--once")
    assert not find_claims(LedgerRequest(noun="سائق")).reserve


def test_figures_that_were_read_again_since_fall_out_of_the_page(
    told: Told, ask: Ask
) -> None:
    told("وصل 10 عمال.")
    assert quotes(ask) == ["10"]

    Figure.objects.all().delete()

    assert find_claims(LedgerRequest(noun="عامل")).claims == ()


def test_a_claim_without_a_value_is_one_with_no_other() -> None:
    row = FigureRow(**dict.fromkeys(FigureRow._fields))._replace(kind="date")
    assert row._replace(start=5).claim != row._replace(start=9).claim
    assert row._replace(start=5, iso="2017").claim == row._replace(iso="2017").claim
