"""How figures are read, told to readers."""

from django.urls import reverse

from articles.corpus.figures import Kind
from articles.presentation import method


def test_the_page_names_every_kind_and_what_was_measured(client, db):
    page = client.get(reverse("articles:method_figures")).content.decode()
    assert all(str(method.KINDS[kind][0]) in page for kind in Kind)
    assert "ما لا يستطيعه" in page
    assert "<caption>" in page


def test_the_page_about_the_archive_leads_there(client, db):
    page = client.get(reverse("articles:about")).content.decode()
    assert f'href="{reverse("articles:method_figures")}"' in page
