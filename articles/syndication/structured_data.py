"""What machines read in an article's page: JSON-LD and the facts behind meta tags."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from articles.models import Article

_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",  # LINE SEPARATOR
    0x2029: "\\u2029",  # PARAGRAPH SEPARATOR
}


class JsonBlock:
    """JSON for the inside of a <script> data block.

    No value can end the block or open markup: what HTML or JavaScript would read
    otherwise than JSON is written as JSON escapes.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)

    def __html__(self) -> str:
        return self.text


def news_article(
    article: Article, *, url: str, image: str, site: str
) -> dict[str, Any]:
    """Describe an article as schema.org's NewsArticle; what is unknown is left out."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": article.title[:300],
        "inLanguage": article.language,
        "image": image,
        "datePublished": article.published_iso,
        "dateModified": article.updated_at.isoformat(timespec="seconds"),
        "wordCount": article.word_count,
        "isBasedOn": article.url,
        "dateline": article.dateline_place,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": site},
    }
    if article.author:
        data["author"] = {"@type": "Person", "name": article.author.name}
    if article.outlet:
        publisher = {"@type": "NewsMediaOrganization", "name": article.outlet.name}
        if article.outlet.website:
            publisher["url"] = article.outlet.website
        data["publisher"] = publisher
    if article.section:
        data["articleSection"] = article.section.name
    return {key: value for key, value in data.items() if value}
