"""What is not published is nowhere: no page, feed, map, picture or file tells it."""

import pytest
from django.test import Client

from articles.models import Status
from tests.articles.views.conftest import Addresses
from tests.factories import ArticleFactory, AuthorFactory, CaptureFactory, figure_of

pytestmark = pytest.mark.django_db

SECRET = "زنبقسري"
GONE = {
    "article",
    "card",
    "figure",
    "report",
    "original",
    "captures",
    "capture",
    "compare_captures",
    "year",
    "outlet",
    "outlet feed",
    "outlet year",
    "outlet month",
    "section",
    "author",
    "text alone",
}


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEWED, Status.WITHDRAWN])
def test_only_published_articles_are_seen(
    client: Client, addresses: Addresses, status: Status
) -> None:
    article = ArticleFactory(
        status=status,
        title=f"{SECRET} 180",
        body=f"{SECRET} 180 عائلة.",
        outlet__name=f"مصدر {SECRET}",
        section__name=f"قسم {SECRET}",
        author=AuthorFactory(name=f"كاتب {SECRET}"),
        removed=[{"start": 0, "end": 3, "reason": "signature", "text": SECRET}],
    )
    figure_of(article, "180")
    CaptureFactory(article=article, data=SECRET.encode())
    for name, address in addresses(article).items():
        response = client.get(address)
        shown = response.getvalue()
        stays = status == Status.WITHDRAWN and name in {"article", "text alone"}
        missing = 410 if stays else 404
        assert response.status_code == (missing if name in GONE else 200), name
        assert SECRET.encode() not in shown, name
        if not stays:  # a page knows its own address
            assert f"/articles/{article.pk}/".encode() not in shown, name


def test_a_withdrawn_neighbour_is_not_shown_beside_an_article(client: Client) -> None:
    public = ArticleFactory()
    ArticleFactory(title=SECRET, outlet=public.outlet, status=Status.WITHDRAWN)
    ArticleFactory(title=SECRET, status=Status.DRAFT)
    assert SECRET not in client.get(public.get_absolute_url()).content.decode()


def test_drafts_count_nowhere(client: Client) -> None:
    public = ArticleFactory()
    ArticleFactory.create_batch(3, outlet=public.outlet, status=Status.DRAFT)
    for address in ("/", "/outlets/", "/browse/", f"/outlets/{public.outlet.slug}/"):
        page = client.get(address).content.decode()
        assert "مقال واحد" in page or ">1<" in page, address
        assert "4 مقالات" not in page.replace("<bdi>4</bdi>", "4"), address
