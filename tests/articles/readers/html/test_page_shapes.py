"""Pages as many systems make them: their title, date and text (all invented)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articles.corpus.raw_article import parse_article
from articles.readers.html.reader import HtmlReader

TITLE = "عودة الماء إلى أحياء المرفأ بعد انقطاع دام يومين"
STORY = [
    "عاد الماء إلى أحياء المرفأ الشرقية صباح الخميس بعد انقطاع دام يومين كاملين، بحسب"
    " ما أعلنته البلدية في بيان رسمي.",
    "وقال مدير المؤسسة العمومية إن 300 عامل شاركوا في الإصلاح على مدار الساعة، مضيفا أن"
    " الكلفة بلغت 2,4 مليون دينار.",
    "وأوضح أن العطب أصاب أنبوبا قديما يعود إلى عام 1974، وأن استبداله كاملا يحتاج إلى"
    " ثلاثة أسابيع من العمل المتواصل.",
    "وكان سكان الحي قد اشتكوا من ارتفاع أسعار الصهاريج التي بلغت 40 دينارا للصهريج"
    " الواحد خلال الأزمة.",
]
TEXT = "".join(f"<p>{part}</p>" for part in STORY)
BROKEN = "<br><br>".join(STORY)
MENU = (
    '<nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a> <a href="/e">اقتصاد</a></nav>'
)
BESIDE = (
    '<aside><h3>الأكثر قراءة</h3><ul><li><a href="/1">انطلاق موسم جني الزيتون في الساحل'
    '</a></li><li><a href="/2">أربعة جرحى في حادث سير على الطريق</a></li></ul></aside>'
    "<footer><p>جميع الحقوق محفوظة © موقع الميناء</p></footer>"
)


def linked(**told: Any) -> str:
    body = json.dumps([{"@type": "BreadcrumbList"}, told], ensure_ascii=False)
    return f'<script type="application/ld+json">{body}</script>'


SHAPES: dict[str, tuple[str, str, str]] = {
    "a theme of blogs, a box inside the text": (
        f"<title>{TITLE} – موقع الميناء</title>",
        f'{MENU}<article><h1 class="entry-title">{TITLE}</h1><div class="meta"><span'
        ' class="author-meta"><a>سلمى الورّاق</a></span><span>مارس 25, 2021</span>'
        '<span>0</span><span>45</span><span>دقيقة واحدة</span></div><div class="entry">'
        f"<p>{STORY[0]}</p><div>اقرأ أيضا</div><ul><li><a>وزير الري يتفقد محطات الرفع"
        f"</a></li></ul><p>{STORY[1]}</p><p>{STORY[2]}</p><p>{STORY[3]}</p></div>"
        f"</article>{BESIDE}",
        "2021-03-25",
    ),
    "fields of a content system": (
        f"<title>{TITLE} | موقع الميناء</title>",
        f'{MENU}<div><h1 id="page-title">{TITLE}</h1><span class="date-display-single">'
        "الخميس, 25 مارس, 2021 - 14:30</span><div>سلمى الورّاق</div><div"
        f' class="field-item">{TEXT}</div></div>{BESIDE}',
        "2021-03-25T14:30",
    ),
    "tables and spans, the site before the title": (
        f"<title>موقع الميناء - {TITLE}</title>",
        "<form><table><tr><td><a>الرئيسية</a> | <a>رياضة</a></td></tr><tr><td><span"
        f' id="lblTitle">{TITLE}</span></td></tr><tr><td><span>25/03/2021 02:30 م'
        f"</span></td></tr><tr><td><span>{BROKEN}</span></td></tr></table></form>",
        "2021-03-25T14:30",
    ),
    "a blog whose day stands above the title": (
        f"<title>موقع الميناء: {TITLE}</title>",
        '<h2 class="date-header"><span>الخميس، 25 مارس 2021</span></h2><div><h3>'
        f'{TITLE}</h3><div class="post-body">{BROKEN}</div><div>في <abbr'
        ' class="published" title="2021-03-25T14:30:00+02:00">2:30</abbr></div></div>',
        "2021-03-25T14:30",
    ),
    "a page for phones with a list of linked data": (
        f"<title>{TITLE}</title>"
        + linked(
            **{"@type": ["NewsArticle"]},
            headline=TITLE,
            datePublished="2021-03-25T11:30:00Z",
        ),
        f"<main><h1>{TITLE}</h1><figcaption>عمال في المرفأ (رويترز)</figcaption>{TEXT}"
        f"<section><h2>اقرأ المزيد</h2><a>خبر عن السوق</a></section></main>{BESIDE}",
        "2021-03-25T11:30",
    ),
    "boxes without a name, Open Graph alone": (
        f'<title>{TITLE} - الميناء</title><meta property="og:title" content="{TITLE}">'
        '<meta property="article:published_time" content="2021-03-25T14:30:00+0300">',
        f'<div id="__next">{MENU}<h1 class="css-9">{TITLE}</h1><div class="css-3">'
        + "".join(f'<div class="css-p"><span>{part}</span></div>' for part in STORY)
        + "</div></div>",
        "2021-03-25T14:30",
    ),
    "a wall before the text, which linked data tells": (
        f"<title>{TITLE}</title>"
        + linked(
            **{"@type": "NewsArticle"},
            headline=TITLE,
            datePublished="2021-03-25",
            articleBody="\n\n".join(STORY),
        ),
        f"<h1>{TITLE}</h1><p>{STORY[0]}</p><div><p>هذا المحتوى للمشتركين فقط</p></div>",
        "2021-03-25",
    ),
    "fonts and centred lines, a title that is the site's": (
        "<title>الميناء</title>",
        f"<center><font size=5><b>{TITLE}</b></font></center><p align=center>الخميس 25"
        f" آذار 2021</p><font>{''.join(f'<p>{part}' for part in STORY)}</font>",
        "2021-03-25",
    ),
    "microdata": (
        f"<title>{TITLE}</title>",
        f'<div itemscope><h1 itemprop="headline">{TITLE}</h1><meta'
        ' itemprop="datePublished" content="2021-03-25T14:30"><span itemprop="author">'
        f'سلمى الورّاق</span><div itemprop="articleBody">{TEXT}</div></div>{BESIDE}',
        "2021-03-25T14:30",
    ),
    "Dublin Core, the first heading is the site's": (
        f'<title>{TITLE} :: الميناء</title><meta name="DC.date.issued"'
        ' content="2021-03-25">',
        f"<h1>الميناء</h1><h2>{TITLE}</h2><div>{TEXT}</div>{BESIDE}",
        "2021-03-25",
    ),
    "the day of the visit on top, that of a change below": (
        f"<title>{TITLE} - الميناء</title>",
        f"<div>الأحد 3 أكتوبر 2021</div>{MENU}<h1>{TITLE}</h1><ul><li>محليات</li><li>"
        f"نشر: 25-03-2021</li><li>آخر تحديث: 26-03-2021</li></ul><div>{TEXT}</div>",
        "2021-03-25",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_title_date_and_text_of_a_page(name: str) -> None:
    head, body, published = SHAPES[name]
    page = f'<html dir="rtl" lang="ar"><head>{head}</head><body>{body}</body></html>'
    [document] = HtmlReader().read("صفحة.html", page.encode())
    article = parse_article(document.text)
    assert document.hints.get("title", article.title) == TITLE
    assert document.hints.get("published") == published
    assert article.paragraphs == STORY
    if "سلمى" in body:
        told = document.hints.get("byline", article.byline)
        assert told in ("سلمى الورّاق", None)
    if "موقع الميناء" in head:
        assert document.hints["outlet"] == "موقع الميناء"
