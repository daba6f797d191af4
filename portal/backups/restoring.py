"""Checks a backup to the last byte, and brings the archive back from it."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, default_storage, storages
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from portal.backups.databases import holds_anything, replace_by
from portal.backups.manifest import CAPTURES, DATABASE, FILES, MANIFEST, SEAL, Manifest

_STEP = 1024 * 1024
_BLOCK = tarfile.BLOCKSIZE


class BackupRefused(Exception):  # noqa: N818  (the archive's word for it)
    """A backup is damaged, or there is no place for it; ``reasons`` are Arabic."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup whose every byte was found to be what it was."""

    path: Path
    manifest: Manifest

    @classmethod
    def checked(cls, path: Path) -> Backup:
        """Read all of a backup; raise ``BackupRefused`` with everything that is wrong.

        ``OSError`` where the file can't be read at all.
        """
        try:
            found, small = _digests(path)
            manifest = _sealed_manifest(small)
        except (tarfile.TarError, EOFError, ValueError, OSError) as error:
            if isinstance(error, FileNotFoundError | PermissionError):
                raise
            raise BackupRefused(f"ملف النسخة الاحتياطية تالف: {error}") from error
        faults = [
            f"{'تالف' if name in found else 'ناقص'}: {name}"
            for name, member in manifest.members.items()
            if found.get(name) != member.sha256
        ]
        strangers = sorted(set(found) - set(manifest.members) - {MANIFEST, SEAL})
        faults += [f"ليس من النسخة: {name}" for name in strangers]
        if faults:
            raise BackupRefused(*faults)
        return cls(path, manifest)

    def restore(self, *, force: bool = False) -> Path | None:
        """Put everything in its place; give where an older database was put aside.

        Raises ``BackupRefused`` where there is an archive already, unless ``force``,
        and for a backup of another kind of database or of a newer version. Files that
        are there already stay; the database comes last, in one step.
        """
        self._check_fit(force)
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        incoming: Path = settings.DATA_DIR / "database.restoring"
        with tarfile.open(self.path) as tar:
            for info in tar:
                kind, _slash, place = info.name.partition("/")
                stream = tar.extractfile(info)
                if stream is None:
                    continue
                if kind == CAPTURES:
                    sha256 = self.manifest.members[info.name].sha256
                    _put(storages["captures"], place, stream, sha256)
                elif kind == FILES:
                    sha256 = self.manifest.members[info.name].sha256
                    _put(default_storage, place, stream, sha256)
                elif info.name == DATABASE:
                    _copy(stream, incoming)
        return replace_by(incoming)

    def _check_fit(self, force: bool) -> None:
        if self.manifest.database != connection.vendor:
            raise BackupRefused(
                f"هذه نسخة من {self.manifest.database}"
                f" والأرشيف على {connection.vendor}."
            )
        known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
        newer = sorted(set(self.manifest.migrations) - known)
        if newer:
            raise BackupRefused(f"النسخة من إصدار أحدث: {', '.join(newer)}")
        if not force and (holds_anything() or _has_captures()):
            raise BackupRefused(
                "في هذا المجلد أرشيف. استعد في مجلد فارغ (DATA_DIR)، أو أضف --force:"
                " تُنحّى قاعدة البيانات الحالية جانبًا ولا تُحذف."
            )


def _digests(path: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Hash every member; give the digests, and the two small members whole."""
    found: dict[str, str] = {}
    small: dict[str, bytes] = {}
    end = 0
    with tarfile.open(path) as tar:
        file = cast(IO[bytes], tar.fileobj)
        for info in tar:
            _check_name(info)
            stream = tar.extractfile(info)
            assert stream is not None  # a plain file, as its name was checked
            digest = hashlib.sha256()
            while data := stream.read(_STEP):
                digest.update(data)
                if info.name in (MANIFEST, SEAL):
                    small[info.name] = small.get(info.name, b"") + data
            found[info.name] = digest.hexdigest()
            end = info.offset_data + info.size
            _check_zeros(file, end, -end % _BLOCK)
        _check_zeros(file, end + -end % _BLOCK, -1)
    return found, small


def _check_name(info: tarfile.TarInfo) -> None:
    steps = PurePosixPath(info.name).parts
    if not info.isfile() or ".." in steps or info.name.startswith("/"):
        raise ValueError(info.name)


def _check_zeros(file: IO[bytes], start: int, size: int) -> None:
    """Raise unless only zeros stand between and after the members."""
    with _kept_place(file):
        file.seek(start)
        while data := file.read(_STEP if size < 0 else size):
            if any(data):
                raise ValueError("bytes between the members")
            if size >= 0:
                break


@contextmanager
def _kept_place(file: IO[bytes]) -> Iterator[None]:
    place = file.tell()
    try:
        yield
    finally:
        file.seek(place)


def _sealed_manifest(small: dict[str, bytes]) -> Manifest:
    data, seal = small.get(MANIFEST), small.get(SEAL)
    if data is None or seal is None:
        raise ValueError("ينقصه بيان محتوياته")
    if hashlib.sha256(data).hexdigest().encode() != seal:
        raise ValueError("بيان محتوياته تغيّر")
    return Manifest.read(data)


def _has_captures() -> bool:
    try:
        folders, files = storages["captures"].listdir("")
    except FileNotFoundError:
        return False
    return bool(folders or files)


def _put(store: Storage, place: str, stream: IO[bytes], sha256: str) -> None:
    """Store a file unless these very bytes are there."""
    if store.exists(place):
        with store.open(place) as there:
            if hashlib.file_digest(there, "sha256").hexdigest() == sha256:
                return
        store.delete(place)
    store.save(place, File(stream))


def _copy(stream: IO[bytes], path: Path) -> None:
    with path.open("wb") as file:
        while data := stream.read(_STEP):
            file.write(data)
