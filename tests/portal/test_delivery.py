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
from django.urls import reverse

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


def test_the_site_knows_the_host_that_its_health_is_asked_at():
    compose = yaml.safe_load((DELIVERY / "compose.yaml").read_text())
    asked = compose["services"]["web"]["healthcheck"]["test"][-1]
    host = re.search(r"http://([^:/]+)", asked)
    assert host
    known = compose["x-archive"]["environment"]["ALLOWED_HOSTS"].split(",")
    assert host[1] in known


def test_the_runbook_names_commands_that_exist():
    runbook = (DELIVERY / "RUNBOOK.md").read_text()
    named = set(
        re.findall(r"(?:manage\.py|`archive|^archive) ([a-z_]+)", runbook, re.M)
    )
    assert {"backup", "restore", "reindex", "verify"} <= named
    assert named - set(get_commands()) == set()


def test_settings_have_no_remark_behind_their_value():
    # systemd would take it for a part of the value.
    explained = (Path(settings.BASE_DIR) / ".env.example").read_text()
    lines = [line for line in explained.splitlines() if re.match(r"#?[A-Z_]+=", line)]
    assert len(lines) > 20
    assert [line for line in lines if "#" in line.lstrip("#")] == []


@pytest.mark.long
@pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="systemd is not installed"
)
def test_systemd_understands_the_units(tmp_path):
    program = tmp_path / "start"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for unit in DELIVERY.glob("archive-*.*"):
        said = re.sub(
            r"(?m)^(Exec\w+=)/(?:srv|opt)\S+", rf"\1{program}", unit.read_text()
        )
        said = re.sub(r"(?m)^User=archive.*", "User=daemon", said)
        (tmp_path / unit.name).write_text(said)
    units = sorted(tmp_path.glob("archive-*.*"))
    assert {unit.suffix for unit in units} == {".service", ".socket", ".timer"}
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, units)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in said.stderr.splitlines() if "archive-" in line] == []


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (f"/shared/{'t' * 32}/", "/shared/..."),
        (f"/en/shared/{'t' * 32}.csv?columns=id", "/en/shared/..."),
        (f"/saved/{'t' * 32}/feed/", "/saved/..."),
        (f"/saved/unsubscribe/Mg:{'t' * 40}/", "/saved/unsubscribe/..."),
        ("/saved/12/", "/saved/12/"),
        ("/articles/4/?q=secret", "/articles/4/"),
    ],
)
def test_the_proxy_writes_no_secret_address_and_no_question(address: str, written: str):
    conf = (DELIVERY / "nginx.conf").read_text()
    [block] = re.findall(r"map \$request_uri \$asked \{(.*?)\n    \}", conf, re.DOTALL)
    rules = re.findall(r'^\s+"?~(\S+?)"? (\S+);$', block, re.MULTILINE)
    assert len(rules) == 2
    for pattern, said in rules:
        if found := re.match(pattern.replace("(?<", "(?P<"), address):
            name = next(iter(found.groupdict()))
            assert said.replace(f"${name}", found[name]) == written
            return
    pytest.fail("nothing is written")


def limits_of(address: str) -> set[str]:
    """Give the names of the limits that the proxy has for an address."""
    conf = (DELIVERY / "nginx.conf").read_text()
    places = re.findall(r"location ~ (\S+) \{(.*?)\n        \}", conf, re.DOTALL)
    inside = next((said for place, said in places if re.match(place, address)), "")
    return set(re.findall(r"zone=(\w+)", inside))


def test_the_proxy_slows_down_questions_and_guesses():
    questions = [
        f"{language}{reverse(f'search:{name}', args=ending)}"
        for language in ("", "/en")
        for name, ending in (
            *((name, ()) for name in ("search", "figures", "trends", "collocates")),
            *((name, ()) for name in ("concordance", "keyness", "export", "feed")),
            *((f"{name}_csv", ()) for name in ("trends", "collocates", "keyness")),
            *((name, ("csv",)) for name in ("figures_file", "export_file")),
        )
    ]
    questions += ["/api/v1/search", "/export/articles-csv", "/search/?q=x"]
    assert [one for one in questions if limits_of(one) != {"questions"}] == []
    doors = [reverse("admin:login"), reverse("search:sign_in"), "/en/sign-in/"]
    assert [one for one in doors if limits_of(one) != {"sign_in"}] == []
    assert limits_of("/articles/1/") == limits_of("/") == set()
