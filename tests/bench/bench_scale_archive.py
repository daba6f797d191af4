"""Makes an archive of any size of texts that were read once.

The texts go in as users bring them, through ``manage.py ingest``. Further articles are
copies of these in which the words between figures and names are other words of the
same length: so the figures and names that were read still stand at their places.
"""

from __future__ import annotations

import os
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from django.db import transaction

from articles.models import Article, Capture, Figure, Mention, Name, Outlet, Section
from articles.models.capture import keep_bytes
from articles.reprints import keep
from articles.storing.name_counts import recount
from tests.bench.convert_corpus import articles_of, raw_text

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
SAMPLES = Path(__file__).parents[1] / "samples" / "raw"
OUTLETS = 40
SECTIONS = 12
FIRST_DAY, DAYS = date(2012, 3, 1), 2100
CHANGED = 0.5
"""The share of words that are others: copies of a report are few, as in the world."""

BATCH = 1000
_WORD = re.compile(r"[^\W\d_]{3,}")


def write_texts(folder: Path, count: int, skip: int = 0) -> None:
    """Write ``count`` texts as files, after those of a call for ``skip``."""
    folder.mkdir()
    for number, text in enumerate(islice(_texts(), skip, skip + count)):
        (folder / f"{number:06d}.txt").write_text(text, "utf-8")


def _texts() -> Iterator[str]:
    """Give raw texts without end: those there are, then with other words.

    They are mixed: the first of a corpus are all of one month.
    """
    real = os.environ.get("REAL_DATA")
    if real:
        texts = list(map(raw_text, articles_of(Path(real) / CORPUS)))
    else:
        paths = sorted(SAMPLES.glob("*.txt"))
        texts = [path.read_text("utf-8") for path in paths]
    random.Random(1).shuffle(texts)
    yield from texts
    chance, words = random.Random(2), _by_length(texts)
    while True:
        for text in texts:
            yield _changed(text, (), words, chance)


@dataclass(frozen=True, slots=True)
class Read:
    """An article with all that was read of it, and the places that must stay."""

    article: Article
    figures: list[Figure]
    mentions: list[Mention]

    def fixed(self, part: str) -> list[tuple[int, int]]:
        """Give the places of figures and names in a part."""
        figures = [(f.phrase_start, f.phrase_end) for f in self.figures]
        quotes = [(f.start, f.end) for f in self.figures if f.part == part]
        names = [
            (start, end)
            for mention in self.mentions
            for of, start, end in mention.places
            if of == part
        ]
        return sorted([*figures, *quotes, *names])


def grow(size: int, read: int) -> None:
    """Add copies of the first ``read`` articles until there are ``size``.

    Who is ended goes on where it stood.
    """
    there = Article.objects.count()
    chance = random.Random(there)
    outlets = [
        Outlet.objects.get_or_create(name=f"جريدة النسخ {n}", slug=f"copy-{n}")[0]
        for n in range(OUTLETS)
    ]
    sections = [
        Section.objects.get_or_create(name=f"باب النسخ {n}", slug=f"copy-{n}")[0]
        for n in range(SECTIONS)
    ]
    known = list(_read(read))
    words = _by_length(each.article.body for each in known)
    copies = _copies(known, words, outlets, sections, chance)
    missing = size - there
    while missing > 0:
        _store(list(islice(copies, min(BATCH, missing))))
        missing -= BATCH
    Name.objects.update(stale=True)
    recount()


def _read(most: int) -> Iterator[Read]:
    for article in Article.objects.order_by("pk")[:most]:
        figures, mentions = article.figures.all(), article.mentions.all()
        yield Read(article, list(figures), list(mentions))


def _by_length(texts: Iterable[str]) -> dict[int, list[str]]:
    words: defaultdict[int, list[str]] = defaultdict(list)
    for text in texts:  # as often as they are used: frequent words stay frequent
        for word in _WORD.findall(text):
            words[len(word)].append(word)
    return words


def _copies(
    known: Sequence[Read],
    words: dict[int, list[str]],
    outlets: Sequence[Outlet],
    sections: Sequence[Section],
    chance: random.Random,
) -> Iterator[Read]:
    while True:
        for one in known:
            old = one.article
            article = Article(
                title=_changed(old.title, one.fixed("title"), words, chance),
                body=_changed(old.body, one.fixed("body"), words, chance),
                outlet=chance.choice(outlets),
                section=chance.choice(sections),
                published_on=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
                published_precision="day",
                dateline_place=old.dateline_place,
                agency=old.agency,
                segments=old.segments,
                removed=old.removed,
                word_count=old.word_count,
                parser_version=old.parser_version,
                status=old.status,
            )
            yield Read(article, one.figures, one.mentions)


def _changed(
    text: str,
    fixed: Sequence[tuple[int, int]],
    words: dict[int, list[str]],
    chance: random.Random,
) -> str:
    """Put other words of the same length where nothing stands that was read."""
    stays = bytearray(len(text) + 1)
    for start, end in fixed:
        stays[start:end] = b"\x01" * max(0, min(end, len(text)) - start)

    def other(found: re.Match[str]) -> str:
        start, end = found.span()
        if any(stays[start:end]) or chance.random() > CHANGED:
            return found[0]
        return chance.choice(words.get(end - start) or [found[0]])

    return _WORD.sub(other, text)


def _store(copies: Sequence[Read]) -> None:
    with transaction.atomic():
        articles = Article.objects.bulk_create(one.article for one in copies)
        figures, mentions, captures = [], [], []
        for article, one in zip(articles, copies, strict=True):
            figures += [_again(figure, article) for figure in one.figures]
            mentions += [
                Mention(article=article, name_id=row.name_id, places=row.places)
                for row in one.mentions
            ]
            data = f"{article.title}\n\n{article.body}".encode()
            captures.append(
                Capture(
                    article=article,
                    sha256=keep_bytes(data),
                    size=len(data),
                    charset="utf-8",
                    source=f"{article.pk}.txt",
                )
            )
        Figure.objects.bulk_create(figures, batch_size=500)
        Mention.objects.bulk_create(mentions, batch_size=500)
        Capture.objects.bulk_create(captures, ignore_conflicts=True)
        keep(articles)


def _again(figure: Figure, article: Article) -> Figure:
    fields = {
        field.attname: getattr(figure, field.attname)
        for field in Figure._meta.concrete_fields
        if field.attname not in ("id", "article_id", "verdict_id")
    }
    return Figure(article=article, **fields)
