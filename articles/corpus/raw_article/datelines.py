"""Reads a dateline: «عواصم - (وكالات):», «بيروت - رويترز -», «دمشق، سوريا (CNN) --».

A dateline is a short head of places, agencies, outlets, dates and an author, each set
off by signs, before the first sentence. It is believed when an agency or a known city
is in it and every other piece is short; what it cannot explain stays in the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from articles.corpus.arabic import FoldedText, fold_with_offsets
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import word_set, words_of
from articles.corpus.raw_article.people import is_person
from articles.corpus.raw_article.place_names import is_city, is_country

_LONGEST = 110
_MOST_WORDS = 14
_LONGEST_PIECE = 4
# Pieces end at any of these signs; a lone dash must have a blank on one side.
_SIGN = re.compile(
    r"\s*(?:--+|[–—ـ:：|]|(?<=\s)-|-(?=\s)|[(){}\[\]/\\،,«»\"“”]|-(?=[a-z\u0620-\u064a]))\s*"
)
_SIGNS = re.compile(r"[-–—ـ:：|(){}\[\]/\\،,«»\"“”]")
_TATWEEL_DASH = re.compile(r"(?<=\s)\u0640+(?=\s)")  # ARABIC TATWEEL typed for a dash
_ENDS_HEAD = re.compile(r"--|[-–—ـ:：/)|\]]")
_MONTH_OR_DAY = word_set(
    "كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين الاول الثاني يناير فبراير"
    " مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر جانفي فيفري افريل"
    " ماي جوان جويليه اوت محرم صفر ربيع جمادي الاولي الاخره رجب شعبان رمضان شوال القعده"
    " الحجه ذو ذي"
    " السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه هـ ه م الموافق في يوم اليوم"
)
_FILLERS = word_set(
    "خاص خاصه مراسلنا مراسلتنا مراسل مراسلو متابعات متابعه ومتابعات مكتب و واجنبيه"
)


_SPACED_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class DatelineHead:
    """The dateline at the beginning of a line: ``line[start:end]``, signs included."""

    place: str | None
    agency: str | None
    outlet: str | None
    author: str | None
    start: int
    end: int


class _Piece(NamedTuple):
    start: int
    end: int
    kind: str
    text: str


def find_dateline(text: str) -> DatelineHead | None:
    """Read the dateline a paragraph begins with; None where there is none.

    >>> head = find_dateline("المرفأ - (وكالات): عادت الحركة إلى الميناء.")
    >>> head.place, head.agency, head.end
    ('المرفأ', 'وكالات', 19)
    """
    sign = _SIGNS.search(text, 0, _LONGEST)
    if sign is None or text.count(" ", 0, sign.start()) > _MOST_WORDS:
        return None
    return (
        _find(text[: _LONGEST + 20]) if _ENDS_HEAD.search(text, 0, _LONGEST) else None
    )


@lru_cache(maxsize=128)
def _find(text: str) -> DatelineHead | None:
    folded = fold_with_offsets(_TATWEEL_DASH.sub(_as_dashes, text[:_LONGEST]))
    pieces: list[_Piece] = []
    best: DatelineHead | None = None
    position = 0
    for sign in _SIGN.finditer(folded.text):
        piece = _read_piece(folded, position, sign.start())
        if piece is None:
            break
        if piece.kind != "blank":
            pieces.append(_in_brackets(piece) if ")" in sign.group() else piece)
        position = sign.end()
        if _ENDS_HEAD.search(sign.group()):
            head = _believe(pieces, sign.group(), folded.span(0, position)[1], text)
            best = head or best
    return _with_unsigned_agency(best, folded) if best else None


def _in_brackets(piece: _Piece) -> _Piece:
    """Whoever stands in brackets after a place is the source: «صور (المشكاة) --»."""
    return piece._replace(kind="outlet") if piece.kind == "unknown" else piece


def _as_dashes(found: re.Match[str]) -> str:
    return "-" * len(found.group())


def _with_unsigned_agency(head: DatelineHead, folded: FoldedText) -> DatelineHead:
    """Add an agency that runs into the sentence: «دمشق-سانا أكدت …»."""
    if head.agency or head.outlet:
        return head
    rest = folded.original[head.end :]
    ends = [found.end() for found in islice(_SPACED_WORD.finditer(rest), 3)]
    for end in reversed(ends):
        words = words_of(rest[:end])
        name, end = rest[:end].strip(), head.end + end
        if is_agency(words) and words[0] != "وكاله":
            return replace(head, agency=name, end=end)
        if is_outlet(words) and len(words) > 1:
            return replace(head, outlet=name, end=end)
    return head


def is_bare_dateline(text: str) -> DatelineHead | None:
    """Read a line that is nothing but a dateline: «بيروت - رويترز»."""
    bare = text.rstrip(" :-–—")
    if len(text) > 60 or "|" in text or not _SIGNS.search(bare):
        return None  # a place and its source stand apart by some sign
    head = find_dateline(bare + " : .")
    if head is None or head.end < len(bare):
        return None
    has_source = head.agency or head.outlet or head.author
    return replace(head, end=len(text)) if head.place and has_source else None


def _read_piece(folded: FoldedText, start: int, end: int) -> _Piece | None:
    """Classify the words between two signs; None when they are a sentence's."""
    span = folded.span(start, end)
    text = folded.original[slice(*span)].strip(" .")
    words = words_of(folded.text[start:end])
    if not words:
        return _Piece(*span, "blank", text)
    if words[0] in _FILLERS and is_outlet(words[1:]):
        return _Piece(*span, "outlet", text.split(maxsplit=1)[1])
    kind = _kind(words)
    if words == ["وطنيه"] and start == 0:  # so the Lebanese agency begins
        kind = "agency"
    return _Piece(*span, kind, text) if kind else None


def _kind(words: list[str]) -> str | None:
    if is_agency(words):
        return "agency"
    if is_city(words):
        return "city"
    if all(word.isdigit() or word in _MONTH_OR_DAY for word in words):
        return "date"
    if is_country(words):
        return "country"
    if is_outlet(words):
        return "outlet"
    if any(word in _FILLERS for word in words) and len(words) <= 3:
        return "filler"
    return _other_kind(words)


def _other_kind(words: list[str]) -> str | None:
    dated = [word for word in words if word.isdigit() or word in _MONTH_OR_DAY]
    if dated and is_city(words[: -len(dated)]):
        return "city"
    if dated and dated == words[-len(dated) :] and 0 < len(words) - len(dated) <= 2:
        return "filed"  # «الواحة 10 ديسمبر 2019», a place that no table has
    if is_person(words):
        return "person"
    return "unknown" if len(words) <= _LONGEST_PIECE else None


def _believe(
    pieces: list[_Piece], sign: str, end: int, text: str
) -> DatelineHead | None:
    if not pieces or sum(len(piece.text.split()) for piece in pieces) > _MOST_WORDS:
        return None
    kinds = [piece.kind for piece in pieces]
    if kinds.count("unknown") > 1 or (end < len(text) and not text[end:].strip()):
        return None
    if not _is_believable(kinds, sign, pieces, text[end:]):
        return None
    agency = _first(pieces, "agency")
    place = _place(pieces)
    outlet = _first(pieces, "outlet")
    return DatelineHead(place, agency, outlet, _first(pieces, "person"), 0, end)


def _is_believable(
    kinds: list[str], sign: str, pieces: list[_Piece], rest: str
) -> bool:
    known = set(kinds)
    if "unknown" in known and kinds[0] != "unknown":
        return False
    if "agency" in known:
        return kinds != ["agency"] or _is_set_off(pieces[0], sign, rest)
    if kinds[0] == "filed":
        return known == {"filed", "outlet"} and _ends_firmly(sign)
    if "city" in known and kinds[0] in ("city", "outlet"):
        return bool({"outlet", "filler", "date", "person"} & known) or _ends_firmly(
            sign
        )
    if kinds == ["outlet", "person"]:
        return _ends_firmly(sign)
    return kinds == ["outlet"] and sign.strip() in ("-", "–", "—", "ـ")


def _is_set_off(piece: _Piece, sign: str, rest: str) -> bool:
    """A lone agency is a dateline in brackets, before a dash or a slash."""
    return sign.strip() in (")", "-", "–", "—", "--", "ـ", "/", ":", "]")


def _ends_firmly(sign: str) -> bool:
    return sign.strip() in ("-", "–", "—", "--", "ـ", "/", ":", "|") or "--" in sign


def _place(pieces: list[_Piece]) -> str | None:
    places = ("city", "country", "filed")
    names = [piece.text for piece in pieces if piece.kind in places]
    if not names:
        names = [piece.text for piece in pieces if piece.kind == "unknown"]
    return "، ".join(_without_date(name) for name in names) or None


def _without_date(name: str) -> str:
    kept = [
        word
        for word in name.split()
        if not word.isdigit()
        and words_of(word)[:1]
        and words_of(word)[0] not in _MONTH_OR_DAY
    ]
    return " ".join(kept)


def _first(pieces: list[_Piece], kind: str) -> str | None:
    return next((piece.text for piece in pieces if piece.kind == kind), None)
