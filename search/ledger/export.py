"""All rows of the ledger as a table to take along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from articles.exports.cells import Cell
from articles.exports.tables import Column, Table
from search.ledger.claims import Claim

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the file: its heading and what a claim has in it."""

    label: StrOrPromise
    of: Callable[[Claim], Cell]


FIELDS: dict[str, _Field] = {
    "value": _Field(_("القيمة"), lambda claim: claim.value),
    "value_max": _Field(_("إلى"), lambda claim: claim.value_max),
    "value_min": _Field(_("على الأقل"), lambda claim: claim.value_min),
    "quote": _Field(_("كما ورد"), lambda claim: claim.quote),
    "modifier": _Field(_("المحدِّد"), lambda claim: claim.modifier),
    "said": _Field(_("بالكلمات"), lambda claim: claim.shown.words),
    "kind": _Field(_("النوع"), lambda claim: claim.kind),
    "unit": _Field(_("الوحدة"), lambda claim: claim.unit),
    "noun": _Field(_("المعدود"), lambda claim: claim.noun),
    "noun_key": _Field(_("مفتاح المعدود"), lambda claim: claim.noun_key),
    "claimant": _Field(_("القائل"), lambda claim: claim.claimant),
    "sentence": _Field(_("الجملة"), lambda claim: claim.sentence),
    "title": _Field(_("العنوان"), lambda claim: claim.title),
    "outlet": _Field(_("المصدر"), lambda claim: claim.outlet),
    "published": _Field(_("التاريخ"), lambda claim: claim.published),
    "part": _Field(_("الموضع"), lambda claim: claim.part),
    "start": _Field(_("من حرف"), lambda claim: claim.start),
    "end": _Field(_("إلى حرف"), lambda claim: claim.end),
    "url": _Field(_("الرابط"), lambda claim: claim.url),
    "report": _Field(_("مجموعة النسخ"), lambda claim: claim.cluster),
    "capture": _Field(_("بصمة النسخة المحفوظة"), lambda claim: claim.capture),
}


def claims_table(claims: Iterable[Claim], site: str) -> Table:
    """Give a table of claims; links begin with the address of the ``site``."""
    columns = [Column(name, str(field.label)) for name, field in FIELDS.items()]
    return Table("figures", columns, (_row(claim, site) for claim in claims))


def _row(claim: Claim, site: str) -> list[Cell]:
    return [
        f"{site}{claim.url}" if name == "url" else field.of(claim)
        for name, field in FIELDS.items()
    ]
