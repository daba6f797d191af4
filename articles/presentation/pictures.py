"""What pictures for sharing say: they are drawn once for everybody, from the right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation

from articles.presentation.digits import writing


@contextmanager
def in_pictures() -> Iterator[None]:
    """Say things in Arabic and in the usual digits, whoever asks for the picture.

    Its letters run from right to left around the words of an article, and caches keep
    one for all readers.
    """
    with translation.override("ar"), writing("latn"):
        yield
