"""The month names of Arabic newspapers, one table a system.

Sources: Unicode CLDR 46 (ar, ar-SY, ar-DZ, ar-MA, ar-MR), the official Libyan
calendar of 1986-2011, and spellings counted in newspapers. To add a spelling, add it
to the line of its month in ``_SPELLINGS``.
"""

from __future__ import annotations

from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.dates.lexicon import SHIFTS
from articles.corpus.dates.mention import Calendar

_SYSTEMS = {
    "Egypt, Sudan, the Gulf": (
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    ),
    "the Levant and Iraq": (
        "كانون_الثاني شباط آذار نيسان أيار حزيران"
        " تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول"
    ),
    "Morocco": (
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"
    ),
    "Algeria and Tunisia": (
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"
    ),
    "Mauritania": (
        "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر"
    ),
    "Libya, 1986-2011": (
        "أي_النار النوار الربيع الطير الماء الصيف"
        " ناصر هانيبال الفاتح التمور الحرث الكانون"
    ),
    "English": (
        "january february march april may june"
        " july august september october november december"
    ),
    "English, short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "French": (
        "janvier fevrier mars avril mai juin"
        " juillet aout septembre octobre novembre decembre"
    ),
}
_HIJRI = (
    "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة"
    " رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة"
)

_SPELLINGS = {
    1: "كانون_ثاني كانون_ثان ينير ينائر جنفي",
    2: "فبرائر فبرابر فيبراير",
    3: "اذار",
    4: "ابرايل افريل ابريل",
    5: "ايار",
    6: "يونية يونيه",
    7: "يولية يوليه يوليوس جويليه",
    8: "اب اوغسطس أوغست أغسطوس اوت",
    9: "سبتنبر سبتمير شتنمبر sept",
    10: "تشرين_اول أوكتوبر تشرين_أول",
    11: "تشرين_ثاني تشرين_ثان نوفنبر نوفمبير نوڤمبر",
    12: "كانون_اول كانون_أول ديسيمبر دسمبر",
}
_HIJRI_SPELLINGS = {
    1: "المحرم محرم_الحرام",
    2: "صفر_الخير",
    3: "ربيع_أول",
    4: "ربيع_الثاني ربيع_ثاني ربيع_آخر",
    5: "جمادى_الأول جماد_الأول جماد_الأولى جمادى_أولى",
    6: "جمادى_الثانية جمادى_الثاني جمادى_الآخر جماد_الآخر جماد_الثاني جماد_الآخرة",
    11: "ذي_القعدة ذوالقعدة ذيالقعدة ذي_قعدة",
    12: "ذي_الحجة ذوالحجة ذيالحجة ذي_حجة",
}

_WEAK = """
    آب أيار حزيران نيسان تموز آذار ماي مارس أوت جوان
    رمضان شعبان رجب شوال محرم المحرم
"""
"""Also fathers, ministers, verbs, cars and given names: they want a word of time
beside them (a day, a year, «شهر», «في», «الماضي», the name of another system)."""

_FRAIL = (
    "صفر "
    + _SYSTEMS["Libya, 1986-2011"]
    + " "
    + " ".join(_SYSTEMS[name] for name in ("English", "English, short", "French"))
)
"""A month only between a day and a year, after «شهر», or beside its other name."""


class MonthName(NamedTuple):
    """One spelling of a month; ``trust`` is 2 (sure), 1 (weak) or 0 (frail)."""

    number: int
    calendar: Calendar
    trust: int


def _folded(names: str) -> list[tuple[str, ...]]:
    return [tuple(fold(part) for part in name.split("_")) for name in names.split()]


def _table() -> dict[tuple[str, ...], MonthName]:
    trust = dict.fromkeys(_folded(_WEAK), 1) | dict.fromkeys(_folded(_FRAIL), 0)
    table: dict[tuple[str, ...], MonthName] = {}

    def add(names: str, first: int, step: int, calendar: Calendar) -> None:
        for place, name in enumerate(_folded(names)):
            month = MonthName(first + place * step, calendar, trust.get(name, 2))
            table.setdefault(name, month)

    for names in _SYSTEMS.values():
        add(names, 1, 1, Calendar.GREGORIAN)
    for number, names in _SPELLINGS.items():
        add(names, number, 0, Calendar.GREGORIAN)
    add(_HIJRI, 1, 1, Calendar.HIJRI)
    for number, names in _HIJRI_SPELLINGS.items():
        add(names, number, 0, Calendar.HIJRI)
    return table


MONTHS = _table()
"""Folded words of a name -> the month: ``MONTHS[("تشرين", "الاول")].number == 10``."""

FIRST_WORDS = frozenset(name[0] for name in MONTHS)
GLUED_MONTHS = {
    name[0] + word: (name[0], shift)
    for name, month in MONTHS.items()
    for word, shift in SHIFTS.items()
    if len(name) == 1 and month.trust == 2 and word.startswith("ال")
}
"""«سبتمبرالمقبل», a space forgotten -> the month, and last, this or next."""
EPITHETS = frozenset(
    map(fold, ("المبارك", "الكريم", "المعظم", "الفضيل", "الحرام", "المكرم"))
)
"""«شهر رمضان المبارك»: praise after a Hijri month, no part of its name."""
