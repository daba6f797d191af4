"""Words that tell the scope of a number: what befell, of what, when, in what sense.

A row is a sense and the words that tell it. Words are compared folded and without the
article and the letters glued before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.corpus.arabic import fold
from articles.corpus.figures.phrases import folded_set

_GLUED = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_SHORTEST = 3


def bare(word: str) -> list[str]:
    """Give a folded word and what is left of it without what may be glued before.

    >>> bare("والحريق")
    ['والحريق', 'حريق', 'الحريق']
    """
    cut = [word.removeprefix(glued) for glued in _GLUED if word.startswith(glued)]
    return [word, *(rest for rest in cut if len(rest) >= _SHORTEST)]


def _senses(rows: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        sense, _, words = row.partition(":")
        table |= {fold(word): sense.strip() for word in words.split()}
    return table


def sense_in(table: dict[str, str], word: str) -> str:
    """Give the sense of a folded word in a table, "" if it has none."""
    for form in bare(word):
        for stem in (form, *_stems(form)):
            if stem in table:
                return table[stem]
    return ""


_ENDINGS = ("وا", "ها", "هم", "هن", "ون", "ين", "ت", "ن", "ا")


def _stems(word: str) -> Iterator[str]:
    """Give what is left of a word without its person and its owner.

    >>> list(_stems("دمرتها")), list(_stems("يخطف"))
    (['دمرت', 'دمر'], ['خطف'])
    """
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
            if stem.endswith("ت") and len(stem) > _SHORTEST:
                yield stem[:-1]
            break
    if word[0] in "يت" and len(word) > _SHORTEST:
        yield word[1:]
        yield word[1:].removesuffix("ون")


DEEDS = _senses(
    """
dead: قتيل قتلى قتيلا مقتل قتل قتلت قتلوا يقتل تقتل قاتلا مصرع مصرعه مصرعهم مصرعها
dead: اغتيال اغتيل استشهاد استشهد استشهدوا شهيد شهداء ضحية ضحايا وفاة وفيات توفي توفيت
dead: توفوا متوفين متوفى أودى أودت يودي قضوا قضى لقي لقوا حتفهم حتفه غرق غرقوا غرقى
dead: مات ماتوا موت إعدام أعدم أعدمت نفق نفقت نفوق
hurt: جريح جرحى إصابة أصيب أصيبت أصيبوا أصابت إصابات مصاب مصابين مصابون جرح جرحوا جرحت
hurt: بجروح مصابا
ill: عدوى
healed: شفاء تعافي تعافى تعافوا شفي شفوا متعاف متعافين
displaced: نازح نازحين نازحون نزوح نزح نزحوا نزحت تشريد تشرد شرد شردت مشرد مشردين تهجير
displaced: هجر هجرت هجروا مهجر مهجرين
fled: فر فروا فرار هرب هربوا هروب لجأ لجأوا
left: غادر غادرت غادروا مغادرة رحيل رحل ترحيل رحلت أبعدت
came: وصل وصلوا وصول قدم قدموا استقبل استقبلت استقبال دخل دخلوا دخلت
returned: عائد عائدين عاد عادوا عودة عادت
held: معتقل معتقلين معتقلون اعتقال اعتقل اعتقلت اعتقلوا توقيف أوقف أوقفت احتجاز احتجز
held: احتجزت محتجز محتجزين ضبط ضبطت القبض قبض سجين سجناء موقوف موقوفين أسر أسرت
freed: إفراج أفرج أفرجت سراح أطلقت إخلاء_سبيل تحرير حرر حررت
kidnapped: خطف خطفت اختطف اختطاف اختطفت مخطوف مختطف مخطوفين مختطفين
missing: مفقود مفقودين مفقودون فقدان فقد فقدوا فقدت
rescued: إنقاذ أنقذ أنقذت أنقذوا ناج ناجين نجا نجوا
evacuated: إجلاء أجلي أجلت أجلى
demonstrated: تظاهر تظاهروا تظاهرت متظاهر متظاهرين محتج محتجين
voted: صوت صوتوا صوتت أدلى أدلوا اقترع
convicted: حكم حكمت أدين أدانت إدانة
acquitted: برأ برأت براءة
destroyed: تدمير دمر دمرت دمار تدمر مدمر مدمرة هدم هدمت
damaged: تضرر تضررت متضرر متضررة متضررين
repaired: ترميم رمم رممت إصلاح أصلح أصلحت تأهيل صيانة
built: بناء بنى بنيت بنت إنشاء أنشأت أنشئ تشييد شيدت
closed: إغلاق أغلق أغلقت مغلقة إقفال
opened: افتتاح افتتح افتتحت
lost_work: تسريح سرح سرحت فصلت
hired: توظيف وظف وظفت تعيين عين عينت
vaccinated: تطعيم تلقيح تلقى تلقوا طعم ملقح
needs: يحتاج تحتاج يحتاجون بحاجة حاجة
planted: زراعة زرع زرعت غرس غرست
cut: قطع قطعت اقتلاع اقتلعت
sold: بيع باع باعت مبيعات
bought: شراء اشترى اشترت
shot: إسقاط أسقط أسقطت
launched: شن شنت إطلاق_صاروخ
graduated: تخرج تخرجوا خريج خريجين
enrolled: التحق التحقوا تسجيل_طلاب انضم انضموا
failed: رسب رسبوا
passed: نجح نجحوا
struck: أضرب أضربت إضراب أضربوا
took_part: شارك شاركت شاركوا مشاركا
"""
)
"""What befell or was done."""

PERSONS = folded_set("شخص فرد انسان نسمه آخر انفس نفس ضحيه")
"""Nouns that leave open who it was."""

CAUSES = _senses(
    """
fire: حريق حرائق احتراق نيران
blast: انفجار انفجارات تفجير تفجيرات عبوة ناسفة مفخخة انتحاري
bombing: قصف غارة غارات ضربة ضربات صاروخ قذائف
quake: زلزال هزة زلازل
flood: فيضان فيضانات سيول سيل أمطار
traffic: سير مرور تصادم اصطدام انقلاب دهس حافلة حافلتين
clashes: اشتباك اشتباكات معارك مواجهات
shooting: رصاص رصاصه إطلاق_نار مسلح
sinking: غرق قارب عبارة مركب
collapse: انهيار
storm: عاصفة إعصار
avalanche: انهيارات ثلجي
plane: طائرة تحطم
cholera: كوليرا
virus: كورونا فيروس
fever: حمى انفلونزا إنفلونزا ملاريا
poison: تسمم
heat: حر قيظ
stampede: تدافع
mine: منجم لغم ألغام
"""
)
"""What it was by: two of them are two events."""

TOPICS = _senses(
    """
deficit: عجز
budget: ميزانية موازنة
debt: دين ديون مديونية
loan: قرض قروض
price: سعر أسعار ثمن
cost: كلفة تكلفة تكاليف
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
length: طول طوله طولها
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
storage: مخزون تخزين
occupancy: إشغال
distance: مسافة بعد
fine: غرامة
"""
)
"""What a sum, a share or a measure is of."""

VOLATILE = frozenset({"price", "heat", "humidity"})
"""What differs from day to day: claims of two days are of two times."""

STATES = frozenset({"displaced", "demonstrated", "held", "missing", "kidnapped"})
"""What people already are when something befalls them: «عاد 12 ألف نازح»."""

FACILITIES = folded_set(
    "مدرسة جامعة مستشفى سجن مخيم مصنع سوق مطار ميناء ملعب فندق مسجد كنيسة حديقة متحف"
    " منجم محطة مطعم مزرعة قاعدة معسكر"
)
"""Where it may have been: one is not another."""

GROWING = frozenset(
    {
        "dead",
        "hurt",
        "ill",
        "displaced",
        "fled",
        "kidnapped",
        "missing",
        "held",
        "rescued",
        "destroyed",
    }
    | {"damaged", "vaccinated", "returned", "freed", "closed"}
)
"""What a later count has more of, the event being one."""

RISEN = folded_set(
    "ارتفع ارتفعت ارتفاع يرتفع ترتفع ازداد ازدادت زادت صعد صعدت قفز قفزت تزايد ليرتفع"
    " لترتفع رفع رفعت ترفع يرفع ليصل لتصل"
)
FALLEN = folded_set(
    "انخفض انخفضت انخفاض تراجع تراجعت هبط هبطت هبوط تقلص تقلصت خفض خفضت تخفض"
    " ينخفض تنخفض لينخفض نزل"
)
REVISED = folded_set(
    "عدل عدلت تعديل مراجعة راجع راجعت صحح صححت تصحيح محدث محدثة جديدة حدثت"
)
PARTS = folded_set(
    "بينهم بينها بينهن منهم منها منهن ضمنهم ضمنها بينهما وبينهم وبينها ومنهم ومنها"
)
OTHERS = folded_set(
    "آخر آخرون آخرين أخرى أخر إضافي إضافية إضافيا إضافيين جديد جديدة جدد جديدا"
)
INCREASES = folded_set("بزيادة زيادة بانخفاض بارتفاع بفارق")
FORECASTS = folded_set(
    "يتوقع تتوقع متوقع المتوقع توقع توقعت توقعات يستهدف تستهدف مستهدف تعتزم يعتزم"
    " تخطط يخطط المقرر سوف المرجح مرشح"
    " تسعى يسعى تأمل يأمل يهدف تهدف المزمع"
)
SINCE = folded_set("منذ")
ACCORDING = folded_set(
    "وفق وفقا حسب بحسب قال قالت أعلن أعلنت أكد أكدت ذكر ذكرت أفاد أفادت أوضح أوضحت"
    " أضاف أضافت نقل نقلت عن صرح صرحت بيان أوردت لفت أشار أشارت كشف كشفت"
)
PERIODS = _senses(
    """
last: ماضي ماضية فائت فائتة منصرم منصرمة سابق سابقة
this: جاري جارية حالي حالية
next: مقبل مقبلة قادم قادمة
"""
)
ORDINALS = _senses(
    """
first: أول أولى
second: ثاني ثانية
third: ثالث ثالثة
fourth: رابع رابعة
last: أخير أخيرة
"""
)
EXCEEDED = folded_set(
    "تجاوز تجاوزت يتجاوز تتجاوز تخطى تخطت يتخطى تتخطى فاق فاقت يفوق تفوق تعدى تعدت"
    " يتعدى تتعدى يتعد تتعد"
)
EXCEEDED_ON = folded_set("يزيد تزيد زاد زادت يزد تزد يربو تربو")
REACHED = folded_set("قارب قاربت يقارب تقارب ناهز ناهزت يناهز تناهز")
FELL_SHORT = folded_set("يقل تقل قل قلت")
NEGATIONS = folded_set("لا لم لن ولا ولم ولن ألا بما_لا")
SPANS = folded_set(
    "يوم أسبوع شهر عام سنة موسم فصل ربع نصف ساعات ساعة أيام أشهر أسابيع سنوات عامين"
    " يومين شهرين أسبوعين"
)

SOURCES = _senses(
    """
state: وزارة وزير حكومة حكومي رسمي رسمية شرطة جيش سلطات محافظ رئيس ناطق مسؤول
state: مسؤولون أمن داخلية دفاع مدني صحة مستشفى مستشفيات طبي طبية إسعاف إطفاء بلدية
state: محافظة مديرية ولاية
activists: ناشط ناشطون ناشطين نشطاء مرصد معارضة معارض تنسيقية تنسيقيات شبكة
activists: نقابة نقابات منظمون
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
