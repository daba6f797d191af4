"""The query language: a reader's own words, read as a query. Any text is a query.

Several words ask for articles that have them all. ``أو`` joins its two neighbours:
«نازحون سوريا أو العراق» asks for نازحون with either country. What can't be read as
meant is searched as words, and a notice says so. No engine ever sees the text itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import cast

from articles.corpus.arabic import fold
from search.language.amounts import read_amounts
from search.language.analysis import Forms, analyze_forms
from search.language.lexer import Lexeme, lex
from search.language.loosening import is_grammar_word
from search.language.periods import read_period
from search.language.spelling import SHORTEST
from search.language.tree import (
    All,
    Any,
    Fuzzy,
    Heading,
    HeadingField,
    Node,
    Not,
    Pattern,
    Phrase,
    Word,
    all_of,
)

LONGEST_QUERY = 256
MOST_TERMS = 16
DEEPEST_GROUP = 3
LETTERS_BEFORE_STAR = 3

_PATTERN = re.compile(r"[^\W_]+(?:[*][^\W_]*)+")


class Trouble(StrEnum):
    """What in a query could not be taken as written."""

    TOO_LONG = "too_long"
    TOO_MANY_TERMS = "too_many_terms"
    TOO_DEEP = "too_deep"
    UNBALANCED = "unbalanced"
    SHORT_PATTERN = "short_pattern"
    SHORT_FUZZY = "short_fuzzy"
    UNREADABLE_DATE = "unreadable_date"
    UNREADABLE_NUMBER = "unreadable_number"
    NOTHING_TO_FIND = "nothing_to_find"
    UNKNOWN_HEADING = "unknown_heading"
    LOOSENED = "loosened"
    FEW_WITH_ALL = "few_with_all"
    SENTENCE = "sentence"
    TOO_MANY_FIGURES = "too_many_figures"
    TOO_MANY_FORMS = "too_many_forms"
    SYNONYMS = "synonyms"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader should know about how the query was read."""

    trouble: Trouble
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as a tree (None asks for every article), with what is to be said."""

    node: Node | None
    notices: tuple[Notice, ...] = ()


@lru_cache(maxsize=512)
def parse(text: str) -> Query:
    """Read a query; no text raises.

    >>> parse("نازحين -المخيم").node.nodes[0]
    Word(exact='نازحين', stem='نازح', strict=False, title_only=False)
    """
    notices = []
    text = text.replace("\x00", " ")  # NULL: PostgreSQL takes no text that holds it
    if len(text) > LONGEST_QUERY:
        text = text[:LONGEST_QUERY]
        notices.append(Notice(Trouble.TOO_LONG, str(LONGEST_QUERY)))
    parser = _Parser(lex(text), notices)
    node = parser.run()
    if node is None and text.strip():
        notices.append(Notice(Trouble.NOTHING_TO_FIND, text.strip()))
    return Query(node, tuple(dict.fromkeys(notices)))


@dataclass(slots=True)
class _Group:
    """What stands between two parentheses: clauses, each a list of alternatives."""

    name: str = ""
    clauses: list[list[Node]] = field(default_factory=list)
    after_or: bool = False
    negated: bool = False
    next_name: str = ""

    def add(self, node: Node) -> None:
        node = Not(node) if self.negated else node
        if self.after_or and self.clauses:
            self.clauses[-1].append(node)
        else:
            self.clauses.append([node])
        self.after_or = self.negated = False
        self.next_name = ""

    def node(self) -> Node | None:
        nodes = [
            clause[0] if len(clause) == 1 else Any(tuple(clause))
            for clause in self.clauses
        ]
        return all_of(nodes)


class _Parser:
    """Reads lexemes left to right; groups wait on a stack, so depth costs nothing."""

    def __init__(self, lexemes: list[Lexeme], notices: list[Notice]) -> None:
        self.lexemes = lexemes
        self.notices = notices
        self.groups = [_Group()]
        self.too_deep = 0
        self.terms = 0
        self.taken = -1  # lexemes up to this place are read
        words = sum(lexeme.kind == "word" for lexeme in lexemes)
        self.too_long = words > MOST_TERMS  # then grammar makes room for the rest

    def run(self) -> Node | None:
        for index, lexeme in enumerate(self.lexemes):
            if self.terms >= MOST_TERMS and lexeme.kind != "close":
                self._notice(Trouble.TOO_MANY_TERMS, str(MOST_TERMS))
                break
            if index > self.taken:
                self._read(index, lexeme)
        if len(self.groups) > 1:
            self._notice(Trouble.UNBALANCED)
        while len(self.groups) > 1:
            self._close()
        return self.groups[0].node()

    def _read(self, index: int, lexeme: Lexeme) -> None:
        match lexeme.kind:
            case "open":
                self._open()
            case "close":
                self._close()
            case "or" | "and" if self._between_terms(index):
                self.groups[-1].after_or = lexeme.kind == "or"
            case "minus" | "not" if self._before_term(index):
                self.groups[-1].negated = True
            case "field" if self._before_term(index):
                self.groups[-1].next_name = lexeme.field
            case "minus":
                pass
            case "word" if self.too_long and is_grammar_word(fold(lexeme.text)):
                pass
            case _:
                self._term(index, lexeme)

    def _open(self) -> None:
        if len(self.groups) > DEEPEST_GROUP:
            self.too_deep += 1
            self._notice(Trouble.TOO_DEEP, str(DEEPEST_GROUP))
            return
        group = self.groups[-1]
        self.groups.append(_Group(group.next_name or group.name))

    def _close(self) -> None:
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.groups) == 1:
            self._notice(Trouble.UNBALANCED)
        else:
            node = self.groups.pop().node()
            if node is not None:
                self.groups[-1].add(node)

    def _between_terms(self, index: int) -> bool:
        return bool(self.groups[-1].clauses) and self._before_term(index)

    def _before_term(self, index: int) -> bool:
        after = self.lexemes[index + 1 : index + 2]
        return bool(after) and after[0].kind not in {"close", "or", "and"}

    def _term(self, index: int, lexeme: Lexeme) -> None:
        group = self.groups[-1]
        name = group.next_name or group.name
        figures = self._figures(index, lexeme) if name == "figure" else None
        node = figures or self._leaf(lexeme, name)
        if node is None:
            group.negated = group.after_or = False
            group.next_name = ""
        else:
            self.terms += 1
            group.add(node)

    def _figures(self, index: int, lexeme: Lexeme) -> Node | None:
        """Read the number of a figure, and what is counted from the word after it."""
        figures, noun = read_amounts(lexeme.text), self._plain_word(index + 1)
        scaled = read_amounts(f"{lexeme.text} {noun}") if noun else None
        if scaled:  # «رقم:>3 آلاف نازح»
            self.taken = index + 1
            figures, noun = scaled, self._plain_word(index + 2)
        if figures is None:
            self._notice(Trouble.UNREADABLE_NUMBER, lexeme.text)
            return None
        if noun:
            self.taken = max(self.taken, index) + 1
        return replace(figures, noun=noun[:80])

    def _plain_word(self, index: int) -> str:
        """Give the word or phrase at a place, "" if it is anything else."""
        found = self.lexemes[index : index + 1]
        plain = found and found[0].kind in {"word", "phrase"} and not found[0].slop
        text = found[0].text.strip() if plain else ""
        return "" if set(text) & set("*~=:") else text

    def _leaf(self, lexeme: Lexeme, name: str) -> Node | None:
        if name == "date":
            period = read_period(lexeme.text)
            if period:
                return period
            self._notice(Trouble.UNREADABLE_DATE, lexeme.text)
        elif name in {"outlet", "section", "author"} and fold(lexeme.text).strip():
            return Heading(cast(HeadingField, name), lexeme.text.strip())
        node = self._words(lexeme)
        return title_only(node) if node and name == "title" else node

    def _words(self, lexeme: Lexeme) -> Node | None:
        if lexeme.kind == "phrase":
            return phrase(analyze_forms(lexeme.text), lexeme.slop)
        text = lexeme.text
        if text.startswith("="):
            return phrase(analyze_forms(text), 0)
        if "*" in text:
            return self._pattern(text)
        if text.endswith("~"):
            return self._fuzzy(text)
        return words(text)

    def _pattern(self, text: str) -> Node | None:
        pattern = _PATTERN.search(fold(text))
        if pattern and pattern.group().index("*") >= LETTERS_BEFORE_STAR:
            return Pattern(pattern.group())
        self._notice(Trouble.SHORT_PATTERN, text)
        return words(text)

    def _fuzzy(self, text: str) -> Node | None:
        forms = analyze_forms(text)
        if len(forms) == 1 and len(forms[0].exact) >= SHORTEST:
            return Fuzzy(forms[0].exact)
        self._notice(Trouble.SHORT_FUZZY, text)
        return words(text)

    def _notice(self, trouble: Trouble, subject: str = "") -> None:
        self.notices.append(Notice(trouble, subject))


def words(text: str) -> Node | None:
    """Ask for the words of ``text``, all of them."""
    return all_of([Word(form.exact, form.stem) for form in analyze_forms(text)])


def phrase(forms: list[Forms], slop: int) -> Node | None:
    """Ask for exact words in this order; one alone is a strict word."""
    exact = tuple(Word(form.exact, form.stem, strict=True) for form in forms)
    if len(exact) <= 1:
        return exact[0] if exact else None
    return Phrase(exact[:MOST_TERMS], slop)


def title_only(node: Node) -> Node:
    """Ask the same of titles alone."""
    if isinstance(node, All):
        return All(tuple(title_only(part) for part in node.nodes))
    if isinstance(node, Word | Phrase | Pattern | Fuzzy):
        return replace(node, title_only=True)
    return node
