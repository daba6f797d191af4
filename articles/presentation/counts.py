"""Numbers and counted nouns as an Arabic reader expects them.

The six plural forms of Arabic («لا مقالات، مقال واحد، مقالان، 3 مقالات، 11 مقالًا،
100 مقال») stand in the gettext catalogue ``portal/locale/ar``; here are its keys.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from articles.presentation.digits import number_in_chosen_digits

COUNTED: dict[str, Callable[[int], str]] = {
    "article": lambda n: ngettext("{n} مقال", "{n} مقالات", n),
    "outlet": lambda n: ngettext("{n} مصدر", "{n} مصادر", n),
    "section": lambda n: ngettext("{n} قسم", "{n} أقسام", n),
    "author": lambda n: ngettext("{n} كاتب", "{n} كتّاب", n),
    "figure": lambda n: ngettext("{n} رقم", "{n} أرقام", n),
    "result": lambda n: ngettext("{n} نتيجة", "{n} نتائج", n),
    "name": lambda n: ngettext("{n} اسم", "{n} أسماء", n),
    "copy": lambda n: ngettext("{n} نسخة", "{n} نسخ", n),
    "capture": lambda n: ngettext("{n} نسخة محفوظة", "{n} نسخ محفوظة", n),
    "paragraph": lambda n: ngettext("{n} فقرة", "{n} فقرات", n),
    "word": lambda n: ngettext("{n} كلمة", "{n} كلمات", n),
    "stretch": lambda n: ngettext("{n} مقطع", "{n} مقاطع", n),
    "byte": lambda n: ngettext("{n} بايت", "{n} بايتات", n),
    "year": lambda n: ngettext("{n} سنة", "{n} سنوات", n),
    "month": lambda n: ngettext("{n} شهر", "{n} أشهر", n),
    "week": lambda n: ngettext("{n} أسبوع", "{n} أسابيع", n),
    "day": lambda n: ngettext("{n} يوم", "{n} أيام", n),
    "hour": lambda n: ngettext("{n} ساعة", "{n} ساعات", n),
    "minute": lambda n: ngettext("{n} دقيقة", "{n} دقائق", n),
    "second": lambda n: ngettext("{n} ثانية", "{n} ثوانٍ", n),
    "degree": lambda n: ngettext("{n} درجة", "{n} درجات", n),
    "time": lambda n: ngettext("{n} مرة", "{n} مرات", n),
}
"""What can be counted -> its wording for a count; ``{n}`` is where digits go."""


def number(value: int | Decimal | float | None) -> str:
    """Write a number with thousands separators and no empty decimals; "" for None.

    >>> number(1500000), number(Decimal("2600.50")), number(Decimal("-0.5"))
    ('1,500,000', '2,600.5', '-0.5')
    """
    if value is None:
        return ""
    text = f"{Decimal(str(value)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return number_in_chosen_digits(text)


def counted(count: int, noun: str) -> str:
    """Say how many in plain text: «3 مقالات»."""
    return COUNTED[noun](count).format(n=number(count))


def counted_html(count: int, noun: str) -> SafeString:
    """Say how many, the digits isolated from the direction of what surrounds them."""
    digits = format_html("<bdi>{}</bdi>", number(count))
    return format_html(COUNTED[noun](count), n=digits)
