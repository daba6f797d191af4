"""Where the archive starts and where it refuses to."""

import os
import stat
import subprocess
import sys

import pytest

from portal.database import database

GOOD_KEY = "kJ8-vq3ZrT1xYw6mNc0pLs9dHf4gBa7eUi2oXz5tRy_Qn8wMv3bCl6k"
PRODUCTION = {
    "ARCHIVE_ENV": "production",
    "SECRET_KEY": GOOD_KEY,
    "ALLOWED_HOSTS": "archive.example",
}


def start(tmp_path, **environment):
    """Load the settings in a process of their own and give how that ended."""
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, "-c", "import portal.settings as s; print(s.ALLOWED_HOSTS)"],
        env=clean | {"DATA_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_nothing_set_it_answers_to_this_machine_only(tmp_path):
    ended = start(tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "['localhost', '127.0.0.1', '[::1]']"


def test_production_starts_with_a_key_and_hosts(tmp_path):
    assert start(tmp_path, **PRODUCTION).returncode == 0


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 80}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "archive.example,*"}, "ALLOWED_HOSTS"),
        ({"DEBUG": "1"}, "DEBUG"),
    ],
)
def test_production_refuses_a_weak_environment_and_names_the_fault(
    tmp_path, fault, named
):
    ended = start(tmp_path, **(PRODUCTION | fault))
    assert ended.returncode != 0
    assert named in ended.stderr.splitlines()[-1]


def test_the_kept_key_stays_the_same_and_is_for_its_owner_only(tmp_path):
    from portal.secret import kept_secret_key

    key = kept_secret_key(tmp_path / "data")
    assert kept_secret_key(tmp_path / "data") == key
    assert len(key) >= 64
    mode = (tmp_path / "data" / "secret_key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_processes_that_start_at_once_have_one_key(tmp_path, monkeypatch):
    """One reads while the other writes, and makes a key before that one has."""
    from portal import secret

    others, opened = [], os.fdopen

    def open_slowly(*given, **named):
        monkeypatch.setattr(os, "fdopen", opened)
        others.append(secret.kept_secret_key(tmp_path))
        return opened(*given, **named)

    monkeypatch.setattr(os, "fdopen", open_slowly)
    key = secret.kept_secret_key(tmp_path)
    assert others == [key]
    assert len(key) >= 64
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_two_archives_have_different_keys(tmp_path):
    from portal.secret import kept_secret_key

    assert kept_secret_key(tmp_path / "a") != kept_secret_key(tmp_path / "b")


@pytest.mark.parametrize(
    ("asked", "named"),
    [({"SESSIONS": "memory"}, "SESSIONS"), ({"SESSIONS": "cache"}, "CACHE_URL")],
)
def test_sessions_are_kept_where_all_machines_find_them(tmp_path, asked, named):
    ended = start(tmp_path, **asked)
    assert ended.returncode != 0
    assert named in ended.stderr.splitlines()[-1]


def test_sqlite_waits_and_a_server_is_not_waited_for():
    file = database({"ENGINE": "django.db.backends.sqlite3"}, synchronous="FULL")
    assert "synchronous=FULL" in file["OPTIONS"]["init_command"]
    address = {"ENGINE": "…postgresql", "OPTIONS": {"sslmode": "require"}}
    server = database(address, synchronous="FULL")
    assert server["OPTIONS"] == {"connect_timeout": 3, "sslmode": "require"}
