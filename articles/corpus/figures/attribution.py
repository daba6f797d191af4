"""Who says it: «وأكد البيان أن …»، «وفق المرصد»، «الصحة: 20 إصابة»."""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.candidates import Candidates
from articles.corpus.figures.currency_tables import PLACES
from articles.corpus.figures.figure import Claimant
from articles.corpus.figures.ordinals import ORDINALS
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source

# Verbs of speaking; their subject follows.
_SPEAKS = """
قال قالت يقول تقول أكد أكدت يؤكد تؤكد أوضح أوضحت يوضح توضح أضاف أضافت ذكر ذكرت أفاد
أفادت صرح صرحت أشار أشارت لفت لفتت اعتبر اعتبرت شدد شددت زعم زعمت ادعى ادعت أبلغ أبلغت
أورد أوردت أردف نوه نوهت توقع توقعت حذر حذرت نفى نفت أعلن أعلنت
"""
# Verbs that take a thing as well: only a definite subject, or one of ``_SPEAKERS``.
_REVEALS = """
كشف كشفت أظهر أظهرت نشر نشرت يكشف تكشف يعلن تعلن
"""
# Verbs of counting: only one of ``_SPEAKERS`` («سجلت الأسهم» says nothing).
_COUNTS = "نقل نقلت سجل سجلت أحصى أحصت وثق وثقت رصد رصدت قدر قدرت بينت يقدر تقدر"
_SPEAKERS = folded_set(
    """
وزير وزيرة رئيس رئيسة مدير مديرة مسؤول مسؤولة مسؤولون مصدر مصادر متحدث متحدثة ناطق
ناطقة قائد أمين نائب محافظ عضو خبير خبراء محلل محللون مراسل شهود ناشطون نشطاء وزارة
وكالة هيئة منظمة مؤسسة شركة بنك صحيفة جريدة مجلة شبكة إذاعة
راديو تلفزيون موقع قناة مركز معهد جامعة دراسة تقرير بيان
بلاغ إحصائية إحصاء بيانات أرقام استطلاع مكتب لجنة مجلس حكومة جيش قوات شرطة سلطات
محكمة نقابة اتحاد جمعية صندوق مرصد حزب حركة كتلة إدارة مديرية مستشفى أطباء محام والد
"""
)
_ACCORDING_TO = "وفق وفقا بحسب حسب طبقا نقلا استنادا حسبما وفقما بحسبما لقول"
_LINKS = folded_set(
    """
ل عن إلى ما به بها لها له لنا أفاد أفادت أفادنا أفادتنا أكد أكده أكدته أكدت ذكر ذكره
ذكرته ذكرت صرح صرحت أعلن أعلنه أعلنته أعلنت قال قاله قالت نقل نقلت نقله نقلته نشر
نشرت نشره نشرته جاء ورد كشف كشفه كشفته أوضح أوضحه بيان في أوردته أوردت أورده
وصف تعبير رواية قول لسان
"""
)
_ENDS = folded_set(
    """
أن إن أنه أنها أنهم بأن إنه إنها إنهم بأنه بأنها في من على إلى عن خلال عبر بعد قبل
منذ حتى مع ضد حول لدى عند اليوم أمس الذي التي الذين أو أم ثم كما فيما بينما حيث لكن
وقد قد فقد فإن كان كانت وهو وهي إذ ما لم لن لا يوم مساء صباح ظهر وجود مقتل ارتفاع
ارتفع إصابة سقوط وصول تسجيل بلوغ فجر ليل هنا هناك حسب وفق بحسب أيضا مضيفا موضحا
مؤكدا قائلا إلا تعقيبا ردا ضمن إرسال إطلاق رفع خفض بدء إغلاق فتح انخفاض تراجع زيادة
وفاة اعتقال ضبط إحباط تعليق توقيع تنفيذ تقديم منح تخصيص إنشاء استشهاد العثور إلقاء
تدمير استهداف صادر صادرة الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت سماع له
لها به بها لنا التالي التالية أدلى أدلت أدلوا بتاريخ لوكالة لصحيفة لقناة لإذاعة
لشبكة لموقع لجريدة لبرنامج للصحفيين للصحافيين نمو ظهور بنحو بحوالي بأكثر نحو حوالي
قرابة بنسبة بقيمة بمقدار
"""
)
_SKIPPED = frozenset('"«»“”()[]-–') | {
    fold(w) for w in ["عنه", "عنها", "به", "بها", "له", "لها", "لنا"]
}
_OWN_WORDS = folded_set(
    "قوله قولها قولهم تعبيره تعبيرها تقديره تقديرها رأيه رأيها روايته روايتها وصفه"
    " وصفها كلامه كلامها تصريحه تصريحها"
)
_NO_SPEAKERS = folded_set(
    """
مقتضيات أحكام القانون نص المادة الفصل القواعد الشروط المعايير الجدول العقد قانون
برنامج عاجل بالصور فيديو بالفيديو صور المجموعة تحديث النتائج التشكيلة ملاحظة المصدر
المصادر هاتف العنوان الدوري كأس مباراة عدد الأداء أداء الحاجة الخطة خطة الاتفاق
اتفاق الجدول نوع حجم البرنامج الظروف كرة
"""
)
_CONTINUES = "وأضاف وأضافت وتابع وتابعت وأردف وأوضح وأوضحت واستطرد"
_NAMES = folded_set(
    """
إحسان إكرام إسلام إيمان إلهام إنعام تحسين توفيق تيسير رفعت عزت طلعت مدحت حشمت صفوت
شوكت ثروت جودت بهجت نشأت عصمت حكمت نعمت ألفت رأفت بنت اعتماد امتثال ابتسام انتصار
إيناس إيهاب إيفان إلياس إلهان أفنان أشجان ابتهال إسحاق أرسلان بولات خيرت مرفت ميرفت صولت
"""
)
"""Given names in the measure of a verb or of a deed."""
_NO_BEGINNINGS = folded_set(
    "فيها فيه منها منه عليها عليه لديها لديه إليها إليه عندها عنده بينها بينهم فقد"
    " نفسه نفسها أنفسهم أكبر أضخم أهم أفضل أول أولى أعلى أكثر"
)
_WITH_PREPOSITION = tuple(fold(p) for p in ("بأ", "بال", "لأ", "لإ", "بت", "بإ", "كما"))
_LONGEST_NAME = 6
_LONGEST_QUOTE = 8
_FAR = 60  # words from «أضاف» and its subject to «أن»
_QUOTES = {'"': '"', "«": "»", "“": "”"}
_LONGEST_HEADLINE = 5


def _forms(words: str) -> frozenset[str]:
    return frozenset(
        clitic + fold(word) for word in words.split() for clitic in ("", "و", "ف")
    )


_SPEAKING = _forms(_SPEAKS)
_REVEALING = _forms(_REVEALS)
_COUNTING = _forms(_COUNTS)
_ACCORDING = _forms(_ACCORDING_TO)
_ADDING = _forms("أضاف أضافت")
_TELLING = frozenset('"«“:') | folded_set(
    "أن إن أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها"
)
_CONTINUING = frozenset(fold(word) for word in _CONTINUES.split())
_MARKS = _SPEAKING | _COUNTING | _REVEALING | _ACCORDING | _CONTINUING
_THINGS_DO = _ACCORDING | _COUNTING
_SAYING = Candidates(_MARKS.__contains__)


def ends_name(before: str, word: str) -> bool:
    """Tell a verb or a deed that can't belong to the name before it.

    A definite word closes a name: only adjectives, which are definite too, and names
    may follow, and they have not these shapes.

    >>> [ends_name("النور", fold(word)) for word in ("توزيع", "ارتفعت", "السورية")]
    [True, True, False]
    """
    if not before.startswith("ال") or word.startswith("ال") or word in _NAMES:
        return False
    if word.endswith("ت") and len(word) > 3:
        return not word.endswith("ات") and word[0] not in "لبو"
    return is_deed(word)


def is_deed(word: str) -> bool:
    """Tell a verbal noun by its measure: توزيع، إطلاق، إقامة، انفجار، استقبال."""
    if len(word) < 5:
        return False
    if word[0] == "ت" and len(word) == 5:
        return word[3] == "ي"  # تفعيل
    if word[0] != "ا":
        return False
    if word.endswith("ه") and len(word) == 5:
        return word[2] == "ا"  # إفالة
    shapes = ((5, 3, None), (6, 4, (1, "ن")), (6, 4, (2, "ت")), (7, 5, (2, "ت")))
    return any(
        len(word) == length
        and word[alef] == "ا"
        and (mark is None or word[mark[0]] == mark[1])
        for length, alef, mark in shapes
    )


class Attribution:
    """Finds the claimant of a place in the text; the last speaker speaks on."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._by_sentence: dict[int, Claimant | None] = {}
        self._speaker: Claimant | None = None

    def of(self, at: int) -> Claimant | None:
        """Give who says what stands at token ``at``, None where the text is silent."""
        first, last = self._source.sentence(at)
        if first not in self._by_sentence:
            self._by_sentence[first] = self._read(first, last)
        return self._by_sentence[first]

    def _read(self, first: int, last: int) -> Claimant | None:
        headline = self._headline(first, last)
        if headline:
            return headline
        for place in _SAYING.of(self._source.words[first:last]):
            at = first + place
            word = self._source.words[at]
            claimant = self._before(first, at) or self._subject(word, at, last)
            if claimant:
                self._speaker = claimant
                return claimant
            if word in _CONTINUING and self._speaker:
                return self._speaker
        return None

    def _before(self, first: int, at: int) -> Claimant | None:
        """Read «الوزارة تعلن …» and «تونس تؤكد …»: headlines put the subject first."""
        words = self._source.words
        span = words[first:at]
        if not 0 < len(span) < _LONGEST_HEADLINE or words[at] in _THINGS_DO:
            return None
        if words[at][0] in "وف" or any(word in _ENDS for word in span):
            return None
        place = PLACES.at(words, first)
        is_place = place is not None and place[0] == at
        is_speaker = words[first].removeprefix("ال") in _SPEAKERS
        if not (is_place or is_speaker):
            return None
        one_line = all(self._source.same_line(i) for i in range(first + 1, at + 1))
        all_words = all(self._source.kind(i) == "word" for i in range(first, at))
        return self._claimant(first, at) if one_line and all_words else None

    def _subject(self, word: str, at: int, last: int) -> Claimant | None:
        if word in _ACCORDING:
            claimant = self._name(self._after_links(at + 1), last)
            return self._without_preposition(claimant)
        if word in _ADDING and self._source.word(at + 1) in _TELLING:
            return self._speaker  # «وأضاف: "…"»
        claimant = self._name(at + 1, last)
        if claimant is None:
            return None
        if word in _ADDING and not self._tells(claimant, last):
            return None
        if word in _SPEAKING or word in _CONTINUING:
            named_before = self._source.word(at + 1) in _OWN_WORDS
            return self._speaker if named_before else claimant
        first = self._source.words[self._source.token_at(claimant.start)]
        known = first.removeprefix("ال") in _SPEAKERS
        named = first.startswith("ال") and word not in _COUNTING
        return claimant if known or named else None

    def _tells(self, claimant: Claimant, last: int) -> bool:
        """Tell «وأضاف الوزير أن …» from «أضاف المهاجم الهدف الثاني»."""
        end = self._source.token_at(claimant.end - 1) + 1
        stop = min(last, end + _FAR)
        return any(word in _TELLING for word in self._source.words[end:stop])

    def _without_preposition(self, claimant: Claimant | None) -> Claimant | None:
        """Read «وفقا لوزارة الصحة» as «وزارة الصحة»."""
        if claimant is None:
            return None
        at = self._source.token_at(claimant.start)
        word = self._source.words[at]
        if word in _OWN_WORDS:
            return self._speaker
        if word[0] == "ل" and word[:2] != "لل" and len(word) > 4:
            start = self._source.after_letters(at, 1)
            name = self._source.text[start : claimant.end]
            word, claimant = word[1:], Claimant(name, start, claimant.end)
        return None if word in _NO_SPEAKERS else claimant

    def _after_links(self, at: int) -> int:
        while self._source.word(at) in _LINKS and self._source.same_line(at):
            at += 1
        return at

    def _headline(self, first: int, last: int) -> Claimant | None:
        """Read the «الصحة: …» of headlines."""
        words = self._source.words
        for at in range(first + 1, min(first + _LONGEST_HEADLINE, last)):
            if words[at] == ":":
                spoken = words[first] in _NO_SPEAKERS or any(
                    word in _ENDS or word in _MARKS for word in words[first:at]
                )
                topic = self._is_topic(first, at)
                return None if spoken or topic else self._claimant(first, at)
            if self._source.kind(at) != "word" or not self._source.same_line(at):
                return None
        return None

    def _is_topic(self, first: int, end: int) -> bool:
        """Tell the «تونس: …», «الرابطة الثانية: …» of headlines from a speaker."""
        words = self._source.words
        bare = [word.removeprefix("ال") for word in words[first:end]]
        if any(word in _SPEAKERS for word in bare):
            return False
        place = PLACES.at(words, first)
        ranked = words[end - 1] in ORDINALS and words[end - 1].startswith("ال")
        return (place is not None and place[0] == end) or ranked

    def _name(self, at: int, last: int) -> Claimant | None:
        """Take the words of the subject up to a preposition, «أن» or a sign."""
        source = self._source
        while at < last and source.words[at] in _SKIPPED:
            at += 1
        end = at
        while (
            end < min(last, at + _LONGEST_NAME)
            and source.kind(end) == "word"
            and source.words[end] not in _ENDS
            and source.words[end] not in _MARKS
            and (end == at or source.same_line(end))
            and not (end > at and ends_name(source.words[end - 1], source.words[end]))
        ):
            end += 1
        place = PLACES.at(source.words, at)
        goes_on = place and source.word(place[0]).startswith(("ال", "و"))
        if place and place[0] < end and not goes_on:
            end = place[0]  # «أعلنت إيران حالة الطوارئ»
        return self._claimant(at, end) if end > at else None

    def _claimant(self, at: int, end: int) -> Claimant | None:
        source = self._source
        word = source.word(at)
        if source.kind(at) != "word" or len(word) < 3:
            return None
        if word.startswith(_WITH_PREPOSITION) or word in _NO_BEGINNINGS:
            return None
        stop = source.tokens[self._quoted(end) - 1].end
        if word.startswith("لل"):
            start = source.after_letters(at, 1)
            return Claimant("ا" + source.text[start:stop], start, stop)
        start = source.tokens[at].start
        return Claimant(source.text[start:stop], start, stop)

    def _quoted(self, end: int) -> int:
        """Take in the name between quotes: «شبكة "الأفق"», «وكالة (أ ب)»."""
        source = self._source
        closing = _QUOTES.get(source.word(end))
        if closing is None or source.words[end - 1] not in _SPEAKERS:
            return end
        for at in range(end + 2, min(end + _LONGEST_QUOTE, len(source.words))):
            if source.words[at] in closing and source.same_line(at):
                return at + 1
        return end
