"""Keeps what articles are looked up by, and the links between copies, up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import QuerySet

from articles.corpus.reprints import SKETCH_VERSION
from articles.models import Article, Reprint, Sketch, SketchHash, Verdict
from articles.reprints.clustering import recluster
from articles.reprints.finding import Copy, Probe, Read, find_copies
from articles.reprints.hash_rows import chunks, hold
from articles.reprints.joining import join

BATCH = 500


def keep_one(article: Article) -> list[Copy]:
    """Bring the links of one saved article up to date; give its copies."""
    return keep([article])[0].copies


def keep(articles: Iterable[Article]) -> list[Read]:
    """Bring sketches, links and clusters of saved articles up to date.

    Only what was computed is replaced: what an editor decided of a link stays. Call it
    in the transaction that stores the articles.
    """
    found: list[Read] = []
    for some in chunks(articles, BATCH):
        with transaction.atomic():
            found += _keep(some)
    return found


def _keep(articles: Sequence[Article]) -> list[Read]:
    ids = [article.pk for article in articles]
    computed = Reprint.objects.filter(verdict=Verdict.NONE)
    before = _neighbours(ids)
    if Sketch.objects.filter(pk__in=ids).exists():
        SketchHash.objects.filter(article__in=ids).delete()
        computed.touching(ids).delete()
    read = find_copies(map(Probe.of, articles))
    _store_sketches(read)
    links = [_link(one.probe.key, copy) for one in read for copy in one.copies]
    Reprint.objects.bulk_create(links, ignore_conflicts=True)
    if before:
        recluster({*ids, *before})
    elif links:
        join(ids)
    return read


def _store_sketches(read: Sequence[Read]) -> None:
    Sketch.objects.bulk_create(
        [
            Sketch(
                article_id=one.probe.key,
                digest=one.text.digest,
                version=SKETCH_VERSION,
            )
            for one in read
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["digest", "version"],
    )
    hold((value, one.probe.key, len(one.hashes)) for one in read for value in one.kept)


def _link(key: int, copy: Copy) -> Reprint:
    shares = copy.comparison.of_first, copy.comparison.of_second
    if key > copy.article_id:
        shares = shares[::-1]
    first, second = sorted((key, copy.article_id))
    return Reprint(
        first_id=first,
        second_id=second,
        likeness=copy.likeness.value,
        of_first=round(shares[0], 4),
        of_second=round(shares[1], 4),
    )


def _neighbours(ids: Sequence[int]) -> set[int]:
    pairs = Reprint.objects.touching(ids).values_list("first_id", "second_id")
    return {key for pair in pairs for key in pair}


def waiting() -> QuerySet[Article]:
    """Give the articles that were never looked at, or by an older way of sketching."""
    current = Sketch.objects.filter(version=SKETCH_VERSION)
    return Article.objects.exclude(pk__in=current.values("pk")).order_by("pk")
