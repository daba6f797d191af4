"""Headings that are one: merged with their old names kept, and parted again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.models import Alias, Article, Outlet, OutletRule
from articles.models.catalogue import Heading
from articles.storing.content import HEADINGS, content_hash
from articles.storing.extraction import store_readings

_DETAILS = ("country", "website", "time_zone", "notes")


def merge(keep: Heading, others: Iterable[Heading], user: User) -> int:
    """Move the articles of ``others`` to ``keep``; give their number.

    The other names become aliases: texts that carry them come to ``keep`` from now on
    and their addresses lead to its page. Articles are saved one by one, so that the
    search index hears of each.
    """
    kind, count = keep._meta.model_name or "", 0
    with changes.batch(), transaction.atomic():
        merged = list(others)
        for other in merged:
            moved = _move(Article.objects.filter(**{kind: other}), kind, keep)
            count += len(moved)
            Alias.objects.filter(**{kind: other}).update(**{kind: keep})
            _make_alias(kind, keep, other, moved)
            _move_rules(keep, other)
        LogEntry.objects.log_actions(user.pk, merged, DELETION, str(keep))
        names = "، ".join(each.name for each in merged)
        LogEntry.objects.log_actions(user.pk, [keep], CHANGE, _("دُمج فيه: %s") % names)
        type(keep).objects.filter(pk__in=[each.pk for each in merged]).delete()
    return count


def _move_rules(keep: Heading, other: Heading) -> None:
    """Keep the rules of a merged outlet, to be tried anew on the texts of the whole.

    What was learned of its pages holds for them still; what was refused stays so.
    """
    if isinstance(keep, Outlet):
        moved = OutletRule.objects.filter(outlet_id=other.pk)
        moved.filter(source=OutletRule.Source.EDITOR).update(is_active=False)
        moved.update(outlet=keep)


def _make_alias(kind: str, keep: Heading, other: Heading, moved: list[int]) -> None:
    told = [name for name in _DETAILS if hasattr(other, name)]
    details = {name: getattr(other, name) for name in told}
    told = [name for name in _DETAILS if hasattr(other, name)]
    Alias.objects.create(
        **{kind: keep},
        kind=kind,
        name=other.name,
        key=other.key,
        slug=other.slug,
        details=details,
        articles=moved,
    )


def unmerge(alias: Alias, user: User) -> Heading:
    """Make a merged name a heading again and give it the articles it came with.

    Those that an editor has put under another heading since stay there.
    """
    kind, keep = alias.kind, alias.heading
    with changes.batch(), transaction.atomic():
        alias.delete()
        heading = HEADINGS[kind](name=alias.name, slug=alias.slug, **alias.details)
        heading.save()
        came = Article.objects.filter(pk__in=alias.articles, **{kind: keep})
        _move(came, kind, heading)
        told = _("فُصل عن: %s") % keep.name
        LogEntry.objects.log_actions(user.pk, [heading], ADDITION, told)
    return heading


def _move(articles: Any, kind: str, heading: Heading) -> list[int]:
    """Put articles under a heading; give their ids.

    No correction is noted: the alias sees to it that a new reading says the same.
    """
    moved = list(articles.with_headings().select_for_update(of=["self"]))
    for article in moved:
        country = article.outlet.country if article.outlet else ""
        setattr(article, kind, heading)
        article.content_hash = content_hash(article)
        article.version += 1
        article.save()
        if kind == "outlet" and country != getattr(heading, "country", ""):
            store_readings(article)
    return [article.pk for article in moved]
