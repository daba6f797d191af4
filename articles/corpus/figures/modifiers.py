"""Words that bound a number: «أكثر من»، «ما لا يقل عن»، «لا تتجاوز قيمتها» …

Fixed phrases stand right before the number, or after it. Verbs may stand up to two
words away, and a negation turns them over: «تجاوز» is more, «لا يتجاوز» at most.
«بلغ» and «وصل إلى» report a number and bound nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.figure import Modifier
from articles.corpus.figures.phrases import PhraseTable, folded_set, folded_words
from articles.corpus.figures.source import Source

_BEFORE = {
    Modifier.MORE_THAN: (
        "أكثر من | أزيد من | أكبر من | أعلى من | فوق | ما فوق | أكثر عن | ما ينيف على"
    ),
    Modifier.LESS_THAN: "أقل من | أدنى من | دون | ما دون | تحت | أصغر من | أقل عن",
    Modifier.AT_LEAST: (
        "بحد أدنى | كحد أدنى | على الأقل | ليس أقل من | لا أقل من | بما لا يقل عن"
    ),
    Modifier.AT_MOST: "بحد أقصى | كحد أقصى | على الأكثر | ليس أكثر من | لا أكثر من",
    Modifier.UP_TO: "ما يصل إلى | حتى | بحدود أقصاها",
    Modifier.ABOUT: (
        "نحو | حوالي | حولي | قرابة | زهاء | بحدود | في حدود | حدود | ما يقرب من"
        " | ما يقارب من | تقريبا | بالتقريب | ما قيمته | ما يعادل | ما بحدود | قريب من"
    ),
    Modifier.NEARLY: "ما يكاد | يكاد يبلغ",
}
_AFTER = {
    Modifier.AT_LEAST: (
        "على الأقل | كحد أدنى | بحد أدنى | فأكثر | وما فوق | فما فوق | أو أكثر"
    ),
    Modifier.AT_MOST: "على الأكثر | كحد أقصى | بحد أقصى | فأقل | أو أقل | فما دون",
    Modifier.ABOUT: "تقريبا | على وجه التقريب",
    Modifier.MORE_THAN: "ونيف | ونيفا | ويزيد",
}


class Turn(NamedTuple):
    """What a verb says of its number, plainly and under a negation."""

    plain: Modifier
    negated: Modifier
    prepositions: frozenset[str]


def _turn(plain: Modifier, negated: Modifier, prepositions: str = "") -> Turn:
    return Turn(plain, negated, frozenset(fold(prepositions).split()))


_MORE = _turn(Modifier.MORE_THAN, Modifier.AT_MOST)
_MORE_ON = _turn(Modifier.MORE_THAN, Modifier.AT_MOST, "على عن عليه")
_LESS = _turn(Modifier.LESS_THAN, Modifier.AT_LEAST, "عن")
_ABOUT = _turn(Modifier.ABOUT, Modifier.ABOUT)
_ABOUT_FROM = _turn(Modifier.ABOUT, Modifier.ABOUT, "من")
_REACH = _turn(Modifier.UP_TO, Modifier.AT_MOST, "إلى ل")

_VERBS = {
    fold(verb): turn
    for turn, verbs in (
        (_MORE, "تجاوز تجاوزت يتجاوز تتجاوز متجاوزا متجاوزة تخطى تخطت يتخطى تتخطى"),
        (
            _MORE,
            "يتخط تتخط يفوق تفوق فاق فاقت تتعدى يتعدى يتعد تتعد تعدى تعدت جاوز جاوزت",
        ),
        (
            _MORE_ON,
            "يزيد تزيد يزد تزد زاد زادت يربو تربو يزيدون يزدن ينوف تنوف ينيف أربى",
        ),
        (_LESS, "يقل تقل يقلون قل قلت"),
        (_ABOUT, "ناهز ناهزت يناهز تناهز قارب قاربت يقارب تقارب مقاربا يناهزون"),
        (_ABOUT_FROM, "يقرب تقرب يقترب تقترب اقترب اقتربت"),
        (_REACH, "يصل تصل"),
    )
    for verb in verbs.split()
}
_VERBS |= {  # «لايتجاوز», written as one
    fold("لا") + verb: turn._replace(plain=turn.negated)
    for verb, turn in _VERBS.items()
    if verb[0] in "يت"
}
_VERB_FORMS = frozenset(clitic + verb for verb in _VERBS for clitic in ("", "و", "ف"))
_NEGATIONS = folded_set("لا لم لن ألا ولا ولم ولن فلا فلم فلن وألا بألا")
_OPENERS = folded_set("ما بما مما وما لما")
_FILLERS = folded_set("سن عمر حاجز عتبة سقف مبلغ نسبة مستوى حدود حد معدل مسافة مدة")
_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
_REACHABLE = 2  # words between the verb and its number
_REACHABLE_OF_SUBJECT = 4  # «يتجاوز عدد هذه المساكن حاليا 2800»
_SUBJECTS = folded_set(
    "عدد عددها عددهم قيمة سعر ثمن كلفة تكلفة كلفته مجموع إجمالي مساحة طول عمر حجم وزن"
    " معدل نسبة راتب دخل معلوم"
)


class Found(NamedTuple):
    """A modifier and where it stands: tokens ``[at:end]``, text from ``start``."""

    modifier: Modifier
    at: int
    end: int
    start: int


def _phrases(table: dict[Modifier, str]) -> list[tuple[str, Modifier]]:
    return [(p.strip(), mod) for mod, row in table.items() for p in row.split("|")]


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], Modifier]]]:
    """Index the fixed phrases by their last word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Modifier]]] = {}
    for phrase, modifier in _phrases(_BEFORE):
        words = folded_words(phrase)
        index.setdefault(words[-1], []).append((words, modifier))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


_ENDING_IN = _by_last_word()
_SINGLE = {
    clitic + last: last
    for last, rows in _ENDING_IN.items()
    if any(len(words) == 1 for words, _ in rows)
    for clitic in _CLITICS
    if clitic + last not in ("بدون", "ودون", "فوق", "لفوق", "فتحت")  # «فتحت 5 مراكز»
} | {fold("فوق"): fold("فوق"), fold("ودون"): fold("دون")}
AFTER = PhraseTable(_phrases(_AFTER))


def modifier_before(source: Source, at: int) -> Found | None:
    """Find the modifier of a number that begins at token ``at``, clitics included."""
    last = at - 1
    if last < 0 or not source.same_line(at):
        return None
    if source.words[last] in _FILLERS and last > 0:
        last -= 1
    fixed = _fixed_phrase(source, last)
    return fixed or _verb_before(source, at)


def _fixed_phrase(source: Source, last: int) -> Found | None:
    word = source.words[last]
    for words, modifier in _ENDING_IN.get(_SINGLE.get(word, word), ()):
        first = last - len(words) + 1
        if first < 0 or tuple(source.words[first + 1 : last + 1]) != words[1:]:
            continue
        clitic = _clitic_length(source.words[first], words[0])
        if clitic is not None:
            start = source.after_letters(first, clitic)
            return Found(modifier, first, last + 1, start)
    return None


def _clitic_length(word: str, bare: str) -> int | None:
    if word.endswith(bare) and word[: len(word) - len(bare)] in _CLITICS:
        return len(word) - len(bare)
    return None


def _verb_before(source: Source, at: int) -> Found | None:
    first = max(at - 2 - _REACHABLE_OF_SUBJECT, 0)
    if _VERB_FORMS.isdisjoint(source.words[first:at]):
        return None
    place = at - 1
    while source.kind(place) == "word" and source.same_line(place + 1):
        word = source.words[place]
        turn = _VERBS.get(word) or _VERBS.get(word[1:] if word[0] in "وف" else "")
        if turn is not None:  # at the latest at the verb that stands among them
            return _verb_phrase(source, place, at, turn)
        place -= 1
    return None


def _verb_phrase(source: Source, verb: int, at: int, turn: Turn) -> Found | None:
    between = source.words[verb + 1 : at]
    if turn.prepositions:
        if not between or between[-1] not in turn.prepositions:
            return None
        between = between[:-1]
    most = _REACHABLE
    if between and between[0] in _SUBJECTS:
        most = _REACHABLE_OF_SUBJECT
    if len(between) > most or any(word in _STRANGERS for word in between):
        return None
    negated = source.word(verb - 1) in _NEGATIONS
    first = verb - negated
    first -= source.word(first - 1) in _OPENERS
    opener = source.words[first]
    joins = first == verb and opener not in _VERBS
    start = source.after_letters(first, 1 if joins else 0)
    return Found(turn.negated if negated else turn.plain, first, at, start)


_STRANGERS = folded_set("في من إلى على عن مع خلال بعد قبل أن إن التي الذي و أو ثم")


def modifier_after(source: Source, at: int) -> Found | None:
    """Find a modifier that follows the number or its noun: «على الأقل»، «ونيف»."""
    if not source.same_line(at):
        return None
    found = AFTER.at(source.words, at)
    if found is None:
        return None
    end, modifier = found
    return Found(modifier, at, end, source.tokens[at].start)
