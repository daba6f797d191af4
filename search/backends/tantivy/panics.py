"""Turns what goes wrong inside tantivy into what the archive understands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from search.backends.contract import EngineFault


@contextmanager
def panics_as_faults() -> Iterator[None]:
    """Raise ``EngineFault`` for a panic of Rust, which is no ``Exception``."""
    try:
        yield
    except Exception:
        raise
    except BaseException as error:
        # The class can't be imported; it belongs to the bridge between the languages.
        if type(error).__name__ != "PanicException":
            raise
        raise EngineFault(str(error)) from error
