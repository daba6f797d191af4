"""One entity for all the ways an article names it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from articles.corpus.arabic import fold
from articles.corpus.names.entity import Entity, EntityType, Mention
from articles.corpus.names.lexicon import (
    COMMON,
    GIVEN,
    KNOWN_PEOPLE,
    SPEECH_VERBS,
    TITLES,
)
from articles.corpus.names.reader import Found, Reader

_PERSON = EntityType.PERSON
_MOST_NAMESAKES = 20
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب")


def surnames(reader: Reader, found: list[Found]) -> Iterator[Found]:
    """Find the people again where the article goes on with their last name alone."""
    known = _last_names(found)
    if not known:
        return
    spelled = {
        clitic + name: (name, len(clitic)) for name in known for clitic in _CLITICS
    }
    for place in compress(count(), map(spelled.__contains__, reader.folded)):
        if reader.taken[place]:
            continue
        name, clitic = spelled[reader.folded[place]]
        if _stands_for_person(reader, place, name):
            reader.words[place] = reader.words[place]._replace(clitic=clitic)
            one = reader.found(_PERSON, name, place, place + 1)
            reader.take(one)
            yield one


def _last_names(found: list[Found]) -> set[str]:
    people = (one.key.split() for one in found if one.type is _PERSON)
    return {words[-1] for words in people if len(words) > 1 and len(words[-1]) > 2}


def _stands_for_person(reader: Reader, place: int, name: str) -> bool:
    before = reader.folded[place - 1] if place else ""
    if name in COMMON or name in GIVEN:
        return before in SPEECH_VERBS or before in TITLES
    return True


def merge(reader: Reader, found: list[Found]) -> list[Entity]:
    """Gather mentions by key; people by their last name too."""
    found.sort(key=lambda one: one.start)
    groups: dict[tuple[EntityType, str], list[Found]] = {}
    full_names = _full_names(found)
    for one in found:
        key = full_names.get(one.key, one.key) if one.type is _PERSON else fold(one.key)
        groups.setdefault((one.type, key), []).append(one)
    return [_entity(reader, type_, group) for (type_, _), group in groups.items()]


def _full_names(found: list[Found]) -> dict[str, str]:
    """Map each shorter name of a person to the fullest one that ends with it."""
    names = {one.key for one in found if one.type is _PERSON}
    by_last: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_last.setdefault(_usual(name).split()[-1], []).append(name)
    full: dict[str, str] = {}
    for same in by_last.values():
        for name in same:
            full[name] = next(
                (
                    longer
                    for longer in same[:_MOST_NAMESAKES]
                    if _is_short_for(name, longer)
                ),
                name,
            )
    return full


def _usual(name: str) -> str:
    known = KNOWN_PEOPLE.get(tuple(name.split()))
    return fold(known[0]) if known else name


def _is_short_for(name: str, longer: str) -> bool:
    if name == longer:
        return True
    words, all_words = _usual(name).split(), longer.split()
    return all_words[-len(words) :] == words or (
        len(words) > 1 and words[0] == all_words[0] and words[-1] == all_words[-1]
    )


def _entity(reader: Reader, type_: EntityType, group: list[Found]) -> Entity:
    title = next((one.title for one in group if one.title), None)
    if type_ is _PERSON:
        longest = max(group, key=lambda one: one.stop - one.place)
        name = reader.text[longest.start : longest.end]
    else:
        name = group[0].key
    mentions = tuple(Mention(one.start, one.end) for one in group)
    return Entity(type_, name, title, mentions)
