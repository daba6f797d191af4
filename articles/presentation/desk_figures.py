"""The figures of an article as an editor rules on them, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from articles.corpus.figures import Kind
from articles.corpus.sentences import sentence_spans
from articles.editing.figure_verdicts import text_of
from articles.models import Article, Figure
from articles.models.part import Part
from articles.presentation.figures import ShownFigure, shown_figure
from articles.presentation.marked_sentence import MarkedSentence, sentence_of
from articles.presentation.method import KINDS


@dataclass(frozen=True, slots=True)
class DeskFigure:
    """A figure, what is said of it, and its sentence."""

    figure: Figure
    shown: ShownFigure
    sentence: MarkedSentence

    @property
    def kind(self) -> str:
        """Name the kind in words."""
        return str(KINDS[Kind(self.figure.kind)][0])


def rows_of(article: Article) -> list[DeskFigure]:
    """Give the figures of an article, the title's first, then as the text goes on."""
    figures = article.figures.select_related("verdict__editor", "article")
    ordered = sorted(figures, key=lambda row: (row.part != Part.TITLE, row.start))
    return [
        DeskFigure(
            figure,
            shown_figure(figure),
            sentence_of(text_of(article, figure.part), figure),
        )
        for figure in ordered
    ]


def sentences_of(article: Article) -> list[tuple[str, str]]:
    """Give the sentences of title and body to choose from: ``("body:120", words)``."""
    parts = [Part.BODY] if article.title_derived else [Part.TITLE, Part.BODY]
    return [
        (f"{part.value}:{start}", text_of(article, part)[start:end])
        for part in parts
        for start, end in sentence_spans(text_of(article, part))
    ]
