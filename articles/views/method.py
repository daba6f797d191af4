"""How the archive reads, and how well, for those who want to know before trusting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.presentation import method
from articles.presentation.claims import GROUNDS
from articles.presentation.editors_measure import judged_kinds


def method_figures(request: HttpRequest) -> HttpResponse:
    """Explain how figures are read, what was measured, and what can't be done."""
    context = {
        "kinds": method.kinds(),
        "bounds": method.bounds(),
        "measured_kinds": method.measured_kinds(),
        "measured_sets": method.measured_sets(),
        "measured_peers": method.measured_peers(),
        "measured_names": list(method.measured_names()),
        "judged_kinds": judged_kinds(),
    }
    return render(request, "articles/method.html", context)


def method_claims(request: HttpRequest) -> HttpResponse:
    """Explain how claims are drawn, compared and held against titles."""
    context = {"grounds": GROUNDS.values()}
    return render(request, "articles/method_claims.html", context)
