"""What changed between two readings, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    """Cut runs into the paragraphs of the later text.

    Without ``trivial`` changes that leave the words as they were are not shown: what
    stands there is the later text's writing.
    """
    paragraphs: list[list[Change]] = [[]]
    for run in runs:
        kind = run.kind
        if run.trivial and not trivial:
            if kind == "removed":
                continue
            kind = "equal"
        if kind != "equal":
            paragraphs[-1].append(Change(kind, run.text, run.trivial))
            continue
        first, *others = run.text.split("\n\n")
        _extend(paragraphs[-1], first)
        for text in others:
            paragraphs.append([])
            _extend(paragraphs[-1], text)
    return [paragraph for paragraph in paragraphs if paragraph]


def _extend(paragraph: list[Change], text: str) -> None:
    if text and paragraph and paragraph[-1].kind == "equal":
        paragraph[-1] = Change("equal", paragraph[-1].text + text)
    elif text:
        paragraph.append(Change("equal", text))


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
