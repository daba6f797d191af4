"""One walk over a text for places and organisations, one for people, then merging."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import itemgetter

from articles.corpus.names.entity import Entity, EntityType
from articles.corpus.names.lexicon import NOT_PLACES, Name, Word
from articles.corpus.names.merging import merge, surnames
from articles.corpus.names.organisations import (
    closing_quote,
    read_organisation,
    with_alias,
    with_nation,
)
from articles.corpus.names.people import (
    read_speaker,
    read_titled,
    read_untitled,
    title_behind,
)
from articles.corpus.names.places import is_placed, read_headed_place
from articles.corpus.names.reader import Found, Reader
from articles.corpus.words import Token, tokenize

_OPENS_ANY = itemgetter(Word._fields.index("opens_any"))


def extract_names(text: str, tokens: Sequence[Token] | None = None) -> list[Entity]:
    """Find the people, places and organisations that an article names.

    Entities come in the order of their first mention; mentions never overlap.
    ``tokens`` are those of ``tokenize(text)``, if they are there already.

    >>> [entity] = extract_names("وصل وزير الخارجية الأمريكي جون كيري")
    >>> entity.type.value, entity.name, entity.title
    ('PER', 'جون كيري', 'وزير الخارجية الأمريكي')
    """
    reader = Reader(text, tokenize(text) if tokens is None else tokens)
    openings = list(compress(count(), map(_OPENS_ANY, reader.words)))
    found: list[Found] = []
    pending: list[tuple[int, Name]] = []
    words = reader.words
    bodies = [at for at in openings if words[at].names or words[at].is_head]
    for one in _places_and_organisations(reader, bodies, pending):
        found.append(one)
        reader.take(one)
    found.extend(_pending(reader, pending, {one.key for one in found}))
    for one in _people(reader, [at for at in openings if words[at].opens_person]):
        found.append(one)
        reader.take(one)
    found.extend(surnames(reader, found))
    return merge(reader, found)


def _places_and_organisations(
    reader: Reader, openings: list[int], pending: list[tuple[int, Name]]
) -> Iterator[Found]:
    stop = 0
    for place in openings:
        if place < stop:
            continue
        found = _best(reader, place, pending)
        if found:
            stop = found.stop
            yield found


def _best(reader: Reader, place: int, pending: list[tuple[int, Name]]) -> Found | None:
    """Choose the longest of what may begin here."""
    known = _known(reader, place, pending)
    if not reader.words[place].is_head:
        return known
    headed = read_organisation(reader, place) or read_headed_place(reader, place)
    if known and headed:
        joined = headed.stop > known.stop and reader.words[known.stop].bare[0] == "و"
        return known if known.stop >= headed.stop or joined else headed
    return known or headed


def _known(reader: Reader, place: int, pending: list[tuple[int, Name]]) -> Found | None:
    longest = reader.known_name(place)
    if longest is None:
        return None
    for name in reader.known_names(place, longest):
        found = _accept(reader, place, name, pending)
        if found:
            return found
    return None


def _accept(
    reader: Reader, place: int, name: Name, pending: list[tuple[int, Name]]
) -> Found | None:
    stop = place + len(name.words)
    if name.type is EntityType.PLACE:
        if _is_no_place(reader, place, stop) or not is_placed(reader, place, name):
            return None
        return reader.found(name.type, name.usual, place, stop)
    if name.weak and not (
        _is_quoted_name(reader, place, stop) or reader.is_club(place, name)
    ):
        pending.append((place, name))
        return None
    stop = with_nation(reader, place, stop)
    return with_alias(reader, reader.found(name.type, name.usual, place, stop))


def _is_no_place(reader: Reader, place: int, stop: int) -> bool:
    """«مسقط رأسه», «القوة القاهرة»."""
    behind = (reader.folded[stop - 1], reader.folded[stop])
    before = (reader.folded[place - 1], reader.folded[place])
    return behind in NOT_PLACES or (before in NOT_PLACES and place > 0)


def _is_quoted_name(reader: Reader, place: int, stop: int) -> bool:
    return place > 0 and closing_quote(reader, place - 1) == stop


def _pending(
    reader: Reader, pending: list[tuple[int, Name]], keys: set[str]
) -> Iterator[Found]:
    """Accept «التحالف» where «التحالف الدولي» is named in the same article."""
    for place, name in pending:
        stop = place + len(name.words)
        if any(reader.taken[place:stop]):
            continue
        for other in reader.known_names(place, name):
            if other.usual in keys:
                found = reader.found(other.type, other.usual, place, stop)
                reader.take(found)
                yield found
                break


def _people(reader: Reader, openings: list[int]) -> Iterator[Found]:
    stop = 0
    for place in openings:
        if place < stop or reader.taken[place]:
            continue
        word = reader.words[place]
        found = read_titled(reader, place) if word.is_title else None
        if not found and word.is_name:
            found = read_untitled(reader, place)
        if not found and word.is_saying:
            found = read_speaker(reader, place)
        if found:
            found.title = found.title or title_behind(reader, found.stop)
            stop = found.stop
            yield found
