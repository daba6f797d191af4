"""Finds the articles that claim a figure a query asks for."""

from __future__ import annotations

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from articles.corpus.figures import extract_figures
from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Figure
from articles.presentation.figures import DATE_KINDS
from search.language import tree

MOST_ARTICLES = 20_000
"""Of more articles that claim such a figure these are found, the newest first."""

UNASKED_KINDS = (*DATE_KINDS, "ordinal")
"""Kinds of figures that no one means who asks for a number."""


def articles_claiming(figures: tree.Figures) -> tuple[frozenset[int], bool]:
    """Give the public articles with such a figure, and whether there are more.

    A range («بين 100 و200») is such a figure if it overlaps what is asked.
    """
    rows = Figure.objects.filter(value__isnull=False).exclude(kind__in=UNASKED_KINDS)
    if figures.low is not None:
        rows = rows.alias(largest=Coalesce(F("value_max"), F("value")))
        rows = rows.filter(largest__gte=figures.low)
    if figures.high is not None:
        rows = rows.filter(value__lte=figures.high)
    if figures.noun:
        rows = rows.filter(_counting(figures.noun))
    public = Article.objects.public().filter(pk__in=rows.values("article"))
    ids = list(public.order_by("-pk").values_list("pk", flat=True)[: MOST_ARTICLES + 1])
    return frozenset(ids[:MOST_ARTICLES]), len(ids) > MOST_ARTICLES


def _counting(noun: str) -> Q:
    """Select figures of a noun or a unit, as the reader of figures would read it."""
    read = extract_figures(f"100 {noun}")
    if read and read[0].unit:
        return Q(unit=read[0].unit)
    key = (read[0].noun_key if read else None) or noun_key(noun)
    return Q(noun_key=key) | Q(noun_key__startswith=f"{key} ")
