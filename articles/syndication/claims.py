"""A figure as machines cite it: where its words stand, and schema.org's Claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.corpus.anchors import context_of
from articles.editing.figure_verdicts import text_of
from articles.models import Capture, Figure
from articles.models.part import Part
from articles.presentation.figures import shown_figure


def selectors_of(figure: Figure) -> list[dict[str, Any]]:
    """Give the selectors of the W3C Web Annotation Data Model (4.2.4, 4.2.5).

    Positions count code points of the article's title or body.
    """
    text = text_of(figure.article, figure.part)
    before, after = context_of(text, figure.start, figure.end)
    return [
        {"type": "TextPositionSelector", "start": figure.start, "end": figure.end},
        {
            "type": "TextQuoteSelector",
            "exact": figure.quote,
            "prefix": before,
            "suffix": after,
        },
    ]


def claim_of(
    figure: Figure, captures: Iterable[Capture], *, url: str, article_url: str
) -> dict[str, Any]:
    """Describe a figure as schema.org's Claim; what is unknown is left out.

    The claim is the text's, not the archive's: no rating is given.
    """
    article, shown = figure.article, shown_figure(figure)
    claimant = figure.claimed_by.name if figure.claimed_by else figure.claimant
    data: dict[str, Any] = {
        "@context": ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}],
        "@type": "Claim",
        "@id": url,
        "url": url,
        "text": shown.quote,
        "inLanguage": article.language,
        "claimInterpreter": {
            "@type": "SoftwareApplication",
            "name": "figures",
            "softwareVersion": str(article.parser_version),
        },
        "appearance": {
            "@type": "NewsArticle",
            "@id": article_url,
            "headline": article.title[:300],
            "datePublished": article.published_iso,
            "identifier": [f"sha256:{capture.sha256}" for capture in captures],
        },
        "about": _measured(figure),
        "oa:hasTarget": {
            "oa:hasSource": f"{article_url}#{_part_id(figure)}",
            "oa:hasSelector": selectors_of(figure),
        },
    }
    if claimant:
        data["author"] = {"@type": "Thing", "name": claimant}
    return {key: value for key, value in data.items() if value}


def _part_id(figure: Figure) -> str:
    return "title" if figure.part == Part.TITLE else "text"


def _measured(figure: Figure) -> dict[str, Any]:
    """Write value, unit and noun as a QuantitativeValue."""
    if figure.value is None:
        return {}
    high = figure.value_max
    values = (
        {"minValue": float(figure.value), "maxValue": float(high)}
        if high is not None
        else {"value": float(figure.value)}
    )
    return {
        "@type": "QuantitativeValue",
        "name": figure.noun,
        "unitText": figure.unit,
        "description": figure.modifier_text or figure.modifier,
        **values,
    }
