"""Compares what articles claim: what a number may mean, and how two of them agree.

``statements_of`` reads the numbers of a text with their scope, ``compare`` judges two
of them, ``figure_changes`` follows the numbers of a report into its reprint and
``headline_faults`` holds a title against its body. Nothing here says who is right.
"""

from articles.corpus.claims.changes import Change, FigureChange, figure_changes
from articles.corpus.claims.comparison import Comparison, Relation, compare
from articles.corpus.claims.headline import Fault, HeadlineFault, headline_faults
from articles.corpus.claims.interval import Interval, interval_of
from articles.corpus.claims.reasons import Because
from articles.corpus.claims.scope import Scope, scope_of
from articles.corpus.claims.statement import Amount, Statement, statements_of

__all__ = [
    "Amount",
    "Because",
    "Change",
    "Comparison",
    "Fault",
    "FigureChange",
    "HeadlineFault",
    "Interval",
    "Relation",
    "Scope",
    "Statement",
    "compare",
    "figure_changes",
    "headline_faults",
    "interval_of",
    "scope_of",
    "statements_of",
]
