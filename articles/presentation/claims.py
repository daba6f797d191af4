"""The judgements of claims in words: relations, their grounds, changes, titles."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.corpus import PARSER_VERSION
from articles.corpus.claims import (
    Because,
    Change,
    Comparison,
    Fault,
    FigureChange,
    Relation,
    figure_changes,
    headline_faults,
)
from articles.models import Article

RELATIONS: dict[Relation, str | Promise] = {
    Relation.COMPATIBLE: _("متوافقان"),
    Relation.UPDATE: _("تحديث"),
    Relation.ROUNDING: _("تقريب"),
    Relation.CONFLICT: _("متضاربان"),
    Relation.DIFFERENT: _("عن شيئين"),
}

GROUNDS: dict[Because, str | Promise] = {
    Because.KIND: _("نوع الرقم مختلف"),
    Because.UNIT: _("الوحدة مختلفة"),
    Because.NOUN: _("المعدود أو ما جرى له مختلف"),
    Because.QUALITY: _("صفة المعدود مختلفة"),
    Because.TOPIC: _("موضوع الرقم مختلف"),
    Because.SUBJECT: _("لا كلمات كافية تدل على أنهما عن أمر واحد"),
    Because.PLACE: _("المكان مختلف"),
    Because.FACILITY: _("المنشأة مختلفة"),
    Because.ACTOR: _("الجهة مختلفة"),
    Because.EVENT: _("الحدث مختلف"),
    Because.PERIOD: _("المدة مختلفة"),
    Because.FAR_DATES: _("التاريخان متباعدان"),
    Because.PART: _("أحدهما جزء من كلّ"),
    Because.INCREASE: _("أحدهما زيادة لا مجموع"),
    Because.RATE: _("أحدهما معدل"),
    Because.STANCE: _("أحدهما مؤيد والآخر معارض"),
    Because.FORECAST: _("أحدهما متوقع لم يقع"),
    Because.SAME_VALUE: _("القيمة نفسها"),
    Because.INTERVALS_MEET: _("توجد قيمة يحتملها اللفظان"),
    Because.ROUNDED: _("أحدهما الآخر مقرّبًا إلى أرقامه"),
    Because.LATER_AND_GROWN: _("الأحدث أكبر، والمعدود مما يزيد مع الوقت"),
    Because.SAYS_IT_CHANGED: _("النص نفسه يقول إن الرقم تغيّر"),
    Because.INTERVALS_APART: _("لا قيمة يحتملها اللفظان"),
    Because.OPPOSED_SOURCES: _("المصدران من جهتين تعدّ كل منهما لنفسها"),
    Because.LOWER_LATER: _("الأحدث أصغر"),
}

CHANGES: dict[Change, str | Promise] = {
    Change.VALUE: _("تغيّرت القيمة"),
    Change.LOST_MODIFIER: _("سقط المحدِّد"),
    Change.GAINED_MODIFIER: _("زيد محدِّد"),
    Change.MODIFIER: _("تغيّر المحدِّد"),
    Change.UNIT: _("تغيّرت الوحدة"),
    Change.INTO_HEADLINE: _("انتقل إلى العنوان"),
}

FAULTS: dict[Fault, str | Promise] = {
    Fault.MISSING: _("رقم في العنوان لا يرد في النص"),
    Fault.CONTRADICTED: _("رقم في العنوان يخالفه النص"),
    Fault.LOST_MODIFIER: _("رقم في العنوان يحدّه النص ولا يحدّه العنوان"),
}


def grounds(comparison: Comparison) -> list[str]:
    """Give the grounds of a comparison in words."""
    return [str(GROUNDS[ground]) for ground in comparison.because]


@dataclass(frozen=True, slots=True)
class TitleNote:
    """A number of the title that the body does not bear out, in the words of both."""

    fault: str
    label: str | Promise
    title_words: str
    body_words: str


def title_notes(article: Article) -> list[TitleNote]:
    """Hold the title of an article against its body; a derived title is the body's.

    What the reader of today found faultless when it was stored is not held again.
    """
    if not article.title or article.title_derived:
        return []
    if not article.title_fault and article.parser_version == PARSER_VERSION:
        return []
    faults = headline_faults(article.title, article.body, article.published_on)
    return [
        TitleNote(
            fault.fault.value,
            FAULTS[fault.fault],
            _phrase(article.title, fault.figure.phrase_start, fault.figure.phrase_end),
            _phrase(article.body, fault.body.phrase_start, fault.body.phrase_end)
            if fault.body
            else "",
        )
        for fault in faults
    ]


def _phrase(text: str, start: int, end: int) -> str:
    return text[start:end]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A figure as one copy has it and as the next has it."""

    before: str
    after: str
    labels: tuple[str | Promise, ...]
    after_in_title: bool


def shown_changes(earlier: Article, later: Article) -> list[ShownChange]:
    """Give the figures that changed between two copies of a report, in words."""
    texts = (earlier.title, earlier.body), (later.title, later.body)
    return [_shown(change, *texts) for change in figure_changes(*texts)]


def _shown(
    change: FigureChange, before: tuple[str, str], after: tuple[str, str]
) -> ShownChange:
    ours = before[not change.before_in_title]
    theirs = after[not change.after_in_title]
    return ShownChange(
        _phrase(ours, change.before.phrase_start, change.before.phrase_end),
        _phrase(theirs, change.after.phrase_start, change.after.phrase_end),
        tuple(CHANGES[one] for one in change.changes),
        change.after_in_title,
    )
