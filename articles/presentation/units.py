"""Units of figures in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext

from articles.corpus.figures import unit_words


def unit_name(symbol: str) -> str:
    """Name a unit: ``unit_name("barrel/day") == "برميل يوميا"``, "barrels per day" in
    English; the symbol where no table names it."""
    return " ".join(gettext(word) for word in unit_words(symbol)) if symbol else ""
