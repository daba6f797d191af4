"""The file as it came is saved, never shown, under a name that misleads nobody."""

from email.message import Message

import pytest
from django.test import Client

from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

RAW = b"<html><script>alert(1)</script>\xe3"


def saved_name(client: Client, address: str) -> str:
    """Save the file of an address; give its name as a browser reads it (RFC 6266)."""
    response = client.get(address)
    assert response.getvalue()
    header = response["Content-Disposition"]
    assert "\n" not in header
    message = Message()
    message["Content-Disposition"] = header
    assert message.get_content_disposition() == "attachment"
    return message.get_filename() or ""


def test_the_bytes_come_back_as_they_were_and_are_no_page(client: Client) -> None:
    capture = CaptureFactory(data=RAW, source="خبر.html")
    response = client.get(f"/captures/{capture.sha256}/")
    assert response.getvalue() == RAW
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert saved_name(client, f"/captures/{capture.sha256}/") == "خبر.html"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("report.txt", "report.txt"),
        ("أرشيف/٢٠١٤/خبر.txt", "خبر.txt"),
        ("..\\..\\windows\\a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ('a"b;c.txt', "a_b_c.txt"),
        ("a\r\nSet-Cookie: x=1.txt", "a Set-Cookie_ x=1.txt"),
        ("\u202efdp.exe", "fdp.exe"),  # RIGHT-TO-LEFT OVERRIDE
        ("%2e%2e%2fx", "_2e_2e_2fx"),
        ("...", ""),
        ("", ""),
        ("س" * 300 + ".txt", "س" * 116 + ".txt"),
    ],
)
def test_the_name_is_a_label_without_folders_or_tricks(
    client: Client, source: str, name: str
) -> None:
    capture = CaptureFactory(source=source)
    saved = saved_name(client, f"/captures/{capture.sha256}/")
    assert saved == (name or f"{capture.sha256[:12]}.bin")


def test_a_capture_of_several_articles_is_public_if_one_of_them_is(
    client: Client,
) -> None:
    draft = CaptureFactory(data=RAW, article=ArticleFactory(status="draft"))
    assert client.get(f"/captures/{draft.sha256}/").status_code == 404
    CaptureFactory(data=RAW, url="https://a.example/")
    assert client.get(f"/captures/{draft.sha256}/").getvalue() == RAW


@pytest.mark.parametrize("digest", ["0" * 64, "..", "x", "a" * 3000])
def test_an_unknown_capture_is_not_found(client: Client, digest: str) -> None:
    assert client.get(f"/captures/{digest}/").status_code == 404
