"""How pages of large sites look when they are scraped to text (text invented)."""

from __future__ import annotations

from typing import Any

import pytest

from articles.corpus.raw_article import parse_article

TITLE = "عودة الماء إلى أحياء المرفأ بعد انقطاع دام يومين"
ONE = "عاد الماء إلى أحياء المرفأ الشرقية بعد انقطاع دام يومين كاملين، بحسب البلدية."
TWO = "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة."
BODY = f"{ONE}\n\n{TWO}"

SHAPES: dict[str, tuple[str, dict[str, Any]]] = {
    "byline with the role, both month names, captions with a comma": (
        f"""{TITLE}
سلمى الورّاق
بي بي سي نيوز عربي - بيروت
4 مارس/ آذار 2022
مصدر الصورة، Getty Images
التعليق على الصورة، صهريج ماء في أحد الأحياء
{ONE}
تخطى البودكاست وواصل القراءة
البودكاست
نهاية
{TWO}
مواضيع ذات صلة
أزمة المياه في خمسة رسوم
""",
        {
            "title": TITLE,
            "byline": "سلمى الورّاق",
            "outlet": "بي بي سي نيوز عربي",
            "published_iso": "2022-03-04",
        },
    ),
    "two stamps glued together, a caption with its owner": (
        f"""{TITLE}
نشرت في: 12/03/2021 - 10:22آخر تحديث: 12/03/2021 - 11:00
2 دقائق
عمال يصلحون شبكة المياه في المرفأ، 12 مارس/آذار 2021. © أ ف ب
نص: فرانس24
إعلان
اقرأ المزيد
{ONE}
{TWO}
فرانس24/ أ ف ب
الرسالة الإخبارية
لا يفوتكم أي حدث دولي
حملوا تطبيق فرانس24
""",
        {"title": TITLE, "published_iso": "2021-03-12T10:22", "outlet": "فرانس24"},
    ),
    "sections with a bar, an English label, source and wires": (
        f"""أخبار|سوريا
{TITLE}
Published On 12/3/2021
12/3/2021
|
آخر تحديث: 12/3/2021 11:20 AM (مكة المكرمة)
{ONE}
{TWO}
المصدر : الجزيرة + وكالات
حول هذه القصة
صهاريج في شوارع المدينة
""",
        {
            "title": TITLE,
            "section": "أخبار",
            "outlet": "الجزيرة",
            "published_iso": "2021-03-12",
        },
    ),
    "place and outlet, time zone, letter size": (
        f"""سياسة | دولية
{TITLE}
أبوظبي - سكاي نيوز عربية
12 مارس 2021 - 10:22 بتوقيت أبوظبي
خط
حجم الخط
{ONE}
أخبار ذات صلة
سدود البلاد تمتلئ
{TWO}
""",
        {
            "title": TITLE,
            "section": "سياسة",
            "outlet": "سكاي نيوز عربية",
            "published_iso": "2021-03-12T10:22",
        },
    ),
    "outlet and wires, stamp with a stray comma": (
        f"""{TITLE}
العربية.نت - وكالات
نشر في: 12 مارس ,2021: 10:22 ص GST
آخر تحديث: 12 مارس ,2021: 11:00 ص GST
100%
حجم الخط
{ONE}
{TWO}
""",
        {"title": TITLE, "outlet": "العربية.نت", "agency": "وكالات"},
    ),
    "agency copy: place, both calendars, end marks": (
        f"""{TITLE}
الرياض 05 جمادى الأولى 1442 هـ الموافق 20 ديسمبر 2020 م واس
{ONE}
{TWO}
// انتهى //
10:22ت م
0033
""",
        {"title": TITLE, "agency": "واس", "published_iso": "2020-12-20"},
    ),
    "agency glued to its place, author below": (
        f"""{TITLE}
2021-03-12
دمشق-سانا
{ONE}
{TWO}
سلمى الورّاق
تابعوا آخر الأخبار السياسية والميدانية عبر قناة سانا على تلغرام
انظر ايضاً
وزارة الموارد المائية تفتتح محطة
""",
        {"title": TITLE, "agency": "سانا", "byline": "سلمى الورّاق"},
    ),
    "agency before the place, editor's initials": (
        f"""{TITLE}
الجمعة 12 آذار 2021 الساعة 10:22
وطنية - بيروت - {ONE}
{TWO}
================ن.ح
""",
        {
            "title": TITLE,
            "agency": "وطنية",
            "published_iso": "2021-03-12T10:22",
        },
    ),
    "author without a colon, long stamp": (
        f"""{TITLE}
الجمعة، 12 مارس 2021 10:22 ص
كتب سالم المنصوري
شارك
{ONE}
{TWO}
موضوعات متعلقة
محافظ المرفأ يتفقد الخزانات
الأكثر قراءة
مواعيد القطارات اليوم
""",
        {
            "title": TITLE,
            "byline": "سالم المنصوري",
            "published_iso": "2021-03-12T10:22",
        },
    ),
    "stamp with both calendars after a label, outlet in guillemets": (
        f"""{TITLE}
نُشر: 10:22-12 مارس 2021 م ـ 28 رجب 1442 هـ
TT
الرياض: «الشرق الأوسط»
{ONE}
{TWO}
مواضيع
السعودية
مياه
""",
        {"title": TITLE, "outlet": "الشرق الأوسط", "published_iso": "2021-03-12T10:22"},
    ),
    "outlet and author, then the stamp": (
        f"""{TITLE}
هسبريس - سالم المنصوري
الجمعة 12 مارس 2021 - 10:22
{ONE}
{TWO}
تعليقات الزوار
الآراء الواردة في التعليقات تعبر عن آراء أصحابها
1
مواطن
الجمعة 12 مارس 2021 - 11:00
حان الوقت لإصلاح الشبكة كلها.
""",
        {
            "title": TITLE,
            "outlet": "هسبريس",
            "byline": "سالم المنصوري",
            "published_iso": "2021-03-12T10:22",
        },
    ),
    "place, country and outlet in brackets before two dashes": (
        f"""{TITLE}
نشر الجمعة، 12 مارس / آذار 2021
2 دقائق قراءة
دبي، الإمارات العربية المتحدة (CNN)-- {ONE}
{TWO}
""",
        {"title": TITLE, "outlet": "CNN", "published_iso": "2021-03-12"},
    ),
    "breadcrumb that ends in the title, unforeseen reading time and rating": (
        f"""الرئيسية » محليات » {TITLE}
الوقت المقدر للقراءة: دقيقتان
آخر تحديث : الجمعة 12 مارس 2021 - 6:45 صباحًا
{ONE}
{TWO}
هل أعجبتك المقالة؟ شاركها
شوهد: 1204
تقييم المستخدمون: 4.2 ( 6 أصوات)
""",
        {"title": TITLE, "section": "محليات", "published_iso": "2021-03-12T06:45"},
    ),
    "the day of the visit above, the labelled stamp below": (
        f"""اليوم السبت 20 مارس 2021 م
{TITLE}
نشر في 12 مارس 2021 الساعة : 14:08
خاص - المرصاد
{ONE}
{TWO}
للاطلاع على العدد الورقي اضغط هنا
نسخة PDF
""",
        {"title": TITLE, "outlet": "المرصاد", "published_iso": "2021-03-12T14:08"},
    ),
    "stamp inside the dateline, made-up leads below": (
        f"""{TITLE}
الخرطوم 4 أغسطس 2020 (سونا)-
{ONE}
كتب ذات صلة
{TWO}
بقية الأخبار ذات الصلة
برنامج الصيانة الجديد
""",
        {"title": TITLE, "agency": "سونا", "published_iso": "2020-08-04"},
    ),
    "form fields, neighbours and a disclaimer under the text": (
        f"""{TITLE}
By سلمى الورّاق - يوليو 8, 2020
{ONE}
{TWO}
المقال السابق
تأجيل موعد الامتحانات
المقال التالي
ارتفاع أسعار الخضر
يلفت الموقع إلى أن النص لا يعبّر إلا عن وجهة نظر كاتبه
يرجى التعليق باسم صريح
الاسم
رمز التحقق
""",
        {"title": TITLE, "byline": "سلمى الورّاق", "published_iso": "2020-07-08"},
    ),
    "credited picture, signature with its wire, newsletter under it": (
        f"""{TITLE}
نشرت في: 07/11/2019 - 18:02
عمال أمام مبنى المؤسسة. رويترز - أرشيف
{ONE}
تقرأون أيضا
كيف تعمل محطات الضخ؟
{TWO}
منبر التلال نيوز مع أ ف ب
النشرة الإعلامية
تلقوا أهم الأحداث كل صباح
""",
        {"title": TITLE, "outlet": "منبر التلال نيوز"},
    ),
    "questions to the reader above the title, stray signs in the stamp": (
        f"""هل تريد تلقي التنبيهات؟
محليات
{TITLE}
نشر في: 12 مارس ,2021: 08:15 م GST
A+ A-
{ONE}
{TWO}
ع ع ع
""",
        {"title": TITLE, "section": "محليات", "published_iso": "2021-03-12T20:15"},
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_metadata_and_body_of_the_page(shape: str) -> None:
    raw, expected = SHAPES[shape]
    article = parse_article(raw)
    assert {name: getattr(article, name) for name in expected} == expected
    assert article.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "قد يثير اهتمامك",
        "أخبار من نفس القسم",
        "نلفت عناية القراء إلى أن التعليقات لا تخضع للمراجعة",
        "للاشتراك في الخدمة اضغط هنا",
        "استمع 02:31",
        "Aa Aa",
        "انتهى/ 25 س",
        "12 ردا",
    ],
)
def test_notice_of_the_page_inside_the_text(line: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}")
    assert article.body == BODY
    assert [cut.text for cut in article.removed] == [line]


def test_caption_owned_by_the_outlet_of_the_header() -> None:
    caption = "شاحنة عالقة في الثلوج قرب الجبل (روافد التل)"
    raw = f"{TITLE}\nالمصدر: روافد التل\n{ONE}\n{caption}\n{TWO}"
    article = parse_article(raw)
    assert (article.body, article.outlet) == (BODY, "روافد التل")


def test_subheading_under_links_stays_with_its_paragraph() -> None:
    raw = f"{TITLE}\n{ONE}\nقد يعجبك أيضا\nافتتاح جسر جديد\nماذا بعد؟\n{TWO}"
    article = parse_article(raw)
    assert article.paragraphs == [ONE, "ماذا بعد؟", TWO]
    assert [doubt.text for doubt in article.doubts] == ["ماذا بعد؟"]


@pytest.mark.parametrize(
    "item",
    ["- الإعلانات", "مكارم المرفأ - جمعية التلال    2 - 2", "- تطوير العلامة"],
)
def test_items_of_a_list_are_no_buttons(item: str) -> None:
    article = parse_article(f"{TITLE}\n\n{ONE}\n\n{item}\n\n{TWO}")
    assert article.paragraphs == [ONE, item, TWO]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_any_line_break_ends_a_line(end: str) -> None:
    raw = f"محليات\n{TITLE}\n2021-03-12\n{ONE}\n{TWO}\nاقرأ أيضا\nجسر جديد"
    other = parse_article(raw.replace("\n", end))
    assert other.body == parse_article(raw).body == BODY
    assert (other.title, other.section) == (TITLE, "محليات")
