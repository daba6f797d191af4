"""Knows the captions of pictures by their owner or by what they begin with."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.corpus.raw_article.outlet_names import is_agency, is_known_outlet
from articles.corpus.raw_article.page import Line, Page, words_key, words_of
from articles.corpus.raw_article.reasons import Reason

_OWNED_PICTURE = re.compile(r"\w.*©[^.!؟]{0,30}\Z")
_CREDIT = re.compile(
    r"[^.]\.\s*(\w[^.]{1,30}?)(?:\s*[-–/]\s*(?:أرشيف|ارشيف)\w{0,2})?\Z"
)
_PHOTOGRAPHER = re.compile(
    r"[(\[]\s*(?:تصوير|عدسة|الصورة|صورة|المصور)\s?[:：/-]?\s?[^()\[\]]{2,40}[)\]]\Z"
)
_OWNER = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]\Z")
_LONGEST_CAPTION = 16
_SHORT_CAPTION = 6
_VIEWS_OF = frozenset({("جانب", "من"), ("صوره", "من"), ("لقطه", "من"), ("مشهد", "من")})


def is_caption(line: Line) -> bool:
    """Know a caption by its owner: «مشهد عام للمرفأ (رويترز)», but no sentence."""
    if line.length > _LONGEST_CAPTION or line.is_closed:
        return False
    is_view = line.length <= _SHORT_CAPTION and tuple(line.words[:2]) in _VIEWS_OF
    if is_view and not line.last_signs:
        return True
    tail = max(0, len(line.text) - 40)
    if _OWNED_PICTURE.search(line.text, tail):
        return True
    if line.text[-1] in ")]" and _PHOTOGRAPHER.search(line.text, tail):
        return True
    if credit := _CREDIT.search(line.text, tail):
        return is_agency(words_of(credit[1]))
    owner = _OWNER.search(line.text, tail)
    return bool(owner and owner.start() and is_agency(words_of(owner[1])))


def cut_doubled_captions(page: Page, first: int) -> None:
    """Cut lines printed twice below the last sentence: a picture's text and caption."""
    lines = [page.lines[at] for at in page.open_lines(first)]
    below: list[Line] = []
    for line in reversed(lines):
        if line.is_closed or line.length > _LONGEST_CAPTION:
            break
        below.append(line)
    for line, twin in pairwise(reversed(below)):
        if line.key == twin.key and line.length > 1 and line is not lines[0]:
            for one in (line, twin):
                if one.open:
                    page.take(one, Reason.PHOTO_CAPTION)


def cut_own_captions(page: Page) -> None:
    """Cut captions whose owner is the outlet itself, once the header has told it."""
    key = words_key(page.found.outlet or "")
    for line in page.lines[1:-1]:
        if not line.open or line.length > _LONGEST_CAPTION or line.is_closed:
            continue
        owner = _OWNER.search(line.text, max(0, len(line.text) - 40))
        if owner and owner.start() and line.length > 2:
            words = words_of(owner[1])
            if is_known_outlet(words) or " ".join(words) == key:
                page.take(line, Reason.PHOTO_CAPTION)
