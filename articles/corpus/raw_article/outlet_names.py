"""Recognises the names of outlets and news agencies: by table or by their sound."""

from __future__ import annotations

from articles.corpus.raw_article.lexicon.outlets import AGENCIES, OUTLETS
from articles.corpus.raw_article.page import word_set, words_key

_HEAD_WORDS = word_set(
    """
    صحيفه جريده موقع قناه شبكه اذاعه راديو تلفزيون بوابه مجله منصه دوريه
    """
)
# Beside a word with the article these are names of papers: «صدى الميناء», «نبض الريف».
_NAME_WORDS = word_set(
    """
    صدي مراه مرايا نبض صوت منبر مرصد دفتر نداء لسان اضواء جسر مناره نافذه واحه عين افق
    افاق ميزان مدار ضفاف شعاع مشعل رايه لواء شراع سنابل مرسي ملتقي منتدي يوميات اوراق
    رصيف جدار حبر ورقه انباء اخبار نجمه فجر شروق ضحي بيان لغه حديث ناس عالم زمان كل
    """
)
_LAST_WORDS = word_set(
    """
    نيوز برس نت اونلاين تيفي tv fm news press online بوست تايمز ميديا اكسبرس
    بلس لايف ويب ديلي اكسترا سبورت plus live sport
    """
)
_LAST_PAIRS = frozenset({("اون", "لاين"), ("اف", "ام"), ("تي", "في"), ("اي", "نيوز")})


def _keys(table: str) -> frozenset[str]:
    names = table.replace("\n", "|").split("|")
    return frozenset(key for name in names if (key := words_key(name)))


_AGENCY_NAMES = _keys(AGENCIES)
_OUTLET_NAMES = _keys(OUTLETS)


def is_agency(words: list[str]) -> bool:
    """Tell whether the folded words are a news agency's name.

    >>> is_agency(["ا", "ف", "ب"]), is_agency(["وكاله", "انباء", "المرفا"])
    (True, True)
    """
    if " ".join(words) in _AGENCY_NAMES:
        return True
    return len(words) in (2, 3, 4) and words[0] == "وكاله"


def is_known_outlet(words: list[str]) -> bool:
    """Tell whether the folded words are an outlet of the table."""
    return " ".join(words) in _OUTLET_NAMES


def sounds_like_outlet(words: list[str]) -> bool:
    """Tell whether a name says itself that it is an outlet's.

    >>> sounds_like_outlet(["صحيفه", "الشعله"]), sounds_like_outlet(["ساحل", "نيوز"])
    (True, True)
    """
    if not 1 <= len(words) <= 5:
        return False
    if len(words) > 1 and words[0] in _HEAD_WORDS:
        return True
    if len(words) == 2 and words[0] in _NAME_WORDS and words[1].startswith("ال"):
        return True
    if len(words) > 1 and (
        words[-1] in _LAST_WORDS or tuple(words[-2:]) in _LAST_PAIRS
    ):
        return True
    if len(words) == 2 and words[1] in ("24", "360"):
        return True
    return len(words) == 1 and len(words[0]) > 5 and words[0].endswith(("نيوز", "برس"))


def is_outlet(words: list[str]) -> bool:
    """Tell whether the folded words are an outlet, known or by its sound."""
    return is_known_outlet(words) or sounds_like_outlet(words)
