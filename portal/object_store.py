"""A store of files that many machines share, spoken to as S3.

Its faults are those of a disk: whoever can do without a file that can't be read or
written needs to know of ``OSError`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from portal.files import StoreAway

Answer = TypeVar("Answer")

CONNECTING_SECONDS = 2
READING_SECONDS = 20
TRIES = 2
"""A reader waits for a store that is away as long as for an engine, not for minutes."""


class ObjectStore(S3Storage):  # type: ignore[misc]
    """Files under their names in a bucket; a name that is taken is written anew."""

    def __init__(self, **options: Any) -> None:
        """Take django-storages' options."""
        patience = Config(
            connect_timeout=CONNECTING_SECONDS,
            read_timeout=READING_SECONDS,
            retries={"total_max_attempts": TRIES},
        )
        super().__init__(**({"client_config": patience} | options))

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _as_disk():
            file = super()._open(name, mode)
            file.open()  # else it would be fetched, and could fail, while it is read
            return file

    def _save(self, name: str, content: Any) -> str:
        return _asked(lambda: str(super(ObjectStore, self)._save(name, content)))

    def delete(self, name: str) -> None:
        """Delete a file; one that is not there is no fault."""
        _asked(lambda: super(ObjectStore, self).delete(name))

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return _asked(lambda: bool(super(ObjectStore, self).exists(name)))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Give the folders and the files in a folder; none where there is none."""
        folders, files = _asked(lambda: super(ObjectStore, self).listdir(path))
        return folders, files

    def size(self, name: str) -> int:
        """Give the bytes of a file."""
        return _asked(lambda: int(super(ObjectStore, self).size(name)))


def _asked(ask: Callable[[], Answer]) -> Answer:
    with _as_disk():
        return ask()


@contextmanager
def _as_disk() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as error:
        raise StoreAway(f"{type(error).__name__}: {error}") from error
