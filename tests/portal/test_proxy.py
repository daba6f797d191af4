"""The portal behind a real nginx, with the file that the runbook puts in place."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest
from django.conf import settings

from tests.portal.site import PATIENCE, Site, archive_at, wait_until
from tests.servers import free_port, running

DELIVERY = Path(settings.BASE_DIR) / "portal" / "delivery"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
HOST = "archive.example"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not Path(NGINX).exists(), reason="nginx is not installed"),
]


@dataclass(frozen=True)
class Proxy:
    """A proxy that was started, and what it can be asked by."""

    http: int
    https: int
    certificate: Path
    site: Site

    def ask(
        self, method: str, address: str, body: bytes = b"", **headers: str
    ) -> tuple[HTTPResponse, str]:
        """Ask as a browser would; give the answer and its page."""
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        asking = HTTPSConnection(HOST, self.https, timeout=PATIENCE, context=trusted)
        asking._create_connection = lambda *_: socket.create_connection(  # type: ignore[attr-defined]
            ("127.0.0.1", self.https), PATIENCE
        )
        with closing(asking):
            asking.request(method, address, body or None, headers)
            answer = asking.getresponse()
            return answer, answer.read().decode()

    def get(self, address: str, **headers: str) -> tuple[HTTPResponse, str]:
        return self.ask("GET", address, **headers)


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Serve an archive of twenty articles behind the proxy."""
    folder = tmp_path_factory.mktemp("proxy")
    site = Site(
        archive_at(folder / "archive"),
        ALLOWED_HOSTS=f"{HOST},127.0.0.1",
        HTTPS="1",
        PROXY_COUNT="1",
    )
    certificate = make_certificate(folder)
    http, https = free_port(), free_port()
    conf = folder / "nginx.conf"
    conf.write_text(configuration(folder, site.port, http, https))
    foreground = f"daemon off; pid {folder / 'pid'};"
    check = [NGINX, "-t", "-c", str(conf), "-g", foreground]
    understood = subprocess.run(check, capture_output=True, text=True, check=False)
    assert understood.returncode == 0, understood.stderr
    command = [NGINX, "-c", str(conf), "-g", foreground]
    log = folder / "nginx.log"
    with closing(site), site.running(), running(command, https, log):
        yield Proxy(http, https, certificate, site)


def make_certificate(folder: Path) -> Path:
    """Make a certificate of the host for this test."""
    made = folder / "archive.crt"
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = ["-keyout", str(folder / "archive.key"), "-out", str(made)]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *names, *files],
        check=True,
        capture_output=True,
    )
    return made


def configuration(folder: Path, site: int, http: int, https: int) -> str:
    """Give the delivered file, changed as the runbook says and to this test's ports."""
    conf = (DELIVERY / "nginx.conf").read_text()
    changes = {
        "server web:8000": f"server 127.0.0.1:{site}",
        "/etc/nginx/certificates": str(folder),
        "/etc/nginx/archive": str(DELIVERY / "proxy_pages"),
        "/var/log/nginx": str(folder),
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ssl;": f"listen 127.0.0.1:{https} ssl;",
        "events {": "error_log stderr;\nevents {",
    }
    if os.geteuid() == 0:  # else its workers are nobody, who may not enter the folder
        changes["events {"] = f"user root;\n{changes['events {']}"
    for delivered, here in changes.items():
        assert delivered in conf
        conf = conf.replace(delivered, here)
    conf = re.sub(r"listen \[::\].*", "", conf)
    kept = "".join(
        f"    {name}_temp_path {folder / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return conf.replace("http {\n", f"http {{\n{kept}", 1)


def test_the_portal_answers_through_the_proxy(proxy: Proxy):
    answer, page = proxy.get("/articles/1/")
    assert answer.status == 200
    assert "عودة العائلات" in page
    assert f"https://{HOST}/articles/1/" in page
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "nginx/" not in answer.headers["Server"]


def test_what_is_not_encrypted_is_sent_on(proxy: Proxy):
    with closing(HTTPConnection("127.0.0.1", proxy.http, timeout=PATIENCE)) as asking:
        asking.request("GET", "/search/?q=180", headers={"Host": HOST})
        answer = asking.getresponse()
        answer.read()
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/search/?q=180"


def test_static_files_are_packed_and_kept_for_good(proxy: Proxy):
    _answer, page = proxy.get("/")
    style = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert style
    answer, _text = proxy.get(style[1])
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]


def test_an_unknown_host_is_told_nothing(proxy: Proxy):
    assert proxy.get("/", Host="evil.example")[0].status == 400


def test_counts_and_errors_stay_inside(proxy: Proxy):
    assert proxy.get("/metrics")[0].status == 404


@pytest.mark.parametrize(
    ("address", "size", "status"),
    [
        ("/search/", 65 * 1024, 413),
        ("/admin/login/", 65 * 1024, 413),
        # The proxy lets it through: the archive itself says no to a visitor.
        ("/admin/articles/upload/add/", 100 * 1024, 413),
        ("/admin/articles/upload/add/", 26 * 1024 * 1024, 413),
    ],
)
def test_large_bodies_are_refused_in_arabic(
    proxy: Proxy, address: str, size: int, status: int
):
    answer, page = proxy.ask("POST", address, b"x" * size)
    assert answer.status == status
    assert "الطلب كبير جدا" in page


def test_questions_are_limited_and_pages_are_not(proxy: Proxy):
    asked = [proxy.get("/search/?q=180") for _time in range(60)]
    statuses = {answer.status for answer, _page in asked}
    assert statuses == {200, 429}
    refused = next(page for answer, page in asked if answer.status == 429)
    assert "طلبات كثيرة" in refused
    assert all(proxy.get("/articles/2/")[0].status == 200 for _time in range(20))


def test_what_readers_search_is_not_in_the_log(proxy: Proxy):
    log = proxy.certificate.with_name("access.log")
    proxy.get("/articles/3/?q=zqsecretqz")
    wait_until(lambda: "/articles/3/" in log.read_text())  # written after the answer
    assert "zqsecretqz" not in log.read_text()


def test_slow_clients_hold_nobody_up(proxy: Proxy):
    """Two processes of four threads serve; forty clients send half a request each."""
    half_a_form = (
        b"POST /admin/login/ HTTP/1.1\r\nHost: archive.example\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 900\r\n\r\nq="
    )
    half_a_header = b"GET / HTTP/1.1\r\nHost: archive.example\r\nX-Slow: "
    trusted = ssl.create_default_context(cafile=str(proxy.certificate))
    with ExitStack() as stack:
        for number in range(40):
            # Each from an address of its own: one address may not have so many.
            slow = socket.create_connection(
                ("127.0.0.1", proxy.https), PATIENCE, (f"127.0.0.{2 + number}", 0)
            )
            slow = trusted.wrap_socket(slow, server_hostname=HOST)
            stack.callback(slow.close)
            slow.sendall(half_a_header if number % 2 else half_a_form)
        assert all(proxy.get("/articles/4/")[0].status == 200 for _time in range(10))


def test_a_site_that_does_not_run_is_told_in_arabic(proxy: Proxy, tmp_path: Path):
    conf = tmp_path / "nginx.conf"
    http, https = free_port(), free_port()
    made = make_certificate(tmp_path)
    conf.write_text(configuration(tmp_path, free_port(), http, https))
    foreground = f"daemon off; pid {tmp_path / 'pid'};"
    command = [NGINX, "-c", str(conf), "-g", foreground]
    with running(command, https, tmp_path / "nginx.log"):
        answer, page = Proxy(http, https, made, proxy.site).get("/")
    assert answer.status == 502
    assert "الأرشيف لا يجيب الآن" in page
