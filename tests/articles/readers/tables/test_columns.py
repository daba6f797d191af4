"""Which column of a table holds what."""

import pytest

from articles.readers.tables import guess_columns
from tests.articles.readers.builders import BODY, LEAD, MORE, TITLE


@pytest.mark.parametrize(
    ("header", "places"),
    [
        (["id", "title", "body"], {"title": 1, "text": 2}),
        (["Headline", "Article Text"], {"title": 0, "text": 1}),
        (["العنوان", "النص", "التاريخ"], {"title": 0, "text": 1, "date": 2}),
        (["عنوان الخبر", "نص الخبر"], {"title": 0, "text": 1}),
        (["الرابط", "المحتوى", "القسم"], {"url": 0, "text": 1, "section": 2}),
        (["المصدر", "الكاتب", "المتن"], {"outlet": 0, "author": 1, "text": 2}),
        (["published_at", "contentText", "content"], {"date": 0, "text": 2}),
    ],
)
def test_names_tell_in_arabic_and_english(header, places):
    columns = guess_columns(header)
    assert dict(columns.places) == places
    assert columns.named


def test_without_names_the_cells_tell():
    rows = [
        [TITLE, "2018-05-12", "https://harbour.example/1", BODY],
        [LEAD[:60], "2018-05-13", "https://harbour.example/2", MORE],
    ]
    columns = guess_columns(rows[0], rows[1:])
    assert dict(columns.places) == {"title": 0, "date": 1, "url": 2, "text": 3}
    assert not columns.named


def test_a_text_of_unknown_name_is_the_longest_column():
    columns = guess_columns(["title", "xyz", "n"], [[TITLE, BODY, "1"]])
    assert dict(columns.places) == {"title": 0, "text": 1}


def test_a_table_of_numbers_has_no_text():
    assert "text" not in guess_columns(["a", "b"], [["1", "2"]]).places


def test_a_first_row_of_unknown_names_is_no_article():
    columns = guess_columns(["م", "الخبر كاملا"], [["1", BODY], ["2", LEAD]])
    assert dict(columns.places) == {"text": 1}
    assert columns.named
