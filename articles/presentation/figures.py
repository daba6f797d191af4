"""Figures in the words of a reader: bound, value, what is counted, who says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Figure
from articles.models.figure import Part
from articles.presentation.calendar import printed_date
from articles.presentation.counts import COUNTED, counted, number
from articles.presentation.marked_text import Paragraph, Place
from articles.presentation.units import unit_name

DATE_KINDS = frozenset({"date", "datetime", "date_range", "time"})

_SAID_WHOLE = frozenset({"ordinal", "fraction"})
"""Kinds said in the text's own words: «الذكرى الثانية»، «ثلثا السكان»."""

BOUNDS = {
    "more_than": _("أكثر من"),
    "at_least": _("ما لا يقل عن"),
    "less_than": _("أقل من"),
    "at_most": _("ما لا يزيد على"),
    "up_to": _("ما يصل إلى"),
    "about": _("نحو"),
    "nearly": _("ما يقارب"),
    "since": _("منذ"),
    "until": _("حتى"),
    "begin": _("أوائل"),
    "mid": _("منتصف"),
    "end": _("أواخر"),
}
"""A figure's modifier -> how it is said. «بين» is said by the range itself."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as the page shows it; repeats of one claim are one, with more places."""

    anchor: str
    kind: str
    is_key: bool
    bound: str
    value: str
    counted: str
    claimant: str
    quote: str
    iso: str
    when: str = ""
    noun_slug: str = ""
    notes: tuple[str, ...] = ()
    url: str = ""
    places: list[tuple[str, int]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Say the figure in one line: «أكثر من 19,000 ضربة»."""
        return " ".join(filter(None, (self.bound, self.value, self.counted)))

    @property
    def paragraphs(self) -> list[tuple[str, int]]:
        """Give the first place in each paragraph where it stands."""
        first: dict[int, str] = {}
        for anchor, paragraph in self.places:
            first.setdefault(paragraph, anchor)
        return [(anchor, paragraph) for paragraph, anchor in first.items()]

    @property
    def anchors(self) -> str:
        """Name its places in the text, for the page's script: «f3 f7»."""
        return " ".join(anchor for anchor, _paragraph in self.places)

    @property
    def is_date(self) -> bool:
        """Tell whether it is a point or a stretch of time."""
        return self.kind in DATE_KINDS


def places(figures: Iterable[Figure], part: str) -> list[Place]:
    """Tell where the figures of one part of the article are marked."""
    return [
        Place(
            min(figure.phrase_start, figure.start),
            max(figure.phrase_end, figure.end),
            figure.start,
            figure.end,
            f"f{figure.rank + 1}",
            figure.tier == "core",
        )
        for figure in figures
        if figure.part == part
    ]


def shown_figures(
    figures: Iterable[Figure], title: str, paragraphs: Sequence[Paragraph]
) -> list[ShownFigure]:
    """Say figures in words, in their order, the same claim once with all its places.

    A place is ``(anchor, paragraph number)``, the number being 0 for the title.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    shown: dict[tuple[object, ...], ShownFigure] = {}
    for figure in figures:
        claim = _claim(figure)
        said = shown.get(claim) or _shown(figure, _phrase(figure, title))
        in_title = figure.part == Part.TITLE
        paragraph = 0 if in_title else bisect_right(starts, figure.start)
        said.places.append((f"f{figure.rank + 1}", paragraph))
        shown[claim] = said
    return list(shown.values())


def noun_slug(noun_key: str) -> str:
    """Give a noun's part of its address: «لاجي-عراقي»."""
    return noun_key.replace(" ", "-")


def shown_figure(figure: Figure) -> ShownFigure:
    """Say one figure in words, wherever its article is not shown beside it."""
    return _shown(figure, _phrase(figure, figure.article.title))


@dataclass(frozen=True, slots=True)
class LeadingFigure:
    """The figure an article is best known by."""

    article: Article
    figure: ShownFigure


_FIRST_RANKS = 10
_TELLING = ("count", "money", "percent", "measure")


def leading_figures(articles: Iterable[Article], length: int) -> list[LeadingFigure]:
    """Give each article's first key figure that tells how many of what.

    At most ``length`` of them, in the order of the articles; one query.
    """
    ids = [article.pk for article in articles]
    rows = (
        Figure.objects.filter(article__in=ids, tier="core", rank__lt=_FIRST_RANKS)
        .filter(kind__in=_TELLING, value__isnull=False)
        .exclude(noun="", unit="")
        .select_related("article__outlet")
        .order_by("rank")
    )
    first: dict[int, Figure] = {}
    for row in rows:
        if row.stands_in_text():
            first.setdefault(row.article_id, row)
    leading = [first[pk] for pk in ids if pk in first][:length]
    return [LeadingFigure(row.article, shown_figure(row)) for row in leading]


def _claim(figure: Figure) -> tuple[object, ...]:
    if figure.value is None and not figure.iso:
        return (figure.part, figure.start)
    return (
        figure.kind,
        figure.value,
        figure.value_max,
        figure.iso,
        figure.modifier,
        figure.unit,
        figure.noun_key or figure.noun,
        figure.tier,
    )


def _phrase(figure: Figure, title: str) -> str:
    text = title if figure.part == Part.TITLE else figure.article.body
    start = min(figure.phrase_start, figure.start)
    return text[start : max(figure.phrase_end, figure.end)]


def _shown(figure: Figure, phrase: str) -> ShownFigure:
    return ShownFigure(
        anchor=f"f{figure.rank + 1}",
        kind=figure.kind,
        is_key=figure.tier == "core",
        bound=str(BOUNDS.get(figure.modifier, "")),
        value=phrase if figure.kind in _SAID_WHOLE else _value(figure),
        counted="" if figure.kind in _SAID_WHOLE else _counted(figure),
        claimant=figure.claimant,
        quote=phrase,
        iso=figure.iso,
        when=_when(figure.iso) if figure.kind in DATE_KINDS else "",
        noun_slug=noun_slug(figure.noun_key),
        notes=tuple(_notes(figure)),
        url=figure.get_absolute_url() if figure.article_id else "",
    )


def _value(figure: Figure) -> str:
    if figure.kind in DATE_KINDS or figure.value is None or _is_dual(figure):
        return figure.quote
    low, high = number(figure.value), number(figure.value_max)
    if figure.kind == "score" and high:
        return f"{low} – {high}"
    if high and high != low:
        low, high = f"\u2068{low}\u2069", f"\u2068{high}\u2069"  # FIRST STRONG ISOLATE
        return gettext("من {low} إلى {high}").format(low=low, high=high)
    if _unit_is_inside(figure):
        return counted(int(figure.value), figure.unit)
    return f"{low}%" if figure.unit == "%" else low


def _is_dual(figure: Figure) -> bool:
    """Tell whether one word is number and counted noun: «شهرين»، «البلدين»."""
    return figure.value == 2 and not figure.unit_text and figure.quote.isalpha()


def _unit_is_inside(figure: Figure) -> bool:
    """Tell whether the text has no word for the unit to show, but we have: «السنوات
    الثلاث»."""
    whole = figure.value is not None and figure.value == int(figure.value)
    return whole and not figure.unit_text and figure.unit in COUNTED


def _counted(figure: Figure) -> str:
    if figure.kind in DATE_KINDS or _is_dual(figure):
        return ""
    if figure.value is None:
        return "" if figure.noun in figure.quote else figure.noun
    unit = figure.unit_text or unit_name(figure.unit)
    if figure.unit == "%" or _unit_is_inside(figure):
        unit = ""
    return " ".join(dict.fromkeys(filter(None, (unit, figure.noun))))


def _when(iso: str) -> str:
    """Say an ISO date in words as exactly as it is written; "" for a duration."""
    day, _t, clock = iso.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return ""
    precision = ("year", "month", "day")[len(parts) - 1] if len(parts) < 4 else ""
    try:
        numbers = [*map(int, parts), 1, 1][:3]
        at = time.fromisoformat(clock) if clock else None
        return printed_date(date(*numbers), at, precision)
    except ValueError:
        return ""


def _notes(figure: Figure) -> Iterable[str]:
    if figure.verdict_id:
        yield gettext("راجعه محرر")
    if figure.ambiguous:
        yield gettext("يحتمل قراءتين")
    if figure.vague and figure.value_min is not None:
        yield gettext("غير محدد؛ لا يقل عن {n}").format(n=number(figure.value_min))
