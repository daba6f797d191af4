"""What is read of a document, as the database keeps it."""

from datetime import date, time

import pytest

from articles.corpus.raw_article import parse_article
from articles.models import Article
from articles.readers import RawDocument
from articles.storing.content import fill_texts, published_fields


@pytest.mark.parametrize(
    ("iso", "on", "at", "precision"),
    [
        ("", None, None, ""),
        ("2017", date(2017, 1, 1), None, "year"),
        ("2017-03", date(2017, 3, 1), None, "month"),
        ("2017-03-22", date(2017, 3, 22), None, "day"),
        ("2017-03-22T21:38", date(2017, 3, 22), time(21, 38), "minute"),
    ],
)
def test_what_is_known_of_the_date_is_kept_and_no_more(iso, on, at, precision):
    assert published_fields(iso) == {
        "published_on": on,
        "published_time": at,
        "published_precision": precision,
    }


def test_a_title_a_file_tells_is_as_clean_as_one_that_is_read() -> None:
    title = "\u202eعودة \u200fالنازحين"  # RIGHT-TO-LEFT OVERRIDE and MARK
    document = RawDocument(
        "x.txt", b"", "عاد النازحون.", "text/plain", "utf-8", hints={"title": title}
    )
    article = Article()
    fill_texts(article, document, parse_article(document.text))
    assert article.title == "عودة النازحين"
