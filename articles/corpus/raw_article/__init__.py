"""From a raw scraped text to an article, with the reason and place of all that was cut.

``parse_article`` is the one door. The raw text is cut into lines (``page``); small
rules claim stretches of them as metadata or cut them for a reason; what nobody claims
is the body (``assembly``).
"""

from articles.corpus.raw_article.article import (
    Dateline,
    Doubt,
    ParsedArticle,
    Removed,
    Segment,
)
from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.line_rules import (
    RULE_LABELS,
    LineRule,
    RuleKind,
)
from articles.corpus.raw_article.parser import MAX_LENGTH, parse_article
from articles.corpus.raw_article.reasons import (
    REASON_LABELS,
    REJECTION_MESSAGES,
    Reason,
    RejectedText,
    Rejection,
)

__all__ = [
    "MAX_LENGTH",
    "REASON_LABELS",
    "REJECTION_MESSAGES",
    "RULE_LABELS",
    "Dateline",
    "Doubt",
    "LineRule",
    "ParsedArticle",
    "Reason",
    "RejectedText",
    "Rejection",
    "Removed",
    "RuleKind",
    "Segment",
    "clean_name",
    "parse_article",
]
