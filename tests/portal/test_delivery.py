"""The files an archive is installed with name what there is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

DELIVERY = Path(settings.BASE_DIR) / "portal" / "delivery"


def test_every_setting_of_the_containers_is_explained():
    compose = yaml.safe_load((DELIVERY / "compose.yaml").read_text())
    given = set(compose["x-archive"]["environment"])
    explained = (Path(settings.BASE_DIR) / ".env.example").read_text()
    assert {name for name in given if f"#{name}=" not in explained} == set()


def test_every_image_of_the_containers_is_pinned():
    compose = yaml.safe_load((DELIVERY / "compose.yaml").read_text())
    images = [each["image"] for each in compose["services"].values() if "image" in each]
    assert images
    assert all(re.search(r":\d+[\w.-]+$", image) for image in images)


def test_the_runbook_names_commands_that_exist():
    runbook = (DELIVERY / "RUNBOOK.md").read_text()
    named = set(re.findall(r"manage\.py ([a-z_]+)", runbook))
    assert {"backup", "restore", "reindex", "verify"} <= named
    assert named - set(get_commands()) == set()


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_the_proxy_s_file_is_understood(tmp_path):
    conf = (DELIVERY / "nginx.conf").read_text()
    for name in ("archive.crt", "archive.key"):
        conf = conf.replace(f"/etc/nginx/certificates/{name}", str(tmp_path / name))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
        + ["-subj", "/CN=archive.example", "-keyout", str(tmp_path / "archive.key")]
        + ["-out", str(tmp_path / "archive.crt")],
        check=True,
        capture_output=True,
    )
    file = tmp_path / "nginx.conf"
    file.write_text(conf.replace("server web:8000", "server 127.0.0.1:8000"))
    said = subprocess.run(
        ["nginx", "-t", "-c", str(file), "-e", str(tmp_path / "error.log")]
        + ["-g", f"pid {tmp_path / 'pid'};"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
