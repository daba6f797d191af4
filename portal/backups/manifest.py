"""What a backup says of itself."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass, field
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles.corpus import PARSER_VERSION
from articles.models import Article, Capture

FORMAT = 1
MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
DATABASE = "database"
CAPTURES = "captures"
FILES = "files"


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a backup."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """When a backup was made, by what, of what; and the digest of every member.

    ``missing`` are captures that the database names and that were lost or damaged
    already when the backup was made.
    """

    created_at: str
    site: str
    database: str
    versions: dict[str, str]
    migrations: list[str]
    counts: dict[str, int]
    members: dict[str, Member]
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        """Write it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def read(cls, data: bytes) -> Manifest:
        """Read it from JSON; raise ``ValueError`` for what is none."""
        try:
            told: dict[str, Any] = json.loads(data)
            if told["format"] != FORMAT:
                raise ValueError("another format")
            members = {
                name: Member(**member) for name, member in told.pop("members").items()
            }
            return cls(**told, members=members)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("no manifest") from error


def manifest_of(members: dict[str, Member], missing: list[str]) -> Manifest:
    """Describe the archive as it stands, with the members that were written."""
    return Manifest(
        created_at=timezone.now().isoformat(timespec="seconds"),
        site=settings.SITE_NAME,
        database=connection.vendor,
        versions={
            "django": django.get_version(),
            "python": platform.python_version(),
            "parser": str(PARSER_VERSION),
        },
        migrations=applied_migrations(),
        counts={
            "articles": Article.objects.count(),
            "captures": Capture.objects.count(),
        },
        members=members,
        missing=missing,
    )


def applied_migrations() -> list[str]:
    """Name the migrations the database has: "articles.0003_captures"."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)
