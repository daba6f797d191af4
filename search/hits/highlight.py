"""Marks what a query found, at the letters of the original text.

The text is analysed as the index analyses it, so a mark stands where a search hit:
on the whole word as printed, with its tashkeel and tatweel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.language import tree
from search.language.analysis import Forms, Term, analyze
from search.language.loosening import is_grammar
from search.language.spelling import neighbours
from search.language.stems import stem as stem_of

Worded = Term | Forms


class Span(NamedTuple):
    """A stretch of a text in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text with marks: ``marks`` are offsets in ``text``.

    ``before`` and ``after`` tell whether the text goes on there; ``skipped`` counts the
    marks of the text that come before the passage.
    """

    text: str
    marks: tuple[Span, ...] = ()
    before: bool = False
    after: bool = False
    skipped: int = 0

    @property
    def html(self) -> SafeString:
        """Give the passage as HTML with ``<mark>`` around the marks."""
        return marked_html(self)

    @property
    def plain(self) -> str:
        """Give the passage as escaped text with ``<mark>`` tags, for machines."""
        return str(marked_html(self))

    @property
    def terminal(self) -> str:
        """Give the passage for a terminal, marks between « and »."""
        return "".join(f"«{piece}»" if on else piece for piece, on in self.pieces())

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Give the text in pieces, each with whether it is marked."""
        place = 0
        for start, end in self.marks:
            if start > place:
                yield self.text[place:start], False
            yield self.text[start:end], True
            place = end
        if place < len(self.text):
            yield self.text[place:], False


def marked_html(passage: Passage) -> SafeString:
    """Escape a passage, then put its marks: the one place that makes HTML of text.

    >>> marked_html(Passage("عاد <نازح>", (Span(5, 9),)))
    'عاد &lt;<mark>نازح</mark>&gt;'
    """
    inner = "".join(
        f"<mark>{escape(piece)}</mark>" if marked else escape(piece)
        for piece, marked in passage.pieces()
    )
    html = f"{'… ' if passage.before else ''}{inner}{' …' if passage.after else ''}"
    return mark_safe(html)  # noqa: S308


class Likeness(StrEnum):
    """What a word found has in common with the word asked for."""

    SAME = "same"
    FORM = "form"
    SYNONYM = "synonym"
    SLIP = "slip"


class Asked(NamedTuple):
    """A word as the query has it, folded, and how a word found is like it."""

    word: str
    likeness: Likeness


class Marker:
    """Finds in a text the terms that a query asks for.

    Words of grammar are not marked, unless nothing else is asked for.
    """

    def __init__(self, node: tree.Node | None) -> None:
        self.exact: dict[str, Asked] = {}
        self.stems: dict[str, Asked] = {}
        self._synonyms: dict[str, Asked] = {}
        self._prefixes: tuple[str, ...] = ()
        self._patterns: list[re.Pattern[str]] = []
        self.phrases: list[tree.Phrase] = []
        leaves = list(tree.positive_leaves(node))
        telling = [leaf for leaf in leaves if not is_grammar(leaf)]
        for leaf in telling or leaves:
            self._learn(leaf)

    def _learn(self, leaf: tree.Leaf) -> None:
        match leaf:
            case tree.Word(exact=exact, stem=stem, instead_of=other):
                same = Asked(other, Likeness.SYNONYM) if other else None
                self.exact[exact] = same or Asked(exact, Likeness.SAME)
                if not leaf.strict:
                    form = same or Asked(exact, Likeness.FORM)
                    self.stems.setdefault(stem, form)
            case tree.Phrase():
                self.phrases.append(leaf)
                if leaf.instead_of:
                    synonym = Asked(leaf.instead_of, Likeness.SYNONYM)
                    self._synonyms[leaf.words[0].exact] = synonym
            case tree.Pattern(pattern=pattern):
                self._learn_pattern(pattern)
            case tree.Fuzzy(exact=exact):
                slip = Asked(exact, Likeness.SLIP)
                for word in neighbours(exact):
                    self.exact.setdefault(word, slip)
                for word in neighbours(stem_of(exact)):
                    self.stems.setdefault(word, slip)
                self.exact[exact] = Asked(exact, Likeness.SAME)

    def _learn_pattern(self, pattern: str) -> None:
        prefix, _, rest = pattern.partition("*")
        if rest:
            shape = re.escape(pattern).replace(r"\*", r"\w*")
            self._patterns.append(re.compile(shape))
        else:
            self._prefixes += (prefix,)

    @property
    def has_shapes(self) -> bool:
        """Tell whether words are asked for by their shape, «كتا*»."""
        return bool(self._prefixes or self._patterns)

    def find(self, terms: Sequence[Worded]) -> list[int]:
        """Give the positions of the terms that the query asks for, in order."""
        exact, stems = self.exact, self.stems
        found = {
            at
            for at, term in enumerate(terms)
            if term.exact in exact or term.stem in stems
        }
        if self.has_shapes:
            found.update(at for at, term in enumerate(terms) if self._shaped(term))
        for phrase in self.phrases:
            for run in phrase_runs(terms, phrase):
                found.update(run)
        return sorted(found)

    def stretches(self, terms: list[Term]) -> list[tuple[int, int]]:
        """Give each place that answers the query as positions of its first and last
        term, in order: a phrase is one place, a word that is part of one is none."""
        runs = {
            (min(run), max(run))
            for phrase in self.phrases
            for run in phrase_runs(terms, phrase)
        }
        inside = {at for first, last in runs for at in range(first, last + 1)}
        words = {(at, at) for at, term in enumerate(terms) if self.asks(term)}
        return sorted(runs | {word for word in words if word[0] not in inside})

    def asked(self, term: Term) -> Asked | None:
        """Tell for which word of the query a term stands, None for none.

        The first word of a synonym stands for the word it is a synonym of.
        """
        return (
            self.exact.get(term.exact)
            or self.stems.get(term.stem)
            or self._synonyms.get(term.exact)
        )

    def asks(self, term: Worded) -> bool:
        """Tell whether a term by itself, outside any phrase, answers the query."""
        found = term.exact in self.exact or term.stem in self.stems
        return found or self._shaped(term)

    def _shaped(self, term: Worded) -> bool:
        prefixes = self._prefixes
        if term.exact.startswith(prefixes) or term.stem.startswith(prefixes):
            return True
        return any(
            shape.fullmatch(term.exact) or shape.fullmatch(term.stem)
            for shape in self._patterns
        )


def phrase_runs(terms: Sequence[Worded], phrase: tree.Phrase) -> Iterator[list[int]]:
    """Give the positions of the words of a phrase, each time they stand as it asks."""
    words = [word.exact for word in phrase.words]
    orders = [words, words[::-1]] if phrase.slop else [words]
    for order in orders:
        for start, term in enumerate(terms):
            run = term.exact == order[0] and _walk(terms, start, order, phrase.slop)
            if run:
                yield run


def _walk(
    terms: Sequence[Worded], start: int, words: list[str], slop: int
) -> list[int]:
    """Give the positions of ``words`` from ``start`` on, [] where they don't follow."""
    positions = [start]
    for step, word in enumerate(words[1:], start=1):
        window = range(positions[-1] + 1, min(start + step + slop + 1, len(terms)))
        place = next((at for at in window if terms[at].exact == word), None)
        if place is None:
            return []
        positions.append(place)
    return positions


def mark_hits(text: str, node: tree.Node | None) -> list[Span]:
    """Give the places of ``text`` that a query asks for, in order, word by word.

    >>> from search.language.syntax import parse
    >>> mark_hits("عَادَ النَّازِحُون", parse("نازح").node)
    [Span(start=6, end=18)]
    """
    terms = analyze(text)
    return [Span(*terms[at][:2]) for at in Marker(node).find(terms)]


def mark_whole(text: str, marker: Marker) -> Passage:
    """Give a whole text, such as a title, with its marks."""
    terms = analyze(text)
    return Passage(text, tuple(Span(*terms[at][:2]) for at in marker.find(terms)))
