"""Colours, digits and language: chosen by the reader, kept without an account."""

import pytest

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def choose(client, **chosen):
    return client.post("/preferences/", {"next": "/browse/"} | chosen)


def test_a_chosen_theme_is_in_the_page_the_server_sends(client):
    response = choose(client, theme="dark")
    assert response.status_code == 302
    assert response["Location"] == "/browse/"
    assert 'data-theme="dark"' in client.get("/").text


def test_arabic_digits_are_for_the_interface_and_never_for_the_text(client):
    article = ArticleFactory(body="عادت 180 عائلة عام 2014.", word_count=1234)
    choose(client, digits="arab")
    page = client.get(article.get_absolute_url()).text
    assert "\u0661\u066c\u0662\u0663\u0664" in page  # 1,234 words
    assert "عائلة عام" in page
    assert "2014." in page


@pytest.mark.parametrize("value", ["", "purple", '"><script>', "dark\r\nX: y"])
def test_an_unknown_choice_is_no_choice(client, value):
    choose(client, theme=value)
    client.cookies["theme"] = "purple"
    assert "data-theme" not in client.get("/").text


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "", "\t//e"]
)
def test_a_choice_leads_back_into_the_archive_alone(client, back):
    assert choose(client, next=back, theme="dark")["Location"] == "/"


def test_nobody_gets_a_cookie_without_choosing(client):
    client.get("/")
    assert not client.cookies


def test_a_get_chooses_nothing(client):
    assert client.get("/preferences/?theme=dark").status_code == 405


@pytest.mark.parametrize(
    ("address", "language", "direction", "other"),
    [
        ("/browse/", "ar", "rtl", "/en/browse/"),
        ("/en/browse/", "en", "ltr", "/browse/"),
        ("/search/?q=حلب&page=1", "ar", "rtl", "/en/search/?q="),
    ],
)
def test_the_address_alone_decides_the_language(
    client, address, language, direction, other
):
    response = client.get(address, headers={"accept-language": "fr, en;q=0.9"})
    assert f'<html lang="{language}" dir="{direction}"' in response.text
    assert f'href="{other}' in response.text
    assert response["Content-Language"] == language


def test_an_address_that_only_begins_like_the_english_ones_is_arabic(client):
    assert 'lang="ar"' in client.get("/enough/").text


def test_the_desk_stays_arabic(client):
    assert 'lang="ar"' in client.get("/admin/login/").text
    assert client.get("/en/admin/login/").status_code == 404


def test_dates_are_said_in_the_language_of_the_page(client):
    article = ArticleFactory()
    arabic = client.get(article.get_absolute_url()).text
    english = client.get("/en" + article.get_absolute_url()).text
    assert "الثلاثاء 5 آب/أغسطس 2014" in arabic
    assert "Tuesday 5 August 2014" in english
