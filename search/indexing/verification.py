"""Holds the archive against itself: index, ledger, captures, figures, what waits.

The database is the truth. What differs from it is told, not mended, except for the
index, which is only a cache: ``mend_index`` brings it back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.storage import storages
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Capture, Figure
from articles.models.capture import capture_path
from search import machines
from search.backends.contract import EngineFault
from search.engine import archive_backend
from search.indexing.digests import IdRange, entry_digest, id_ranges
from search.indexing.outbox import drain_in_turn, enqueue, writing_turn
from search.indexing.rebuilding import rebuild
from search.ledger import upkeep
from search.models import Outbox

PATIENCE = timedelta(minutes=10)
"""How long a change may wait for the index before somebody should look."""

MOST_TOLD = 100
"""How many faults of a kind are told one by one."""

AT_ONCE = 20_000
"""So many articles are held against their index entries at a time."""

_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One question to the archive: how many things were looked at, what is wrong.

    ``faults`` are Arabic sentences, at most ``MOST_TOLD`` of ``count``.
    """

    name: str
    label: str
    checked: int
    count: int = 0
    faults: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.count


@dataclass(frozen=True, slots=True)
class Differences:
    """Articles by id whose index entry is missing, stale, or of nothing public."""

    missing: frozenset[int] = frozenset()
    stale: frozenset[int] = frozenset()
    extra: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """Give every article that is to be indexed again or taken out."""
        return self.missing | self.stale | self.extra


def verify(*, quick: bool = False) -> list[Check]:
    """Ask everything; ``quick`` leaves out what reads every byte of the archive."""
    checks = [
        check_index(),
        check_outbox(),
        check_ledger(),
        check_machines(),
        check_captures(read=not quick),
    ]
    return checks if quick else [*checks, check_figures()]


def check_index() -> Check:
    """Hold every public article against its index entry, and every entry against it.

    Changes that wait in the outbox are no faults.
    """
    label = _("الفهرس ومقالات قاعدة البيانات")
    try:
        found = index_differences()
    except EngineFault as fault:
        return _check("index", label, 0, [_("الفهرس لا يجيب: %s") % fault])
    faults = [
        *(_("المقال %d ليس في الفهرس") % pk for pk in sorted(found.missing)),
        *(_("المقال %d في الفهرس بحال قديمة") % pk for pk in sorted(found.stale)),
        *(_("المقال %d في الفهرس وليس منشورا") % pk for pk in sorted(found.extra)),
    ]
    return _check("index", label, Article.objects.public().count(), faults)


def index_differences() -> Differences:
    """Compare index and database; raise ``EngineFault`` where the index can't answer.

    An article that changes while we look is looked at again before it is told.
    """
    first = _differences()
    if not first.all:
        return first
    second = _differences()
    return Differences(
        first.missing & second.missing,
        first.stale & second.stale,
        first.extra & second.extra,
    )


def _differences() -> Differences:
    parts = list(map(_differences_within, id_ranges(AT_ONCE)))
    none = frozenset[int]()
    return Differences(
        missing=none.union(*(part.missing for part in parts)),
        stale=none.union(*(part.stale for part in parts)),
        extra=none.union(*(part.extra for part in parts)),
    )


def _differences_within(ids: IdRange) -> Differences:
    indexed = archive_backend().digests(*ids)
    stored = {article.pk: entry_digest(article) for article in _public_articles(ids)}
    rows = ids.of(Outbox.objects.all(), "article_id")
    waiting = set(rows.values_list("article_id", flat=True))
    return Differences(
        missing=frozenset(stored.keys() - indexed.keys() - waiting),
        stale=frozenset(
            pk
            for pk in stored.keys() & indexed.keys()
            if stored[pk] != indexed[pk] and pk not in waiting
        ),
        extra=frozenset(indexed.keys() - stored.keys() - waiting),
    )


def _public_articles(ids: IdRange) -> Iterator[Article]:
    fields = ("title", "body", "outlet", "section", "author")
    articles = ids.of(Article.objects.public()).order_by("pk")
    rows = articles.only(*fields, "published_on", "published_time")
    return rows.iterator(chunk_size=500)


def mend_index() -> int:
    """Bring the index back to the database; give how many entries were mended.

    An index that can't answer is built anew.
    """
    try:
        wrong = index_differences().all
    except EngineFault:
        return rebuild(anew=True)
    with writing_turn(wait=True):
        enqueue(wrong)
        drain_in_turn()
    return len(wrong)


def check_outbox() -> Check:
    """See whether changes wait too long for the index."""
    label = _("تغييرات تنتظر الفهرسة")
    oldest = Outbox.objects.order_by("created_at").first()
    faults = []
    if oldest and timezone.now() - oldest.created_at > PATIENCE:
        minutes = int((timezone.now() - oldest.created_at).total_seconds() // 60)
        faults = [_("أقدم تغيير ينتظر منذ %d دقيقة: هل يعمل indexer؟") % minutes]
    return _check("outbox", label, Outbox.objects.count(), faults)


def check_ledger() -> Check:
    """See whether this machine's ledger has what the index has."""
    label = _("سجل الأرقام على هذا الجهاز")
    behind = upkeep.lag()
    faults = []
    if not behind.usable and Figure.objects.exists():
        faults = [_("ليس للسجل أعمدة هنا، فقاعدة البيانات تجيب عنه: هل يعمل worker؟")]
    elif behind.seconds > PATIENCE.total_seconds():
        minutes = int(behind.seconds // 60)
        faults = [_("السجل متأخر منذ %d دقيقة: هل يعمل worker هنا؟") % minutes]
    return _check("ledger", label, behind.batches, faults)


def check_machines() -> Check:
    """See whether the machines that serve the archive share what they must."""
    faults = [
        _("أجهزة عدة تخدم الأرشيف وينقصها %s، فكل منها لا يجد إلا ما أدخله") % name
        for name in machines.not_shared()
    ]
    seen = machines.present().count()
    return _check("machines", _("الأجهزة وما تشترك فيه"), seen, faults)


def check_captures(*, read: bool = True) -> Check:
    """See whether the bytes of every capture are there and have their digest.

    Without ``read`` only whether they are there.
    """
    store = storages["captures"]
    sizes = Capture.objects.order_by("sha256").values_list("sha256", "size").distinct()
    faults, checked = [], 0
    for sha256, size in sizes.iterator(chunk_size=2000):
        checked += 1
        place = capture_path(sha256)
        if not store.exists(place):
            faults.append(_("بايتات النسخة %s مفقودة") % sha256)
        elif store.size(place) != size or (read and _digest(place) != sha256):
            faults.append(_("بايتات النسخة %s لا تطابق بصمتها") % sha256)
    return _check("captures", _("النسخ المحفوظة وبصماتها"), checked, faults)


def _digest(place: str) -> str:
    digest = hashlib.sha256()
    with storages["captures"].open(place) as file:
        while data := file.read(_STEP):
            digest.update(data)
    return digest.hexdigest()


def check_figures() -> Check:
    """See whether every figure quotes what stands at its place."""
    figures = Figure.objects.select_related("article").order_by("article_id")
    rows = figures.only(
        "part", "start", "end", "quote", "article__title", "article__body"
    )
    faults, checked = [], 0
    for figure in rows.iterator(chunk_size=500):
        checked += 1
        if not figure.stands_in_text():
            told = {"pk": figure.article_id, "quote": figure.quote}
            faults.append(_("رقم في المقال %(pk)d لا يطابق نصه: %(quote)s") % told)
    return _check("figures", _("الأرقام ومواضعها في النصوص"), checked, faults)


def _check(name: str, label: str, checked: int, faults: list[str]) -> Check:
    return Check(name, label, checked, len(faults), tuple(faults[:MOST_TOLD]))
