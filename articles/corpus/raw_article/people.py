"""Recognises an author's name: by its label, or by its first word in a header line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.corpus.arabic import fold, fold_with_offsets
from articles.corpus.raw_article.page import word_set, words_of

_LABEL_WORDS = """
    كتب كتبت كتبه كتبها بقلم قلم تحرير إعداد اعداد أعده أعدته الكاتب الكاتبة كاتب كاتبة المحرر المحررة محرر المؤلف المراسل مراسل مراسلنا
    مراسلتنا مراسلة تقرير تحقيق حوار حاوره حاورته حاورها أجرى الحوار ترجمة ترجمه ترجمته بواسطة متابعة رصد خاص By Author Written
"""
_LABELS = "|".join(
    sorted({fold(word) for word in _LABEL_WORDS.split()}, key=len, reverse=True)
)
_LABELLED = re.compile(
    rf"\W{{0,3}}(?P<label>(?:{_LABELS})(?:[ ]?(?:و|/)[ ]?(?:{_LABELS}))?)"
    rf"(?P<sign>\s*[:：\-–—/،,]\s*|\s+)(?P<name>\S.*)\Z"
)
# These labels are ordinary words: they need a colon (or the like) after them.
_NEED_SIGN = frozenset(
    fold(word)
    for word in "قلم تقرير تحقيق حوار خاص متابعة رصد مراسلنا مراسل مراسلة مراسلتنا محرر كاتب كاتبة".split()
)

_GIVEN_NAMES = frozenset(
    fold(name)
    for name in """
    محمد أحمد محمود مصطفى علي حسن حسين عمر عثمان خالد وليد سعيد سعد سالم سليم سليمان إبراهيم إسماعيل إسحاق يعقوب يوسف يونس يحيى
    موسى عيسى داود هارون زكريا آدم نوح إدريس صالح صلاح طارق طلال طه ياسر ياسين ياسمين يارا يزن يمان وائل وسام وسيم هاني هشام هيثم
    هادي همام هند هدى هناء هبة هالة نور نورا نورة نوال نبيل نبيلة نادر نادية نادين ناصر نجيب نجوى نجلاء نزار نضال نعيم نعمان نايف
    نواف مالك ماجد مازن ماهر مأمون مجدي محسن مختار مدحت مراد مرام مروان مروة مريم مسعود مشعل مصعب معاذ معتز معن مفيد مكرم منار منال
    منذر منصور منى منير منيرة مها مهدي مهند مؤيد مي ميس ميساء ميسون لؤي لبنى لمى لمياء لينا ليلى لطفي لطيفة رهف كامل كاظم كارم كارين كريم كريمة
    كمال كنان قاسم قصي قيس فؤاد فادي فارس فاروق فاضل فاطمة فايز فتحي فدوى فراس فرح فريد فريدة فهد فهمي فوزي فيصل فيروز غادة غازي
    غسان غيث عائشة عادل عارف عاصم عاطف عامر عايد عباس عبد عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبداللطيف عبدالقادر عبدالحميد عبدالرزاق
    عبدالسلام عبدالمجيد عبدالناصر عبدالهادي عبدالوهاب عبده عبير عدنان عدي عزام عزت عزة عزيز عصام عفاف عفيف علاء عماد عمار عمرو عواد
    عوض غدير ضياء صبا صباح صبحي صبري صفاء صفوان صهيب شادي شادية شاكر شريف شريفة شكري شهاب شهد شيماء شيرين سارة سامح سامر سامي
    سامية سحر سرمد سعاد سلام سلامة سلطان سلمى سلمان سلوى سليمة سمر سمير سميرة سناء سند سهى سهام سهيل سهير سوسن سيف سيرين زاهر زايد زياد
    زيد زيدان زينب زهير زهراء رائد رائدة راشد رامي رامز رانيا رباب رجاء رجب رحاب رشا رشاد رشيد رشيدة رضا رضوان رغد رفيق رمزي رنا رنيم
    روان رولا رياض ريم ريما ذكرى داليا دانا دانية دعاء دلال ديانا ديما ديمة دينا خديجة خليل خلود خير خيري حاتم حازم حامد حبيب حسام حسان
    حسناء حسني حكيم حليمة حمد حمدان حمدي حمزة حنان حنين حيدر حياة جابر جاسم جاد جلال جمال جميل جميلة جمانة جنى جهاد جهان جواد جود
    جورج جوزيف جوزف جوني جيهان تامر تحسين توفيق تيسير تغريد تهاني ثائر ثامر ثروت بدر بدوي براء برهان بسام بسمة بسيم بشار بشرى بشير بلال
    بلقيس بهاء بهجت بهيج بيان أسامة أسعد أسماء أسمى أسيل أشرف أكرم ألاء آلاء أماني أمجد أمل أميرة أمير أمين أمينة أنس أنور أنيس أنيسة
    أوس أيمن أيهم أيوب إحسان إخلاص إسراء إلهام إلياس إليان إيمان إيناس إياد إيلي إيهاب آية آيات أروى أريج أزهار باسل باسم بتول بثينة
    أبو أم ابن بن بطرس بولس بيار ميشال ميشيل مارون مارك ماري ماريا مايا ميرنا ميريام طوني أنطوان أنطون إدوار إدمون ريتا ريمون سمعان شربل
    عبود فرنسوا فيليب كلود كلوديا كميل لارا لويس نقولا نيكولا وفاء وداد وجدي وحيد ورود وردة وصال وعد ولاء وفيق وهيب يسرى يسار يمنى
    كوثر ليث لجين لميس لقاء ماريانا محاسن مختارة مرزوق مسلم مشاري مطيع معالي مفتاح ملاك ملك منتصر منهل ميثاق ميلاد ناجي ناجح ناهد ندى
    ندين نسرين نسيم نشأت نصر نهى نهاد نهال نوري هاجر هاشم هايدي هزاع هلا هلال هويدا وجيه تقى تقوى تماضر تميم جعفر حارث حذيفة حنا دارين
    دريد راغب رؤى رؤوف زين زينة سجى سديم سعدون شذى شهيرة صادق صفية ضحى طيبة عاتكة عبلة عتاب غالب غفران فيحاء قتيبة قمر كفاح لقمان
    """.split()
)
_NAME_JOINS = word_set("بن ابن بنت ولد آل عبد أبو أم الدين أمين محمد أحمد علي")
_NOT_NAMES = frozenset(
    fold(word)
    for word in "في من إلى عن مع بعد قبل بين هذا هذه التي الذي أن إن قال يقول كان و ثم أو لا لم لن عام يوم".split()
)


@dataclass(frozen=True, slots=True)
class Byline:
    """An author's name in a line: ``name == line[start:end]``."""

    name: str
    start: int
    end: int


def labelled_byline(text: str) -> Byline | None:
    """Read a name behind its label: «كتب: …», «بقلم …», "By …".

    >>> labelled_byline("بقلم: سلمى الورّاق").name
    'سلمى الورّاق'
    """
    if len(text) > 80:
        return None
    folded = fold_with_offsets(text)
    found = _LABELLED.match(folded.text)
    if not found:
        return None
    label = found["label"].split()[0]
    if label in _NEED_SIGN and not found["sign"].strip():
        return None
    if not _is_possible_name(found["name"]):
        return None
    start, end = folded.span(found.start("name"), found.end("name"))
    name = text[start:end].strip(" .:،,-–—|")
    start = text.index(name, start)
    return Byline(name, start, start + len(name))


def _is_possible_name(folded_name: str) -> bool:
    words = words_of(folded_name)
    if not 1 <= len(words) <= 8 or any(char.isdigit() for char in folded_name):
        return False
    return not _NOT_NAMES.intersection(words)


def is_person(words: list[str]) -> bool:
    """Tell whether a few folded words look like a name: a given name first.

    Four words or five are a name only with a «بن» or the like, else a headline.

    >>> is_person(["مالك", "الحافظ"]), is_person(["اقتصاد", "واعمال"])
    (True, False)
    """
    if not 2 <= len(words) <= 5 or words[0] not in _GIVEN_NAMES:
        return False
    if len(words) > 3 and not _NAME_JOINS.intersection(words):
        return False
    return not any(word in _NOT_NAMES or word.isdigit() for word in words)
