"""Where captures and waiting uploads are kept: a folder, or a store for many."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Store = dict[str, Any]
_ASKED = {"endpoint": "endpoint_url", "region": "region_name"}


class StoreAway(OSError):  # noqa: N818  (an OSError: the file can't be reached now)
    """The store of files does not answer, or refuses."""


def store(url: str, folder: Path, name: str) -> Store:
    """Give Django's settings of the store ``name``.

    ``url`` is "" for a folder in ``folder``, or ``s3://bucket/prefix`` with
    ``?endpoint=https://…&region=…`` where it is not Amazon's. The keys are never in it:
    boto3 reads AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the machine's own role.

    >>> store("s3://news/archive", Path("var"), "captures")["OPTIONS"]["location"]
    'archive/captures'
    """
    if not url:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder / name)},
        }
    parts = urlsplit(url)
    asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    known = set(asked) <= set(_ASKED)
    if parts.scheme != "s3" or not parts.netloc or parts.username or not known:
        raise ValueError("files are kept at s3://bucket/prefix?endpoint=…&region=…")
    options = {_ASKED[key]: value for key, value in asked.items()}
    location = "/".join(filter(None, (unquote(parts.path).strip("/"), name)))
    return {
        "BACKEND": "portal.object_store.ObjectStore",
        "OPTIONS": options
        | {
            "bucket_name": parts.netloc,
            "location": location,
            # Nothing is public, and a file is stored under its own hash: to write it
            # twice changes nothing.
            "default_acl": None,
            "file_overwrite": True,
            "querystring_auth": True,
        },
    }
