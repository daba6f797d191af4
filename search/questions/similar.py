"""Articles about the same as an article, by the words that tell most about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from django.core.cache import cache

from articles.models import Article
from articles.presentation.around import MOST_SHOWN
from search.backends.contract import EngineFault
from search.engine import archive_backend, find_matches
from search.language.analysis import ANALYSIS_VERSION, analyze_forms
from search.language.loosening import is_grammar_word
from search.language.request import Match, SearchRequest

MOST_TELLING = 12
"""So many words are asked for: more hardly change the answer and cost as they come."""

WORDS_READ = 500
"""News says in its first paragraphs what it is about."""

MOST_WEIGHED = 100
"""So many words at most are looked up in the index, the most frequent first."""

TITLE_WORTH = 3
"""A word of the title counts like so many in the body."""

LEAST_ALIKE = 0.2
"""What another article must reach of the score that the article itself has."""

SECONDS_KEPT = 600

_SHORTEST, _LONGEST = 3, 24


def similar_articles(article: Article) -> list[int]:
    """Give the ids of articles about the same, the nearest first; none where none is
    near, or without a usable index.

    They are kept for ``SECONDS_KEPT``: some may not be public any more.
    """
    key = f"similar:{ANALYSIS_VERSION}:{article.pk}:{article.updated_at.timestamp()}"
    near: list[int] | None = cache.get(key)
    if near is None:
        near = _nearest(article)
        cache.set(key, near, SECONDS_KEPT)
    return near


def _nearest(article: Article) -> list[int]:
    """Ask the engine once; the article itself shows how alike an article can be."""
    try:
        telling = telling_words(article.title, article.body)
    except EngineFault:
        return []
    if not telling:
        return []
    request = SearchRequest(
        " ".join(telling), limit=2 * MOST_SHOWN, match=Match.ANY, synonyms=False
    )
    answer = find_matches(request)
    if answer.reserve:
        return []
    scores = dict(answer.found.hits)
    least = LEAST_ALIKE * max(scores.values(), default=0.0)
    return [pk for pk in scores if scores[pk] >= least and pk != article.pk]


@dataclass(slots=True)
class _Word:
    """A word in all its forms in one text, how often it stands there and as what."""

    count: int = 0
    forms: Counter[str] = field(default_factory=Counter)

    def spellings(self, stem: str) -> list[str]:
        """Give the forms by which the index may know the word."""
        return [*self.forms, stem, f"ال{stem}"]


def telling_words(title: str, body: str) -> list[str]:
    """Give the words that tell a text from others, folded, the most telling first.

    By tf·idf: a word counts by its stem, here in any form and in the index by these
    forms. Numbers and words of grammar tell nothing, nor does a word that stands
    nowhere else. Raises ``EngineFault`` where the index can't answer.
    """
    words = _words(title, body)
    spellings = {
        spelling for stem, word in words.items() for spelling in word.spellings(stem)
    }
    backend = archive_backend()
    known = backend.frequencies(spellings)
    size = max(2, backend.health().articles)
    worth = {stem: _worth(stem, word, known, size) for stem, word in words.items()}
    best = sorted((stem for stem in worth if worth[stem] > 0), key=lambda s: -worth[s])
    return [words[stem].forms.most_common(1)[0][0] for stem in best[:MOST_TELLING]]


def _words(title: str, body: str) -> dict[str, _Word]:
    words: dict[str, _Word] = {}
    read = [(forms, TITLE_WORTH) for forms in analyze_forms(title)]
    read += [(forms, 1) for forms in analyze_forms(body)[:WORDS_READ]]
    for (exact, stem), worth in read:
        sized = _SHORTEST <= len(exact) <= _LONGEST
        if sized and exact.isalpha() and not is_grammar_word(exact):
            word = words.setdefault(stem, _Word())
            word.count += worth
            word.forms[exact] += worth
    most = sorted(words, key=lambda stem: -words[stem].count)[:MOST_WEIGHED]
    return {stem: words[stem] for stem in most}


def _worth(stem: str, word: _Word, known: Mapping[str, int], size: int) -> float:
    documents = sum(known.get(form, 0) for form in set(word.spellings(stem)))
    if documents < 2:
        return 0.0
    return (1 + log(word.count)) * log(1 + size / min(documents, size))
