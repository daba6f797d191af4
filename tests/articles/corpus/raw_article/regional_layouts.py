"""Layouts of further regions, composed as in ``layouts`` and held out from the rules:
the Maghreb, the Gulf, the Levant, Egypt, Iraq; live blogs, walls, bios, comments."""

from __future__ import annotations

from hijridate import Gregorian

from tests.articles.corpus.raw_article.layouts import (
    DAYS,
    EGYPT,
    LEVANT,
    TUNIS,
    Composed,
    Layout,
    Source,
)

MOROCCO = [
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
    *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
]
ALGERIA = [
    *("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان"),
    *("جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
]
ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
HIJRI = [
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
]

OUTLETS = [
    *("الميثاق اليوم", "أصوات 24", "هسبورت", "النهار أونلاين", "الرافدين نيوز"),
    *("عكاظ الجديدة", "الخليج برس", "بوابة الوادي", "المدن الحرة", "شبكة الفرات"),
    *("موقع بحري", "جريدة الأطلس", "السومرية بلس", "شبكة نون الخبرية", "اليوم الثامن"),
]
BYLINES = [
    *("عبد الإله بنشريف", "فاطمة الزهراء العلوي", "سعود المطيري", "جوزيف حداد"),
    *("مصطفى عبد الفتاح", "حيدر الساعدي", "كريمة بلقاسم", "نورة الكعبي"),
    *("محمود أبو العينين", "رنا قباني"),
]
SIDES = [
    *("شارك", "شارك عبر:", "شارك على فيسبوك", "غرّد", "WhatsApp", "Share", "Tweet"),
    *("0 تعليق", "1.2K", "235 قراءة", "المشاهدات : 1452", "اطبع", "حجم الخط - +"),
    *("استمع للمقال", "3 دقائق قراءة", "وقت القراءة: 2 دقيقة", "Print", "Email"),
    *("تكبير الخط", "تصغير الخط", "Facebook", "Twitter", "Telegram", "0 SHARES"),
    *("إهداء المقال", "حفظ", "أضف إلى المفضلة", "تابعنا على Google News", "ع+ ع-"),
]
MIDDLES = [
    ["اقرأ أيضًا", "وزير الري يتفقد محطات الرفع في الدلتا"],
    ["اقرأ أيضًا:", "تفاصيل الخطة الجديدة لتأهيل الطرق", "موعد صرف المنحة للعاملين"],
    ["إقرأ أيضا| غدا.. انقطاع المياه عن ثلاثة أحياء بالعاصمة"],
    ["قد يهمك أيضًا :-"],
    ["موضوعات متعلقة", "افتتاح مستشفى جديد في الإقليم الجنوبي"],
    ["شاهد الفيديو:"],
    ["(function(d, s, id) {"],
    ["Advertisement"],
    ["إعلان ممول"],
    ["- Advertisement -"],
    ["تابعوا قناتنا على تلغرام لمتابعة آخر الأخبار أولا بأول"],
    ["انضم إلى قناتنا على واتساب"],
    ["لقراءة المزيد من الأخبار اضغط هنا"],
    ["📌 للاشتراك في قناتنا عبر واتساب اضغط هنا"],
    ["اشترك الآن في النشرة البريدية"],
    ["ذات صلة: ماذا نعرف عن المشروع المتعثر منذ عشر سنوات؟"],
    ["https://t.co/AbC123xyz"],
    ["pic.twitter.com/k2LmN0pQ"],
    ["صورة توضيحية"],
    ["الصورة: مواقع التواصل"],
    ["(الصورة من الإنترنت)"],
]
ENDS = [
    ["تابعوا آخر الأخبار عبر Google News"],
    ["لمتابعة آخر الأخبار حمّل التطبيق من هنا"],
    ["تابعنا على", "فيسبوك", "إنستغرام", "يوتيوب"],
    ["© 2021 جميع الحقوق محفوظة - تصميم وتطوير شركة مدى"],
    ["Copyright © 2020 All Rights Reserved"],
    ["جميع حقوق النشر محفوظة، ولا يسمح بإعادة النشر إلا بإذن خطي مسبق"],
    ["يرجى ملاحظة أن التعليقات لا تمثل رأي الجريدة وإنما رأي أصحابها"],
    ["شارك برأيك", "الاسم *", "البريد الإلكتروني *", "التعليق", "إرسال"],
    [
        "اترك تعليقاً إلغاء الرد",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
    ],
    ["Leave a Reply", "Your email address will not be published."],
    ["هذا المحتوى للمشتركين فقط", "اشترك الآن لقراءة المقال كاملا"],
    ["لديك 3 مقالات مجانية متبقية هذا الشهر"],
    ["سجّل الدخول لمتابعة القراءة", "ليس لديك حساب؟ أنشئ حسابا مجانيا"],
    ["احصل على أهم الأخبار في بريدك كل صباح", "أدخل بريدك الإلكتروني", "اشترك"],
    ["شروط الاستخدام", "سياسة الخصوصية", "ميثاق التحرير", "اتصل بنا"],
    ["Powered by WordPress"],
    ["المقال السابق", "ارتفاع أسعار الخضر في أسواق الجملة"],
    ["المقال التالي", "انطلاق الدورة الثالثة من مهرجان السينما"],
    ["التالي", "السابق"],
    ["مشاركة", "نسخ الرابط", "تم النسخ"],
    ["الأخبار العاجلة تصلك عبر الإشعارات", "لا شكرا", "موافق"],
    ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك", "قبول الكل", "رفض"],
    ["شارك الخبر عبر واتس اب"],
    ["الرابط المختصر: https://short.example/a1b2"],
    ["رابط مختصر", "https://site.example/?p=48213"],
    ["عدد الزيارات: 2041"],
    ["4 / 5 - (12 صوت)"],
    ["ملاحظة: ينشر الموقع الأخبار نقلا عن مصادرها ولا يتحمل مسؤولية مضمونها"],
    ["المصدر : وكالات + مواقع"],
]
BOXES = [
    ["أخبار متعلقة", "حملة تشجير في ضواحي المدينة", "ارتفاع منسوب السدود بعد الأمطار"],
    ["المزيد من الأخبار", "تأجيل محاكمة المتهمين إلى الأسبوع المقبل"],
    ["اقرأ المزيد في قسم الاقتصاد", "أرباح المصارف تتراجع في الربع الثالث"],
    ["Related Posts", "وفد برلماني يزور المنطقة الصناعية"],
    ["You may also like", "لاعب شاب يوقع أول عقد احترافي"],
    ["Most Popular", "مواعيد مباريات اليوم والقنوات الناقلة"],
    ["الأكثر مشاهدة", "1", "حقيقة تعطيل الدراسة غدا", "2", "أسعار الذهب اليوم"],
    ["الأكثر تداولا", "رحلة البحث عن مدينة غارقة", "طبيب يشرح أسباب الصداع"],
    ["إقرأ في الموقع", "لماذا تهاجر الطيور مبكرا هذا العام؟"],
    ["وسوم :", "الجفاف", "السدود", "وزارة الفلاحة"],
    ["كلمات دلالية", "الانتخابات", "البرلمان"],
    ["الكلمات الدلالية : المناخ | الزراعة | الأمطار"],
    ["Tags", "المغرب", "كرة القدم"],
    ["#الطقس #الأمطار #الأرصاد"],
    ["مواضيع: مصر، الصحة، التطعيم"],
    ["أخبار قد تهمك", "مدرسة في الجبل تفتح أبوابها من جديد"],
    ["محتوى مموّل", "طريقة سهلة لتعلم اللغات في البيت"],
]
COMMENTS = [
    [
        "التعليقات (2)",
        "1 - متابع من طنجة",
        "والله كلام في الصميم يا أخي.",
        "2 - سعيد",
        "لا حول ولا قوة إلا بالله.",
    ],
    [
        "تعليقات الزوار",
        "أبو أحمد يقول:",
        "نتمنى أن تصل الرسالة إلى المسؤولين",
        "رد",
        "غير معروف يقول:",
        "شكرا على الموضوع",
    ],
    ["2 تعليقات", "قارئ", "منذ 3 سنوات", "خبر مفرح", "الإبلاغ عن تعليق"],
]
BIOS = [
    ["عن الكاتب", "صحفي متخصص في الشؤون الاقتصادية، صدر له كتابان."],
    ["نبذة عن الكاتب", "كاتبة وباحثة في العلوم الاجتماعية."],
    ["About the author", "Staff writer"],
]
CAPTIONS = [
    *("جانب من اللقاء (تصوير: سالم القحطاني)", "مشهد عام للمدينة - أ ف ب"),
    *("صورة أرشيفية", "من الأرشيف", "عدسة: بدر الشمري", "Getty Images"),
    *("المصدر: رويترز - أرشيف", "صورة تعبيرية", "© AFP", "(الأناضول)"),
]
MENUS = [
    *("الرئيسية", "أخبار", "سياسة", "اقتصاد", "رياضة", "فيديو", "المزيد", "بحث"),
    *("تسجيل الدخول", "من نحن", "البث المباشر", "كتّاب وآراء", "العربية", "EN"),
    *("☰ القائمة", "Skip to content", "Menu", "Search", "الأحد 3 أكتوبر", "الوفيات"),
]


def _arabic_clock(one: Source) -> str:
    hour = one.when.hour % 12 or 12
    half = one.any_of("م", "مساء") if one.when.hour >= 12 else one.any_of("ص", "صباحا")
    return f"{hour}:{one.when:%M} {half}"


def _named(one: Source, months: list[str]) -> str:
    return f"{one.when.day} {months[one.when.month - 1]} {one.when.year}"


def _hijri(one: Source) -> str:
    when = Gregorian(one.when.year, one.when.month, one.when.day).to_hijri()
    return f"{when.day} {HIJRI[when.month - 1]} {when.year}"


def _day_name(one: Source) -> str:
    return DAYS[one.when.weekday()]


def _minute(out: Composed, one: Source) -> None:
    out.iso = one.when.isoformat()[:16]


def moroccan(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", f"{one.outlet} - {one.byline}")
    out.add("meta", f"{_day_name(one)} {_named(one, MOROCCO)} - {one.when:%H:%M}")
    _sides(one, out, 2)
    _body(one, out)
    _blocks(one, out, BOXES, COMMENTS)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline
    _minute(out, one)


def moroccan_comma(one: Source, out: Composed) -> None:
    _menu(one, out, 4)
    out.add("meta", one.title, 1)
    out.add("meta", f"كتبه {one.byline} في {_named(one, MOROCCO)}")
    out.add("boilerplate", one.any_of(*CAPTIONS))
    _body(one, out)
    _blocks(one, out, ENDS, ENDS)
    out.byline = one.byline


def algerian(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} - {one.outlet}")
    out.add("meta", one.section, 1)
    out.add("meta", one.title)
    out.add("meta", one.byline)
    stamp = f"{_named(one, ALGERIA)} على الساعة {one.when:%H:%M}"
    out.add("meta", stamp)
    _sides(one, out, 3)
    _body(one, out)
    out.add("boilerplate", one.any_of("رابط دائم : https://nhar.tv/xYz", "ANEP 2116"))
    _blocks(one, out, BOXES)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline
    _minute(out, one)


def algerian_numbers(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"{one.when:%d-%m-%Y} ساعة {one.when:%H:%M}")
    out.add("meta", f"بقلم: {one.byline}")
    _body(one, out)
    _blocks(one, out, ENDS, BOXES)
    out.byline = one.byline
    _minute(out, one)


def gulf_hijri(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title, 1)
    stamp = f"{_day_name(one)} {_hijri(one)} هـ - {_named(one, EGYPT)} م"
    out.add("meta", stamp)
    out.add("meta", f"{one.byline} ({one.any_of('الرياض', 'جدة', 'مكة المكرمة')})")
    _body(one, out)
    _blocks(one, out, ENDS)
    out.section, out.byline = one.section, one.byline


def gulf_zone(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} | {one.outlet}")
    _menu(one, out, 3)
    out.add("meta", one.title, 1)
    out.add("meta", f"تاريخ النشر: {_named(one, EGYPT)} {one.when:%H:%M} GMT")
    out.add("meta", f"{one.any_of('أبوظبي', 'دبي', 'الدوحة')} - {one.outlet}")
    _body(one, out)
    _blocks(one, out, ENDS, BOXES)
    out.outlet = one.outlet
    _minute(out, one)


def slashes(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.when:%Y/%m/%d} - {one.when:%H:%M} GMT")
    out.add("meta", one.title)
    out.add("meta", one.section)
    _sides(one, out, 1)
    _body(one, out)
    _blocks(one, out, ENDS)
    out.section = one.section
    _minute(out, one)


def levantine(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", f"{_named(one, LEVANT)} | {one.when:%H:%M}")
    out.add("meta", f"المصدر: {one.outlet}")
    _body(one, out)
    out.add("boilerplate", "إن الآراء الواردة في المقال تعبر عن رأي صاحبها", 1)
    _blocks(one, out, ENDS, BOXES)
    out.section, out.outlet = one.section, one.outlet
    _minute(out, one)


def lebanese(one: Source, out: Composed) -> None:
    out.add("meta", one.outlet)
    out.add("meta", f"{_day_name(one)} {_named(one, LEVANT)}")
    out.add("meta", one.title, 1)
    out.add("meta", one.byline)
    out.add("boilerplate", "A+ A-")
    _body(one, out)
    _blocks(one, out, BIOS, ENDS)
    out.outlet, out.byline = one.outlet, one.byline


def egyptian(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    clock = f"{one.when.hour % 12 or 12:02}:{one.when:%M}"
    half = "م" if one.when.hour >= 12 else "ص"
    out.add("meta", f"{_day_name(one)}، {_named(one, EGYPT)} {clock} {half}")
    out.add("meta", f"كتب {one.byline}")
    _body(one, out)
    _blocks(one, out, BOXES)
    out.byline = one.byline
    _minute(out, one)


def egyptian_dash(one: Source, out: Composed) -> None:
    _menu(one, out, 3)
    out.add("meta", one.section)
    out.add("meta", one.title)
    clock = _arabic_clock(one)
    out.add("meta", f"{_day_name(one)} {one.when:%d/%b/%Y} - {clock}")
    out.add("boilerplate", one.any_of(*CAPTIONS))
    out.add("meta", f"كتبت- {one.byline}:")
    _body(one, out)
    _blocks(one, out, BOXES, ENDS)
    out.section, out.byline = one.section, one.byline
    _minute(out, one)


def iraqi(one: Source, out: Composed) -> None:
    out.add("meta", f"{_named(one, EGYPT)} {_arabic_clock(one)}")
    out.add("meta", one.section)
    out.add("meta", one.title)
    first, *rest = one.body
    out.add("meta", f"{one.any_of('بغداد', 'البصرة')}/ {one.outlet}", 1)
    out.add("body", first, 1)
    for paragraph in rest:
        out.add("body", paragraph, 1)
    out.add("boilerplate", one.any_of("انتهى / 25", "انتهى ٢٩/ر ح", "م.ر"))
    _blocks(one, out, ENDS)
    out.section, out.outlet = one.section, one.outlet
    _minute(out, one)


def english_months(one: Source, out: Composed) -> None:
    out.add("boilerplate", "Skip to content")
    out.add("meta", one.title, 1)
    when = one.when
    out.add("meta", f"{ENGLISH[when.month - 1]} {when.day}, {when.year}")
    out.add("meta", f"by {one.byline}")
    out.add("meta", f"in {one.section}")
    out.add("boilerplate", "0")
    _body(one, out)
    out.add("boilerplate", "ShareTweetSend", 1)
    _blocks(one, out, BOXES)
    out.section, out.byline = one.section, one.byline


def wordpress(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.title} – {one.outlet}")
    out.add("meta", f"الرئيسية » {one.section} » {one.title}", 1)
    out.add("meta", one.title)
    out.add("meta", f"{one.byline}{one.when:%d/%m/%Y}آخر تحديث: {one.when:%d/%m/%Y}")
    out.add("boilerplate", "0 45 دقيقة واحدة")
    _body(one, out)
    _blocks(one, out, ENDS, BOXES)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline


def iso_stamp(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"{one.when:%Y-%m-%dT%H:%M}:00+03:00")
    out.add("meta", f"Author: {one.byline}")
    out.add("meta", f"Category: {one.section}")
    _body(one, out)
    out.section, out.byline = one.section, one.byline
    _minute(out, one)


def live_blog(one: Source, out: Composed) -> None:
    out.add("boilerplate", one.any_of("تغطية مباشرة", "مباشر", "لحظة بلحظة"))
    out.add("meta", one.title)
    out.add("meta", f"{_named(one, EGYPT)} - {one.when:%H:%M} بتوقيت غرينتش")
    hour = one.when.hour
    for index, paragraph in enumerate(one.body):
        if index and index % 2 == 0:
            out.add("boilerplate", f"{(hour + index) % 24:02}:{index * 7 % 60:02}", 1)
        out.add("body", paragraph, 1)
    _blocks(one, out, ENDS)
    _minute(out, one)


def wall(one: Source, out: Composed) -> None:
    out.add("meta", one.section)
    out.add("meta", one.title)
    out.add("meta", f"{one.byline} | {_named(one, LEVANT)}")
    _body(one, out)
    out.add("boilerplate", "هذا المقال حصري للمشتركين", 1)
    out.add("boilerplate", "اشترك اليوم بدولار واحد في الأسبوع")
    _blocks(one, out, ENDS)
    out.section, out.byline = one.section, one.byline


def messenger(one: Source, out: Composed) -> None:
    out.add("boilerplate", "🔴 عاجل")
    out.add("meta", f"📰 {one.title}")
    out.add("meta", f"🗓 {one.when:%d/%m/%Y}")
    _body(one, out)
    out.add("boilerplate", "🔗 لمتابعة الخبر كاملا: https://site.example/48", 1)
    out.add("boilerplate", "✅ اشترك في قناتنا على تليجرام: @akhbar_now")
    out.add("boilerplate", "▪️ واتساب: https://chat.example/abc")


def numbered(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    out.add("meta", f"العدد: {one.chance.randrange(100, 9000)} - {_named(one, EGYPT)}")
    out.add("meta", f"الكاتب : {one.byline}")
    _body(one, out)
    _blocks(one, out, BIOS, ENDS)
    out.byline = one.byline


def double_month(one: Source, out: Composed) -> None:
    out.add("meta", f"{one.outlet} | {one.section}")
    out.add("meta", one.title)
    month = f"{EGYPT[one.when.month - 1]}/ {LEVANT[one.when.month - 1]}"
    out.add("meta", one.arabic(f"{one.when.day} {month} {one.when.year}"))
    out.add("boilerplate", one.any_of(*CAPTIONS))
    _body(one, out)
    _blocks(one, out, BOXES, ENDS)
    out.outlet, out.section = one.outlet, one.section


def updated_zone(one: Source, out: Composed) -> None:
    out.add("meta", one.title)
    stamp = f"{one.when:%d/%m/%Y} الساعة {one.when:%H:%M} (توقيت مكة المكرمة)"
    out.add("meta", f"نشر: {stamp}")
    out.add("meta", f"آخر تحديث: {stamp}")
    out.add("meta", f"{one.byline} - {one.any_of('عمّان', 'الكويت', 'مسقط')}")
    _sides(one, out, 2)
    _body(one, out)
    _blocks(one, out, ENDS)
    out.byline = one.byline
    _minute(out, one)


def one_line_head(one: Source, out: Composed) -> None:
    head = f"{one.section} {_day_name(one)} {_named(one, TUNIS)} {one.when:%H:%M}"
    out.add("meta", head)
    out.add("meta", one.title, 1)
    _sides(one, out, 1)
    _body(one, out)
    out.add("meta", f"{one.outlet} / {one.byline}", 1)
    out.section, out.outlet, out.byline = one.section, one.outlet, one.byline
    _minute(out, one)


def page_dump(one: Source, out: Composed) -> None:
    _menu(one, out, 6)
    _sides(one, out, 1)
    out.add("meta", one.title, 1)
    out.add("meta", f"نُشر {_day_name(one)} {one.when:%d.%m.%Y} - {one.when:%H:%M}")
    out.add("boilerplate", one.any_of(*CAPTIONS))
    _sides(one, out, 3)
    _body(one, out)
    _blocks(one, out, BOXES, COMMENTS, ENDS)
    _minute(out, one)


def bio_below(one: Source, out: Composed) -> None:
    out.add("meta", one.any_of("رأي", "مقالات", "كتّاب"))
    out.section = out.lines[-1][1]
    out.add("meta", one.title)
    out.add("meta", one.byline)
    out.add("meta", f"{_named(one, MOROCCO)}")
    _body(one, out)
    _blocks(one, out, BIOS, COMMENTS)
    out.byline = one.byline


LAYOUTS: list[Layout] = [
    moroccan,
    moroccan_comma,
    algerian,
    algerian_numbers,
    gulf_hijri,
    gulf_zone,
    slashes,
    levantine,
    lebanese,
    egyptian,
    egyptian_dash,
    iraqi,
    english_months,
    wordpress,
    iso_stamp,
    live_blog,
    wall,
    messenger,
    numbered,
    double_month,
    updated_zone,
    one_line_head,
    page_dump,
    bio_below,
]


def _menu(one: Source, out: Composed, count: int) -> None:
    for item in one.chance.sample(MENUS, count):
        out.add("boilerplate", item)


def _sides(one: Source, out: Composed, count: int) -> None:
    for item in one.chance.sample(SIDES, count):
        out.add("boilerplate", item)


def _body(one: Source, out: Composed) -> None:
    middle = one.chance.randrange(1, len(one.body)) if len(one.body) > 1 else 0
    for index, paragraph in enumerate(one.body):
        if index and index == middle and one.chance.random() < 0.6:
            for line in one.chance.choice(MIDDLES):
                out.add("boilerplate", line, 1)
        out.add("body", paragraph, 1)


def _blocks(one: Source, out: Composed, *kinds: list[list[str]]) -> None:
    for kind in kinds:
        for index, line in enumerate(one.chance.choice(kind)):
            out.add("boilerplate", line, 1 if index == 0 else 0)
