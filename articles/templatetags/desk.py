"""What waits for an editor on the first page of the desk."""

from __future__ import annotations

from django import template
from django.db.models import Count, Q

from articles.models import (
    Article,
    FigureReport,
    FigureVerdict,
    ReportState,
    Status,
    Upload,
)

register = template.Library()


@register.simple_tag
def waiting() -> dict[str, int]:
    """Count drafts, reviewed articles that wait, published ones without date or outlet,
    open uploads, and what waits of figures: readers' reports, verdicts whose words are
    gone."""
    public = Q(status=Status.PUBLISHED)
    counts = Article.objects.aggregate(
        drafts=Count("pk", Q(status=Status.DRAFT)),
        reviewed=Count("pk", Q(status=Status.REVIEWED)),
        undated=Count("pk", public & Q(published_on__isnull=True)),
        without_outlet=Count("pk", public & Q(outlet__isnull=True)),
        derived=Count("pk", public & Q(title_derived=True)),
    )
    open_states = (Upload.State.PREVIEW, Upload.State.STORING)
    verdicts = FigureVerdict.objects.in_force().filter(orphaned=True)
    return counts | {
        "uploads": Upload.objects.filter(state__in=open_states).count(),
        "reports": FigureReport.objects.filter(state=ReportState.OPEN).count(),
        "orphans": verdicts.count(),
    }
