"""An environment that is wrong is refused before anything is served."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.trust.conftest import Measured

GOOD = {
    "ARCHIVE_ENV": "production",
    "SECRET_KEY": "kJ8-vq3ZrT1xYw6mNc0pLs9dHf4gBa7eUi2oXz5tRy_Qn8wMv3bCl6k",
    "ALLOWED_HOSTS": "archive.example",
}
WRONG = {
    "no key": {"SECRET_KEY": ""},
    "a short key": {"SECRET_KEY": "k" * 12 + "abcdef"},
    "a key of one letter": {"SECRET_KEY": "a" * 80},
    "no hosts": {"ALLOWED_HOSTS": ""},
    "every host": {"ALLOWED_HOSTS": "*"},
    "every host among others": {"ALLOWED_HOSTS": "archive.example,*"},
    "debugging": {"DEBUG": "1"},
    "an unknown engine": {"SEARCH_ENGINE": "grep"},
    "a server without its address": {"SEARCH_ENGINE": "opensearch"},
    "a store that is none": {"FILES_URL": "ftp://files.example/archive"},
    "a number that is none": {"API_RATE_ANONYMOUS": "many"},
    "a proxy count that is none": {"PROXY_COUNT": "one"},
}


def end_of(
    folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, "-c", "import portal.settings"],
        env=clean | {"DATA_DIR": str(folder)} | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.long
def test_an_environment_that_is_wrong_is_refused_with_a_sentence(
    tmp_path: Path, trust_figure: Measured
) -> None:
    assert end_of(tmp_path, GOOD).returncode == 0
    started = []
    for what, wrong in WRONG.items():
        ended = end_of(tmp_path, GOOD | wrong)
        if ended.returncode == 0 or not ended.stderr.strip():
            started.append(what)

    assert started == []
    trust_figure(f"{len(WRONG)} of {len(WRONG)} refused")
