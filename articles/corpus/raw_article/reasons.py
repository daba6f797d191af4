"""Why a stretch of a raw text is not part of its article, in words for the reader."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a stretch was cut, or (in a doubt) why it might have been."""

    TITLE_REPEATED = "header_title_repeated"
    METADATA = "metadata_line"
    REPEATED_PARAGRAPH = "repeated_paragraph"
    SIGNATURE = "signature"
    EDITOR_INITIALS = "editor_initials"
    RELATED_LINK = "related_link"
    OTHER_ARTICLE = "other_article"
    TAG_TAIL = "tag_tail"
    COOKIE_NOTICE = "cookie_notice"
    SUBSCRIPTION = "subscription"
    SHARE_COUNTS = "share_counts"
    READING_TIME = "reading_time"
    PHOTO_CAPTION = "photo_caption"
    MEDIA_PLAYER = "media_player"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    ADVERTISEMENT = "advertisement"
    BARE_LINK = "bare_link"
    ORNAMENT = "ornament"
    OUTLET_RULE = "outlet_rule"
    RETURNING = "returning_line"
    CONTROL_CHARACTER = "control_character"
    # Doubts only: the stretch was kept.
    SUBTITLE = "subtitle"
    SHORT_LINE = "short_line"
    NEAR_REPEAT = "near_repeat"
    DAMAGED_LETTERS = "damaged_letters"


REASON_LABELS: dict[Reason, str] = {
    Reason.TITLE_REPEATED: "عنوان مكرر",
    Reason.METADATA: "سطر بيانات",
    Reason.REPEATED_PARAGRAPH: "فقرة مكررة",
    Reason.SIGNATURE: "توقيع المصدر",
    Reason.EDITOR_INITIALS: "رمز المحرر",
    Reason.RELATED_LINK: "رابط لموضوع آخر",
    Reason.OTHER_ARTICLE: "مقال آخر",
    Reason.TAG_TAIL: "ذيل الوسوم",
    Reason.COOKIE_NOTICE: "إشعار ملفات الارتباط",
    Reason.SUBSCRIPTION: "دعوة إلى الاشتراك أو المتابعة",
    Reason.SHARE_COUNTS: "أزرار المشاركة وعداداتها",
    Reason.READING_TIME: "مدة القراءة",
    Reason.PHOTO_CAPTION: "تعليق صورة",
    Reason.MEDIA_PLAYER: "مشغل صوت أو فيديو",
    Reason.NAVIGATION: "قائمة تصفح",
    Reason.COMMENTS: "تعليقات القراء",
    Reason.COPYRIGHT: "حقوق النشر",
    Reason.ADVERTISEMENT: "إعلان",
    Reason.BARE_LINK: "رابط مجرد",
    Reason.ORNAMENT: "فاصل زخرفي",
    Reason.OUTLET_RULE: "قاعدة خاصة بالمصدر",
    Reason.RETURNING: "يتكرر في مقالات المصدر",
    Reason.CONTROL_CHARACTER: "محرف تحكم غير مرئي",
    Reason.SUBTITLE: "لعله عنوان فرعي",
    Reason.SHORT_LINE: "سطر قصير لا يشبه ما حوله",
    Reason.NEAR_REPEAT: "فقرة تكاد تكرر غيرها",
    Reason.DAMAGED_LETTERS: "أحرف تالفة",
}
"""The reason as the reader sees it; the archive's pages pass it through gettext."""


class Rejection(StrEnum):
    """Why a whole text is no article."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_ARABIC = "not_arabic"
    ONLY_BOILERPLATE = "only_boilerplate"


REJECTION_MESSAGES: dict[Rejection, str] = {
    Rejection.EMPTY: "النص فارغ.",
    Rejection.TOO_LONG: "النص أطول من الحد المسموح به للمقال الواحد.",
    Rejection.NOT_ARABIC: "النص ليس بالعربية.",
    Rejection.ONLY_BOILERPLATE: "ليس في النص سوى قوائم الموقع وإشعاراته.",
}


class RejectedText(ValueError):  # noqa: N818  (the archive's word for it)
    """The text is no article; ``reason_code`` is for machines, ``message`` Arabic."""

    def __init__(self, reason_code: Rejection) -> None:
        self.reason_code = reason_code
        self.message = REJECTION_MESSAGES[reason_code]
        super().__init__(self.message)
