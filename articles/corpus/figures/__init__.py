"""Reads the figures of an Arabic text: what is counted, how many, who says so."""

from articles.corpus.figures.extract import extract_figures
from articles.corpus.figures.figure import Claimant, Figure, Kind, Modifier
from articles.corpus.figures.ranking import KeyFigure, Reason, key_figures
from articles.corpus.figures.units import unit_label

__all__ = [
    "Claimant",
    "Figure",
    "KeyFigure",
    "Kind",
    "Modifier",
    "Reason",
    "extract_figures",
    "key_figures",
    "unit_label",
]
