"""What changes of articles do to answers, and what faults of the index do."""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from search.backends.contract import EngineFault
from tests.search.contract.conftest import Archive, in_files


def test_a_changed_article_is_found_by_its_new_words_only(archive: Archive):
    archive.put(it={"body": "هدنة"}, other={"body": "هدنة"})
    archive.put(it={"body": "حريق"})

    assert archive.ask("هدنة") == ["other"]
    assert archive.ask("حريق") == ["it"]
    assert archive.found("").total == 2


def test_a_removed_article_is_not_found(archive: Archive):
    archive.put(it={"body": "هدنة"}, other={"body": "هدنة"})
    archive.remove("it")
    archive.remove("it")

    assert archive.ask("هدنة") == ["other"]
    assert archive.backend.ids() == {2}


RANGES = [
    ((0, None), {1, 3, 4}),
    ((1, None), {3, 4}),
    ((0, 3), {1, 3}),
    ((1, 3), {3}),
    ((3, 3), set()),
    ((4, None), set()),
]


def test_digests_are_told_by_ranges_of_ids(
    archive: Archive, subtests: pytest.Subtests
) -> None:
    archive.put(**{name: {"body": f"هدنة {name}"} for name in ("a", "b", "c", "d")})
    archive.remove("b")
    told = archive.backend.digests()
    for ids, expected in RANGES:
        with subtests.test(ids=ids):
            within = {pk: digest for pk, digest in told.items() if pk in expected}
            assert archive.backend.digests(*ids) == within


def test_the_same_article_twice_is_one(archive: Archive):
    for _ in range(3):
        archive.put(it={"body": "هدنة"})

    assert archive.found("هدنة").total == 1


@pytest.mark.faults
def test_many_small_changes_lose_nothing(archive: Archive):
    for n in range(40):
        archive.put(**{f"n{n}": {"body": f"هدنة رقم {n}", "outlet_id": n % 3 + 1}})
        if n % 4 == 3:
            archive.remove(f"n{n - 1}")

    assert archive.found("هدنة").total == 30
    assert archive.ask('"رقم 17"') == ["n17"]
    assert archive.ask('"رقم 18"') == []
    counts = archive.found("هدنة", facets=("outlet",)).facets["outlet"]
    assert sum(count for _, count in counts) == 30
    assert archive.backend.health().articles == 30


def test_a_rebuild_replaces_everything(archive: Archive):
    archive.put(old={"body": "هدنة"})
    archive.rebuild(
        {"a": {"body": "هدنة"}, "b": {"body": "حريق"}}, {"c": {"body": "هدنة"}}
    )

    assert archive.ask_set("هدنة") == "a c"
    assert archive.found("").total == 3


def test_a_rebuild_that_fails_leaves_the_old_generation(archive: Archive):
    archive.put(old={"body": "هدنة"})

    def chunks():
        yield [archive._article("a", {"body": "هدنة"})]
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        archive.backend.rebuild(archive.index, chunks())
    assert archive.ask("هدنة") == ["old"]


def test_a_failed_batch_changes_nothing_and_frees_the_lock(archive: Archive):
    archive.put(it={"body": "هدنة"})
    broken = archive._article("broken", {"body": "حريق"})
    broken.published_on = "no date"  # type: ignore[assignment]

    with pytest.raises(AttributeError):
        archive.backend.apply(archive.index, [broken], [1])
    assert archive.ask("هدنة") == ["it"]
    archive.put(next={"body": "حريق"})
    assert archive.ask("حريق") == ["next"]


def test_no_index_is_a_fault_not_an_empty_answer(archive: Archive):
    assert not archive.backend.health().usable
    with pytest.raises(EngineFault):
        archive.found("هدنة")


def test_readers_in_threads_see_whole_commits(archive: Archive):
    archive.put(**{f"n{n}": {"body": "هدنة في المرفأ"} for n in range(10)})

    def read(_: int) -> int:
        return archive.found('"هدنة في"').total

    with ThreadPoolExecutor(4) as threads:
        totals = threads.map(read, range(120))
        for n in range(10, 16):
            archive.put(**{f"n{n}": {"body": "هدنة في المرفأ"}})
        assert set(totals) <= set(range(10, 17))
    assert read(0) == 16


@in_files
@pytest.mark.faults
@pytest.mark.parametrize("damage", ["missing", "cut", "flipped"])
def test_a_damaged_file_never_gives_a_wrong_answer(archive: Archive, damage: str):
    archive.put(
        **{f"n{n}": {"body": "هدنة في المرفأ", "outlet_id": 1} for n in range(5)}
    )
    right = archive.found("هدنة", facets=("outlet",))
    for path in [path for path in archive.path.rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        _damage(path, whole, damage)
        archive.restart()
        with contextlib.suppress(EngineFault):
            assert archive.found("هدنة", facets=("outlet",)) == right, path.name
        path.unlink(missing_ok=True)
        path.write_bytes(whole)
        archive.restart()
        assert archive.found("هدنة", facets=("outlet",)) == right


def _damage(path: Path, whole: bytes, damage: str) -> None:
    path.unlink()  # who has the old file mapped keeps it
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped" and whole:
        middle = len(whole) // 2
        flipped = bytes([whole[middle] ^ 0x55])
        path.write_bytes(whole[:middle] + flipped + whole[middle + 1 :])
