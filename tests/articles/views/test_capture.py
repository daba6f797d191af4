"""The file as it came is saved, never shown, under a name that misleads nobody."""

from email.message import Message

import pytest
from django.db import connection
from django.test import Client

from tests.conftest import Measured
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

RAW = b"<html><script>alert(1)</script>\xe3"


def saved_name(client: Client, address: str) -> str:
    """Save the file of an address; give its name as a browser reads it (RFC 6266)."""
    response = client.get(address)
    assert response.getvalue()
    assert response["Content-Type"] == "application/octet-stream"
    header = response["Content-Disposition"]
    assert header.isascii()
    assert header.isprintable()
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


NAMES = {
    "report.txt": "report.txt",
    "أرشيف/٢٠١٤/خبر.txt": "خبر.txt",
    "خبر عن «المرفأ» 2014.html": "خبر عن «المرفأ» 2014.html",
    "..\\..\\windows\\a.txt": "a.txt",
    "../../etc/passwd": "passwd",
    "/etc/shadow": "shadow",
    "C:\\boot.ini": "boot.ini",
    "\\\\server\\share\\x.txt": "x.txt",
    'a"b;c.txt': "a_b_c.txt",
    "a'b.txt": "a'b.txt",
    'a.txt"; filename="evil.html': "a.txt__ filename=_evil.html",
    "a.txt; filename*=UTF-8''evil.html": "a.txt_ filename_=UTF-8''evil.html",
    "a\r\nSet-Cookie: x=1.txt": "a Set-Cookie_ x=1.txt",
    "a\nContent-Type: text/html": "html",
    "a\x0b\x0cb.txt": "a b.txt",
    "a\x85b.txt": "a b.txt",
    "a\u2028b\u2029.txt": "a b .txt",
    "a\x00b.txt": "ab.txt",
    "a\x1b[2Jb.txt": "a[2Jb.txt",
    "\u202efdp.exe": "fdp.exe",  # RIGHT-TO-LEFT OVERRIDE
    "\u2066a\u2069.txt": "a.txt",  # isolates
    "\u200fخبر\u200e.txt": "خبر.txt",  # marks of direction
    "\ufeffa.txt": "a.txt",
    "a\u200b.txt": "a.txt",
    "a\U000e0041.txt": "a.txt",  # TAG LATIN CAPITAL LETTER A
    "%2e%2e%2fx": "_2e_2e_2fx",
    "%0d%0aX: y": "_0d_0aX_ y",
    "<script>.html": "_script_.html",
    "a|b>c<d?.txt": "a_b_c_d_.txt",
    "a*b:c.txt": "a_b_c.txt",
    "=?UTF-8?B?eA==?=": "=_UTF-8_B_eA==_=",
    "café ٣.txt": "café ٣.txt",
    "\U0001f4f0.html": "\U0001f4f0.html",
    "a b  c.txt": "a b c.txt",
    " .hidden": "hidden",
    "trailing. ": "trailing",
    "...": "",
    "": "",
    "///": "",
    "س" * 300 + ".txt": "س" * 116 + ".txt",
}


def test_the_name_is_a_label_without_folders_or_tricks(
    client: Client, trust_figure: Measured
) -> None:
    assert len(NAMES) == 40
    article, saved = ArticleFactory(), {}
    for source, name in NAMES.items():
        if "\0" in source and connection.vendor == "postgresql":
            continue  # it keeps no text that has one
        capture = CaptureFactory(source=source, article=article)
        address = f"/captures/{capture.sha256}/"
        saved[source] = saved_name(client, address)
        assert saved[source] == (name or f"{capture.sha256[:12]}.bin"), source
    trust_figure(f"{len(saved)} names, each header well formed and no page")


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
