"""Finds the copies of texts among the stored articles: one look-up a batch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from articles.corpus.reprints import (
    Comparison,
    Likeness,
    Shingled,
    compare,
    enough_shared,
    shingle,
    sketch,
)
from articles.models import Article, Sketch
from articles.reprints.hash_rows import chunks, holders

MOST_COMPARED = 16
"""So many of the likeliest articles are compared with a text, besides equal ones."""

MOST_EQUAL = 8
"""So many articles of the very same words are linked with one: they are linked with
each other already."""

MOST_HOLDERS = 32
"""What so many articles have is common talk: further ones are not found by it."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A text whose copies are sought; ``key`` is its article's id, 0 for none yet.

    ``day`` is when it was published, None where the day is not known.
    """

    key: int
    body: str
    day: date | None = None

    @classmethod
    def of(cls, article: Article) -> Probe:
        """Take an article, stored or not."""
        return cls(article.pk or 0, article.body, known_day(article))


@dataclass(frozen=True, slots=True)
class Copy:
    """An article alike a text; ``comparison`` has the text first, the article then."""

    article_id: int
    comparison: Comparison

    @property
    def likeness(self) -> Likeness:
        """Say in what way they are one report."""
        assert self.comparison.likeness is not None  # no Copy is made of others
        return self.comparison.likeness


@dataclass(slots=True)
class Read:
    """A probe, read: its shingles, its sketch, and the copies found of it.

    ``kept`` are the hashes it can be found by later: those that are not common talk.
    """

    probe: Probe
    text: Shingled
    hashes: list[int]
    kept: list[int] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)


def known_day(article: Article) -> date | None:
    """Give the day of publication where the day is known."""
    known = article.published_precision in ("day", "minute")
    return article.published_on if known else None


def find_copies(probes: Iterable[Probe]) -> list[Read]:
    """Read texts and find the copies of each among the stored articles and those
    before it in ``probes``; an article is no copy of itself."""
    read = [_read(probe) for probe in probes]
    likely, equal = _sharing(read), _equal(read)
    for one, keys in zip(read, likely, strict=True):
        same = equal[one.text.digest] if one.text.words.size else []
        keys.update(key for key in same if key != one.probe.key)
    stored = _stored_texts({key for keys in likely for key in keys}, read)
    place = {one.probe.key: at for at, one in enumerate(read)}
    for at, (one, keys) in enumerate(zip(read, likely, strict=True)):
        for key in sorted(keys):
            if place.get(key, -1) >= at:
                continue
            probe, text = stored[key]
            found = compare(one.text, text, _days_apart(one.probe.day, probe.day))
            if found.likeness:
                one.copies.append(Copy(key, found))
    return read


def _read(probe: Probe) -> Read:
    text = shingle(probe.body)
    return Read(probe, text, sketch(text))


def _sharing(read: Sequence[Read]) -> list[set[int]]:
    """Name, for each text, the articles that share enough hashes with it."""
    holding: defaultdict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for value, key, size in holders({value for one in read for value in one.hashes}):
        holding[value].append(key)
        sizes[key] = size
    named: list[set[int]] = []
    for one in read:
        count = Counter(chain.from_iterable(map(holding.__getitem__, one.hashes)))
        del count[one.probe.key]
        size = len(one.hashes)
        enough = (
            key
            for key, shared in count.most_common(MOST_COMPARED)
            if enough_shared(shared, min(size, sizes[key]))
        )
        named.append(set(enough))
        if one.probe.key:
            _hold(one, holding)
            sizes[one.probe.key] = size
    return named


def _hold(one: Read, holding: defaultdict[int, list[int]]) -> None:
    one.kept = [value for value in one.hashes if len(holding[value]) < MOST_HOLDERS]
    for value in one.kept:
        holding[value].append(one.probe.key)


def _equal(read: Sequence[Read]) -> defaultdict[str, list[int]]:
    """Name, by digest, articles of the very same words."""
    equal: defaultdict[str, list[int]] = defaultdict(list)
    for some in chunks({one.text.digest for one in read}):
        rows = Sketch.objects.filter(digest__in=some).order_by("article")
        for digest, key in rows.values_list("digest", "article_id"):
            if len(equal[digest]) < MOST_EQUAL:
                equal[digest].append(key)
    for one in read:
        if one.probe.key and len(equal[one.text.digest]) < MOST_EQUAL:
            equal[one.text.digest].append(one.probe.key)
    return equal


def _stored_texts(
    keys: set[int], read: Sequence[Read]
) -> dict[int, tuple[Probe, Shingled]]:
    texts = {one.probe.key: (one.probe, one.text) for one in read if one.probe.key}
    columns = ("id", "body", "published_on", "published_precision")
    for some in chunks(keys - texts.keys()):
        for key, body, day, precision in Article.objects.filter(
            pk__in=some
        ).values_list(*columns):
            known = day if precision in ("day", "minute") else None
            texts[key] = Probe(key, "", known), shingle(body)
    return texts


def _days_apart(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None
