"""Counts what the site does, for Prometheus: pages by view, the index.

Nothing a reader typed is counted by: no address, no query, no name. With ``METRICS=1``
only. The processes of a machine count together through files in ``DATA_DIR``.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter

from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector

from articles.models import Article
from portal.metric_files import held
from search import machines
from search.engine import archive_backend
from search.ledger.upkeep import lag
from search.models import Outbox

GetResponse = Callable[[HttpRequest], HttpResponse]

_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 10.0)
_own = CollectorRegistry()
REQUESTS = Counter(
    "archive_requests_total",
    "Requests answered.",
    ["view", "method", "status"],
    registry=_own,
)
SECONDS = Histogram(
    "archive_request_seconds",
    "Seconds until the answer began.",
    ["view"],
    registry=_own,
    buckets=_BUCKETS,
)
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def count_requests(get_response: GetResponse) -> GetResponse:
    """Count every answer and its time under the name of its view."""

    def middleware(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        match = request.resolver_match
        view = (match.view_name if match else "") or "none"
        method = request.method if request.method in _METHODS else "other"
        REQUESTS.labels(view, method, str(response.status_code)).inc()
        SECONDS.labels(view).observe(perf_counter() - begun)
        return response

    return middleware


def metrics(request: HttpRequest) -> HttpResponse:
    """Give all counts to staff and to this machine; to others there is no such page."""
    if not (request.user.is_active and request.user.is_staff) and not _is_local(
        request
    ):
        raise Http404
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(_Archive())
    with held(Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])):
        told = generate_latest(registry)
    return HttpResponse(told, content_type=CONTENT_TYPE_LATEST)


def _is_local(request: HttpRequest) -> bool:
    # Behind a proxy on this machine every reader comes from here.
    if any(name in request.headers for name in ("X-Forwarded-For", "Forwarded")):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


class _Archive:
    """What is read of the archive at the moment it is asked."""

    def collect(self) -> Iterator[Metric]:
        rows = Outbox.objects.aggregate(rows=Count("id"), oldest=Min("created_at"))
        oldest = rows["oldest"]
        age = (timezone.now() - oldest).total_seconds() if oldest else 0.0
        health, behind = archive_backend().health(), lag()
        public = Article.objects.public().count()
        yield from _gauges(
            ("archive_outbox_rows", "Changes that wait for the index.", rows["rows"]),
            ("archive_outbox_age_seconds", "Age of the oldest of them.", age),
            ("archive_articles", "Articles that readers may see.", public),
            ("archive_index_articles", "Articles in the index.", health.articles),
            ("archive_index_lag", "How many more or less.", public - health.articles),
            ("archive_index_usable", "1 where the index answers.", int(health.usable)),
            ("archive_ledger_usable", "1 where it is here.", int(behind.usable)),
            ("archive_ledger_batches", "Batches it lacks here.", behind.batches),
            ("archive_ledger_age_seconds", "Age of the oldest.", behind.seconds),
            ("archive_machines", "Seen of late.", machines.present().count()),
        )


def _gauges(*gauges: tuple[str, str, float]) -> Iterable[Metric]:
    for name, meaning, value in gauges:
        yield GaugeMetricFamily(name, meaning, value=value)
