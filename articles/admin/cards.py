"""The files of an upload as the preview shows them, one card each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.raw_text import (
    FIELD_LABELS,
    Mark,
    Stretch,
    reason_label,
    stretches,
)
from articles.corpus.raw_article import ParsedArticle
from articles.editing.corrections import unsaved_article
from articles.forms import ItemForm
from articles.models import Article, Capture, Outlet, UploadItem
from articles.models.catalogue import name_key
from articles.outlets.rules import FindRules, remembered_rules
from articles.presentation.figures import ShownFigure, shown_figures
from articles.presentation.reprints import WarnedCopy, warned_copies
from articles.reprints import Probe, find_copies
from articles.storing.extraction import read_figures
from articles.uploads import Reading, read


@dataclass(slots=True)
class Card:
    """One file: the article it would become, its raw text, what to look at."""

    item: UploadItem
    reading: Reading
    form: ItemForm
    twin: Article | None = None
    copies: list[WarnedCopy] = field(default_factory=list)
    figures: list[ShownFigure] = field(default_factory=list)

    @property
    def stretches(self) -> list[Stretch]:
        """The raw text, everything cut or doubted marked in its place."""
        document, parsed = self.reading.document, self.reading.parsed
        if document is None:
            return []
        return stretches(document.text, _marks(parsed) if parsed else [])

    @property
    def notices(self) -> list[str]:
        """What the editor should look at before saving."""
        document, parsed = self.reading.document, self.reading.parsed
        if document is None or parsed is None:
            return []
        values = self.form.initial
        checks = {
            _("لا عنوان في النص، فاشتُق من جملته الأولى."): parsed.title_derived
            and values["title"] == parsed.title,
            _("بلا تاريخ."): not values["published"],
            _("بلا مصدر."): not values["outlet"],
            _("أسطر مشكوك فيها أُبقيت في النص: %d.") % len(parsed.doubts): parsed.doubts,
            _("خُمِّن ترميز الحروف: %s. إن ظهرت الحروف مشوهة فاختر غيره.")
            % document.charset: document.confidence < 1,
            document.note: document.note,
        }
        return [text for text, applies in checks.items() if applies]


def _marks(parsed: ParsedArticle) -> list[Mark]:
    removed = [
        Mark(cut.start, cut.end, "removed", reason_label(cut.reason))
        for cut in parsed.removed
    ]
    fields = [
        Mark(start, end, "field", str(FIELD_LABELS.get(name, name)))
        for name, (start, end) in parsed.fields.items()
    ]
    doubts = [
        Mark(doubt.start, doubt.end, "doubt", reason_label(doubt.reason))
        for doubt in parsed.doubts
    ]
    return removed + fields + doubts


def cards(
    items: Iterable[UploadItem], data: Mapping[str, Any] | None = None
) -> list[Card]:
    """Read the files of ``items`` and put a form on each, bound to ``data``."""
    find = remembered_rules()
    made = [_card(item, data, find) for item in items]
    hashes = [card.item.sha256 for card in made]
    captures = Capture.objects.filter(sha256__in=hashes).select_related("article")
    twins = {capture.sha256: capture.article for capture in captures}
    outlets = _outlets(made)
    for card in made:
        card.twin = twins.get(card.item.sha256)
        if card.reading.parsed:
            card.figures = _key_figures(card, outlets)
    _warn_of_copies(made)
    return made


def _warn_of_copies(made: Iterable[Card]) -> None:
    """Look for stored copies of the texts, all in one go."""
    new = [card for card in made if card.reading.parsed and not card.twin]
    probes = [
        Probe.of(
            unsaved_article(card.reading.parsed, "", card.form.initial["published"])
        )
        for card in new
        if card.reading.parsed
    ]
    for card, found in zip(new, find_copies(probes), strict=True):
        card.copies = warned_copies(
            {copy.article_id: copy.likeness for copy in found.copies}
        )


def _card(item: UploadItem, data: Mapping[str, Any] | None, find: FindRules) -> Card:
    reading = read(item, find)
    initial = reading.values(item.upload) | item.fields
    initial |= {
        "keep": item.outcome != UploadItem.Outcome.SKIPPED,
        "charset": item.charset,
    }
    form = ItemForm(
        data if reading.parsed else None, prefix=f"item-{item.pk}", initial=initial
    )
    return Card(item, reading, form)


def _outlets(made: list[Card]) -> dict[str, Outlet]:
    keys = {name_key(card.form.initial.get("outlet", "")) for card in made}
    return {outlet.key: outlet for outlet in Outlet.objects.filter(key__in=keys)}


def _key_figures(card: Card, outlets: Mapping[str, Outlet]) -> list[ShownFigure]:
    """Say the figures of the article as it would be stored, the key ones."""
    parsed, values = card.reading.parsed, card.form.initial
    if parsed is None:
        return []
    article = unsaved_article(parsed, values["title"], values["published"])
    article.outlet = outlets.get(name_key(values["outlet"]))
    figures = [each for each in read_figures(article) if each.tier == "core"]
    return shown_figures(figures, article.title, ())


def save_corrections(made: Iterable[Card]) -> bool:
    """Keep what the bound forms of ``made`` correct; tell whether all are valid."""
    all_valid = True
    for card in made:
        if card.reading.parsed is None:
            continue
        if not card.form.is_valid():
            all_valid = False
            continue
        said = card.reading.values(card.item.upload)
        cleaned = card.form.cleaned_data
        outcomes = UploadItem.Outcome
        card.item.fields = {
            name: cleaned[name] for name in said if cleaned[name] != said[name]
        }
        card.item.outcome = outcomes.PENDING if cleaned["keep"] else outcomes.SKIPPED
        card.item.save(update_fields=["fields", "outcome"])
    return all_valid
