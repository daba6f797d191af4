"""Advanced search: a form that writes the language of search, and reads it back."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.querysets import met_by_readers
from search.forms import AdvancedForm
from search.language.fields import read_query
from search.language.syntax import LONGEST_QUERY
from search.plans import HEADINGS

MOST_NAMES = 300
"""So many names of outlets, sections and authors are offered while typing."""


@require_safe
def advanced(request: HttpRequest) -> HttpResponse:
    """Show the fields of ``?q=``; sent back, lead to the search they ask for."""
    text = request.GET.get("q", "")[:LONGEST_QUERY]
    if "q" in request.GET or not request.GET:
        form = AdvancedForm(initial=asdict(read_query(text)))
    else:
        form = AdvancedForm(request.GET)
        if form.is_valid():
            query = urlencode({"q": form.query()})
            return redirect(f"{reverse('search:search')}?{query}")
    names = {
        f"{name}s": met.values_list("name", flat=True)[:MOST_NAMES]
        for name, model in HEADINGS.items()
        for met in [met_by_readers(model.objects.all())]
    }
    return render(request, "search/advanced.html", {"form": form, "names": names})
