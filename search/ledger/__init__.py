"""The ledger of figures: every number that public articles claim, one row a claim.

``find_claims`` answers a page of a ``LedgerRequest``, ``all_claims`` every row of it.
"""

from search.ledger.claims import Claim, LedgerPage
from search.ledger.question import all_claims, find_claims
from search.ledger.request import LedgerRequest, Reports, Sort

__all__ = [
    "Claim",
    "LedgerPage",
    "LedgerRequest",
    "Reports",
    "Sort",
    "all_claims",
    "find_claims",
]
