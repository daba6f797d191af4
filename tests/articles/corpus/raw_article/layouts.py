"""Composes messy raw texts from the metadata and the text of clean articles.

Every piece of a composed text is labelled, so that a parse can be judged letter by
letter. The notices were written without a look at the parser's tables.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

OUTLETS = [
    "جوهرة أف أم",
    "صدى الميناء",
    "مرآة الجنوب",
    "الضفاف",
    "نبض الريف نيوز",
    "صحيفة الرابية",
    "قناة السنديان",
    "راديو الخليل",
    "بوابة الشط",
    "المرصاد",
]
BYLINES = [
    "سليم بن حمودة",
    "منال الصافي",
    "يوسف ولد الداه",
    "هند المرزوقي",
    "عبد الكريم الطرابلسي",
    "ريم الخوري",
    "محمد أمين القاسمي",
    "نوال بوزيد",
]
SECTIONS = {
    "localNews": ["محليات", "أخبار محلية", "وطنية", "أخبار تونس"],
    "sport": ["رياضة", "الأخبار الرياضية", "كرة القدم"],
    "internationalNews": ["عالمية", "أخبار دولية", "عربي ودولي", "العالم"],
    "society": ["مجتمع", "قضايا المجتمع", "حوادث"],
    "politic": ["سياسة", "أخبار سياسية", "الشأن السياسي"],
    "diverse": ["متفرقات", "منوعات", "من كل حدب"],
    "economy": ["اقتصاد", "مال وأعمال", "أخبار الاقتصاد"],
    "culture": ["ثقافة", "ثقافة وفنون", "فن"],
    "technology": ["تكنولوجيا", "علوم وتقنية"],
    "": ["أخبار"],
}
LEVANT = [
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
    *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
]
EGYPT = [
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
]
TUNIS = [
    *("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان"),
    *("جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
]
DAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]

TOP_NOTICES = [
    "انتقل الى المحتوى الرئيسي",
    "تسجيل",
    "إنشاء حساب جديد",
    "ابحث في الأرشيف",
    "القائمة الجانبية",
    "إعلان",
    "بث حي",
    "الرئيسية",
    "الأقسام",
    "English | Français",
]
SIDE_NOTICES = [
    "قراءة في دقيقتين",
    "مدة المطالعة: 4 دقائق",
    "412 مشاهدة",
    "عدد المشاهدات: 1.532",
    "حجم الحرف",
    "استمعوا إلى هذا الخبر",
    "0 مشاركة",
    "حفظ للقراءة لاحقا",
    "نسخ رابط المقال",
    "طباعة المقال",
]
MIDDLE_NOTICES = [
    "اقرأ أيضا: وزير النقل يعلن موعد افتتاح الخط الجديد",
    "إقرأ أيضاً.. تفاصيل العثور على السفينة المفقودة",
    "قد يهمك أيضا: خمس قرى تعيش على زراعة الورد",
    "شاهد أيضاً: لحظة وصول القافلة إلى المعبر",
    "طالع أيضا : أسعار العملات اليوم",
    "مواضيع ذات صلة: أزمة النقل في العاصمة",
    "للمزيد عن الموضوع: ملف خاص حول المياه",
    "اقرأ المزيد: كيف تغيرت المدينة في عشرين عاما",
    "إعلان",
    "يتبع بعد الإعلان",
    "صورة من الأرشيف",
    "تصوير: عادل الهمامي",
]
END_NOTICES = [
    "هذا الموقع يستعمل ملفات الكوكيز، ومواصلة التصفح تعني موافقتك على ذلك",
    "نستخدم تقنيات لتخصيص المحتوى والإعلانات وفق سياسة الخصوصية الخاصة بنا",
    "فعّلوا جرس التنبيهات في تطبيقنا حتى لا يفوتكم أي جديد",
    "يمكنكم متابعة آخر أخبارنا مجانا عبر تطبيقنا على متجر بلاي",
    "اشتركوا في خدمة الرسائل القصيرة ليصلكم العاجل على هواتفكم",
    "انضموا إلى مجموعتنا على واتساب",
    "تابعونا على صفحاتنا في مواقع التواصل الاجتماعي",
    "قيّم هذا المقال",
    "هل كان هذا المقال مفيدا؟",
    "بلّغ عن خطأ في الخبر",
    "شاركونا آراءكم في خانة التعليقات أدناه",
    "لا تعليقات حتى الآن",
    "أضف تعليقك",
    "3 تعليقات",
    "جميع الحقوق محفوظة 2017",
    "© حقوق النشر محفوظة لموقعنا",
    "سياسة الخصوصية | شروط الاستخدام | اتصل بنا",
    "من نحن - اتصل بنا - أعلن معنا",
    "شارك المقال على فيسبوك",
    "فيسبوك تويتر واتساب تلغرام",
    "أرسل الخبر إلى صديق",
    "التعليقات المنشورة لا تعبر عن رأي الموقع",
    "حمّل تطبيق القناة على هاتفك",
    "سجل في نشرتنا الإخبارية",
    "العودة إلى أعلى الصفحة",
]
TAILS = [
    ["كلمات مفتاحية:", "تونس", "أمطار", "نقل"],
    ["الوسوم", "#تونس #رياضة"],
    ["TAGS: تونس، اقتصاد، أسعار"],
    ["الأكثر قراءة", "انطلاق موسم جني الزيتون في الساحل", "أربعة جرحى في حادث سير"],
    ["أخبار ذات صلة", "بلدية سوسة تطلق حملة نظافة", "افتتاح معرض الكتاب"],
    ["اخترنا لكم", "عشر نصائح للمذاكرة", "أفضل مدن المتوسط"],
    [
        "TAG:",
        "بعد توقف أسبوع.. عودة حركة القطارات",
        "استأنفت حركة القطارات نشاطها صباح اليوم بعد إصلاح السكة.",
    ],
    ["مقالات مشابهة", "حكاية جسر قديم", "صيادون يروون ليلة العاصفة"],
    ["آخر الأخبار", "سقوط أمطار غزيرة في الشمال", "تأجيل اجتماع اللجنة إلى الغد"],
    ["قد يعجبك أيضا", "رحلة إلى الجبل الأبيض"],
]


@dataclass
class Composed:
    """A raw text and the spans of its body and of its boilerplate."""

    layout: str
    title: str
    iso: str
    section: str | None = None
    outlet: str | None = None
    byline: str | None = None
    lines: list[tuple[str, str]] = field(default_factory=list)

    def add(self, kind: str, text: str, gap: int = 0) -> None:
        self.lines += [("blank", "")] * gap + [(kind, text)]

    def raw(self) -> str:
        return "\n".join(text for _, text in self.lines)

    def spans(self, kind: str) -> list[tuple[int, int]]:
        spans, position = [], 0
        for name, text in self.lines:
            if name == kind:
                spans.append((position, position + len(text)))
            position += len(text) + 1
        return spans


@dataclass
class Source:
    """The clean article that a text is composed from."""

    title: str
    when: datetime
    section: str
    outlet: str
    byline: str
    body: list[str]
    chance: random.Random

    def any_of(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def arabic(self, text: str) -> str:
        return text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    def day(self) -> str:
        when = self.when
        months = self.chance.choice([LEVANT, EGYPT, TUNIS])
        double = f"{LEVANT[when.month - 1]}/{EGYPT[when.month - 1]}"
        named = f"{when.day} {months[when.month - 1]} {when.year}"
        return self.any_of(
            f"{when:%d/%m/%Y}",
            f"{when:%Y-%m-%d}",
            f"{when:%d.%m.%Y}",
            named,
            f"{DAYS[when.weekday()]} {named}",
            f"{DAYS[when.weekday()]}، {when.day} {double} {when.year}",
            self.arabic(named),
        )

    def minute(self) -> str:
        clock = f"{self.when:%H:%M}"
        return self.day() + self.any_of(" ", " - ", " | ", "، الساعة ") + clock


Layout = Callable[[Source, Composed], None]


def seed_like(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title, 1)
    out.add("meta", one.minute(), 1)
    _body(one, out)
    out.add("meta", one.outlet, 1)
    out.section, out.outlet = one.section, one.outlet
    out.iso = one.when.isoformat()[:16]
    _tail(one, out)


def doubled(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", one.title, 1)
    out.add("meta", f"{one.section} | {one.day()} | {one.byline}")
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    _ends(one, out, 2)


def page_title(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} | {one.outlet}")
    _tops(one, out, 2)
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", "نشر في: " + one.minute())
    _body(one, out)
    out.section, out.outlet = one.section, one.outlet
    out.iso = one.when.isoformat()[:16]
    _ends(one, out, 3)


def dash_title(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} - {one.section} - {one.outlet}")
    out.add("meta", one.title, 1)
    out.add("meta", "كتب: " + one.byline)
    out.add("meta", one.day())
    _body(one, out)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline
    _tail(one, out)


def breadcrumb(one: Source, out: Composed) -> None:
    out.add("meta", f"الرئيسية {one.any_of('/', '>', '»')} {one.section}")
    out.add("meta", one.title)
    out.add("meta", f"بقلم {one.byline}")
    out.add("meta", "تاريخ النشر: " + one.day())
    _sides(one, out, 2)
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    _ends(one, out, 2)


def stamp_first(one: Source, out: Composed) -> None:
    out.add("meta", one.minute())
    out.add("meta", one.title)
    out.add("meta", one.byline)
    _body(one, out, gap=0)
    out.byline = one.byline
    out.iso = one.when.isoformat()[:16]
    out.add("meta", "المصدر: " + one.outlet)
    out.outlet = one.outlet


def updated(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    clock = one.minute()
    out.add("meta", f"نشرت في: {clock}آخر تحديث: {clock}")
    out.add("meta", f"{one.outlet} - {one.section}")
    _body(one, out)
    out.outlet, out.section = one.outlet, one.section
    out.iso = one.when.isoformat()[:16]
    _tail(one, out)


def bullets(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"{one.byline} • {one.section} • {one.day()}")
    _sides(one, out, 1)
    _body(one, out)
    out.byline, out.section = one.byline, one.section
    _ends(one, out, 2)


def counters(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", f"{one.outlet} {one.day()}")
    _sides(one, out, 3)
    _body(one, out)
    out.section, out.outlet = one.section, one.outlet
    out.add("meta", one.outlet, 1)
    _ends(one, out, 2)


def outlet_above(one: Source, out: Composed) -> None:
    out.add("meta", one.outlet)
    out.add("meta", one.section)
    out.add("meta", one.title, 1)
    out.add("meta", f"{one.day()} - {one.byline}")
    _body(one, out)
    out.add("meta", one.outlet, 1)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline


def title_below(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.section} - {one.day()}")
    out.add("meta", one.title)
    out.add("meta", "تحرير: " + one.byline)
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    out.add("boilerplate", one.title, 1)
    _ends(one, out, 1)


def kicker(one: Source, out: Composed) -> None:
    out.add("boilerplate", one.any_of("عاجل", "خاص", "بالفيديو"))
    out.add("meta", one.title)
    out.add("meta", f"{one.any_of('إعداد', 'بقلم', 'كتبت')}: {one.byline}")
    out.add("meta", f"{one.day()} | {one.section}")
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    _tail(one, out)


def labelled(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", "القسم: " + one.section)
    out.add("meta", "الكاتب: " + one.byline)
    out.add("meta", "المصدر: " + one.outlet)
    out.add("meta", "التاريخ: " + one.minute())
    _body(one, out)
    out.section, out.byline, out.outlet = one.section, one.byline, one.outlet
    out.iso = one.when.isoformat()[:16]


def repeated(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", one.day())
    _body(one, out)
    for paragraph in one.body:
        if len(paragraph.split()) >= 8:
            out.add("boilerplate", paragraph)
    _ends(one, out, 1)


def lead(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title)
    words = one.body[0].split()
    if len(words) > 30:
        out.add("boilerplate", " ".join(words[:14]))
    out.add("meta", one.minute())
    _body(one, out)
    out.section = one.section
    out.iso = one.when.isoformat()[:16]


def late_stamp(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} | {one.outlet}")
    _body(one, out)
    out.add("meta", f"{one.outlet} | {one.day()}")
    out.outlet = one.outlet
    _ends(one, out, 2)


def wire(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"{one.section} / {one.day()}")
    first, *rest = one.body
    out.add("body", first, 1)
    out.lines[-1] = ("body", first)
    for paragraph in rest:
        out.add("body", paragraph, 1)
    out.section = one.section
    out.add("meta", one.any_of("(وكالات)", "(رويترز)", "المصدر: وكالات"))


def spaced(one: Source, out: Composed) -> None:
    out.add("meta", "  " + one.section + "  ")
    out.add("meta", "\t" + one.title + " \u200f", 2)
    out.add("meta", "\u202a" + one.minute() + "\u202c", 2)
    _body(one, out, gap=2)
    out.section = one.section
    out.iso = one.when.isoformat()[:16]
    _ends(one, out, 3)


def windows(one: Source, out: Composed) -> None:
    _tops(one, out, 3)
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", f"{one.day()} {one.byline}")
    _sides(one, out, 2)
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    _ends(one, out, 4)
    _tail(one, out)


def captions(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"{one.outlet} | {one.section} | {one.minute()}")
    out.add("boilerplate", "صورة: جانب من المدينة (أرشيف)", 1)
    _body(one, out)
    out.section, out.outlet = one.section, one.outlet
    out.iso = one.when.isoformat()[:16]
    _ends(one, out, 2)


def glued(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"كتب {one.byline} في {one.day()}")
    _body(one, out)
    out.byline = one.byline
    out.add("boilerplate", one.any_of(*END_NOTICES))


def bare(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", one.day())
    _body(one, out, gap=0)


def _body(one: Source, out: Composed, gap: int = 1) -> None:
    middle = one.chance.randrange(1, len(one.body)) if len(one.body) > 1 else 0
    for index, paragraph in enumerate(one.body):
        if index == middle and index and one.chance.random() < 0.5:
            out.add("boilerplate", one.any_of(*MIDDLE_NOTICES), gap)
        out.add("body", paragraph, gap)


def _tops(one: Source, out: Composed, count: int) -> None:
    for notice in one.chance.sample(TOP_NOTICES, count):
        out.add("boilerplate", notice)


def _sides(one: Source, out: Composed, count: int) -> None:
    for notice in one.chance.sample(SIDE_NOTICES, count):
        out.add("boilerplate", notice)


def _ends(one: Source, out: Composed, count: int) -> None:
    for notice in one.chance.sample(END_NOTICES, count):
        out.add("boilerplate", notice, one.chance.randrange(2))


def _tail(one: Source, out: Composed) -> None:
    for index, line in enumerate(one.chance.choice(TAILS)):
        out.add("boilerplate", line, 1 if index == 0 else one.chance.randrange(2))


LAYOUTS: list[Layout] = [
    seed_like,
    doubled,
    page_title,
    dash_title,
    breadcrumb,
    stamp_first,
    updated,
    bullets,
    counters,
    outlet_above,
    title_below,
    kicker,
    labelled,
    repeated,
    lead,
    late_stamp,
    wire,
    spaced,
    windows,
    captions,
    glued,
    bare,
]


def compose(source: Source, layout: Layout) -> Composed:
    """Write one article in one layout."""
    composed = Composed(layout.__name__, source.title, source.when.date().isoformat())
    layout(source, composed)
    return composed
