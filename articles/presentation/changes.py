"""What changed between two readings, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from articles.captures.figure_changes import ChangeKind, FigureChange
from articles.corpus.word_diff import Run
from articles.models import Figure
from articles.presentation.figures import shown_figures

PART_LABELS = {
    "value": _("القيمة"),
    "modifier": _("المحدِّد"),
    "unit": _("الوحدة"),
    "noun": _("المعدود"),
}
KIND_LABELS = {
    ChangeKind.ADDED: _("أُضيف"),
    ChangeKind.REMOVED: _("حُذف"),
    ChangeKind.CHANGED: _("تغيّر"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text: shared ("equal"), "removed" or "added"."""

    kind: str
    text: str
    trivial: bool = False


def changed_paragraphs(
    runs: Iterable[Run], *, trivial: bool = True
) -> list[list[Change]]:
    """Cut runs into paragraphs, where either text has a break.

    Without ``trivial`` changes that leave the words as they were are not shown: what
    stands there is the later text's writing.
    """
    paragraphs: list[list[Change]] = [[]]
    for run in runs:
        kind, text = run.kind, run.text
        if run.trivial and not trivial:
            if kind == "removed":
                continue
            kind = "equal"
        if kind != "equal" and not text.strip():
            sign = text.replace("\n\n", BREAK)
            paragraphs[-1].append(Change(kind, sign, run.trivial))
            text = "\n\n" if kind == "added" and "\n\n" in text else ""
            kind = "equal"
        first, *others = text.split("\n\n")
        _append(paragraphs[-1], Change(kind, first, run.trivial))
        for part in others:
            paragraphs.append([])
            _append(paragraphs[-1], Change(kind, part, run.trivial))
    return [paragraph for paragraph in paragraphs if paragraph]


BREAK = "¶"
"""Stands for the end of a paragraph, where nothing but it came or went."""


def _append(paragraph: list[Change], change: Change) -> None:
    """Add a stretch; the blank before a changed word is no part of what is marked."""
    if change.kind != "equal":
        bare = change.text.lstrip(" ")
        blank = change.text[: len(change.text) - len(bare)]
        _append(paragraph, Change("equal", blank))
        change = replace(change, text=bare)
    last = paragraph[-1] if paragraph else None
    if change.text and last and (last.kind, change.kind) == ("equal", "equal"):
        paragraph[-1] = Change("equal", last.text + change.text)
    elif change.text:
        paragraph.append(change)


@dataclass(frozen=True, slots=True)
class ShownFigureChange:
    """A figure's change in words; ``before`` or ``after`` is "" where there is none."""

    kind: str
    label: str
    before: str
    after: str
    parts: tuple[str, ...]


def shown_figure_changes(changes: Iterable[FigureChange]) -> list[ShownFigureChange]:
    """Say what became of each figure."""
    return [
        ShownFigureChange(
            change.kind.value,
            str(KIND_LABELS[change.kind]),
            _words(change.before),
            _words(change.after),
            tuple(str(PART_LABELS[part]) for part in change.parts),
        )
        for change in changes
    ]


def _words(figure: Figure | None) -> str:
    if figure is None:
        return ""
    (shown,) = shown_figures([figure], figure.article.title, ())
    return shown.words
