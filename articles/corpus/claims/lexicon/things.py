"""Whom or what a number is of, and where."""

from __future__ import annotations

from articles.corpus.claims.lexicon.forms import senses
from articles.corpus.figures.phrases import folded_set

PERSONS = folded_set("شخص فرد انسان نسمه آخر انفس نفس ضحيه ساكن سكان")
"""Nouns that leave open who it was."""

TOPICS = senses(
    """
deficit: عجز
budget: ميزانية موازنة
debt: دين ديون مديونية
loan: قرض قروض
price: سعر أسعار ثمن
cost: كلف كلفت كلفة تكلفة تكاليف
loss: خسائر خسارة أضرار خسر خسرت
profit: أرباح ربح ربحت
revenue: إيرادات عائدات مداخيل دخل
exports: صادرات تصدير صدرت تصدر صدر
imports: واردات استيراد استوردت استورد تستورد
output: إنتاج أنتجت أنتج تنتج ينتج
consumption: استهلاك استهلكت تستهلك يستهلك
spending: إنفاق أنفقت أنفق نفقات
unemployment: بطالة
inflation: تضخم
growth: نمو
turnout: مشاركة إقبال
poverty: فقر
illiteracy: أمية
wage: راتب رواتب أجر أجور مرتب
aid: مساعدات معونة معونات منحة تبرعات
investment: استثمار استثمارات
length: طول طوله طولها مسافة
area: مساحة مساحته مساحتها
depth: عمق عمقه
height: ارتفاعه ارتفاعها علو
speed: سرعة سرعتها
weight: وزن وزنه
heat: حرارة
reserve: احتياطي احتياطيات
capacity: طاقة سعة قدرة
magnitude: قوة قوته بقوة ريختر
share: حصة
success: نجاح
repetition: رسوب
humidity: رطوبة
harvest: محصول حصاد
storage: مخزون تخزين منسوب
occupancy: إشغال
fine: غرامة
"""
)
"""What a sum, a share or a measure is of."""

VOLATILE = frozenset({"price", "heat", "humidity"})
"""What differs from day to day: claims of two days are of two times."""

FACILITIES = folded_set(
    "مدرسة جامعة مستشفى سجن مخيم مصنع سوق مطار ميناء ملعب فندق مسجد كنيسة حديقة متحف"
    " منجم محطة مطعم مزرعة قاعدة معسكر"
)
"""Where it may have been: one is not another."""

PARTS = folded_set(
    "بينهم بينها بينهن منهم منها منهن ضمنهم ضمنها بينهما وبينهم وبينها ومنهم ومنها"
    " ارتدادية ارتدادي"
)

OTHERS = folded_set(
    "آخر آخرون آخرين أخرى أخر إضافي إضافية إضافيا إضافيين جديد جديدة جدد جديدا"
)
STANCES = senses(
    """
for: لصالح مؤيد مؤيدون مؤيدين أيد أيدت أيدوا يؤيد يؤيدون وافق وافقوا
against: ضد معارض معارضين عارض عارضت عارضوا يعارض يعارضون رفض رفضوا رافض رافضين
"""
)
"""On which side of a question the counted stand."""
