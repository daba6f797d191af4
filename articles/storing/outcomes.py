"""The outcome of an ingest as machines read it."""

from __future__ import annotations

from typing import Any

from articles.ingest import Outcome
from articles.models import Figure
from articles.reprints import Copy


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Give one outcome as JSON values.

    Offsets of ``removed`` are code points of the decoded input, those of ``figures``
    of the stored title or body (see ``part``).
    """
    told: dict[str, Any] = {"source": outcome.source, "outcome": outcome.result.value}
    article = outcome.article
    if article is not None:
        told |= {
            "id": article.pk,
            "title": article.title,
            "title_derived": article.title_derived,
            "section": article.section and article.section.name,
            "outlet": article.outlet and article.outlet.name,
            "author": article.author and article.author.name,
            "published": article.published_iso or None,
            "published_precision": article.published_precision or None,
            "dateline": {
                "place": article.dateline_place or None,
                "agency": article.agency or None,
            },
            "body": article.body,
            "removed": article.removed,
            "figures": [figure_json(figure) for figure in outcome.figures],
            "copies": [copy_json(copy) for copy in outcome.copies],
        }
    return told | {"reason": outcome.reason or None}


def copy_json(copy: Copy) -> dict[str, Any]:
    """Give one stored copy as JSON values; shares are of the content words, 0 to 1."""
    return {
        "id": copy.article_id,
        "likeness": copy.likeness.value,
        "of_this": round(copy.comparison.of_first, 3),
        "of_that": round(copy.comparison.of_second, 3),
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """Give one stored figure as JSON values; whole numbers stay whole."""
    return {
        "part": figure.part,
        "start": figure.start,
        "end": figure.end,
        "text": figure.quote,
        "kind": figure.kind,
        "value": _number(figure.value),
        "value_max": _number(figure.value_max),
        "value_min": _number(figure.value_min),
        "iso": figure.iso or None,
        "modifier": figure.modifier or None,
        "unit": figure.unit or None,
        "noun": figure.noun or None,
        "claimant": figure.claimant or None,
        "tier": figure.tier,
        "ambiguous": figure.ambiguous,
        "vague": figure.vague,
    }


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
