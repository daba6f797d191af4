"""How a number stands in time and to its bounds: risen, foretold, since, exceeded."""

from __future__ import annotations

from articles.corpus.claims.lexicon.forms import senses
from articles.corpus.figures.phrases import folded_set

RISEN = folded_set(
    "ارتفع ارتفعت ارتفاع يرتفع ترتفع ازداد ازدادت زاد زادت صعد صعدت قفز قفزت تزايد"
    " تزايدت ازدياد تضاعف تضاعفت ليرتفع لترتفع رفع رفعت ترفع يرفع ليصل لتصل"
)
FALLEN = folded_set(
    "انخفض انخفضت انخفاض تراجع تراجعت هبط هبطت هبوط تقلص تقلصت خفض خفضت تخفض"
    " ينخفض تنخفض لينخفض نزل نزلت انحسر انحسرت تدنى تدنت تقلص تناقص تناقصت انكمش انكمشت"
)
REVISED = folded_set(
    "عدل عدلت تعديل مراجعة راجع راجعت صحح صححت تصحيح محدث محدثة جديدة حدثت"
)
BECAME = folded_set("بات باتت أصبح أصبحت صار صارت غدا غدت ليبلغ لتبلغ امتد امتدت")
"""What a number has become: a later one is a new state."""
SO_FAR = folded_set("حتى لغاية")
NOW = folded_set("الآن اليوم اللحظة الساعة أمس")
INCREASES = folded_set("بزيادة زيادة بانخفاض بارتفاع بفارق بمقدار")
FORECASTS = folded_set(
    "يتوقع تتوقع متوقع المتوقع توقع توقعت توقعات يستهدف تستهدف مستهدف تعتزم يعتزم"
    " تخطط يخطط المقرر سوف المرجح مرشح"
    " تسعى يسعى تأمل يأمل يهدف تهدف المزمع مقرر مرتقب المرتقب منتظر المنتظر ينتظر"
    " مفترض المفترض ينوي تنوي"
    " طالب طالبت يطالب تطالب اقترح اقترحت يقترح وعد وعدت يعد دعا دعت"
    " يتسع تتسع يستوعب تستوعب"
)
SINCE = folded_set("منذ")
PERIODS = senses(
    """
last: ماضي ماضية فائت فائتة منصرم منصرمة سابق سابقة
this: جاري جارية حالي حالية
next: مقبل مقبلة قادم قادمة
"""
)
ORDINALS = senses(
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
