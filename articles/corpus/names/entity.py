"""Who and what a text names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    PERSON = "PER"
    PLACE = "LOC"
    ORGANISATION = "ORG"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands: code points of the source, end exclusive.

    و ف ب ل ك glued before the name are outside of it («لداعش» mentions «داعش»); the
    article of «للتحالف» can't be cut off and stays.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation with all its mentions in one article."""

    type: EntityType
    name: str
    """The fullest name of a person in the article; the usual name of what is known."""
    title: str | None
    """What the article calls a person beside the name: «وزير الخارجية الأمريكي»."""
    mentions: tuple[Mention, ...]
