"""Whatever comes in: every non-blank code point is body, metadata or removed, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.raw_article import ParsedArticle, RejectedText, parse_article

PIECES = [
    "محليات",
    "الرئيسية / أخبار / محليات",
    "عودة الماء إلى أحياء المدينة",
    "عودة الماء إلى أحياء المدينة | صحيفة المرفأ",
    "عودة الماء إلى أحياء المدينة - مجتمع - بوابة المرفأ",
    "المرفأ | عودة الماء إلى أحياء المدينة",
    "22.03.2017 | 21:38",
    "مارس 2021",
    "بيروت - رويترز",
    "دفتر المرفأ، سلمى الورّاق - بيروت",
    "نُشر في: 12/03/2021 - 10:22آخر تحديث: 12/03/2021 - 11:00",
    "المصدر: المرفأ + وكالات",
    "آخر تحديث: 12 مارس 2021",
    "مجتمع | 25 مارس 2021 | سلمى الورّاق",
    "كتب: سالم المنصوري",
    "المرفأ - (وكالات): عاد الماء إلى الأحياء الشرقية بعد انقطاع دام يومين كاملين.",
    "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح على مدار الساعة.",
    "وقال مدير المؤسسة إن 300 عامل شاركوا في الإصلاح. اقرأ أيضا: خبر آخر",
    "قد يهمك: عنوان خبر آخر",
    "مواضيع ذات صلة",
    "شارك على فيسبوك",
    "صورة: رويترز",
    "(رويترز)",
    "(س.م)",
    "ساحل نيوز",
    "TAG:",
    "الأكثر قراءة",
    "نستخدم ملفات تعريف الارتباط. موافق",
    "\u202eمخفي\u202c",
    "\u200b",
    "|",
    "- - -",
    "a\x00b",
    "١٢",
]
LINES = st.one_of(
    st.sampled_from(PIECES),
    st.text(max_size=40),
    st.text(alphabet='ابتوي 0١|-–:.،()"«»\u200f\u200b\u202a\ufeff\tـ', max_size=60),
)
RAW = st.lists(LINES, min_size=1, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", " \n", "\u2028"]).map(
        lambda sep: sep.join(lines)
    )
)


def owners(raw: str, article: ParsedArticle) -> list[int]:
    counts = [0] * len(raw)
    spans = [(run.raw_start, run.raw_start + run.length) for run in article.segments]
    spans += [(cut.start, cut.end) for cut in article.removed]
    spans += list(article.fields.values())
    for start, end in spans:
        for at in range(start, end):
            counts[at] += 1
    return counts


@given(RAW)
def test_every_visible_code_point_has_one_owner(raw: str) -> None:
    try:
        article = parse_article(raw)
    except RejectedText:
        return
    for char, count in zip(raw, owners(raw, article), strict=True):
        assert count == 1 or (char.isspace() and count < 2)
    for cut in article.removed:
        assert cut.text == raw[cut.start : cut.end]


@given(RAW)
def test_each_letter_of_the_body_leads_back_to_the_raw_text(raw: str) -> None:
    try:
        article = parse_article(raw)
    except RejectedText:
        return
    for run in article.segments:
        for at in (run.body_start, run.body_start + run.length - 1):
            there = article.raw_offset(at)
            assert raw[there] == article.body[at]
            assert article.body_offset(there) == at
    for cut in article.removed:
        assert article.body_offset(cut.start) is None


@given(st.text(max_size=300))
def test_any_text_ends_in_an_article_or_a_reason(raw: str) -> None:
    try:
        article = parse_article(raw)
    except RejectedText:
        return
    assert article.body
    assert article.title
