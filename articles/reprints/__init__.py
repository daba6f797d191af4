"""Copies of one report: found, kept, clustered, and what editors decide of them."""

from articles.reprints.clustering import recluster
from articles.reprints.deciding import decide_link
from articles.reprints.finding import Copy, Probe, find_copies
from articles.reprints.keeping import keep, keep_one, waiting

__all__ = [
    "Copy",
    "Probe",
    "decide_link",
    "find_copies",
    "keep",
    "keep_one",
    "recluster",
    "waiting",
]
