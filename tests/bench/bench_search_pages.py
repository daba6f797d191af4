"""Asks a served archive for whole pages, as browsers would."""

from __future__ import annotations

import random
from urllib.parse import urlencode

from django.urls import reverse

from tests.bench.bench_search_contenders import written
from tests.bench.bench_search_questions import KINDS, Question
from tests.bench.serving import served
from tests.bench.tables import middle_and_worst

ARTICLE_PAGE = "article page"
ROUNDS = 2


def times_of_pages(
    asked: list[Question], articles: int
) -> tuple[dict[str, tuple[float, float]], float]:
    """Give p50 and p95, in milliseconds, of the search page by kind of question, and
    how many megabytes the web worker then holds.

    Between the searches as many article pages are asked for, under ``ARTICLE_PAGE``.
    One reader asks, and the next page after the last: it is pages that are measured,
    and not how they queue.
    """
    chance = random.Random(5)
    times: dict[str, list[float]] = {ARTICLE_PAGE: []}
    with served() as archive:
        for question in asked[: len(KINDS)]:  # one of each kind fills caches
            archive.fetch(search_address(question))
        for question in asked * ROUNDS:
            spent, _page = archive.fetch(search_address(question))
            times.setdefault(question.kind, []).append(spent)
            article = reverse("articles:article", args=[chance.randint(1, articles)])
            times[ARTICLE_PAGE].append(archive.fetch(article)[0])
        memory = archive.memory()
    return {kind: middle_and_worst(spent) for kind, spent in times.items()}, memory


def search_address(question: Question) -> str:
    """Address the search page of a question; facets and histogram are always there."""
    asked = {
        "q": written(question),
        "outlet": question.outlet,
        "since": question.since,
        "until": question.until,
        "sort": "newest" if question.newest else "",
        "page": question.start // 20 + 1 if question.start else "",
    }
    given = {name: value for name, value in asked.items() if value}
    return f"{reverse('search:search')}?{urlencode(given)}"
