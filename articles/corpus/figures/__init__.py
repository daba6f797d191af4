"""Reads the figures of an Arabic text: what is counted, how many, who says so."""

from articles.corpus.figures.extract import extract_figures
from articles.corpus.figures.figure import Claimant, Figure, Kind, Modifier

__all__ = ["Claimant", "Figure", "Kind", "Modifier", "extract_figures"]
