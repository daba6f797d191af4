"""How the sections of news sites are named: by their words, not by a list of names.

A name is a section's when all its words belong to the vocabulary: «الأخبار السياسية»,
«أخبار عربية ودولية», «اقتصاد وأعمال», «شؤون محلية».
"""

from __future__ import annotations

import re

from articles.corpus.arabic import fold
from articles.corpus.raw_article.page import word_set, words_of

_TOPICS = word_set(
    """
    سياسة سياسي سياسية سياسات محلي محلية محليات عربي عربية عربيات دولي دولية دوليات عالم
    عالمي عالمية عالميات إقليمي إقليمية إقليميات اقتصاد اقتصادي اقتصادية اقتصاديات مال
    أعمال أسواق بورصة بنوك استثمار عقار عقارات عملات نفط طاقة صناعة زراعة تجارة تجاري
    نقل سيارات مواصلات رياضة رياضي رياضية رياضات كرة قدم سلة ملاعب ثقافة ثقافي ثقافية
    ثقافات فن فنون فني فنية أدب آداب كتب شعر سينما مسرح موسيقى مشاهير نجوم دراما تلفزيون
    مجتمع اجتماعي اجتماعية اجتماعيات منوعات منوع متنوع متنوعة متفرقات منوعة طرائف غرائب
    عجائب حياة حياتنا لايف ستايل أسلوب صحة صحي صحية طب طبي طبية علوم علم علمي علمية
    تكنولوجيا تقنية تقنيات تقني اتصالات رقمي انترنت فضاء بيئة بيئي مناخ تعليم تعليمي
    تعليمية جامعات مدارس تربية طلاب شباب مرأة أسرة طفل أطفال عائلة موضة أزياء جمال مطبخ
    سياحة سفر رحلات حوادث حادث قضايا قضاء قضائية محاكم جريمة جرائم عدالة أمن أمني أمنية
    عسكري عسكرية دفاع ميداني رأي آراء مقالات مقال كتاب أعمدة أقلام وجهات نظر تحليل
    تحليلات تحقيقات تحقيق تقارير تقرير حوارات حوار مقابلات مقابلة ملفات ملف دراسات أبحاث
    بحوث وثائق متابعات تغطيات تغطية خاصة خاص دين ديني دينية إسلاميات إسلام فتاوى تاريخ
    تراث آثار ذاكرة وطن وطني وطنية وطنيات داخلي داخلية خارجي خارجية حكومة برلمان برلماني
    نواب انتخابات أحزاب حقوق إنسان حريات لاجئون لاجئين نازحون هجرة مهاجرون مخيمات
    إنسانية إنساني محافظات محافظة ولايات جهات جهوي جهوية جهويات أقاليم مناطق بلديات مدن
    مدينة مغاربي مغاربية مغاربيات خليج خليجي خليجية شام شرق أوسط شمال أفريقيا إفريقيا
    أوروبا آسيا أمريكا أميركا الأمريكتين فيديو صور ميديا إعلام وسائط مرئيات ألبومات
    كاريكاتير إنفوغرافيك بودكاست مجلة وفيات خدمات خدمية طقس أحوال جوية أرصاد نقابات عمال
    وظائف كواليس أسرار ترجمات صحافة صحف دوري دوريات بطولات عرب عجم مجتمعية معيشة معيشي
    أسعار قانون قانونية شؤون شأن الشأن أخبار خبر أنباء نشرة مستجدات أحداث قسم صفحة باب
    زاوية عناوين رئيسية رئيسي مختارات آخر أهم أبرز عامة عام كل يوميات تواصل اجتماعيا
    ترند تريند ناس جاليات مغتربون مغتربين معرفة فكر فلسفة لغة عمران إسكان مياه كهرباء
    بحر موانئ فلسطينية سورية عراقية لبنانية مصرية أردنية تونسية جزائرية مغربية ليبية
    سودانية يمنية سعودية إماراتية كويتية قطرية بحرينية عمانية موريتانية إسرائيلية تركية
    إيرانية أوروبية أمريكية أفريقية آسيوية سوريا عراق لبنان أردن فلسطين مصر سودان ليبيا
    تونس جزائر مغرب يمن إمارات قطر كويت بحرين عمان موريتانيا صومال تركيا إيران إسرائيل
    politics news world sport sports economy business culture health local technology
    science opinion society arab
    """
)

_LABELS = word_set(
    "القسم قسم التصنيف تصنيف الفئة فئة الباب Category Section Categories تصنيفات"
)
_ENGLISH_LABEL = re.compile(r"in\s+(?=[^\sA-Za-z])", re.IGNORECASE)
"""«in رياضة», as themes that were translated by half print it."""


def _bare(word: str) -> str:
    """Drop و and ال before a word of the vocabulary."""
    for prefix in ("", "و", "ال", "وال", "لل", "ب"):
        if word.startswith(prefix) and word[len(prefix) :] in _TOPICS:
            return word[len(prefix) :]
    return word


def is_section(words: list[str]) -> bool:
    """Tell whether the folded words name a section.

    >>> is_section(words_of("الأخبار السياسية")), is_section(words_of("اقتصاد وأعمال"))
    (True, True)
    >>> is_section(words_of("فيضان النهر"))
    False
    """
    if not 1 <= len(words) <= 5:
        return False
    return all(_bare(word) in _TOPICS or word in ("و", "في", "من") for word in words)


def strip_section_label(text: str) -> str | None:
    """Give what follows a section's label and colon: «القسم: محليات»; None without."""
    label, colon, name = text.partition(":")
    if colon and fold(label).strip() in _LABELS and name.strip():
        return name.strip()
    found = _ENGLISH_LABEL.match(text)
    if found and is_section(words_of(text[found.end() :])):
        return text[found.end() :].strip()
    return None
