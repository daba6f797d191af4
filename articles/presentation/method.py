"""What the page on method says of figures: kinds, bounds, how well they are read.

The kinds and bounds come from the tables that the reader itself works with, the
measured table from the evaluation, so the page can't promise what the code doesn't do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.corpus.figures import Kind, Modifier
from articles.presentation.figures import BOUNDS

MEASURED = Path(__file__).with_name("measured_figures.json")
_TOTAL = "all"

KINDS: dict[Kind, tuple[str | Promise, str]] = {
    Kind.COUNT: (_("عدد"), "أكثر من 14 ألف شتلة"),
    Kind.MONEY: (_("مبلغ"), "6,2 مليارات يورو"),
    Kind.PERCENT: (_("نسبة مئوية"), "4.5 بالمئة"),
    Kind.MEASURE: (_("قياس"), "304 أطنان، 1.16 مليون برميل يوميا"),
    Kind.DURATION: (_("مدة"), "ثلاث سنوات ونصف"),
    Kind.AGE: (_("عمر"), "(54 عاما)، في التسعين"),
    Kind.ORDINAL: (_("ترتيب"), "الذكرى الثانية، المرتبة 22"),
    Kind.FRACTION: (_("جزء"), "ثلثا السكان، 1 على 81"),
    Kind.SCORE: (_("نتيجة مباراة"), "2-1"),
    Kind.RANGE: (_("مدى"), "بين 10 و20 ألفا"),
    Kind.FREQUENCY: (_("تكرار"), "ثلاث مرات في اليوم"),
    Kind.MULTIPLE: (_("ضعف"), "أربعة أضعاف"),
    Kind.TIME: (_("ساعة"), "الساعة 9,30 مساء"),
    Kind.DATE: (_("تاريخ"), "22 آذار/مارس 2017، 24 رمضان 1438 هـ"),
    Kind.DATETIME: (_("تاريخ وساعة"), "مساء الأربعاء"),
    Kind.DATE_RANGE: (_("مدة بين تاريخين"), "من 5 إلى 20 يونيو"),
}
"""Each kind of figure, with an example of it."""

_BOUND_NAMES: dict[str, str | Promise] = {**BOUNDS, Modifier.BETWEEN: _("بين")}

ORDER = ("seeds", "sentences", "fresh")
_SETS: dict[str, str | Promise] = {
    "seeds": _("مقالات كاملة عُلّمت أرقامها باليد"),
    "sentences": _("جمل عُلّمت أرقامها باليد"),
    "fresh": _("جمل موضوعة على طريقة صحف مختلفة، أُصلح القارئ بعد النظر فيها"),
}
_PEERS = ("duckling", "cldr", "tafqit", "dates")
_NAMES: dict[str, str | Promise] = {
    "PER": _("أشخاص"),
    "LOC": _("أماكن"),
    "ORG": _("جهات"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the measured table: how many of ``gold`` were read rightly."""

    name: str | Promise
    gold: int
    right: int
    spurious: int = 0

    @property
    def percent(self) -> float:
        """The share read rightly, in per cent."""
        return round(100 * self.right / self.gold, 1) if self.gold else 0.0


def kinds() -> list[tuple[str | Promise, str]]:
    """Give the name and an example of every kind, in the order of the code."""
    return [KINDS[kind] for kind in Kind]


def kind_label(kind: str) -> str:
    """Give the name of a kind; "" for what is none."""
    return str(KINDS[Kind(kind)][0]) if kind in set(Kind) else ""


def bounds() -> list[str | Promise]:
    """Give the words by which every bound is shown."""
    return [_BOUND_NAMES[modifier] for modifier in Modifier]


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(MEASURED.read_text("utf-8"))
    return tables


def measured_kinds() -> list[Measured]:
    """Give what was measured over all annotated texts together, kind by kind."""
    sums = {
        kind: [
            sum(_tables()[name].get(kind, {}).get(column, 0) for name in ORDER)
            for column in ("gold", "right", "spurious")
        ]
        for kind in Kind
    }
    return [Measured(KINDS[kind][0], *row) for kind, row in sums.items() if row[0]]


def measured_sets() -> list[Measured]:
    """Give what was measured over each set of annotated texts."""
    totals = {name: _tables()[name][_TOTAL] for name in ORDER}
    return [
        Measured(_SETS[name], row["gold"], row["right"], row.get("spurious", 0))
        for name, row in totals.items()
    ]


def measured_peers() -> list[Measured]:
    """Give what was measured over the test cases of other projects."""
    totals = {name: _tables()[name][_TOTAL] for name in _PEERS}
    return [
        Measured(_("تواريخ المشاريع كلها") if name == "dates" else name, *_counts(row))
        for name, row in totals.items()
    ]


def _counts(row: dict[str, int]) -> tuple[int, int]:
    return row["cases"], row["right"]


def measured_names() -> Iterator[Measured]:
    """Give how many of the annotated names were found and cut exactly."""
    for kind, name in _NAMES.items():
        rows = [_tables()[table].get(kind, {}) for table in ("names", "fresh names")]
        gold, exact = (sum(row.get(c, 0) for row in rows) for c in ("gold", "exact"))
        yield Measured(name, gold, exact)
