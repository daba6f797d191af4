"""Words that only folding makes a number: «كمية» is no «كـ + مئة», «أثنى» no «اثنا».

Folding drops the hamza that tells them apart, so they keep their letters.
"""

from __future__ import annotations

from collections.abc import Callable

from articles.corpus.arabic import fold, strip_marks

_SHADDA = "\u0651"  # ARABIC SHADDA


def _without_hamza_on_ya(written: str) -> bool:
    return "ئ" not in written and "ا" not in written[:-2]


def _with_hamza_on_alef(written: str) -> bool:
    return "أ" in written


def _with_hamza_after_lam(written: str) -> bool:
    return "لأ" in written


def _with_final_ya(written: str) -> bool:
    return strip_marks(written).endswith("ي")


# written words that fold to a number: when they are none
_RULES: dict[Callable[[str], bool], str] = {
    _without_hamza_on_ya: (
        "كمية وكمية بكمية لكمية كميات وكميات بكميات لمية بمية ميتا ميتان ميتين ميتي"
        " الميتان الميتين وميتا والميتين ميات"
    ),
    _with_hamza_on_alef: "أثنى وأثنى فأثنى وأحد فأحد بأحد كأحد لأحد",
    _with_hamza_after_lam: "الأف بالأف",
    _with_final_ya: "الأولي للأولي والأولي بالأولي",
    lambda written: _SHADDA in written: "ألّف وألّف",
}
SUSPECTS = {
    fold(word): rule for rule, words in _RULES.items() for word in words.split()
}
_TEN = ("عشر", "عشره")


def plain_word(folded: str, written: str, following: str = "") -> str:
    """Give the folded word, or one that no table knows where folding misleads.

    >>> plain_word(fold("كمية"), "كمية"), plain_word(fold("مئتا"), "مئتا")
    ('كمية\u0640', 'ميتا')
    """
    rule = SUSPECTS.get(folded)
    if rule is None or not rule(written):
        return folded
    if following in _TEN:  # «وأحد عشر» hides its و from «واحد»; «وإحدى» doesn't
        return fold("وإحدى") if folded == fold("واحد") else folded
    return written + "\u0640"  # ARABIC TATWEEL: no table has it
