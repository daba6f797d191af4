"""An article is cited in Arabic and in English, and never with what it doesn't tell."""

from datetime import date

import pytest

from articles.syndication.citation import cite, plain
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory

pytestmark = pytest.mark.django_db

WHERE = {"url": "https://archive.example/articles/7/", "site": "أرشيف الأخبار"}
TODAY = date(2026, 11, 21)


def test_a_full_reference() -> None:
    article = ArticleFactory(
        title="عودة العائلات",
        outlet=OutletFactory(name="صحيفة المرفأ"),
        author=AuthorFactory(name="هالة منصور"),
    )
    citation = cite(article, **WHERE, today=TODAY)
    assert plain(citation.arabic) == (
        "هالة منصور، «عودة العائلات»، صحيفة المرفأ، 5 آب/أغسطس 2014."
        " أرشيف الأخبار، https://archive.example/articles/7/"
        " (اطُّلع عليه في 21 تشرين الثاني/نوفمبر 2026)."
    )
    assert plain(citation.english) == (
        "هالة منصور. “عودة العائلات” [in Arabic]. صحيفة المرفأ, 5 August 2014."
        " أرشيف الأخبار, https://archive.example/articles/7/"
        " (accessed 21 November 2026)."
    )


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    article = ArticleFactory(
        title="عاد النازحون…",
        title_derived=True,
        outlet=None,
        published_on=None,
        published_precision="",
    )
    citation = cite(article, **WHERE, today=TODAY)
    assert plain(citation.arabic).startswith("[عاد النازحون…]، بلا مصدر، بلا تاريخ. ")
    assert plain(citation.english).startswith(
        "[عاد النازحون…] [in Arabic]. Unknown outlet, n.d. "
    )


@pytest.mark.parametrize(
    ("precision", "arabic", "english"),
    [
        ("year", "عام 2014", "2014"),
        ("month", "آب/أغسطس 2014", "August 2014"),
        ("minute", "5 آب/أغسطس 2014", "5 August 2014"),
    ],
)
def test_a_date_is_cited_as_exactly_as_it_is_known(
    precision: str, arabic: str, english: str
) -> None:
    article = ArticleFactory(published_precision=precision)
    citation = cite(article, **WHERE, today=TODAY)
    assert f"، {arabic}. " in plain(citation.arabic)
    assert f", {english}. " in plain(citation.english)


def test_runs_of_either_direction_are_kept_apart() -> None:
    citation = cite(ArticleFactory(title="عودة"), **WHERE, today=TODAY)
    for runs in (citation.arabic, citation.english):
        assert {"عودة", WHERE["url"], WHERE["site"]} <= {
            run.text for run in runs if run.isolated
        }
