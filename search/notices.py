"""Says in words what a search has to say about a query."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.language.syntax import Notice, Trouble

_SENTENCES = {
    Trouble.TOO_LONG: _("السؤال أطول من %(subject)s حرفًا؛ بُحث عن أوله."),
    Trouble.TOO_MANY_TERMS: _("السؤال أكثر من %(subject)s كلمة؛ بُحث عن أوائلها."),
    Trouble.TOO_DEEP: _("أقواس متداخلة فوق %(subject)s؛ أُهملت الزائدة."),
    Trouble.UNBALANCED: _("قوس بلا نظير؛ أُكمل أو أُهمل."),
    Trouble.SHORT_PATTERN: _(
        "تحتاج النجمة إلى ثلاثة أحرف قبلها؛ بُحث عن «%(subject)s» كلمةً عادية."
    ),
    Trouble.SHORT_FUZZY: _(
        "يحتاج البحث التقريبي إلى كلمة من أربعة أحرف؛ بُحث عن «%(subject)s» كما هي."
    ),
    Trouble.UNREADABLE_DATE: _("لم يُفهم التاريخ «%(subject)s»؛ بُحث عنه كلمات."),
    Trouble.UNREADABLE_NUMBER: _("لم يُفهم العدد «%(subject)s»؛ بُحث عنه كلمات."),
    Trouble.TOO_MANY_FIGURES: _(
        "أرقام كثيرة كهذا؛ بُحث في أحدث %(subject)s من المقالات التي تذكرها."
    ),
    Trouble.NOTHING_TO_FIND: _("ليس في «%(subject)s» ما يُبحث عنه."),
    Trouble.UNKNOWN_HEADING: _("لا يوجد في الأرشيف ما اسمه «%(subject)s»."),
    Trouble.LOOSENED: _("لا مقال يجمع كل الكلمات؛ هذه مقالات فيها بعضها."),
    Trouble.FEW_WITH_ALL: _(
        "قليل من المقالات يجمع كل الكلمات (%(subject)s)؛ ومعها هنا ما فيه بعضها، "
        "أقربها أولًا."
    ),
    Trouble.SENTENCE: _(
        "السؤال جملة طويلة: يكفي بعض كلماتها، وأقرب المقالات إليها أولًا."
    ),
    Trouble.TOO_MANY_FORMS: _(
        "كلمات كثيرة تبدأ هكذا: «%(subject)s»؛ بُحث عن أكثرها ورودًا."
    ),
    Trouble.SYNONYMS: _("بُحث عن المترادفات أيضًا: %(subject)s."),
}


def notice_text(notice: Notice) -> str:
    """Give the sentence of a notice."""
    return str(_SENTENCES[notice.trouble]) % {"subject": notice.subject}
