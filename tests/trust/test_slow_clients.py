"""Two hundred visitors who send half a request hold nobody up behind the proxy."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings

from tests.trust.conftest import Measured
from tests.trust.machine import Machine
from tests.trust.own_archive import OwnArchive
from tests.trust.serving import free_port, running, serving, wait_for
from tests.trust.visitors import Ask, Seen, visit

pytestmark = [
    pytest.mark.long,
    pytest.mark.faults,
    pytest.mark.alone,
    pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed"),
]

SLOW = 200
SLOWEST = 0.3
MOST_FOR_OTHERS = 0.2


def proxy_file(folder: Path, port: int, site: int) -> Path:
    """Write the proxy's file as it is delivered, but for addresses and TLS."""
    conf = (Path(settings.BASE_DIR) / "portal/delivery/nginx.conf").read_text()
    conf = conf.replace("server web:8000", f"server 127.0.0.1:{site}")
    # The first server only leads on to the second one, which speaks TLS.
    conf = re.sub(r"server \{\s+listen 80;.*?\n    \}\n", "", conf, flags=re.DOTALL)
    conf = conf.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    conf = re.sub(r"\n\s+ssl_\w+ [^\n]+", "", conf)
    conf = conf.replace("limit_conn readers 50;", "")  # all are of one address here
    conf = re.sub(r"\n\s+listen \[::\][^\n]+", "", conf)
    conf = conf.replace("/var/log/nginx", str(folder))
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        place = f"http {{\n    {kind}_temp_path {folder / kind};"
        conf = conf.replace("http {", place, 1)
    path = folder / "nginx.conf"
    path.write_text(f"daemon off;\npid {folder / 'pid'};\n{conf}")
    return path


@pytest.fixture
def proxied(tmp_path: Path) -> Iterator[int]:
    """Serve an empty archive behind the proxy; give the proxy's port."""
    own = OwnArchive(tmp_path / "own")
    own.make()
    port, site = free_port(), free_port()
    file = str(proxy_file(tmp_path, port, site))
    nginx = ["nginx", "-c", file, "-e", str(tmp_path / "error.log")]
    with serving(own, site), running(nginx):
        wait_for(port)
        yield port


def test_slow_visitors_hold_nobody_up(proxied: int, trust_figure: Measured) -> None:
    """What all wait for anyway is measured before and after: it is not the slow ones'
    doing, and on a busy machine it is most."""

    def usual() -> Seen:
        return visit(proxied, lambda _: Ask("/about/"), 2, 3)

    machine, before = Machine.now(os.getpid()), usual()
    with ExitStack() as lines:
        for _ in range(SLOW):
            line = socket.create_connection(("127.0.0.1", proxied))
            line.sendall(b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-")
            lines.callback(line.close)
        seen = visit(proxied, lambda _: Ask("/about/"), 2, 5)
    after = usual()
    others = Machine.now(os.getpid()).taken_by_others(machine)
    slow, anyway = seen.slowest_of(0.95), [s.slowest_of(0.95) for s in (before, after)]
    ours = max(0.0, slow - max(anyway))
    told = (
        f"{SLOW} slow visitors: p95 of others {slow * 1000:.0f} ms, without them "
        f"{anyway[0] * 1000:.0f} and {anyway[1] * 1000:.0f} ms; {ours * 1000:.0f} ms "
        f"are theirs, {others:.0%} of the machine was for others"
    )
    trust_figure(told)

    assert seen.faults == []
    assert set(seen.codes) == {200}
    assert ours < SLOWEST, told
    assert slow < SLOWEST or others > MOST_FOR_OTHERS, told
