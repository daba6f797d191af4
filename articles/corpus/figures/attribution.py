"""Who says it: «وأكد البيان أن …»، «وفق المرصد»، «الصحة: 20 إصابة»."""

from __future__ import annotations

from articles.corpus.figures.currency_tables import PLACES
from articles.corpus.figures.figure import Claimant
from articles.corpus.figures.ordinals import ORDINALS
from articles.corpus.figures.source import Source
from articles.corpus.figures.speech import (
    ACCORDING,
    ADDING,
    CONTINUING,
    COUNTING,
    ENDS,
    LINKS,
    MARKS,
    NAMES,
    NO_BEGINNINGS,
    NO_SPEAKERS,
    OWN_WORDS,
    SAYING,
    SIGNED,
    SIGNING,
    SKIPPED,
    SPEAKERS,
    SPEAKING,
    TELLING,
    THINGS_DO,
    TOPICS,
    WITH_PREPOSITION,
)

_LONGEST_NAME = 6
_LONGEST_QUOTE = 8
_FAR = 60  # words from «أضاف» and its subject to «أن»
_QUOTES = {'"': '"', "«": "»", "“": "”"}
_LONGEST_HEADLINE = 5
_OWNED = ("ته", "ها", "هم")


def ends_name(before: str, word: str) -> bool:
    """Tell a verb or a deed that can't belong to the name before it.

    A definite word closes a name: only adjectives, which are definite too, and names
    may follow, and they have not these shapes.

    >>> [ends_name("النور", fold(word)) for word in ("توزيع", "ارتفعت", "السورية")]
    [True, True, False]
    """
    if _is_owned(word) and before.removeprefix("ال") not in SPEAKERS:
        return True
    if not before.startswith("ال") or word.startswith("ال") or word in NAMES:
        return False
    if word.endswith("ت") and len(word) > 3:
        return not word.endswith("ات") and word[0] not in "لبو"
    return is_deed(word)


def _is_owned(word: str) -> bool:
    """Tell what is said of, «موافقته»، from who says it, «وزير خارجيتها»."""
    return len(word) > 4 and word.endswith(_OWNED)


def is_deed(word: str) -> bool:
    """Tell a verbal noun by its measure: توزيع، إطلاق، إقامة، انفجار، استقبال."""
    if len(word) < 5:
        return False
    if word[0] == "ت" and len(word) == 5:
        return word[3] == "ي"  # تفعيل
    if word[0] != "ا":
        return False
    if word.endswith("ه") and len(word) == 5:
        return word[2] == "ا"  # إفالة
    shapes = ((5, 3, None), (6, 4, (1, "ن")), (6, 4, (2, "ت")), (7, 5, (2, "ت")))
    return any(
        len(word) == length
        and word[alef] == "ا"
        and (mark is None or word[mark[0]] == mark[1])
        for length, alef, mark in shapes
    )


class Attribution:
    """Finds the claimant of a place in the text; the last speaker speaks on."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._by_sentence: dict[int, Claimant | None] = {}
        self._speaker: Claimant | None = None

    def of(self, at: int) -> Claimant | None:
        """Give who says what stands at token ``at``, None where the text is silent."""
        first, last = self._source.sentence(at)
        if first not in self._by_sentence:
            self._by_sentence[first] = self._read(first, last)
        return self._by_sentence[first]

    def _read(self, first: int, last: int) -> Claimant | None:
        headline = self._headline(first, last)
        if headline:
            return headline
        for place in SAYING.of(self._source.words[first:last]):
            at = first + place
            word = self._source.words[at]
            claimant = self._before(first, at) or self._subject(word, at, last)
            if claimant:
                self._speaker = claimant
                return claimant
            if word in CONTINUING and self._speaker:
                return self._speaker
        return None

    def _before(self, first: int, at: int) -> Claimant | None:
        """Read «الوزارة تعلن …» and «تونس تؤكد …»: headlines put the subject first."""
        words = self._source.words
        if not first < at < first + _LONGEST_HEADLINE or words[at] in THINGS_DO:
            return None
        place = PLACES.at(words, first)
        is_place = place is not None and place[0] == at
        is_speaker = words[first].removeprefix("ال") in SPEAKERS
        if not (is_place or is_speaker) or words[at][0] in "وف":
            return None
        if not ENDS.isdisjoint(words[first:at]):
            return None
        one_line = all(self._source.same_line(i) for i in range(first + 1, at + 1))
        all_words = all(self._source.kind(i) == "word" for i in range(first, at))
        return self._claimant(first, at) if one_line and all_words else None

    def _subject(self, word: str, at: int, last: int) -> Claimant | None:
        if word in ACCORDING:
            claimant = self._name(self._after_links(at + 1), last)
            return self._without_preposition(claimant)
        if word in SIGNING and self._source.word(at + 1) in SIGNED:
            return None
        if word in ADDING and self._source.word(at + 1) in TELLING:
            return self._speaker  # «وأضاف: "…"»
        claimant = self._name(at + 1, last)
        if claimant is None:
            return None
        if word in ADDING and not self._tells(claimant, last):
            return None
        if word in SPEAKING or word in CONTINUING:
            named_before = self._source.word(at + 1) in OWN_WORDS
            return self._speaker if named_before else claimant
        first = self._source.words[self._source.token_at(claimant.start)]
        known = first.removeprefix("ال") in SPEAKERS
        named = first.startswith("ال") and word not in COUNTING
        return claimant if known or named else None

    def _tells(self, claimant: Claimant, last: int) -> bool:
        """Tell «وأضاف الوزير أن …» from «أضاف المهاجم الهدف الثاني»."""
        end = self._source.token_at(claimant.end - 1) + 1
        stop = min(last, end + _FAR)
        return not TELLING.isdisjoint(self._source.words[end:stop])

    def _without_preposition(self, claimant: Claimant | None) -> Claimant | None:
        """Read «وفقا لوزارة الصحة» as «وزارة الصحة»."""
        if claimant is None:
            return None
        at = self._source.token_at(claimant.start)
        word = self._source.words[at]
        if word in OWN_WORDS:
            return self._speaker
        if word[0] == "ل" and word[:2] != "لل" and len(word) > 4:
            start = self._source.after_letters(at, 1)
            name = self._source.text[start : claimant.end]
            word, claimant = word[1:], Claimant(name, start, claimant.end)
        return None if word in NO_SPEAKERS else claimant

    def _after_links(self, at: int) -> int:
        while self._source.word(at) in LINKS and self._source.same_line(at):
            at += 1
        return at

    def _headline(self, first: int, last: int) -> Claimant | None:
        """Read the «الصحة: …» of headlines."""
        words = self._source.words
        for at in range(first + 1, min(first + _LONGEST_HEADLINE, last)):
            if words[at] == ":":
                spoken = words[first] in NO_SPEAKERS or any(
                    word in ENDS or word in MARKS for word in words[first:at]
                )
                topic = self._is_topic(first, at)
                return None if spoken or topic else self._claimant(first, at)
            if self._source.kind(at) != "word" or not self._source.same_line(at):
                return None
        return None

    def _is_topic(self, first: int, end: int) -> bool:
        """Tell the «تونس: …», «زلزال صور: …» of headlines from a speaker."""
        words = self._source.words
        bare = [word.removeprefix("ال") for word in words[first:end]]
        if any(word in SPEAKERS for word in bare):
            return False
        deed = is_deed(words[first]) and words[first] not in NAMES
        if bare[0] in TOPICS or deed:
            return True
        place = PLACES.at(words, first)
        ranked = words[end - 1] in ORDINALS and words[end - 1].startswith("ال")
        return (place is not None and place[0] == end) or ranked

    def _name(self, at: int, last: int) -> Claimant | None:
        """Take the words of the subject up to a preposition, «أن» or a sign."""
        source = self._source
        while at < last and source.words[at] in SKIPPED:
            at += 1
        end = at
        while (
            end < min(last, at + _LONGEST_NAME)
            and source.kind(end) == "word"
            and source.words[end] not in ENDS
            and source.words[end] not in MARKS
            and (end == at or source.same_line(end))
            and not (end > at and ends_name(source.words[end - 1], source.words[end]))
        ):
            end += 1
        place = PLACES.at(source.words, at)
        goes_on = place and source.word(place[0]).startswith(("ال", "و"))
        if place and place[0] < end and not goes_on:
            end = place[0]  # «أعلنت إيران حالة الطوارئ»
        return self._claimant(at, end) if end > at else None

    def _claimant(self, at: int, end: int) -> Claimant | None:
        source = self._source
        word = source.word(at)
        if source.kind(at) != "word" or len(word) < 3:
            return None
        if word.startswith(WITH_PREPOSITION) or word in NO_BEGINNINGS:
            return None
        stop = source.tokens[self._quoted(end) - 1].end
        if word.startswith("لل"):
            start = source.after_letters(at, 1)
            return Claimant("ا" + source.text[start:stop], start, stop)
        start = source.tokens[at].start
        return Claimant(source.text[start:stop], start, stop)

    def _quoted(self, end: int) -> int:
        """Take in the name between quotes: «شبكة "الأفق"», «وكالة (أ ب)»."""
        source = self._source
        closing = _QUOTES.get(source.word(end))
        if closing is None or source.words[end - 1] not in SPEAKERS:
            return end
        for at in range(end + 2, min(end + _LONGEST_QUOTE, len(source.words))):
            if source.words[at] in closing and source.same_line(at):
                return at + 1
        return end
