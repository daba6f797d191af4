"""Two copies of one report side by side, the words that differ marked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.corpus.paragraph_diff import paragraph_diff
from articles.corpus.word_diff import changed_words, word_diff
from articles.models import Article
from articles.presentation.reprints import are_one_report


@require_safe
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Show what the second copy changed of the first, paragraph beside paragraph.

    ``?trivial=0`` leaves changes of writing alone (tashkeel, hamza, punctuation)
    unmarked. Only copies of one report are compared, so that no address makes the site
    compare any two texts.
    """
    public = Article.objects.public().with_headings()
    before, after = (get_object_or_404(public, pk=key) for key in (pk, other))
    if pk == other or not are_one_report(pk, other):
        raise Http404
    rows = paragraph_diff(before.paragraphs, after.paragraphs)
    trivial = request.GET.get("trivial") != "0"
    context: dict[str, Any] = {
        "before": before,
        "after": after,
        "title_runs": word_diff(before.title, after.title),
        "rows": rows,
        "trivial": trivial,
        "changed": sum(changed_words(row.runs) for row in rows),
    }
    return render(request, "articles/compare.html", context)
