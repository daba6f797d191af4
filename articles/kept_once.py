"""A small file that is made once, by whichever process comes first."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def kept_once(path: Path, make: Callable[[], str]) -> str:
    """Give the text of a file, of ASCII; where there is none, make one for its owner.

    Of processes that make it at the same moment the first wins, and all give its text.
    """
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    text = make()
    whole = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    try:
        os.link(whole, path)  # at once, or others would read a text half written
    except FileExistsError:  # another process was first
        return path.read_text(encoding="ascii")
    finally:
        whole.unlink()
    return text
