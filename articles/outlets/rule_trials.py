"""Rules of outlets, tried on what is stored before they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.captures.figure_changes import FigureChange, figure_changes
from articles.captures.reading import document_of
from articles.corpus.raw_article import (
    LineRule,
    ParsedArticle,
    RejectedText,
    Removed,
)
from articles.models import Article, OutletRule
from articles.outlets.rules import read_with
from articles.readers import RawDocument, RefusedFile
from articles.storing.content import fill_texts
from articles.storing.extraction import read_figures

TRIED = 40
"""So many of an outlet's newest texts are read to try a rule."""

Reading = tuple[RawDocument, ParsedArticle]


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an article that a rule makes say something else."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule changes of one stored text.

    ``cut`` are stretches of the raw text that are cut with it alone, ``kept`` those
    that are cut without it alone. ``reason`` is Arabic: with the rule the text is no
    article any more.
    """

    article: Article
    fields: tuple[Change, ...] = ()
    cut: tuple[Removed, ...] = ()
    kept: tuple[Removed, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    reason: str = ""

    @property
    def changes(self) -> bool:
        """Tell whether the rule changes anything of this text."""
        told = (self.fields, self.cut, self.kept, self.figures, self.reason)
        return any(told)


def try_rule(rule: OutletRule) -> list[Trial]:
    """Read an outlet's newest texts without a rule and with it; nothing is stored.

    The outlet's other rules that are switched on count in both readings. Texts written
    by hand and those whose bytes can't be read are left out.
    """
    others = OutletRule.objects.active().filter(outlet=rule.outlet_id)
    without = others.exclude(pk=rule.pk).as_lines()
    articles = Article.objects.filter(outlet=rule.outlet_id, captures__isnull=False)
    newest = articles.distinct().order_by("-pk")[:TRIED]
    trials = [
        _try(article, without, (*without, rule.line_rule))
        for article in newest.prefetch_related("captures")
    ]
    return [trial for trial in trials if trial]


def _try(
    article: Article, without: Sequence[LineRule], rules: Sequence[LineRule]
) -> Trial | None:
    document = document_of(article.captures.all()[0])
    if isinstance(document, RefusedFile) or document.stored_as:
        return None
    try:
        before = read_with(document, without)
    except RejectedText:
        return None
    try:
        after = read_with(document, rules)
    except RejectedText as rejection:
        return Trial(article, reason=rejection.message)
    if before == after:
        return Trial(article)
    return _compared(article, before, after)


def _compared(article: Article, before: Reading, after: Reading) -> Trial:
    old, new = _fields(*before), _fields(*after)
    cuts, new_cuts = before[1].removed, after[1].removed
    figures = [
        read_figures(_unsaved(article, document, parsed))
        for document, parsed in (before, after)
    ]
    return Trial(
        article,
        tuple(
            Change(name, old[name], new[name]) for name in old if old[name] != new[name]
        ),
        _only_in(new_cuts, cuts),
        _only_in(cuts, new_cuts),
        tuple(figure_changes(*figures)),
    )


def _only_in(these: Sequence[Removed], those: Sequence[Removed]) -> tuple[Removed, ...]:
    """Give the stretches that lie in none of the others."""
    return tuple(
        one
        for one in these
        if not any(other.start <= one.start and one.end <= other.end for other in those)
    )


def _fields(document: RawDocument, parsed: ParsedArticle) -> dict[str, str]:
    """Give what a reading tells beside the text, by the parser's names of fields."""
    told = document.hints
    return {
        "title": told.get("title") or parsed.title,
        "section": told.get("section") or parsed.section or "",
        "outlet": told.get("outlet") or parsed.outlet or "",
        "byline": told.get("byline") or parsed.byline or "",
        "dateline": (parsed.dateline and parsed.dateline.place) or "",
        "agency": parsed.agency or "",
        "published": told.get("published") or parsed.published_iso or "",
    }


def _unsaved(article: Article, document: RawDocument, parsed: ParsedArticle) -> Article:
    new = Article(outlet=article.outlet)
    fill_texts(new, document, parsed)
    return new
