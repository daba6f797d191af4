"""Who speaks, and the words that say so."""

from __future__ import annotations

from articles.corpus.claims.lexicon.forms import senses
from articles.corpus.figures.phrases import folded_set

ACCORDING = folded_set(
    "وفق وفقا حسب بحسب قال قالت أعلن أعلنت أكد أكدت ذكر ذكرت أفاد أفادت أوضح أوضحت"
    " أضاف أضافت نقل نقلت عن صرح صرحت بيان أوردت لفت أشار أشارت كشف كشفت"
    " قدر قدرت يقدر تقدر أحصى أحصت تحدث تحدثت يرى ترى تقول يقول أظهر أظهرت رصد رصدت"
)
BY = folded_set("وفق وفقا حسب بحسب حسبما نقلا")
"""Behind them stands who speaks."""

SOURCES = senses(
    """
state: وزارة وزير حكومة حكومي رسمي رسمية شرطة جيش سلطات محافظ رئيس ناطق مسؤول
state: مسؤولون أمن داخلية دفاع مدني صحة مستشفى مستشفيات طبي طبية إسعاف إطفاء بلدية
state: محافظة مديرية ولاية
activists: ناشط ناشطون ناشطين نشطاء مرصد معارضة معارض تنسيقية تنسيقيات شبكة
activists: نقابة نقابات منظمون حقوقية حقوقي حقوقيون حقوقيين
witnesses: شهود شاهد سكان أهالي أهال محليون مواطنون ناجون
un: أمم متحدة مفوضية يونيسف أوتشا صليب هلال
company: شركة إدارة مؤسسة مصنع
"""
)
"""What sort of source a claimant is, by the first of the words that tells."""

OPPOSED = frozenset(
    {
        frozenset({"state", "activists"}),
        frozenset({"state", "witnesses"}),
        frozenset({"company", "activists"}),
        frozenset({"company", "state"}),
        frozenset({"un", "state"}),
    }
)
"""Sorts of sources that count apart: a later, higher number of the other side is no
update of this one's."""
