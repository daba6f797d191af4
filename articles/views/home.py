"""The first page: a search box, what came in last, the outlets, the years."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Outlet
from articles.presentation.figures import leading_figures
from articles.querysets import with_public_articles
from articles.views.lists import by_year, year_bars

LATEST = 8
FIGURES = 4
OUTLETS = 10


def home(request: HttpRequest) -> HttpResponse:
    """Show the doors of the archive and what is behind them."""
    public = Article.objects.public()
    per_year, undated = public.per_year(), public.undated().count()
    outlets = list(with_public_articles(Outlet.objects.all()))
    latest = list(public.for_lists().with_leads().order_by("-id")[:LATEST])
    context = {
        "latest": latest,
        "figures": leading_figures(latest, FIGURES),
        "total": undated + sum(count for _year, count in per_year),
        "undated": undated,
        "unknown": public.filter(outlet=None).count(),
        "outlets": outlets[:OUTLETS],
        "outlets_total": len(outlets),
        "years": year_bars(
            per_year, lambda year: reverse("articles:year", args=[year])
        ),
        "first_year": per_year[0][0] if per_year else None,
        "last_year": per_year[-1][0] if per_year else None,
    }
    return render(request, "articles/home.html", context)


def latest(request: HttpRequest) -> HttpResponse:
    """Show everything in the order it came into the archive, the last first."""
    context = {
        "title": _("آخر ما أضيف"),
        "note": _("بترتيب دخولها الأرشيف، لا بتاريخ نشرها."),
        "up_url": reverse("articles:browse"),
        "up_label": _("التصفح"),
        **by_year(request, Article.objects.public(), last_added=True),
    }
    return render(request, "articles/list.html", context)
