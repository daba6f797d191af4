"""Names of one thing find each other, and the page says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from search.admin import SynonymGroupForm
from search.indexing import outbox
from search.language.syntax import parse
from search.models import SynonymGroup
from search.synonyms import Synonyms, split_names
from tests.factories import ArticleFactory

GROUP = "الفاو، منظمة الأغذية، FAO"

WIDENED = [
    # query, the words it asks for besides its own
    ("الفاو", "منظمه الاغذيه|fao"),
    ("للفاو", "منظمه الاغذيه|fao"),
    ("FAO", "الفاو|منظمه الاغذيه"),
    ("منظمة الأغذية", "الفاو|fao"),
    ('"منظمة الأغذية"', "الفاو|fao"),
    ("قمح منظمة الأغذية", "الفاو|fao"),
    ("(قمح أو الفاو) شتاء", "منظمه الاغذيه|fao"),
    ("منظمة قمح الأغذية", ""),
    ("منظمة", ""),
    ("=الفاو", ""),
    ("قمح", ""),
]


@pytest.mark.parametrize(("query", "others"), WIDENED)
def test_a_name_asks_for_its_synonyms(query: str, others: str):
    node = parse(query).node
    assert node
    synonyms = Synonyms([GROUP, "قمح صلب، حنطة"])
    added = [leaf for leaf in _leaves(synonyms.expand(node)) if leaf.instead_of]

    assert "|".join(_text(leaf) for leaf in added) == others
    assert synonyms.applied == ([GROUP] if others else [])


def _leaves(node: Any) -> list[Any]:
    from search.language.tree import positive_leaves

    return [leaf for leaf in positive_leaves(node) if hasattr(leaf, "instead_of")]


def _text(leaf: Any) -> str:
    words = getattr(leaf, "words", (leaf,))
    return " ".join(word.exact for word in words)


def test_commas_of_either_script_divide_names():
    assert split_names("أ، ب,ج ؛ \n،د") == ["أ", "ب", "ج", "د"]


@pytest.fixture
def news(index: Path) -> None:
    SynonymGroup.objects.create(names=GROUP)
    SynonymGroup.objects.create(names="قمح، حنطة", active=False)
    ArticleFactory(title="منظمة الأغذية تحذر", body="تقرير عن القمح")
    ArticleFactory(title="الفاو تحذر", body="تقرير عن الحنطة")
    outbox.drain()


@pytest.mark.django_db
def test_the_page_says_what_was_applied_and_leads_without_it(
    client: Client, news: None
):
    page = client.get("/search/", {"q": "الفاو"})
    html = page.content.decode()
    assert page.context["results"].total == 2
    assert f"بُحث عن المترادفات أيضًا: {GROUP}." in html
    assert "مرادف" in html

    plain = client.get(f"/search/{page.context['without_synonyms']}")
    assert plain.context["results"].total == 1
    (chip,) = plain.context["chips"]
    assert client.get(f"/search/{chip.url}").context["results"].total == 2
    assert "synonyms=0#h1" in plain.content.decode()
    assert client.get("/search/", {"q": "قمح"}).context["results"].total == 1


@pytest.mark.django_db
def test_synonyms_are_marked_in_the_article(client: Client, news: None):
    page = client.get("/search/", {"q": "الفاو"})
    article = next(
        hit.article
        for hit in page.context["results"].hits
        if hit.article.title.startswith("منظمة")
    )
    address = f"/articles/{article.pk}/"

    marked = client.get(address, {"q": "الفاو"}).content.decode()
    assert 'id="h1">منظمة</mark>' in marked
    plain = client.get(address, {"q": "الفاو", "synonyms": "0"}).content.decode()
    assert '<mark class="hit"' not in plain


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("names", "stored"),
    [
        ("أ، ب", "أ، ب"),
        ("حنطة,قمح صلب", "حنطة، قمح صلب"),
        ("حنطة", None),
        ("حنطة، حنطة", None),
        ("حنطة، !!", None),
        ("حنطة، واحد اثنان ثلاثة أربعة خمسة", None),
    ],
)
def test_a_group_is_two_names_or_more(names: str, stored: str | None):
    form = SynonymGroupForm({"names": names, "active": "on"})

    assert form.is_valid() == (stored is not None)
    assert form.cleaned_data.get("names") == stored


@pytest.mark.django_db
def test_the_desk_has_the_table(client: Client):
    client.force_login(get_user_model().objects.create_superuser("editor"))
    from django.urls import reverse

    client.post(
        reverse("admin:search_synonymgroup_add"), {"names": "أ،ب", "active": "on"}
    )
    assert SynonymGroup.objects.get().names == "أ، ب"


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["3000", "٣٬٠٠٠", "3 آلاف", "ثلاثة آلاف"])
def test_a_number_is_found_in_words_and_digits(client: Client, index: Path, query: str):
    for words in ("3000", "٣,٠٠٠", "3 آلاف", "ثلاثة آلاف"):
        ArticleFactory(body=f"عاد {words} نازح")
    ArticleFactory(body="عاد 13000 نازح")
    outbox.drain()

    page = client.get("/search/", {"q": f"{query} نازح", "synonyms": "0"})
    assert page.context["results"].total == 4
    assert "العدد نفسه" in page.content.decode()
    assert "المترادفات" not in page.content.decode()


@pytest.mark.parametrize("query", ["25", "٢٥", "خمسة وعشرون", "خمس وعشرين"])
def test_a_number_below_a_thousand_too(client: Client, index: Path, query: str):
    for words in ("25", "خمسة وعشرين", "خمس وعشرون"):
        ArticleFactory(body=f"عاد {words} نازح")
    ArticleFactory(body="عاد خمسة نازح")
    outbox.drain()

    page = client.get("/search/", {"q": f"{query} نازح"})
    assert page.context["results"].total == 3
