"""One figure at its permanent address: its words, how to cite it, how to report it."""

from __future__ import annotations

from axes.helpers import get_client_ip_address
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import reports
from articles.editing.figure_verdicts import text_of
from articles.forms.figures import ReportForm
from articles.models import Article, Figure
from articles.presentation.figures import shown_figure
from articles.presentation.marked_sentence import sentence_of
from articles.syndication.citation import cite
from articles.syndication.claims import claim_of, selectors_of
from articles.views.links import absolute


@require_safe
def figure(request: HttpRequest, pk: int, address: str) -> HttpResponse:
    """Show one figure in its sentence, how it was read, and how to cite it."""
    figure = _figure_or_404(pk, address)
    article = figure.article
    url = absolute(request, figure.get_absolute_url())
    article_url = absolute(request, article.get_absolute_url())
    captures = list(article.captures.all())
    context = {
        "article": article,
        "figure": figure,
        "shown": shown_figure(figure),
        "sentence": sentence_of(text_of(article, figure.part), figure),
        "url": url,
        "captures": captures,
        "selectors": selectors_of(figure),
        "citation": cite(
            article, url=url, site=settings.SITE_NAME, today=timezone.localdate()
        ),
        "structured": claim_of(figure, captures, url=url, article_url=article_url),
    }
    return render(request, "articles/figure.html", context)


# A signed token in the form takes the place of Django's: that one would set a cookie
# in the browser of every visitor.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report_figure(request: HttpRequest, pk: int, address: str) -> HttpResponse:
    """Ask what is wrong with a figure and hand it to the editors."""
    figure = _figure_or_404(pk, address)
    form = ReportForm(request.POST or None)
    sent, refusal = False, ""
    if request.method == "POST":
        sent, refusal = _take_in(request, figure, form)
    context = {
        "article": figure.article,
        "figure": figure,
        "shown": shown_figure(figure),
        "form": form,
        "token": reports.make_token(figure),
        "sent": sent,
        "refusal": refusal,
    }
    status = 429 if refusal else 200
    response = render(request, "articles/report_figure.html", context, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _take_in(
    request: HttpRequest, figure: Figure, form: ReportForm
) -> tuple[bool, str]:
    """Tell whether a report was taken in, and why not where that is no fault of the
    form's."""
    if not reports.token_is_ours(request.POST.get("token", ""), figure):
        form.add_error(None, _("انتهت صلاحية هذا النموذج؛ أرسله مرة أخرى."))
    if not form.is_valid():
        return False, ""
    if form.cleaned_data["website"]:
        return True, ""  # a machine filled what nobody sees: it learns nothing
    sender = reports.sender_of(get_client_ip_address(request) or "")
    told = form.cleaned_data["fault"], form.cleaned_data["message"]
    try:
        reports.take_in(figure, *told, sender)
    except reports.TooManyError:
        return False, _("وصلت بلاغات كثيرة؛ أعد المحاولة بعد ساعة.")
    return True, ""


def _figure_or_404(pk: int, address: str) -> Figure:
    article = get_object_or_404(Article.objects.public().with_headings(), pk=pk)
    for figure in article.figures.select_related("claimed_by", "verdict"):
        figure.article = article
        if figure.address == address and figure.stands_in_text():
            return figure
    raise Http404
