"""An archive of a few articles whose figures are in the ledger."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from articles.models import Article, Outlet
from articles.storing.extraction import store_readings
from search.indexing import outbox
from search.ledger import LedgerPage, LedgerRequest, find_claims
from tests.factories import ArticleFactory, OutletFactory

Ask = Callable[..., LedgerPage]
Told = Callable[..., Article]


@pytest.fixture
def told(index: Any) -> Told:
    """Store an article and the figures its text claims: ``told("عادت 180 عائلة.")``."""

    def tell(
        body: str, outlet: str = "", day: str = "2014-08-05", **fields: Any
    ) -> Any:
        known = Outlet.objects.filter(name=outlet).first() if outlet else None
        article = ArticleFactory(
            body=body,
            outlet=known or OutletFactory(**({"name": outlet} if outlet else {})),
            published_on=datetime.date.fromisoformat(day),
            **{"title": "خبر من المرفأ"} | fields,
        )
        store_readings(article)
        return article

    return tell


@pytest.fixture
def ask(index: Any) -> Ask:
    """Bring what was stored to the ledger, then ask it."""

    def find(**request: Any) -> LedgerPage:
        outbox.drain()
        return find_claims(LedgerRequest(**request))

    return find


def said(page: LedgerPage) -> list[str]:
    """Give the claims of a page in words."""
    return [claim.shown.words for claim in page.claims]
