"""Pages without a word, for tests that only ask who is let in."""

from __future__ import annotations

from collections.abc import Iterator

from django.template.base import Origin
from django.template.loaders.base import Loader


class BlankLoader(Loader):
    """Finds every template, and nothing in it."""

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        return ""
