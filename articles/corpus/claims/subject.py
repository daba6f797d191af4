"""What a sentence is about, as its words: how near two are, and what stands for what.

Who speaks, the number and the words that any sentence has are left out. Two sentences
of one subject share most of the words of the shorter one; where behind the same word
one has «زحلة» and the other «جبيل», they are about two things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.corpus.arabic import fold
from articles.corpus.claims import lexicon
from articles.corpus.claims.around import Around
from articles.corpus.claims.lexicon import bare, sense_in
from articles.corpus.claims.roots import roots_of
from articles.corpus.figures.nouns import singular
from articles.corpus.figures.phrases import folded_set
from articles.corpus.names.ordinary import COMMON_FORMS, is_inflected
from articles.corpus.words import Token

_SHORTEST = 3
_THAT = folded_set("إن أن بأن أنه إنه أنها إنها بأنه")
_LATEST_THAT = 12
"""Up to so many words may say who speaks: «قال مدير … في تصريح … إن»."""
_SAID_BY = 5
"""Words behind «بحسب» that name who speaks, unless a sign ends them."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a subject, with the word it stands behind.

    Nothing stands between them, or the ``preposition`` alone. What a number counts and
    what befell it are in no share of words: they are compared by what they mean.
    """

    roots: frozenset[str]
    folded: str
    behind: Word | None = None
    preposition: str = ""
    is_deed: bool = False
    is_counted: bool = False

    @property
    def is_definite(self) -> bool:
        return self.folded.startswith(("ال", "وال", "بال", "لل"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a sentence that say what its number is about, in their order."""

    words: tuple[Word, ...] = ()

    def shares(self, other: Subject) -> float:
        """Give the share of the words of the shorter that the longer has too."""
        fewer, more = sorted((_things(self.words), _things(other.words)), key=len)
        roots = _known(more)
        if not fewer:
            return 0.0
        return sum(not word.roots.isdisjoint(roots) for word in fewer) / len(fewer)

    def acts_otherwise(self, other: Subject) -> bool:
        """Tell whether they begin with two words that only one of them has.

        Or the counted thing is in another house or contest: «هدفا في الكأس». Both
        must have words.
        """
        if any(
            _are_two_scenes(one, two) for one in self.words for two in other.words
        ) and not self._shares_a_scene(other):
            return True
        one, two = self.words[0], other.words[0]
        if one.is_counted or two.is_counted:
            return False
        return (
            one.roots.isdisjoint(_known(other.words))
            and two.roots.isdisjoint(_known(self.words))
            and not one.is_deed
            and not two.is_deed
            and not _one_sense(one.folded, two.folded)
        )

    def _shares_a_scene(self, other: Subject) -> bool:
        known = _known(word for word in other.words if word.preposition)
        return any(
            word.preposition and not word.roots.isdisjoint(known) for word in self.words
        )

    def differs(self, other: Subject) -> bool:
        """Tell whether some word of the one stands in the place of one of the other."""
        ours, theirs = _known(self.words), _known(other.words)
        own = [word for word in self.words if word.roots.isdisjoint(theirs)]
        its = [word for word in other.words if word.roots.isdisjoint(ours)]
        own = [word for word in own if not word.is_counted]
        its = [word for word in its if not word.is_counted]
        return any(_stand_for(one, two) for one in own for two in its)


NOTHING = Subject()


def _things(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if not (word.is_deed or word.is_counted)]


def _known(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(root for word in words for root in word.roots)


def subject_of(around: Around, claimant: str = "") -> Subject:
    """Read the subject of the number of a sentence.

    >>> text = "قال مدير المرفأ إن 20 سفينة رست في مرفأ طرابلس"
    >>> [word.folded for word in subject_of(Around.of(text, 19, 21)).words]
    ['سفينه', 'رست', 'مرفا', 'طرابلس']
    """
    tokens = around.tokens
    left_out = {*range(around.at, around.end), *_speaker(around)}
    spoken = frozenset(fold(claimant).split())
    found: list[Word] = []
    last: Word | None = None
    preposition = ""
    for place, token in enumerate(tokens):
        if place in left_out or token.kind != "word" or token.folded in spoken:
            last, preposition = None, ""
        elif _is_frame(token):
            preposition = token.folded if token.folded in lexicon.WHERE else ""
            last = last if preposition else None
        else:
            if token.folded.startswith("لل"):
                preposition = "ل"
            elif _has_preposition(token.folded):
                last = None
            last = Word(
                roots_of(token.folded),
                token.folded,
                last,
                preposition,
                is_deed=bool(sense_in(lexicon.DEEDS, token.folded)),
                is_counted=place == around.end,
            )
            found.append(last)
            preposition = ""
    return Subject(tuple(found))


def _is_frame(token: Token) -> bool:
    word = token.folded
    return (
        len(word) < _SHORTEST
        or word in lexicon.FUNCTION
        or singular(word) in lexicon.PERSONS
        or any(form in _FRAMES for form in bare(word))
    )


def _has_preposition(word: str) -> bool:
    """Tell «بطول» and «للجسر», which begin a phrase of their own."""
    return word.startswith(("بال", "لل")) or (
        word[0] in "بل"
        and word[1:] in COMMON_FORMS
        and COMMON_FORMS.isdisjoint((word, f"ال{word}"))
    )


_FRAMES = (
    lexicon.ACCORDING
    | lexicon.RISEN
    | lexicon.FALLEN
    | lexicon.REACHED
    | lexicon.EXCEEDED
    | lexicon.EXCEEDED_ON
    | lexicon.BECAME
)


def _speaker(around: Around) -> Iterator[int]:
    """Give the places of the words that say who speaks."""
    tokens = around.tokens
    for place, token in enumerate(tokens[: min(around.at, _LATEST_THAT)]):
        if token.folded in _THAT:
            yield from range(place + 1)
            break
        if token.text == ":":
            yield from range(place + 1)
    yield from _first_words(around)
    for place, token in enumerate(tokens):
        if any(form in lexicon.BY for form in bare(token.folded)):
            for behind in range(place, min(place + _SAID_BY, len(tokens))):
                if tokens[behind].kind == "sign":
                    break
                yield behind


def _first_words(around: Around) -> Iterator[int]:
    """Give the places of «قدّر محللون», which tell by whom a number is given."""
    tokens = around.tokens
    if lexicon.ACCORDING.isdisjoint(bare(tokens[0].folded)):
        return
    for place in range(1, min(_LONGEST_SPEAKER, around.at)):
        if tokens[place].kind != "word" or _is_frame(tokens[place]):
            return
        yield place


_LONGEST_SPEAKER = 4


def _stand_for(one: Word, other: Word) -> bool:
    """Tell whether two words that only one sentence has say two things of one.

    They do behind the same word, if both are definite or name something, and where
    both are names behind a preposition of place.
    """
    if _one_sense(one.folded, other.folded) or one.preposition != other.preposition:
        return False
    names = _is_name(one.folded) and _is_name(other.folded)
    if one.preposition and names:
        return True
    head, its_head = one.behind, other.behind
    if head is None or its_head is None or head.roots.isdisjoint(its_head.roots):
        return False
    if one.preposition:
        return not head.is_counted or one.preposition == "ل"
    if _wants_a_name(head.folded) or (head.is_counted and its_head.is_counted):
        return not one.folded.endswith(_VERB_END) and not other.folded.endswith(
            _VERB_END
        )
    return names or (one.is_definite and other.is_definite)


_VERB_END = "وا"


def _are_two_scenes(one: Word, other: Word) -> bool:
    """Tell «20 هدفا في الدوري» and «12 هدفا في الكأس»."""
    return bool(
        one.preposition
        and one.preposition == other.preposition
        and one.behind
        and other.behind
        and one.behind.is_counted
        and other.behind.is_counted
        and one.is_definite
        and other.is_definite
        and one.roots.isdisjoint(other.roots)
        and not _one_sense(one.folded, other.folded)
    )


def _wants_a_name(word: str) -> bool:
    return bool(sense_in(lexicon.TOPICS, word)) or any(
        form in lexicon.HEADS or singular(form) in lexicon.HEADS for form in bare(word)
    )


_TABLES = (lexicon.SOURCES, lexicon.CAUSES, lexicon.DEEDS, lexicon.TOPICS)


def _one_sense(one: str, other: str) -> bool:
    """Tell whether two words mean one thing: «الشرطة» and «السلطات», «سيول»…"""
    return any(
        sense and sense == sense_in(table, other)
        for table in _TABLES
        if (sense := sense_in(table, one))
    )


def _is_name(word: str) -> bool:
    """Tell whether a word is no ordinary one in any form."""
    return not any(form in COMMON_FORMS or is_inflected(form) for form in bare(word))
