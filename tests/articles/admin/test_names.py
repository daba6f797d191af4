"""Names are merged, split again and marked as no names."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import Mention, Name
from articles.storing.extraction import store_readings
from articles.storing.name_counts import recount
from tests.articles.admin.conftest import Enter
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LIST = "admin:articles_name_changelist"


@pytest.fixture
def names() -> list[Name]:
    rows = []
    for key in ("هاله منصور", "هاله المنصور", "سلمى"):
        rows.append(Name.objects.create(kind="PER", key=key, name=key))
        Mention.objects.create(article=ArticleFactory(), name=rows[-1])
    recount()
    return rows


def act(enter: Enter, role: str, action: str, *names: Name, **more: object) -> None:
    enter(role).post(
        reverse(LIST),
        {"action": action, "_selected_action": [each.pk for each in names], **more},
    )
    recount()
    for name in names:
        name.refresh_from_db()


def test_a_reviewer_merges_and_splits(enter: Enter, names: list[Name]) -> None:
    keep, other, _third = names
    act(enter, "مراجع", "merge", keep, other, keep=keep.pk)
    assert other.merged_into == keep
    assert (keep.article_count, other.article_count) == (2, 0)
    act(enter, "مراجع", "split", other)
    keep.refresh_from_db()
    assert other.merged_into is None
    assert (keep.article_count, other.article_count) == (1, 1)


def test_a_merged_name_brings_its_variants_along(
    enter: Enter, names: list[Name]
) -> None:
    one, two, three = names
    act(enter, "مراجع", "merge", one, two, keep=one.pk)
    act(enter, "مراجع", "merge", one, three, keep=three.pk)
    two.refresh_from_db()
    assert (one.merged_into, two.merged_into) == (three, three)
    assert three.article_count == 3


def test_an_article_of_two_spellings_counts_once(
    enter: Enter, names: list[Name]
) -> None:
    one, two, _third = names
    Mention.objects.create(article=one.mentions.get().article, name=two)
    act(enter, "مراجع", "merge", one, two, keep=one.pk)
    assert (one.article_count, two.article_count) == (2, 0)


def test_which_name_stays_is_asked_first(enter: Enter, names: list[Name]) -> None:
    data = {"action": "merge", "_selected_action": [names[0].pk, names[1].pk]}
    asked = enter("مراجع").post(reverse(LIST), data).content.decode()
    assert 'name="keep"' in asked
    assert not Name.objects.filter(merged_into__isnull=False).exists()


@pytest.mark.parametrize("role", ["", "staff", "محرر"])
def test_others_change_no_names(enter: Enter, names: list[Name], role: str) -> None:
    act(enter, role, "merge", names[0], names[1], keep=names[0].pk)
    act(enter, role, "reject", names[0])
    assert not names[0].not_a_name
    assert names[1].merged_into is None


def test_what_is_no_name_stays_none_after_a_new_reading(enter: Enter) -> None:
    article = ArticleFactory(
        body="قال الرئيس التركي رجب طيب أردوغان إن المرفأ فتح أبوابه."
    )
    store_readings(article)
    recount()
    name = article.mentions.first().name
    act(enter, "مراجع", "reject", name)
    store_readings(article)
    recount()
    name.refresh_from_db()
    assert name.not_a_name
    assert name.name not in [each.name for each in Name.objects.met()]
    act(enter, "مراجع", "restore", name)
    assert name.name in [each.name for each in Name.objects.met()]


def test_a_name_is_respelt_but_not_turned_into_another(
    enter: Enter, names: list[Name]
) -> None:
    page = reverse("admin:articles_name_change", args=[names[0].pk])
    client = enter("مراجع")
    client.post(page, {"name": "هالة منصور", "merged_into": ""})
    names[0].refresh_from_db()
    assert names[0].name == "هالة منصور"
    answer = client.post(page, {"name": "سعاد", "merged_into": ""})
    assert "errorlist" in answer.content.decode()


def test_a_name_is_not_merged_into_itself_or_while_others_are_in_it(
    enter: Enter, names: list[Name]
) -> None:
    one, two, three = names
    Name.objects.filter(pk=two.pk).update(merged_into=one)
    client = enter("مراجع")
    for name, into in ((one, three), (three, three)):
        page = reverse("admin:articles_name_change", args=[name.pk])
        answer = client.post(page, {"name": name.name, "merged_into": into.pk})
        assert "errorlist" in answer.content.decode()
