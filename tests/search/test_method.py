"""How search works, told to readers with what was measured."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from search.language.analysis import ANALYSIS_VERSION, analyze_forms
from search.views import method

PAGE = "/method/search/"
PLAIN = {str(method.ANALYSES[name]) for name in ("none", "folded", "our stems")}


def test_every_example_of_sameness_is_true():
    for _name, examples in method.SAME:
        for example in examples.split("،"):
            if "ثلاثة آلاف" in example or "خمس" in example:
                continue  # words of number are widened in the query
            first, *others = (
                [form.exact for form in analyze_forms(side)]
                for side in example.split("=")
            )
            assert others
            assert all(other == first for other in others), example


def test_the_table_was_measured_with_the_analysis_in_use():
    assert method.table()["analysis"] == ANALYSIS_VERSION
    assert len({len(row.cells) for row in method.measured()}) == 1


def test_our_analysis_is_the_best_that_was_measured():
    rows = [row for row in method.measured() if str(row.name) in PLAIN]
    (ours,) = (row for row in method.measured() if row.name == method.ANALYSES["ours"])

    assert len(rows) == len(PLAIN)
    assert all(row.mean < ours.mean for row in rows)


@pytest.mark.django_db
def test_the_page_shows_the_table_and_the_limits(client: Client):
    html = client.get(PAGE).content.decode()

    assert html.count('<td class="n">') >= len(method.measured()) * len(
        method.set_names()
    )
    assert re.search(r"256|٢٥٦", html)
    assert "على الأقل" in html


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["search:help", "articles:about"])
def test_help_and_about_lead_there(client: Client, name: str):
    assert f'href="{PAGE}"' in client.get(reverse(name)).content.decode()
