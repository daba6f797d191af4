"""«هل تقصد»: the query with words of the index for words that hardly stand in it."""

from __future__ import annotations

from articles.corpus.arabic import strip_marks
from search.backends.contract import EngineFault
from search.engine import archive_backend, find_matches
from search.hits.highlight import mark_whole
from search.language import tree
from search.language.analysis import analyze
from search.language.request import Match, SearchRequest
from search.language.slips import candidates, slips
from search.language.syntax import Trouble
from search.results import ResultsPage

FEW = 3
"""A search with so many hits needs no suggestion."""

MOST_WORDS = 3
"""So many words of a query are looked up with all their neighbours."""

SHORTEST, LONGEST = 3, 24
"""Shorter words are near to any, longer ones are none."""


def did_you_mean(page: ResultsPage) -> str:
    """Give a query that finds more than a search with few hits, "" for none."""
    request = page.request
    if page.reserve or request.query.node is None:
        return ""
    # What only has some of the words is no reason to think them well written.
    found = _finds(request.text) if _is_loosened(page) else page.total
    if found >= FEW:
        return ""
    try:
        better = _better_words(request.query.node)
    except EngineFault:
        return ""
    if not better:
        return ""
    text = _rewritten(request.text, better)
    return text if _finds(text) > found else ""


def _is_loosened(page: ResultsPage) -> bool:
    loose = {Trouble.LOOSENED, Trouble.FEW_WITH_ALL, Trouble.SENTENCE}
    return any(notice.trouble in loose for notice in page.notices)


def _better_words(node: tree.Node) -> dict[str, str]:
    """Find for rare words of a query the likeliest words of the index."""
    words = list(dict.fromkeys(_written(node)))
    looked_up = 0
    backend = archive_backend()
    known = backend.frequencies(words)
    better: dict[str, str] = {}
    for word in words:
        if known.get(word, 0) >= FEW:
            continue
        looked_up += 1
        if looked_up > MOST_WORDS:
            break
        near = backend.frequencies(candidates(word))
        often = {
            other: count
            for other, count in near.items()
            if count > 2 * known.get(word, 0)
        }
        if often:
            likeliest = min(
                often, key=lambda other: (slips(word, other), -often[other], other)
            )
            better[word] = _as_printed(likeliest)
    return better


def _written(node: tree.Node) -> list[str]:
    words: list[str] = []
    for leaf in tree.positive_leaves(node):
        if isinstance(leaf, tree.Word):
            words.append(leaf.exact)
        elif isinstance(leaf, tree.Phrase):
            words += [word.exact for word in leaf.words]
    return [
        word
        for word in words
        if SHORTEST <= len(word) <= LONGEST and not word[0].isdigit()
    ]


def _as_printed(folded: str) -> str:
    """Give a word of the index as an article prints it, not with folded letters."""
    answer = find_matches(SearchRequest(f"={folded}", limit=1))
    for article, _score in answer.articles():
        for text in (article.title, article.body):
            for mark in mark_whole(text, answer.marker).marks:
                return strip_marks(text[mark.start : mark.end])
    return folded


def _rewritten(text: str, better: dict[str, str]) -> str:
    for term in reversed(analyze(text)):
        if term.exact in better:
            text = text[: term.start] + better[term.exact] + text[term.end :]
    return text


def _finds(text: str) -> int:
    # Only the words as they are written say how well they are written.
    request = SearchRequest(text, limit=0, match=Match.ALL, synonyms=False)
    return find_matches(request).found.total
