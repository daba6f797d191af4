"""More readers than can be answered are told so at once, and none is lost after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from portal import overload


@pytest.fixture
def queue() -> Iterator[list[int]]:
    """Give the queue of this process, to be made as long as one likes."""
    waiting = [0]
    overload.watch(lambda: waiting[0])
    yield waiting
    overload._waiting.clear()


def test_a_crowd_is_told_to_come_back(db: None, queue: list[int]) -> None:
    client = Client()
    queue[0] = overload.MOST_WAITING + 1
    answer = client.get("/about/")

    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "الزوار كثيرون" in answer.content.decode()
    assert client.get("/healthz").status_code == 200

    queue[0] = overload.MOST_WAITING
    assert client.get("/about/").status_code == 200


def test_without_a_queue_nobody_is_turned_away(db: None) -> None:
    assert Client().get("/about/").status_code == 200
