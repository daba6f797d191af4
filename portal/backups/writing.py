"""Writes a backup: the snapshot first, then the files it names, the manifest last."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core.files.storage import Storage, default_storage, storages

from articles.models import Capture
from articles.models.capture import capture_path
from portal.backups.databases import digests_named, snapshot
from portal.backups.manifest import (
    CAPTURES,
    DATABASE,
    FILES,
    MANIFEST,
    SEAL,
    Manifest,
    Member,
    manifest_of,
)


def write_backup(path: Path) -> Manifest:
    """Write the whole archive into ``path`` while it is in use; give its manifest.

    The file stands there whole or not at all. It is compressed where its name ends in
    ``.gz``. Raises ``OSError`` where it can't be written, ``DatabaseFault`` where the
    database can't be copied.
    """
    path = path.absolute()
    beside = path.with_name(path.name + ".part")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        copy = Path(folder) / DATABASE
        try:
            snapshot(copy)
            with beside.open("wb") as file:
                manifest = _write(file, copy, compressed=path.name.endswith("gz"))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    return manifest


def _write(file: IO[bytes], copy: Path, *, compressed: bool) -> Manifest:
    mode: Any = "w:gz" if compressed else "w"
    with tarfile.open(fileobj=file, mode=mode) as tar:
        members = _Members(tar)
        with copy.open("rb") as stream:
            members.add(DATABASE, stream, copy.stat().st_size)
        missing = _add_captures(members, copy)
        for name in _names(default_storage):
            _add_stored(members, default_storage, name, f"{FILES}/{name}")
        manifest = manifest_of(members.written, missing)
        data = manifest.as_bytes()
        members.add_bytes(MANIFEST, data)
        members.add_bytes(SEAL, hashlib.sha256(data).hexdigest().encode())
    return manifest


@dataclass(frozen=True, slots=True)
class _Members:
    """The members of a tar file as they are written, each with its digest."""

    tar: tarfile.TarFile
    written: dict[str, Member] = field(default_factory=dict)

    def add(self, name: str, stream: IO[bytes], size: int) -> Member:
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o640, int(time.time())
        hashing = _Hashing(stream)
        self.tar.addfile(info, hashing)
        self.written[name] = Member(hashing.digest.hexdigest(), size)
        return self.written[name]

    def add_bytes(self, name: str, data: bytes) -> None:
        self.add(name, io.BytesIO(data), len(data))


class _Hashing(io.RawIOBase):
    """Hashes what is read through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.digest.update(data)
        return data


def _add_captures(members: _Members, copy: Path) -> list[str]:
    """Add the bytes that the snapshot names; give those that are lost or damaged.

    Other tables that name digests may keep their bytes in the same store.
    """
    store = storages["captures"]
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "sha256" for field in model._meta.get_fields())
    ]
    named = digests_named(copy, tables)
    required = named[Capture._meta.db_table]
    missing = []
    for sha256 in sorted(set().union(*named.values()) - {""}):
        place = capture_path(sha256)
        added = _add_stored(members, store, place, f"{CAPTURES}/{place}")
        if sha256 in required and (added is None or added.sha256 != sha256):
            missing.append(sha256)
    return missing


def _add_stored(
    members: _Members, store: Storage, place: str, name: str
) -> Member | None:
    """Add a stored file, None where it is gone (an upload may just have ended)."""
    try:
        with store.open(place) as stream:
            return members.add(name, stream, stream.size)
    except FileNotFoundError:
        return None


def _names(store: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = store.listdir(folder)
    except FileNotFoundError:
        return
    inside = f"{folder}/" if folder else ""
    yield from (f"{inside}{name}" for name in sorted(files))
    for name in sorted(folders):
        yield from _names(store, f"{inside}{name}")
