"""What a number is about: whom or what it counts, where, when, in what sense.

The scope is read from the words of the number's own sentence, nearest first. What the
sentence leaves out is left open: an open side never differs from anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from articles.corpus.arabic import fold
from articles.corpus.claims import lexicon
from articles.corpus.claims.around import Around
from articles.corpus.claims.counted import NUMBER, PEOPLE, counted, stance, women
from articles.corpus.claims.course import (
    counted_since,
    dates_told,
    is_forecast,
    is_increase,
    movement,
    periods_told,
)
from articles.corpus.claims.lexicon import bare, sense_in
from articles.corpus.claims.places import NOWHERE, Places, places_of
from articles.corpus.claims.subject import NOTHING, Subject, subject_of
from articles.corpus.figures.nouns import singular
from articles.corpus.names import Entity, EntityType, extract_names
from articles.corpus.words import tokenize

_CLOSE = 6  # words behind the number in which a body is its own


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number is about; "" and empty sets where the sentence is silent.

    ``noun`` is what is counted, ``quality`` its adjectives, ``deed`` what befell it
    («مقتل 20 شخصا» and «20 قتيلا» are both "dead" of "", which are ``people``).
    ``topic`` is what a sum or a share is of, with the word behind it: («سعر»، «خبز»).
    ``period`` holds ISO dates as far as they are told, or words: «this:عام».
    ``moved`` is "risen", "fallen", "become" or "revised" where the sentence says that
    the number changed, ``stance`` "for" or "against", ``spoken`` whether the sentence
    says who claims it.
    """

    noun: str = ""
    people: bool = False
    quality: frozenset[str] = frozenset()
    deed: str = ""
    topic: str = ""
    topic_of: str = ""
    causes: frozenset[str] = frozenset()
    places: Places = NOWHERE
    actors: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    period: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    part: bool = False
    increase: bool = False
    forecast: bool = False
    spoken: bool = False
    stance: str = ""
    moved: str = ""
    source: str = ""
    facilities: frozenset[str] = frozenset()
    subject: Subject = NOTHING


def scope_of(
    sentence: str,
    start: int,
    end: int,
    noun_key: str = "",
    claimant: str = "",
    published: date | None = None,
    context: str = "",
) -> Scope:
    """Read the scope of the number at ``sentence[start:end]``, code points.

    ``context`` is the title or the dateline: a place it names holds where the sentence
    names none. ``published`` resolves «أمس».

    >>> sentence = "مقتل 20 شخصا في حريق"
    >>> scope = scope_of(sentence, 5, 7, "شخص")
    >>> scope.noun, scope.deed, sorted(scope.causes)
    ('', 'dead', ['fire'])
    """
    around = Around.of(sentence, start, end)
    names = extract_names(sentence, around.tokens)
    dates = dates_told(sentence, published)
    return replace(
        _thing_of(around, noun_key),
        causes=_senses(lexicon.CAUSES, around.words()),
        places=places_of(sentence, names, claimant, context),
        actors=_actors(around, names, claimant),
        groups=_groups(around, of_stuff=not noun_key),
        period=frozenset(iso for iso, since in dates if not since)
        | periods_told(around.words()),
        since=frozenset(iso for iso, since in dates if since) | counted_since(around),
        part=not lexicon.PARTS.isdisjoint(around.before(4)),
        forecast=is_forecast(around),
        spoken=bool(claimant),
        stance=stance(around),
        moved=movement(around),
        source=source_sort(claimant),
        facilities=_facilities(around),
        subject=subject_of(around, claimant),
    )


def _thing_of(around: Around, noun_key: str) -> Scope:
    """Read what is counted, of what sort, and what befell it."""
    noun, *quality = noun_key.split() or [""]
    topic, topic_of = ("", "") if noun and noun not in NUMBER else _topic(around)
    if topic:
        noun, deed = "", ""
    else:
        noun, quality, deed = counted(around, noun, quality)
    return Scope(
        noun=noun,
        people=not noun and bool(PEOPLE.intersection(noun_key.split()[:1])),
        quality=frozenset(quality) | women(around),
        deed=deed,
        topic=topic,
        topic_of=topic_of,
        increase=is_increase(around, quality),
    )


def source_sort(claimant: str) -> str:
    """Tell what sort of source speaks: "state", "activists", … or "".

    >>> source_sort("الدفاع المدني"), source_sort("ناشطون"), source_sort("سعيد")
    ('state', 'activists', '')
    """
    words = (token.folded for token in tokenize(claimant) if token.kind == "word")
    return next(filter(None, (sense_in(lexicon.SOURCES, w) for w in words)), "")


def _senses(table: dict[str, str], words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, (sense_in(table, word) for word in words)))


def _topic(around: Around) -> tuple[str, str]:
    """Give what a sum, a share or a measure is of, and the word behind that."""
    places = [*range(around.at - 1, -1, -1), *range(around.end, len(around.tokens))]
    for place in places:
        word = around.tokens[place].folded
        topic = "" if word in lexicon.FUNCTION else sense_in(lexicon.TOPICS, word)
        if topic and place:
            outer = sense_in(lexicon.TOPICS, around.tokens[place - 1].folded)
            topic, place = (outer, place - 1) if outer else (topic, place)
        if topic:
            return topic, _complement(around, place + 1)
    return "", ""


def _complement(around: Around, place: int) -> str:
    """Give up to two words behind a topic: «كلفة ترميم القلعة»."""
    first = _content(around, place)
    return f"{first} {_content(around, place + 1)}".strip() if first else ""


def _content(around: Around, place: int) -> str:
    if not place < len(around.tokens) or place in range(around.at, around.end):
        return ""
    token = around.tokens[place]
    if token.kind != "word" or token.folded in lexicon.FUNCTION:
        return ""
    return singular(
        bare(token.folded)[-1] if token.folded[0] in "بلوف" else token.folded
    )


def _actors(around: Around, names: Sequence[Entity], claimant: str) -> frozenset[str]:
    """Give the bodies that stand close behind the number, who speaks left out."""
    if around.end >= len(around.tokens):
        return frozenset()
    last = min(around.end + _CLOSE, len(around.tokens) - 1)
    first, stop = around.tokens[around.end].start, around.tokens[last].end
    spoken = fold(claimant)
    return frozenset(
        entity.name
        for entity in names
        if entity.type is EntityType.ORGANISATION
        and fold(entity.name) not in spoken
        and any(
            first <= mention.start < stop and not _is_quoted(around, mention.start)
            for mention in entity.mentions
        )
    )


def _is_quoted(around: Around, start: int) -> bool:
    before = [token for token in around.tokens if token.end <= start][-3:]
    return any(form in lexicon.ACCORDING for t in before for form in bare(t.folded))


_OF = frozenset(("من",))
_WHO_ARE = frozenset(fold("صفوف لدى بين").split())


def _groups(around: Around, of_stuff: bool) -> frozenset[str]:
    """Give of whom or what the counted are: «20 جنديا من الجيش», «3 أطنان من القمح»."""
    words = list(around.after())
    found = set()
    for place, word in enumerate(words[:-1]):
        behind = words[place + 1]
        stuff = of_stuff and place <= _UNIT_WORDS
        if (word in _OF and (stuff or behind.startswith("ال"))) or word in _WHO_ARE:
            found.add(singular(behind))
            if stuff:
                break
    return frozenset(found)


_UNIT_WORDS = 2


def _facilities(around: Around) -> frozenset[str]:
    """Give the houses that stand behind «في»: «في مدرسة»، «في السوق»."""
    found = set()
    for before, token in pairwise(around.tokens):
        forms = {singular(form) for form in bare(token.folded)}
        if before.folded in _IN or token.folded.startswith("ب"):
            found |= forms & lexicon.FACILITIES
    return frozenset(found)


_IN = frozenset(("في", "داخل", "علي", "من"))
