"""Readings that follow the rules of their outlet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.corpus.raw_article import LineRule, ParsedArticle, parse_article
from articles.corpus.raw_article.line_rules import cut_title
from articles.models import Outlet, OutletRule
from articles.models.catalogue import name_key
from articles.readers import RawDocument

FindRules = Callable[[Outlet | str | None], tuple[LineRule, ...]]
"""Gives the rules of an outlet, by itself or by its name."""


def by_rules(
    document: RawDocument,
    parsed: ParsedArticle,
    outlet: Outlet | str | None = None,
    find: FindRules | None = None,
) -> tuple[RawDocument, ParsedArticle]:
    """Give what a document says by the rules that are switched on for its outlet.

    ``outlet`` is what is known of it from elsewhere; else it is the one the file or
    the text names. ``find`` spares readings of many texts a query each
    (``remembered_rules``). A text of an outlet without rules is not read again. Raises
    ``RejectedText`` where the rules leave nothing of it.
    """
    name = outlet or document.hints.get("outlet") or parsed.outlet
    rules = (find or rules_of)(name)
    return read_with(document, rules) if rules else (document, parsed)


def rules_of(outlet: Outlet | str | None) -> tuple[LineRule, ...]:
    """Give the rules that are switched on for an outlet, known by any of its names."""
    active = OutletRule.objects.active()
    if isinstance(outlet, Outlet):
        return active.filter(outlet=outlet).as_lines()
    key = name_key(outlet or "")[:120]
    return active.of_name(key).as_lines() if key else ()


def remembered_rules() -> FindRules:
    """Give a ``rules_of`` for one piece of work, which asks once for each outlet."""
    if not OutletRule.objects.active().exists():
        return lambda _outlet: ()
    return cache(rules_of)


def read_with(
    document: RawDocument, rules: Sequence[LineRule]
) -> tuple[RawDocument, ParsedArticle]:
    """Read a document by these rules; raises ``RejectedText`` as the parser does."""
    parsed = parse_article(document.text, rules=rules)
    if title := document.hints.get("title"):
        hints: Mapping[str, str] = {**document.hints, "title": cut_title(title, rules)}
        document = replace(document, hints=hints)
    return document, parsed


def switch(rule: OutletRule, user: User, *, on: bool) -> None:
    """Switch a rule on or off, with an entry in the editors' log.

    Stored articles stay as they are until they are read again; of a line that the
    archive learned they are, from their captures, by the worker. Switched off it is
    refused and is not learned again.
    """
    with transaction.atomic():
        rule.is_active = on
        if rule.is_learned:
            rule.refused_by = None if on else user
            rule.reread_after = 0
        rule.save(update_fields=["is_active", "refused_by", "reread_after"])
        told = _("فُعّلت القاعدة") if on else _("أوقفت القاعدة")
        LogEntry.objects.log_actions(user.pk, [rule], CHANGE, told)
