"""The API's description, for schemathesis to ask whatever it allows and does not.

It makes requests of the description, in bounds and out of them, and holds each answer
against it: status, headers, shape, and that what the description refuses is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck
from pytest_django.fixtures import Settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.schemas import OpenApiSchema

from articles.corpus.figures.nouns import noun_key
from articles.models import Mention, Name
from search.api.openapi import document
from search.indexing import outbox
from tests.factories import ArticleFactory, AuthorFactory, CaptureFactory, figure_of

ARTICLE = 77


def described() -> OpenApiSchema:
    """Load the description, with the number of an article that is there."""
    told = document()
    told["paths"]["/api/v1/articles/{id}"]["get"]["parameters"][0]["example"] = ARTICLE
    generation = {"deterministic": True, "database": "none"}
    config = SchemathesisConfig.from_dict({"seed": 7, "generation": generation})
    schema = schemathesis.openapi.from_dict(told, config=config)
    schema.app = get_wsgi_application()
    return schema


api = described()
unhurried: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
}


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep the test's connection: whole requests, as made here, would end it."""
    ends = signals.request_started, signals.request_finished
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def archive(index: Path, settings: Settings, one_connection: None) -> None:
    """Keep an article that says nothing of itself, and one that says all."""
    settings.API_RATE_ANONYMOUS = 10**9
    settings.ALLOWED_HOSTS = ["*"]
    cache.clear()
    ArticleFactory(title="", outlet=None, section=None, published_on=None)
    title = "هدنة بين البلدتين"
    article = ArticleFactory(pk=ARTICLE, title=title, author=AuthorFactory())
    figure_of(article, "180", noun="عائلة", noun_key=noun_key("عائلة"), value=180)
    CaptureFactory(article=article, url="https://a.example/خبر")
    name = Name.objects.create(kind="PER", name="سالم", key="سالم")
    Mention.objects.create(article=article, name=name)
    outbox.drain()
