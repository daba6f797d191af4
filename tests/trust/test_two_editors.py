"""Two editors save the same article at the same moments, and no words are lost."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import Measured
from tests.trust.own_archive import OwnArchive
from tests.trust.postgres import DATABASES, postgres

pytestmark = [pytest.mark.long, pytest.mark.faults]

SAVES = 20
EDITORS = ("أول", "ثان")

WRITE = """
from django.contrib.auth.models import User
from articles.models import Article
for name in ("أول", "ثان"):
    User.objects.create_superuser(name)
print(Article.objects.create(title="عودة العائلات", body="عادت 180 عائلة.").pk)
"""
EDIT = """
import json, sys, time
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import setup_test_environment
name, pk, saves, begin = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
setup_test_environment()
client, page = Client(HTTP_HOST="localhost"), f"/admin/articles/article/{pk}/change/"
client.force_login(User.objects.get(username=name))
def opened():
    form = client.get(page).context["adminform"].form
    shown = {one.html_name: one.value() or "" for one in form}
    return shown | {one.html_initial_name: one.value() or "" for one in form}
confirmed, refused = [], 0
time.sleep(max(0.0, begin - time.time()))
while len(confirmed) < saves:
    word = f"{name}-{len(confirmed)}"
    form = opened()
    answer = client.post(page, form | {"body": form["body"] + "\\n\\n" + word})
    if answer.status_code == 302:
        confirmed.append(word)
    else:
        assert answer.context["adminform"].form.conflicts, answer.status_code
        refused += 1
print(json.dumps([confirmed, refused]))
"""
READ = """
import json, sys
from articles.models import Article
article = Article.objects.get(pk=sys.argv[1])
print(json.dumps([article.body.split("\\n\\n"), article.version]))
"""


@pytest.fixture(params=DATABASES)
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OwnArchive]:
    """Give an archive in either database."""
    with ExitStack() as stack:
        settings = {}
        if request.param == "postgres":
            server = stack.enter_context(postgres())
            stack.enter_context(server.running())
            settings["DATABASE_URL"] = server.url
        own = OwnArchive(tmp_path / "own", **settings)
        own.make()
        yield own


def told(own: OwnArchive, code: str, *arguments: str) -> str:
    out, faults = own.start(code, *arguments).communicate(timeout=100)
    assert out, faults
    return out.splitlines()[-1]


def test_two_browsers_lose_none_of_forty_saves(
    own: OwnArchive, trust_figure: Measured
) -> None:
    pk, begin = told(own, WRITE), str(time.time() + 4)
    editors = [own.start(EDIT, name, pk, str(SAVES), begin) for name in EDITORS]
    ends = [editor.communicate(timeout=200) for editor in editors]
    assert all(out for out, _faults in ends), ends
    confirmed, refused = zip(
        *(json.loads(out.splitlines()[-1]) for out, _faults in ends), strict=True
    )
    words, version = json.loads(told(own, READ, pk))

    saved = [word for one in confirmed for word in one]
    assert len(saved) == 2 * SAVES
    assert sorted(words[1:]) == sorted(saved)
    assert version == 1 + len(saved)
    assert sum(refused) > 0, "they never met"
    trust_figure(
        f"2 browsers × {SAVES} saves: {len(saved)} kept, {sum(refused)} told of the "
        "other, 0 lost"
    )
