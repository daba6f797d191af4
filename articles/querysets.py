"""The one door through which public pages see articles."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, Left

from articles import lookups  # noqa: F401  # registers what is used here
from articles.presentation.coverage import known_span

if TYPE_CHECKING:
    from articles.models import Article, Name
    from articles.models.catalogue import Heading

LEAD_LENGTH = 280
"""How many code points of a body a list shows at most."""


LONGEST_SPAN = 300
"""How many years back a day is looked for, lest a misread date make it thousands."""

PUBLISHED_ON = models.F("published_on")
"""Sorted as its indexes are: undated last, or first the other way round."""

H = TypeVar("H", bound="Heading")


def with_public_articles(headings: models.QuerySet[H]) -> models.QuerySet[H]:
    """Keep outlets, sections or authors a reader can meet, each with its ``count``.

    Those with most articles come first. Each is counted by itself, from an index:
    joined to them, every article would be held against its heading.
    """
    count = (
        _public_under(headings)
        .order_by()
        .values("status")
        .annotate(count=Count("pk"))
        .values("count")
    )
    met = met_by_readers(headings).annotate(count=Subquery(count))
    return met.order_by("-count", "name")  # type: ignore[return-value]  # with a count


def met_by_readers(headings: models.QuerySet[H]) -> models.QuerySet[H]:
    """Keep outlets, sections or authors of public articles, uncounted.

    Each heading costs one look at an index, however many articles it has.
    """
    return headings.filter(Exists(_public_under(headings)))


def _public_under(headings: models.QuerySet[H]) -> ArticleQuerySet:
    """Give the public articles under the heading of the query around this one."""
    from articles.models import Article

    link = {str(headings.model._meta.model_name): OuterRef("pk")}
    return Article.objects.public().filter(**link)


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by what a reader may see and how lists show them."""

    def public(self) -> Self:
        """Keep what readers may see: published articles, nothing else."""
        return self.filter(status="published")

    def public_among(self, few: Iterable[int] | models.Q) -> Self:
        """Keep those of a few articles that readers may see, read by their ids.

        ``public().filter(pk__in=few)`` gives the same, from SQLite as slowly as there
        are articles.
        """
        chosen = few if isinstance(few, models.Q) else models.Q(pk__in=list(few))
        return self.filter(chosen, status__unindexed="published")

    def naming(self, names: Iterable[Name]) -> Self:
        """Keep what readers may see that mentions one of ``names``."""
        from articles.models import Mention

        mentions = Mention.objects.filter(name__in=list(names))
        return self.public().filter(pk__in=mentions.values("article"))

    def due(self, now: datetime) -> Self:
        """Keep what was scheduled for ``now`` or before and is not published yet."""
        return self.filter(status="reviewed", publish_at__lte=now)

    def with_headings(self) -> Self:
        """Fetch outlet, section and author in the same query."""
        return self.select_related("outlet", "section", "author")

    def for_lists(self) -> Self:
        """Fetch what a list shows of an article."""
        return self.with_headings().defer("segments", "removed", "corrected")

    def newest(self) -> Self:
        """Sort by the printed date, newest first, undated last."""
        return self.order_by(
            PUBLISHED_ON.desc(nulls_last=True),
            models.F("published_time").desc(nulls_last=True),
            "-id",
        )

    def per_year(self) -> list[tuple[int, int]]:
        """Count articles by year of publication, oldest year first."""
        years: Counter[int] = Counter()
        for day, count in self.filter(published_on__isnull=False)._per_date().items():
            years[day.year] += count
        return sorted(years.items())

    def with_leads(self) -> Self:
        """Fetch the opening of each body as ``lead`` instead of the body, and how many
        key figures there are as ``figure_count``."""
        from articles.models import Figure

        key_figures = (
            Figure.objects.filter(article=OuterRef("pk"), tier="core")
            .order_by()
            .values("article")
            .annotate(count=Count("pk"))
            .values("count")
        )
        return self.defer("body").annotate(
            lead=Left("body", LEAD_LENGTH),
            figure_count=Coalesce(Subquery(key_figures), 0),
        )

    def of_year(self, year: int) -> Self:
        """Keep what was published in a year, however exactly that is known."""
        return self.filter(published_on__year=year)

    def of_month(self, year: int, month: int) -> Self:
        """Keep what is known to be published in a month; nothing for month 13."""
        try:
            days = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        except (ValueError, OverflowError):
            return self.none()
        dated = self.known_to("month", "day", "minute")
        return dated.filter(published_on__range=days)

    def of_day(self, day: date) -> Self:
        """Keep what is known to be published on a day."""
        return self.known_to("day", "minute").filter(published_on=day)

    def known_to(self, *precisions: str) -> Self:
        """Keep what has a date that is known to one of ``precisions``."""
        return self.filter(
            published_on__isnull=False, published_precision__in=precisions
        )

    def undated(self) -> Self:
        """Keep what tells no date of publication."""
        return self.filter(published_on__isnull=True)

    def per_month(self) -> dict[tuple[int, int], int]:
        """Count articles by (year, month), those whose year alone is known left out."""
        months: Counter[tuple[int, int]] = Counter()
        dated = self.known_to("month", "day", "minute")
        for day, count in dated._per_date().items():
            months[day.year, day.month] += count
        return months

    def per_day(self) -> dict[date, int]:
        """Count articles by day, where the day is known."""
        return self.known_to("day", "minute")._per_date()

    def _per_date(self) -> dict[date, int]:
        """Count by the stored date.

        Years and months are added up from these: SQLite takes parts of a date by a
        call to Python for every row, which is ten times slower.
        """
        rows = self.order_by().values_list("published_on")
        return dict(rows.annotate(count=Count("id")))

    def day_before(self, day: date) -> date | None:
        """Find the last day before ``day`` that has articles."""
        earlier = self._days().filter(published_on__lt=day)
        return earlier.order_by(PUBLISHED_ON.desc(nulls_last=True)).first()

    def day_after(self, day: date) -> date | None:
        """Find the first day after ``day`` that has articles."""
        later = self._days().filter(published_on__gt=day)
        return later.order_by(PUBLISHED_ON.asc(nulls_first=True)).first()

    def _days(self) -> models.QuerySet[Article, date | None]:
        dated = self.known_to("day", "minute")
        return dated.values_list("published_on", flat=True)

    def known_spans(self) -> list[tuple[date, date]]:
        """Give what days have articles: whole months or years if no more is known."""
        rows = (
            self.filter(published_on__isnull=False)
            .order_by()
            .values_list("published_on", "published_precision")
            .distinct()
        )
        return [known_span(day, precision) for day, precision in rows if day]

    def on_day_of_year(self, month: int, day: int) -> Self:
        """Keep what was published on a day of any year: «في مثل هذا اليوم».

        The days are named one by one: an index finds them, where parts of a date would
        have SQLite read every row.
        """
        ends = self.aggregate(first=Min("published_on"), last=Max("published_on"))
        if not ends["first"]:
            return self.none()
        years = range(ends["first"].year, ends["last"].year + 1)
        if len(years) > LONGEST_SPAN:
            years = range(ends["last"].year - LONGEST_SPAN, ends["last"].year + 1)
        days = [date(year, month, day) for year in years if _is_day(year, month, day)]
        return self.known_to("day", "minute").filter(published_on__in=days)

    def outlet_months(self) -> defaultdict[int, Counter[int]]:
        """Count the articles of a year by outlet and month: ``table[outlet_id][8]``."""
        dated = self.known_to("month", "day", "minute").filter(outlet__isnull=False)
        rows = (
            dated.order_by()
            .values_list("outlet", "published_on")
            .annotate(count=Count("id"))
        )
        table: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for outlet, day, count in rows:
            table[outlet][day.month] += count
        return table

    def outlet_table(self) -> defaultdict[int, Counter[int]]:
        """Count articles by outlet and year: ``table[outlet_id][year]``."""
        rows = (
            self.filter(outlet__isnull=False, published_on__isnull=False)
            .order_by()
            .values_list("outlet", "published_on")
            .annotate(count=Count("id"))
        )
        table: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for outlet, day, count in rows:
            table[outlet][day.year] += count
        return table


def _is_day(year: int, month: int, day: int) -> bool:
    return day <= monthrange(year, month)[1]
