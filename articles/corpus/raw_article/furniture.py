"""Cuts page furniture: lines printed around an article that say so themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.corpus.raw_article.captions import is_caption
from articles.corpus.raw_article.leads import lead_of
from articles.corpus.raw_article.lexicon.controls import CONTROLS
from articles.corpus.raw_article.lexicon.menus import MENUS
from articles.corpus.raw_article.lexicon.notices import NOTICES
from articles.corpus.raw_article.lexicon.site_words import (
    ADDRESSING,
    ASKING,
    BEARING,
    BUTTONS,
    DENYING,
    EXPRESSING,
    JOINS,
    LABEL_REASONS,
    NETWORKS,
    PRESSING,
    PUBLISHED,
    QUESTIONS,
    READERS_THINGS,
    SITE_WORDS,
    VIEWERS,
    VIEWS,
)
from articles.corpus.raw_article.lone_headlines import is_only_headline
from articles.corpus.raw_article.page import SHORT, Line, Page, word_set
from articles.corpus.raw_article.phrases import PhraseTable
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section

FURNITURE = PhraseTable({**NOTICES, **CONTROLS, **MENUS})
SENTENCE_BREAK = re.compile(r"[.!?؟][»\"”)]*\s*(?=(?:[(\[]|\* ?)?[^\W\d])|\s{3,}")

_LINK = re.compile(
    r"(?:https?://|www\.)\S+\Z|(?:[a-z\d-]+\.)+[a-z]{2,}/\S*\Z"
    r"|\W{0,3}(?:\w+ ){1,3}\s*[:：]\s*https?://\S+\Z",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(?:#[^\s#،,|]+[\s،,|]*)+\Z")
_COUNT = re.compile(
    r"\d+(?:[.,٫]\d+)*\s?(?:[KM]|ألف)?\+?"
    r"(?:(?<=[KMkm])|(?<=ألف)|(?<=\+)"
    r"|\s*(?:views?|reads?|shares?|likes?|comments?|min(?:ute)?s?(?: read)?))\Z",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"[\d.,٫]+\s*/\s*\d+\W+\d+\s*(?:صوت|أصوات|تقييم|votes?)\w{0,3}\W*\Z"
)
_SCRIPT = re.compile(r"[(]?function\s*\w*\(|\bvar \w+\s*=|[{};]\s*\Z|\A[})\]]")
_NO_SCRIPT = re.compile(r"[\u0620-\u064a]")
_HAS_WORD = re.compile(r"\w")
_ENDING_MARK = re.compile(
    r"[/\s(]*(?:انتهى|النهاية|يتبع)[\s/]*+\d{0,3}[/\s.)]*+(?:[ء-ي]{1,2}[\s./)]*+){0,3}\Z"
)
_NEEDED = ((5, 3), (15, 4), (30, 5), (50, 7), (float("inf"), 9))
"""How much must speak for a notice, by its number of words."""
_SHORTEST_SENTENCE = 5
_SHORTEST_HEADLINE = 4
_TOLD = word_set(
    "وقال وقالت وقالوا وأضاف وأضافت وتابع وتابعت وأكد وأكدت وأوضح وأوضحت وأشار وأشارت"
    " وذكر وذكرت وأعلن وأعلنت ولفت ولفتت وشدد وشددت وأفاد وأفادت وكشف وكشفت"
)
_LONGEST_TOLD = 8
_LONGEST_LABEL = 9
_LONGEST_BOTTOM = 16
_DANGLING = frozenset({"عبر", "علي"})
_MOST_COUNTS = 3
_COUNTED = (Reason.READING_TIME, Reason.SHARE_COUNTS)
_BULLETS = frozenset("-–—•*")
_HEADS = ("", "ال", "لل", "و", "ف", "ب", "ل", "وال", "بال", "فال", "ولل")
_TAILS = ("ك", "كم", "نا", "ها", "ه", "ي", "ات", "ين", "يه")


def cut_furniture(page: Page) -> None:
    """Cut every whole line that is furniture wherever it stands."""
    for line in page.lines:
        reason = furniture_reason(line) if line.open else None
        if reason and (headline := _headline_beside(line)):
            line = page.split(line, headline)
        kept = _begins_with_text(line) or is_only_headline(page, line, reason)
        if reason and not kept:
            page.take(line, reason)
    for line in page.lines[1:-1]:
        if line.open and is_caption(line):
            page.take(line, Reason.PHOTO_CAPTION)


def _begins_with_text(line: Line) -> bool:
    """A notice may be glued to the end of a paragraph: then its beginning is text."""
    found = SENTENCE_BREAK.search(line.text)
    if found is None or line.text.count(" ", 0, found.start()) < _SHORTEST_SENTENCE:
        return False
    text = line.text[: found.start() + 1]
    return furniture_reason(Line(0, len(text), text, 0)) is None


def _headline_beside(line: Line) -> int | None:
    """Find where the headline of «حجم الخط | عودة الماء إلى الحي» begins."""
    button, bar, headline = line.text.partition("|")
    words = len(headline.split())
    if (
        not bar
        or "|" in headline
        or words < _SHORTEST_HEADLINE
        or _line_reason(button.strip()) is None
        or _line_reason(headline.strip())
    ):
        return None
    return len(line.text) - len(headline.lstrip())


def furniture_reason(line: Line) -> Reason | None:
    """Tell what kind of furniture a line is, None for text."""
    if line.length > SHORT:
        return None
    return _line_reason(line.text)


@lru_cache(maxsize=4096)
def _line_reason(text: str) -> Reason | None:
    """Judge a line by its text alone: outlets print the same lines on every page."""
    line = Line(0, len(text), text, 0)
    if line.length > _LONGEST_TOLD and line.words and line.words[0] in _TOLD:
        return None  # «وقال متحدث … تطبيقنا»: a sentence of the story
    return (
        sign_reason(text)
        or FURNITURE.match(line.words, text)
        or _buttons(line)
        or _notice(line)
        or _disclaimer(line.words)
        or _after_counts(line)
    )


def button_reason(text: str) -> Reason | None:
    """Tell a button printed beside a name: «سليم الهاني | اطبع المقال»."""
    line = Line(0, len(text), text, 0)
    return FURNITURE.match(line.words, text) or _buttons(line)


def _after_counts(line: Line) -> Reason | None:
    """«0 45 دقيقة واحدة»: bare counters before what is furniture without them."""
    words = line.words
    counts = next((at for at, word in enumerate(words) if not word.isdecimal()), 0)
    if not 0 < counts <= _MOST_COUNTS or len(words) - counts > _MOST_COUNTS:
        return None
    reason = FURNITURE.match(words[counts:], line.text)
    return reason if reason in _COUNTED else None


def _buttons(line: Line) -> Reason | None:
    """Know a label or a row of labels by having no word of its own."""
    words = line.words
    if not words or len(words) > _LONGEST_LABEL:
        return None
    if _is_letter_size(words):
        return Reason.NAVIGATION
    labels = []
    for word in words:
        if word not in JOINS and not word[0].isdigit():
            if not _is_label(word):
                return None
            labels.append(word)
    dangles = words[-1] in _DANGLING  # «شارك عبر:», with pictures for the networks
    if not labels or (len(labels) == 1 and not (dangles or _is_counter(line, labels))):
        return None
    if line.is_closed or lead_of(words, line.text):
        return None
    return label_reason(line)


def _is_counter(line: Line, label: list[str]) -> bool:
    """Tell one label, alone or with its number, from a section or an item of a list."""
    numbers = [word for word in line.words if word[0].isdigit()]
    most = 2 if ":" in line.text else 1  # «استمع 02:31»
    if is_section(label) or len(numbers) > most:
        return False
    if len(line.words) > len(numbers) + 1:
        return False
    return line.text[0] not in _BULLETS and all(map(str.isdecimal, numbers))


def _is_letter_size(words: list[str]) -> bool:
    """«A+ A-», «ع ع ع»: one letter in several sizes; an «أ» alone numbers a list."""
    letter = words[0]
    longest = 2 if letter.isascii() else 1
    if len(letter) > longest or not letter.isalpha() or set(words) != {letter}:
        return False
    return len(words) > 1 or (letter.isascii() and len(letter) == 1)


def label_reason(line: Line) -> Reason:
    """Give the kind of a label or notice by its first telling word."""
    reasons = (LABEL_REASONS[word] for word in line.words if word in LABEL_REASONS)
    return next(reasons, Reason.NAVIGATION)


def is_scrap(words: list[str]) -> bool:
    """Tell a scrap of the page from the unknown name of an outlet or a section.

    >>> is_scrap(["ليس", "الان"]), is_scrap(["en", "fr"]), is_scrap(["من", "كل", "حدب"])
    (True, True, False)
    >>> is_scrap(["12", "345"])  # a counter
    True
    """
    if all((len(word) < 3 and word.isascii()) or word.isdecimal() for word in words):
        return True
    if JOINS.isdisjoint(words):
        return False
    return all(word in JOINS or _is_label(word) for word in words)


def is_mostly_labels(line: Line) -> bool:
    """Tell a notice by most of its words; believed only below the last sentence."""
    words = line.words
    if len(words) < 2 or line.length > _LONGEST_BOTTOM:
        return False
    addresses = joins = labels = 0
    for word in words:
        addresses += is_readers_thing(word)
        if word in JOINS:
            joins += 1
        else:
            joins += word[0].isdigit()
            labels += _is_label(word)
    labels += addresses
    return labels >= 2 and labels + joins >= (0.5 if addresses else 0.75) * len(words)


@lru_cache(maxsize=4096)
def is_readers_thing(word: str) -> bool:
    """Tell «هاتفك» and «لخصوصيتكم»: a thing of the reader's.

    >>> is_readers_thing("هاتفك"), is_readers_thing("هاتف")
    (True, False)
    """
    for tail in ("كم", "ك"):
        if word.endswith(tail):
            bare = word[: -len(tail)]
            stems = {bare, bare[1:], bare[:-1] + "ه", bare[1:-1] + "ه"}
            return not stems.isdisjoint(READERS_THINGS)
    return False


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    """Look a word up without its article, conjunction and pronoun: «وتعليقاتكم»."""
    if word in BUTTONS or word in NETWORKS:
        return True
    stems = {word[len(head) :] for head in _HEADS if word.startswith(head)}
    stems |= {
        stem[: -len(tail)] for stem in stems for tail in _TAILS if stem.endswith(tail)
    }
    stems |= {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}
    return any(
        stem in BUTTONS and (len(stem) > 2 or word == "ال" + stem) for stem in stems
    )


def sign_reason(text: str) -> Reason | None:
    """Tell furniture that is known by its signs: rules, links, © lines."""
    if not _HAS_WORD.search(text):
        return Reason.ORNAMENT
    if ("/" in text or "www." in text) and _LINK.match(text):
        return Reason.BARE_LINK
    if _ENDING_MARK.match(text):
        return Reason.SIGNATURE
    if len(text) < 120 and text[0] in "©®":
        return Reason.COPYRIGHT
    if text[0] == "#" and _TAGS.match(text):
        return Reason.TAG_TAIL
    if text[0].isdigit() and (_COUNT.match(text) or _RATING.match(text)):
        return Reason.SHARE_COUNTS
    is_code = "{" in text or "}" in text or text[-1] == ";"
    if is_code and _SCRIPT.search(text) and not _NO_SCRIPT.search(text):
        return Reason.NAVIGATION
    return None


_SITE_WORDS = {
    prefix + word: reason
    for prefix in ("و", "ل", "ب")
    for word, reason in SITE_WORDS.items()
} | SITE_WORDS


def _notice(line: Line) -> Reason | None:
    """Know a notice that is in no table by what it is about and whom it speaks to.

    It turns to the reader ("your mail", "our channel") or asks something of him, and
    it is about the page itself (app, channel, newsletter, comments); in a short line
    all three are seldom an accident.
    """
    words = line.words
    if words and words[-1] == "هنا" and not PRESSING.isdisjoint(words[-2:]):
        return None if lead_of(words, line.text) else Reason.SUBSCRIPTION
    if _SITE_WORDS.keys().isdisjoint(words):
        return None
    about = [_SITE_WORDS[word] for word in words if word in _SITE_WORDS]
    asks = words[0] in ASKING or words[0] in QUESTIONS or not PRESSING.isdisjoint(words)
    addresses = sum(word in ADDRESSING for word in words)
    weight = 2 * asks + 2 * addresses + min(len(about), 3)
    needed = next(weight for most, weight in _NEEDED if len(words) <= most)
    return about[0] if (asks or addresses) and weight >= needed else None


def _disclaimer(words: list[str]) -> Reason | None:
    """«لا يعبر إلا عن وجهة نظر كاتبه»: whose views these are, in any words."""
    if VIEWERS.isdisjoint(words) or words[0].startswith(("وي", "وت")):
        return None  # «ويتمثل القانون …» goes on with a story
    views = not (EXPRESSING.isdisjoint(words) or VIEWS.isdisjoint(words))
    denies = all(not each.isdisjoint(words) for each in (BEARING, DENYING, PUBLISHED))
    return Reason.COPYRIGHT if views or denies else None
