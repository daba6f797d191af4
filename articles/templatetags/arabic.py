"""Arabic wording in templates; a builtin library, so no template loads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.corpus.addresses import is_web_address
from articles.corpus.arabic import is_arabic
from articles.exports.lists import list_query
from articles.models import Article
from articles.presentation import calendar, counts
from articles.presentation.digits import in_chosen_digits
from articles.syndication.structured_data import JsonBlock

register = template.Library()


@register.simple_tag
def counted(count: int, noun: str) -> SafeString:
    """``{% counted 3 "article" %}``: «3 مقالات», in the six forms of Arabic."""
    return counts.counted_html(count or 0, noun)


@register.filter
def number(value: int | Decimal | None) -> str:
    """``{{ 10138|number }}``: 10,138."""
    return counts.number(value)


@register.filter
def digits(value: object) -> str:
    """``{{ 2014|digits }}``: a year or another number that takes no separators."""
    return in_chosen_digits(str(value))


@register.filter
def web_address(url: str) -> str:
    """``{{ article.url|web_address }}``: itself if a link may lead there, else "".

    An address that is brought along may be one that runs: «javascript:».
    """
    return url if is_web_address(url) else ""


@register.filter
def lang(text: str) -> SafeString:
    """``<bdi{{ noun|lang }}>``: ``lang="ar"`` for Arabic, which English pages quote."""
    return format_html(' lang="{}"', "ar") if is_arabic(text) else SafeString("")


@register.simple_tag
def published(article: Article, style: str = "short") -> SafeString:
    """``{% published article "full" %}``: when it was published, as a <time>."""
    text = calendar.printed_date(
        article.published_on,
        article.published_time,
        article.published_precision,
        full=style == "full",
    )
    if not text:
        return format_html("<span>{}</span>", gettext("بلا تاريخ"))
    return format_html('<time datetime="{}">{}</time>', article.published_iso, text)


@register.filter
def short_date(day: date) -> str:
    """``{{ day|short_date }}``: «5 آب/أغسطس 2014»."""
    return calendar.short_date(day)


@register.filter
def day_and_month(day: date) -> str:
    """``{{ day|day_and_month }}``: «5 آب/أغسطس», of any year."""
    return calendar.day_and_month(day)


@register.filter
def hijri_date(day: date) -> str:
    """``{{ day|hijri_date }}``: «9 شوال 1435 هـ», "" where it is not tabulated."""
    return calendar.hijri_date(day)


@register.filter
def weekday(day: date) -> str:
    """``{{ day|weekday }}``: «الثلاثاء»."""
    return calendar.weekday_name(day.weekday())


@register.filter
def month_name(month: int) -> str:
    """``{{ 8|month_name }}``: «آب/أغسطس»."""
    return calendar.month_name(month)


@register.simple_tag
def pages_around(page: Page[Any]) -> Iterator[int | str]:
    """Give the numbers a pager shows: both ends, what is around the page, gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.simple_tag(takes_context=True)
def export_query(context: dict[str, Any]) -> str:
    """``{% export_query as query %}``: how the list of this page is taken along."""
    request = context["request"]
    here = request.resolver_match
    year = str(context.get("year") or "")
    return list_query(here.url_name, here.kwargs, year) if here else ""


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Put ``data`` into the page as a JSON-LD block that no text can leave."""
    return format_html(
        '<script type="application/ld+json">{}</script>', JsonBlock(data)
    )


@register.simple_tag
def citation_date(article: Article) -> str:
    """``{% citation_date article %}``: 2014/08/05, as reference managers read it."""
    return article.published_iso[:10].replace("-", "/")
