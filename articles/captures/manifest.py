"""The signed-off list of everything the archive shows: one digest a capture.

The lines are those of ``sha256sum``: whoever has a copy of the folder of captures
checks it by ``sha256sum --check``. Lines that begin with "#" are for people: when each
was taken and whence, and at the end how many there are and the digest of the list
itself, that is of all lines without "#".
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from django.utils import timezone

from articles.corpus.addresses import ascii_address
from articles.models import Capture
from articles.models.capture import capture_path


def manifest_lines() -> Iterator[str]:
    """Write the list of public captures, by digest."""
    digest, count, last = sha256(), 0, ""
    yield f"# captures of the archive, {timezone.now().isoformat(timespec='seconds')}\n"
    yield "# check: sha256sum --check --ignore-missing, in the folder of captures\n"
    rows = Capture.objects.public().order_by("sha256", "captured_at", "id")
    fields = rows.values_list("sha256", "captured_at", "url")
    for sha, taken_at, url in fields.iterator(chunk_size=2000):
        moment = taken_at.isoformat(timespec="seconds")
        yield f"# {moment} {ascii_address(url) or '-'}\n"
        if sha != last:
            line = f"{sha}  {capture_path(sha)}\n"
            digest.update(line.encode())
            count, last = count + 1, sha
            yield line
    yield f"# files: {count}\n"
    yield f"# sha256 of the lines above without '#': {digest.hexdigest()}\n"
