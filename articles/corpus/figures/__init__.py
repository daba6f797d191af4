"""Reads the figures of an Arabic text: what is counted, how many, who says so."""

from articles.corpus.figures.extract import extract_figures
from articles.corpus.figures.figure import Claimant, Figure, Kind, Modifier
from articles.corpus.figures.ranking import KeyFigure, Reason, key_figures
from articles.corpus.figures.units import all_unit_words, unit_label, unit_words

__all__ = [
    "Claimant",
    "Figure",
    "KeyFigure",
    "Kind",
    "Modifier",
    "Reason",
    "all_unit_words",
    "extract_figures",
    "key_figures",
    "unit_label",
    "unit_words",
]
