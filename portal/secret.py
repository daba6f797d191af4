"""The secret key of an archive that was given none."""

import os
import secrets
from pathlib import Path


def kept_secret_key(data_dir: Path) -> str:
    """Read the key kept in ``data_dir``, or make one that only its owner can read."""
    path = data_dir / "secret_key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        data_dir.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(64)
    whole = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    try:
        os.link(whole, path)  # at once, or others would read a key half written
    except FileExistsError:  # another process was first: its key is the key
        return path.read_text(encoding="ascii")
    finally:
        whole.unlink()
    return key
