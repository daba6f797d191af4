"""The form of advanced search leads to a search in the language."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_the_form_writes_a_query(client: Client):
    answer = client.get(
        "/search/advanced/",
        {
            "words": "نازح",
            "outlet": "صحيفة المرفأ",
            "low": "٣ آلاف",
            "since": "2014-01-01",
        },
    )

    assert answer.status_code == 302
    (query,) = parse_qs(urlsplit(answer["Location"]).query)["q"]
    assert query == (
        'مصدر:"صحيفة المرفأ" تاريخ:[2014-01-01 إلى ] نازح رقم:[٣ آلاف إلى ]'
    )


def test_the_form_shows_the_query_it_came_from_and_offers_names(client: Client):
    ArticleFactory(outlet__name="إذاعة <الساحل>")
    page = client.get("/search/advanced/", {"q": 'مصدر:"إذاعة" هدنة -حلب'})
    html = page.content.decode()

    assert page.context["form"].initial["words"] == "هدنة"
    assert page.context["form"].initial["without"] == "حلب"
    assert '<option value="إذاعة &lt;الساحل&gt;">' in html
    assert 'list="outlets"' in html


@pytest.mark.parametrize("fields", [{"low": "كثير"}, {"since": "أمس"}])
def test_what_can_not_be_read_is_said(client: Client, fields: dict[str, str]):
    page = client.get("/search/advanced/", fields)

    assert page.status_code == 200
    assert page.context["form"].errors
