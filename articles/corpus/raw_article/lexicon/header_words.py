"""Words of header lines that belong to no field: badges, clocks, numbers of issues."""

from __future__ import annotations

from articles.corpus.raw_article.page import word_set
from articles.corpus.raw_article.reasons import Reason

BADGES: dict[Reason, str] = {
    Reason.METADATA: """
        عاجل
        خبر عاجل
        خاص
        خاص بنا
        حصري
        حصريا
        متجدد
        محدث
        تحديث
        جديد
        بالفيديو
        بالصور
        بالصور والفيديو
        بالفيديو والصور
        فيديو وصور
        بالصوت والصورة
        فيديو
        صور
        Breaking
        Breaking news
        Exclusive
        آخر تحديث…
        تم التحديث…
        تم تعديل…
        تاريخ النشر…
        تاريخ التحديث…
        نشر قبل…
        نشر منذ…
        منذ # ساعة
        منذ # ساعات
        منذ # دقيقة
        منذ # دقائق
        منذ # يوم
        منذ # يوما
        منذ # أيام
        منذ # أسابيع
        منذ # أشهر
        منذ # سنوات
        منذ ساعة
        منذ ساعتين
        منذ يوم
        منذ يومين
        منذ أسبوع
        منذ أسبوعين
        منذ شهر
        منذ شهرين
        منذ سنة
        منذ سنتين
        قبل # ساعات
        قبل # ساعة
        قبل # دقيقة
        قبل # دقائق
        قبل # أيام
        قبل # يوم
        قبل ساعة
        قبل ساعتين
        قبل يوم
        قبل يومين
        كود الخبر…
        رقم الخبر…
        رمز الخبر…
        رقم العدد…
        العدد:…
        العدد #
        # days ago
        # hours ago
    """,
}

CLOCK_WORDS = word_set(
    "ص م صباحا مساء ظهرا ليلا فجرا الساعه ساعه بتوقيت توقيت غرينتش جرينتش غرينيتش gmt"
    " utc gst am pm ast المحلي محلي مكه المكرمه هـ ه الموافق"
)

# What stands before a stamp beside the usual labels: «تم نشره», «حُرِّر», «أُضيف في».
MORE_STAMP_LABELS = word_set(
    "تم نشره نشرها نشرت أضيف أضيفت حرر حررت كتب بتاريخ على في"
    " سبت أحد اثنين إثنين ثلاثاء أربعاء خميس جمعة"
)

PUBLISHING = word_set("نشر نشرت نشره نشرها النشر أضيف أضيفت حرر حررت كتب published")

# With these before its date a line is a headline: «أهم عناوين السبت 4 فيفري 2017».
ROUNDUP_WORDS = word_set("أبرز أهم آخر أحداث عناوين حصاد جولة نشرة كل")
DESKS = word_set("محرر محررة المحرر المحررة مندوب مندوبة موفد موفدة")
"""Who signs for a desk of the paper, without a name."""
