"""People, organisations and places have pages; only public articles count there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Article, Mention, Name, Status
from articles.models.name import words_key
from articles.storing.name_counts import recount
from tests.factories import ArticleFactory, figure_of

pytestmark = pytest.mark.django_db

Read = Callable[[str], str]


def name_of(text: str, *articles: Article, kind: str = "PER", title: str = "") -> Name:
    """Store a name that ``articles`` mention once, and count it."""
    name, _made = Name.objects.get_or_create(
        kind=kind, key=words_key(text), defaults={"name": text}
    )
    for article in articles:
        Mention.objects.create(
            article=article, name=name, title=title, places=[["body", 0, 3]]
        )
    recount()
    name.refresh_from_db()
    return name


def test_names_stand_in_the_order_of_their_articles(body_of: Read) -> None:
    many = [ArticleFactory(), ArticleFactory()]
    name_of("سلمى الحكيم", many[0])
    name_of("هالة منصور", *many)
    name_of("بلدية المرفأ", many[0], kind="ORG")
    page = body_of("/people/")
    assert page.index("هالة منصور") < page.index("سلمى الحكيم")
    assert "مقالان" in page
    assert "بلدية المرفأ" not in page
    assert "بلدية المرفأ" in body_of("/organisations/")


@pytest.mark.parametrize(
    ("sought", "found"),
    [("سل", True), ("الحكِيم", True), ("حكيم", False), ("٥", False), ("%", True)],
)
def test_a_list_is_narrowed_by_the_beginning_of_any_word(
    body_of: Read, sought: str, found: bool
) -> None:
    name_of("سلمى الحكيم", ArticleFactory())
    assert ("سلمى الحكيم" in body_of(f"/people/?q={sought}")) is found


def test_a_list_without_names_says_so_and_shows_a_way_on(body_of: Read) -> None:
    assert "لا أسماء هنا بعد" in body_of("/places/")
    page = body_of("/places/?q=<script>")
    assert "لا اسم يبدأ بهذا" in page
    assert "<script>" not in page


def test_a_page_tells_titles_variants_claims_and_articles(body_of: Read) -> None:
    article = ArticleFactory(title="العائلات تعود")
    name = name_of("بلدية المرفأ", article, kind="ORG", title="المجلس البلدي")
    figure_of(
        article,
        "180",
        phrase="أكثر من 180 عائلة",
        value=180,
        noun="عائلة",
        claimant="بلدية المرفأ",
        claimed_by=name,
    )
    other = ArticleFactory(title="بإملاء آخر", published_on="2016-03-01")
    Name.objects.filter(pk=name_of("بلديّة مرفأ", other, kind="ORG").pk).update(
        merged_into=name
    )
    page = body_of("/organisations/بلديه-المرفا/")
    for said in (
        "العائلات تعود",
        "بإملاء آخر",
        "المجلس البلدي",
        "بلديّة مرفأ",
        "أكثر من 180 عائلة",
        "مقالان",
        "?year=2016",
    ):
        assert said in page, said
    assert "العائلات تعود" not in body_of("/organisations/بلديه-المرفا/?year=2016")


def test_a_variant_leads_to_the_name_it_was_merged_into(client: Client) -> None:
    keep = name_of("هالة منصور", ArticleFactory())
    other = name_of("هالة المنصور", ArticleFactory())
    Name.objects.filter(pk=other.pk).update(merged_into=keep, stale=True)
    recount()
    answer = client.get(other.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, keep.get_absolute_url())
    keep.refresh_from_db()
    assert keep.article_count == 2
    assert "هالة المنصور" not in client.get("/people/").content.decode()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_published_is_told_nowhere(client: Client, status: Status) -> None:
    name = name_of("زنبق السري", ArticleFactory(status=status, title="زنبقسري"))
    for address in (name.get_absolute_url(), f"{name.get_absolute_url()}feed/"):
        assert client.get(address).status_code == 404
    assert "زنبق" not in client.get("/people/?q=زنبق").content.decode().replace(
        'value="زنبق"', ""
    )
    public = ArticleFactory()
    Mention.objects.create(article=public, name=name, places=[])
    recount()
    assert "زنبقسري" not in client.get(name.get_absolute_url()).content.decode()


def test_what_is_no_name_has_no_page(client: Client) -> None:
    article = ArticleFactory()
    name = name_of("صباح الخير", article)
    Name.objects.filter(pk=name.pk).update(not_a_name=True)
    assert client.get(name.get_absolute_url()).status_code == 404
    for address in ("/people/", article.get_absolute_url()):
        assert "صباح الخير" not in client.get(address).content.decode()


def test_a_name_has_a_feed(client: Client) -> None:
    name = name_of("هالة منصور", ArticleFactory(title="خبر عنها"))
    ArticleFactory(title="خبر عن غيرها")
    feed = client.get(f"{name.get_absolute_url()}feed/").content.decode()
    assert "خبر عنها" in feed
    assert "خبر عن غيرها" not in feed


def test_counts_follow_the_status_of_articles(
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    article = ArticleFactory()
    name = name_of("هالة منصور", article)
    for status, count in ((Status.WITHDRAWN, 0), (Status.PUBLISHED, 1)):
        article.status = status
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
            article.save()
        name.refresh_from_db()
        assert name.article_count == count
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        article.delete()
    name.refresh_from_db()
    assert name.article_count == 0


def test_an_article_leads_to_its_names(body_of: Read) -> None:
    article = ArticleFactory()
    name = name_of("هالة منصور", article, title="وزيرة الموانئ")
    page = body_of(article.get_absolute_url())
    assert f'href="{name.get_absolute_url()}"' in page
    assert "وزيرة الموانئ" in page
