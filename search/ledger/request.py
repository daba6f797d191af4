"""A question to the ledger, complete: which claims, in what order, which page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    """The order of claims; those without a date or a value come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HIGHEST = "highest"
    LOWEST = "lowest"
    OUTLET = "outlet"


class Reports(StrEnum):
    """Whether copies of one report count each, or once all together."""

    ALL = "all"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class LedgerRequest:
    """What a reader asks of the ledger; "" , None and () ask for nothing.

    ``words`` is in the language of search and chooses articles. ``noun`` is what is
    counted, in any form («نازحين»), with or without its adjective, or a unit («دولار»).
    ``low`` and ``high`` are included; a range overlaps them. ``kinds`` are those of
    ``articles.corpus.figures.Kind``: with none, dates, clock times and ordinals are
    left out. Minor figures are left out unless ``minor``. ``outlet`` and ``section``
    are slugs, ``claimant`` words in the claimant, ``name`` the id of the name who
    claims. ``page`` counts from 1.
    """

    words: str = ""
    noun: str = ""
    kinds: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = ""
    unit: str = ""
    outlet: str = ""
    section: str = ""
    claimant: str = ""
    name: int | None = None
    since: date | None = None
    until: date | None = None
    minor: bool = False
    reports: Reports = Reports.ALL
    sort: Sort = Sort.NEWEST
    page: int = 1
    size: int = 50
