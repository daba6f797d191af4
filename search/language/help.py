"""What can be written in a query: the help page shows this table, a test parses it."""

from __future__ import annotations

from typing import NamedTuple


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation; the page translates it."""
    return sentence


class Form(NamedTuple):
    """One way of asking: an example of it and what it means."""

    example: str
    meaning: str


FORMS = (
    Form(
        "نازح عودة",
        gettext_noop("مقالات فيها الكلمتان بأي صيغة: النازحون، نازحين، العودة…"),
    ),
    Form("«دير الزور»", gettext_noop("العبارة كما هي، كلماتها متتالية.")),
    Form('"قوات الأسد"~3', gettext_noop("كلمات متقاربة بينها ثلاث كلمات على الأكثر.")),
    Form("=كتاب", gettext_noop("الكلمة نفسها لا صيغها: لا الكتاب ولا كتابه.")),
    Form("سوريا أو العراق", gettext_noop("إحدى الكلمتين تكفي؛ وكذلك OR.")),
    Form("هدنة -حلب", gettext_noop("مقالات ليس فيها ما بعد الناقص؛ وكذلك «ليس» وNOT.")),
    Form("(هدنة أو تهدئة) إدلب", gettext_noop("الأقواس تجمع ما يُعامل معًا.")),
    Form("انتخاب*", gettext_noop("كلمات تبدأ بهذه الحروف؛ ثلاثة أحرف على الأقل.")),
    Form("ماكغورك~", gettext_noop("كلمات تخالفها في حرف واحد.")),
    Form("عنوان:هدنة", gettext_noop("في عناوين المقالات وحدها.")),
    Form(
        "رقم:>1000 نازح",
        gettext_noop("مقالات تذكر رقمًا كهذا من هذا المعدود؛ والمعدود اختياري."),
    ),
    Form(
        "رقم:[100 إلى 3 آلاف] قتيل",
        gettext_noop("ما بين الرقمين، بأي كتابة: 3000 و٣٬٠٠٠ و«ثلاثة آلاف»."),
    ),
    Form("مصدر:«صحيفة المرفأ»", gettext_noop("مقالات هذا المصدر؛ ومثله قسم: وكاتب:")),
    Form("تاريخ:[2014 إلى 2016]", gettext_noop("ما نُشر بينهما؛ ويصح تاريخ:2014-08.")),
)
