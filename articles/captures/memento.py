"""The Memento protocol (RFC 7089): other archives and tools find captures by time.

An original address has a TimeGate that leads to the capture nearest to the time asked
for, a TimeMap that lists all captures, and captures say what they are in their headers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from django.utils.http import http_date

from articles.corpus.addresses import ascii_address
from articles.models import Capture

LINK_FORMAT = "application/link-format"


@dataclass(frozen=True, slots=True)
class Places:
    """The absolute addresses that speak of one original address."""

    original: str
    timegate: str
    timemap: str
    timemap_json: str

    def links(self, *, own: str = "") -> list[str]:
        """Write them as links of a header or a TimeMap; ``own`` is the TimeMap's."""
        rel = "self" if own else "timemap"
        return [
            f'<{ascii_address(self.original)}>; rel="original"',
            f'<{self.timegate}>; rel="timegate"',
            f'<{self.timemap}>; rel="{rel}"; type="{LINK_FORMAT}"{own}',
        ]


@dataclass(frozen=True, slots=True)
class Memento:
    """A capture by when it was taken and where it can be seen."""

    taken_at: datetime
    url: str

    def link(self, rel: str) -> str:
        """Write it as a link: ``rel`` is "memento", or "first memento" …"""
        return f'<{self.url}>; rel="{rel}"; datetime="{http_time(self.taken_at)}"'


def http_time(moment: datetime) -> str:
    """Write a moment as HTTP does: «Tue, 05 Aug 2014 10:30:00 GMT»."""
    return http_date(moment.timestamp())


def asked_moment(header: str) -> datetime:
    """Read an ``Accept-Datetime``; raise ``ValueError`` for what is no HTTP date."""
    try:
        moment = parsedate_to_datetime(header)
    except (TypeError, IndexError) as error:
        raise ValueError(header) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def asked_stamp(digits: str) -> datetime:
    """Read the 14 digits of a capture's time, or the first of them: 2014, 201408 …

    Raises ``ValueError`` for what is no time.
    """
    return datetime.strptime(
        digits + "00000101000000"[len(digits) :], "%Y%m%d%H%M%S"
    ).replace(tzinfo=UTC)


def link_header(
    places: Places, mementos: Sequence[Memento], shown: Memento | None = None
) -> str:
    """Write the ``Link`` header: the original, its maps, first, last and neighbours.

    ``mementos`` are in the order of time; ``shown`` is the one the header is of.
    """
    rels: dict[Memento, list[str]] = {}

    def add(at: int, rel: str) -> None:
        if 0 <= at < len(mementos):
            rels.setdefault(mementos[at], []).append(rel)

    add(0, "first")
    add(len(mementos) - 1, "last")
    if shown is not None and shown in mementos:
        at = mementos.index(shown)
        add(at - 1, "prev")
        add(at + 1, "next")
        rels.setdefault(shown, [])
    ordered = sorted(rels, key=lambda one: one.taken_at)
    links = [one.link(" ".join([*rels[one], "memento"])) for one in ordered]
    return ", ".join(places.links() + links)


def timemap_link(places: Places, mementos: Sequence[Memento]) -> str:
    """Write the TimeMap as ``application/link-format``; ``mementos`` is not empty."""
    span = f'; from="{http_time(mementos[0].taken_at)}"'
    span += f'; until="{http_time(mementos[-1].taken_at)}"'
    rels = ["memento"] * len(mementos)
    rels[-1] = "last memento"
    rels[0] = "first last memento" if len(mementos) == 1 else "first memento"
    links = [one.link(rel) for one, rel in zip(mementos, rels, strict=True)]
    return ",\n".join(places.links(own=span) + links) + "\n"


def timemap_json(places: Places, mementos: Sequence[Memento]) -> dict[str, Any]:
    """Give the TimeMap as the JSON that Memento tools read."""
    told = [
        {"datetime": one.taken_at.astimezone(UTC).isoformat(), "uri": one.url}
        for one in mementos
    ]
    return {
        "original_uri": ascii_address(places.original),
        "timegate_uri": places.timegate,
        "timemap_uri": {
            "link_format": places.timemap,
            "json_format": places.timemap_json,
        },
        "mementos": {"first": told[0], "last": told[-1], "list": told},
    }


def of_address(url: str) -> list[Capture]:
    """Give the captures of an address that readers may see, the oldest first."""
    captures = Capture.objects.public().of_address(url)
    return list(captures.select_related("article").order_by("captured_at", "id"))
