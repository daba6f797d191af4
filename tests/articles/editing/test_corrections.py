"""What an editor sets by hand, as fields of the article."""

import datetime

import pytest

from articles.editing.corrections import correct, field_values
from articles.models import Outlet
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db


def test_a_name_in_another_spelling_is_the_heading_that_is_there() -> None:
    outlet = OutletFactory(name="صحيفة الأيام")
    assert field_values({"outlet": "صحيفه الايام"}) == {"outlet": outlet}
    assert Outlet.objects.count() == 1


def test_an_emptied_name_means_no_heading() -> None:
    assert field_values({"section": ""}) == {"section": None}


def test_a_date_becomes_its_three_fields() -> None:
    assert field_values({"published": "2017-03"}) == {
        "published_on": datetime.date(2017, 3, 1),
        "published_time": None,
        "published_precision": "month",
    }


def test_a_title_by_hand_is_not_derived() -> None:
    assert field_values({"title": "عنوان"}) == {
        "title": "عنوان",
        "title_derived": False,
    }


def test_a_corrected_body_has_no_way_back_to_the_raw_text() -> None:
    article = ArticleFactory(segments=[[0, 5, 9]])
    article.body = "ثلاث كلمات فقط"
    before = article.content_hash
    correct(article, ["body"])
    assert (article.segments, article.word_count) == ([], 3)
    assert article.corrected == ["body"]
    assert article.content_hash != before
