"""The table of operations: addresses, description and the page about it follow it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.api import answers
from search.api.endpoints import Operation
from search.api.parameters import LARGEST_ID, PAGING, choice, day, integer, number, text
from search.api.records import COUNT, FLAG, TEXT, Schema
from search.language.request import Sort
from search.language.syntax import LONGEST_QUERY

_HEADINGS = (
    text("outlet", _("المصدر كما في عنوان صفحته؛ يتكرر."), many=True),
    text("section", _("القسم كما في عنوان صفحته؛ يتكرر."), many=True),
    text("author", _("الكاتب كما في عنوان صفحته؛ يتكرر."), many=True),
)
_DAYS = (
    day("since", _("من هذا اليوم.")),
    day("until", _("إلى هذا اليوم.")),
)
_OF_ARTICLE = integer("article", _("رقم مقال في الأرشيف."), 1, LARGEST_ID)
_SEARCHED = (
    text("q", _("السؤال بلغة صفحة البحث."), LONGEST_QUERY),
    *_HEADINGS,
    text("without_outlet", _("ليس من هذا المصدر؛ يتكرر."), many=True),
    text("without_section", _("ليس من هذا القسم؛ يتكرر."), many=True),
    text("without_author", _("ليس لهذا الكاتب؛ يتكرر."), many=True),
    *_DAYS,
    choice("synonyms", _("0: بلا مترادفات."), ["0", "1"]),
)


def _answer(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _many(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


_NEXT: Schema = {"anyOf": [TEXT, {"type": "null"}]}

OPERATIONS = (
    Operation(
        "articles",
        "articles",
        _("المقالات"),
        _("المقالات المنشورة، الأحدث أولًا، كلها أو ما تبقيه المعاملات."),
        answers.articles,
        _answer(total=COUNT, next=_NEXT, articles=_many("ArticleSummary")),
        (
            *_HEADINGS,
            *_DAYS,
            integer("name", _("رقم اسم يذكره المقال."), 1, LARGEST_ID),
            *PAGING,
        ),
        examples=("limit=2", "since=2014-01-01&until=2014-12-31"),
    ),
    Operation(
        "article",
        "articles/{id}",
        _("مقال واحد"),
        _("المقال بنصه وأرقامه وأسمائه ونسخه المحفوظة."),
        answers.article,
        {"$ref": "#/components/schemas/Article"},
        modified="updated",
        examples=("",),
    ),
    Operation(
        "search",
        "search",
        _("البحث"),
        _("نتائج صفحة البحث نفسها وبترتيبها، مع مقتطف من كل مقال."),
        answers.search,
        _answer(
            total=COUNT,
            at_least=FLAG,
            reserve=FLAG,
            notices={"type": "array", "items": TEXT},
            next=_NEXT,
            hits=_many("Hit"),
        ),
        (
            *_SEARCHED,
            choice("sort", _("الترتيب."), [str(sort) for sort in Sort]),
            *PAGING,
        ),
        examples=("q=هدنة", 'q="عودة العائلات"&sort=newest&limit=5'),
    ),
    Operation(
        "trends",
        "trends",
        _("التواتر في الزمن"),
        _("كم مقالًا في كل شهر من نتائج بحث؛ وما لا يُعرف شهره محسوب وحده."),
        answers.trends,
        _answer(
            total=COUNT,
            at_least=FLAG,
            reserve=FLAG,
            without_month={"type": "integer"},
            months=_many("Month"),
        ),
        _SEARCHED,
        examples=("q=هدنة",),
    ),
    Operation(
        "figures",
        "figures",
        _("الأرقام"),
        _("الأرقام كما وردت في المقالات، كل منها بموضعه وكلماته."),
        answers.figures,
        _answer(next=_NEXT, figures=_many("Figure")),
        (
            _OF_ARTICLE,
            text("noun", _("ما يُعدّ: قتيل، عائلة."), 60),
            text("kind", _("نوع الرقم: count, money, percent."), 20),
            text("unit", _("الوحدة."), 40),
            text("modifier", _("المحدِّد."), 20),
            number("min", _("القيمة من.")),
            number("max", _("القيمة إلى.")),
            *_HEADINGS,
            *_DAYS,
            *PAGING,
        ),
        examples=("noun=عائلة&min=100",),
    ),
    Operation(
        "names",
        "names",
        _("الأسماء"),
        _("من تذكرهم المقالات وما تذكره، وكم مقالًا يذكر كلًّا."),
        answers.names,
        _answer(next=_NEXT, names=_many("Name")),
        (
            text("q", _("كلمات من الاسم."), 160),
            choice("kind", _("شخص أو جهة أو مكان."), ["PER", "ORG", "LOC"]),
            *PAGING,
        ),
        examples=("kind=PER&limit=5",),
    ),
    Operation(
        "captures",
        "captures",
        _("النسخ المحفوظة"),
        _("متى حُفظ كل مقال وبصمة بايتاته وأين تُنزَّل."),
        answers.captures,
        _answer(next=_NEXT, captures=_many("Capture")),
        (_OF_ARTICLE, text("sha256", _("بصمة SHA-256."), 64), *PAGING),
        examples=("limit=2",),
    ),
)
