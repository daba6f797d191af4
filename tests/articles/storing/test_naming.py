"""Names of articles, kept true to their text."""

from __future__ import annotations

import pytest

from articles.models import Mention, Name
from articles.models.name import words_key
from articles.storing.extraction import store_readings
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

BODY = (
    "قال وزير الخارجية الأمريكي جون كيري إن أكثر من 180 عائلة عادت إلى حلب.\n\n"
    "وأضاف كيري أن حلب تنتظر المزيد."
)


def read(**fields):
    article = ArticleFactory(**{"title": "عودة العائلات", "body": BODY} | fields)
    store_readings(article)
    return article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("جون كيري", "جون  كيرى"),
        ("الأمم المتحدة", "الامم المتّحدة"),
        ("بان كي-مون", "بان كي مون"),
        ("حلب،", "حلب"),
    ],
)
def test_any_spelling_of_a_name_is_the_same_name(one, other):
    assert words_key(one) == words_key(other)


def test_every_place_of_a_name_quotes_the_article():
    article = read()
    kerry = article.mentions.get(name__name="جون كيري")
    texts = {"title": article.title, "body": article.body}
    quotes = [texts[part][start:end] for part, start, end in kerry.places]
    assert quotes == ["جون كيري", "كيري"]
    assert kerry.title == "وزير الخارجية الأمريكي"


def test_two_articles_share_a_name():
    read()
    read()
    assert Name.objects.filter(kind="LOC", key="حلب").count() == 1
    assert Mention.objects.filter(name__key="حلب").count() == 2


def test_a_figure_knows_the_name_in_its_claimant_s_words():
    figure = read().figures.get(value=180)
    assert figure.claimant_key == words_key(figure.claimant)
    assert figure.claimed_by.name == "جون كيري"


def test_reading_again_replaces_the_mentions():
    article = read()
    article.body = "عادت العائلات إلى دمشق."
    store_readings(article)
    assert [mention.name.name for mention in article.mentions.all()] == ["دمشق"]


def test_a_name_without_letters_is_not_stored():
    assert words_key("«…»") == ""
