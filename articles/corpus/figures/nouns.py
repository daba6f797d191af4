"""The noun that a number counts, with one adjective, and its key for comparison."""

from __future__ import annotations

from functools import lru_cache

from articles.corpus.arabic import TATWEEL, fold
from articles.corpus.dates.months import MONTHS
from articles.corpus.figures.noun_forms import (
    CONSTRUCT_NOUNS,
    DUAL_NOUNS,
    DUAL_ONLY_NOMINATIVE,
    KNOWN_NOUNS,
    SINGULAR_OF,
)
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.scales import SCALES
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import duals_of

NEVER_NOUNS = folded_set(
    """
أحدهما أحدهم إحداهما إحداهن آخرهم كأن كأنه كذلك كانا فإن فإنه فيهم فيهما فقد فلم فلا
فكان فلن كمعدل كحد تم تمكن تمكنت تعرض تعرضت تقع تقوم توفي توفيت تسبب تسببت تشمل تضم
تقدر تبلغ ترتفع تتراوح تجاوز تجاوزت تعادل تقارب تناول تراوح تعمل تعد تعتبر
تستخدم تحمل تزيد تضمنت شملت شمل ضمت أسفر أسفرت أدى أدت هاجر عاش أعيد بدأ بدأت هجرية
هجري ميلادية ميلادي ميلاديا هجريا للهجرة للميلاد من في على إلى عن مع خلال بعد قبل
منذ حتى أن إن أنه أنها إذ إذا التي الذي الذين ممن مما هم هي هو هن كما فيما بينما حيث
لكن أو أم ثم أي لم لن لا ما قد كان كانت كانوا يكون تكون عند لدى ضد حول عبر بين وسط
داخل خارج أمام مقابل بسبب بما وفق بحسب علما أما إنما بل سوى غير إلا كل بعض جميع هذا
هذه ذلك تلك هناك هنا منهم منها منه بينهم بينها بينهن فقط أيضا تقريبا معا حاليا سابقا
لاحقا يوميا شهريا سنويا أسبوعيا على الأقل أصيب أصيبوا قتل قتلوا لقوا لقي تم جرى تمت
بلغ بلغت عاد عادوا وصل وصلت قال أكد أعلن أضاف ليس ليست نحو حوالي قرابة أكثر أقل دون
تحت فوق مقارنة مقابل مثل ضمن لكل عام مساء صباحا مساء ظهرا اليوم أمس فى الى على حتي
لكون كونها كونهم وهو وهي وهم فيها فيه لها له لهم عليها عليه عليهم عنها عنه إليها
إليه نصف ربع ثلث إضافة فضلا قرب جراء نتيجة إثر عقب رغم بدلا عوضا مؤخرا دفعة فأكثر
فأقل فما شمالي جنوبي شرقي غربي شمال جنوب شرق غرب يعاني تعاني يجري تجري يأتي تأتي
ينوي حسب ضده ضدها ضدهم لقاء إزاء تجاه حيال سيتم يتم تتم نقلا رقم ص ت ر بتاريخ سنويا
"""
)
_MONTHS = frozenset(
    words[0] for words, month in MONTHS.items() if len(words) == 1 and month.trust
)
_NOUNS_IN_WAW = folded_set(
    """
وزير وزيرا وزراء وزيرة وزارة وزارات وفاة وفيات وحدة وحدات وحدة ولاية ولايات وثيقة
وثائق وكالة وكالات وكيل وظيفة وظائف ورقة ورقات أوراق وجبة وجبات وسيلة وسائل واجب
واجبات وردة ورود ورشة ورش ورشات وسام أوسمة وصية وقفة وقفات واقعة وقائع وعد وعود وجه
وجوه وجهة وجهات وفد وفدا وفود والد والدة ولد واحة وادي وديان وعاء وديعة ودائع واط
وات وصفة وصفات وسيط وسطاء ورم أورام وسم وسوم وطن
"""
)
_NOUNS_IN_YA = folded_set(
    """
يوم يوما يورو يد يدا يخت يختا يخوت يتيم يتيما يمني يمنيا يمنيين ياباني يابانيا يهودي
يهوديا
"""
)
_PREPOSITIONS = ("ب", "ل")
_VERB_STARTS = ("ي", "س")
_DOUBLE_TA = ("تت",)
"""«تتبرع», «تتراوح»: of nouns only «تتويج» begins so, and nobody counts it."""
_ADJECTIVE_TRAPS = folded_set(
    """
في التي الذي لدى إلى على حتى يعاني تعاني يجري تجري يأتي تأتي ينتمي تنتمي يلتقي تلتقي
ينوي تنوي ينتهي تنتهي يكفي تكفي أخرى كي لكي وهي وفي حوالي يؤدي تؤدي يقضي تقضي يبكي
يمضي تمضي بالتالي أي نحوي حالي يروي تروي يدعي تدعي يشتري يرتدي يغطي تغطي يرضي شمالي
جنوبي شرقي غربي بقي لقي رضي
"""
)
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات", "ياً")
_COMMON_ADJECTIVES = folded_set(
    """
جديد جديدا جديدة جدد كبير كبيرا كبيرة صغير صغيرا صغيرة آخر أخرى آخرين آخرون إضافي
مسلح مسلحا مسلحين مسلحة متتالية متتاليا متتال متتالي مختلفة مختلفا مختلف مؤكدة مؤكد
نشطة نشط محتلة شاغر شاغرة رئيسية رئيسي خطيرة حرجة مفخخة مسيرة مشتبه عضوية سكنية
متوسط متوسطة قصيرة طويلة ثقيلة خفيفة متحدة مشاركة عاملة نووية كاملة كاملا
"""
)


def may_be_noun(source: Source, at: int) -> bool:
    """Tell whether token ``at`` can be what the number before it counts.

    Agreement is a help and never a gate; the closed classes, verbs and words with a
    preposition are refused.
    """
    if source.kind(at) != "word" or not source.same_line(at):
        return False
    if TATWEEL in source.gap(at):
        return False  # «1 ـ النادي» is a list
    return _is_noun(source.words[at], source.tokens[at].text)


@lru_cache(maxsize=8192)
def _is_noun(word: str, written: str) -> bool:
    if word in KNOWN_NOUNS or word in _NOUNS_IN_WAW or word in _NOUNS_IN_YA:
        return True
    if word[-1] == "ا" and word[:-1] in KNOWN_NOUNS:
        return True
    if singular(word) in KNOWN_NOUNS and not word.startswith("ال"):
        return True
    if len(word) < 3 or not "\u0621" <= word[0] <= "\u064a":
        return False
    if word in NEVER_NOUNS or word in SCALES or word in _MONTHS:
        return False
    if word.startswith(("ال", "كال", "فال")) and not written.startswith(
        ("أل", "إل", "آل")
    ):
        return False
    if word[0] == "و" or word.endswith("وا"):
        return False
    if word.startswith(_PREPOSITIONS):
        return _is_prefixed_noun(word)
    if word.startswith(_DOUBLE_TA):
        return False
    return not (word.startswith(_VERB_STARTS) and _is_verb(word))


def _is_prefixed_noun(word: str) -> bool:
    """Tell «بلدا» from «بجروح»: only a noun agrees, or has the shape of a plural."""
    if word.startswith(("بال", "لل", "بم")):
        return False  # «بمشاركة»: no noun begins with بم
    if word.endswith(("هم", "ها", "هما", "هن")):
        return False
    bare = word.removesuffix("ا")
    return (
        bare in KNOWN_NOUNS
        or singular(word) in KNOWN_NOUNS
        or (word.endswith(("ه", "ات", "ا")) and word[1:] not in KNOWN_NOUNS)
    )


def _is_verb(word: str) -> bool:
    if word[0] == "ي":
        return True
    return word[0] == "س" and word[1:2] in ("ي", "ت") and len(word) > 4


def is_unmarked_verb(word: str) -> bool:
    """Tell «تهدي» from «تذكرة» and «تلميذا» behind 11 to 99, which want an accusative.

    >>> [is_unmarked_verb(fold(word)) for word in ("تهدي", "تلميذا", "تذكرة")]
    [True, False, False]
    """
    if not word.startswith("ت") or singular(word) in KNOWN_NOUNS:
        return False
    if word.endswith(("ها", "هم")):
        return True  # what is counted is nobody's: «تحملها»
    is_deed = len(word) == 5 and word[3] == "ي"  # «97 تهديد», a case forgotten
    return not word.endswith(("ا", "ه")) and not is_deed


def read_noun(
    source: Source, at: int, of_whole: bool = False
) -> tuple[int, int] | None:
    """Give the tokens of the noun at ``at`` and its adjective: ``[first:end]``.

    After «من» a count takes a plural («ستة من رجال الجيش»); a part ``of_whole`` takes
    any whole («65 بالمئة من الأرض»).
    """
    if source.word(at) in ("«", '"', "“") and source.same_line(at + 1):
        at += 1
    if source.word(at) == "من" and source.same_line(at + 1):
        return _partitive(source, at + 1, of_whole)
    if not may_be_noun(source, at):
        return None
    return at, at + 1 + _adjectives(source, at)


def _partitive(source: Source, at: int, of_whole: bool) -> tuple[int, int] | None:
    word = source.words[at]
    bare = word.removeprefix("ال")
    plural = bare in SINGULAR_OF or bare.endswith(("ات", "ين", "ون"))
    whole = of_whole and (word.startswith("ال") or may_be_noun(source, at))
    if word in NEVER_NOUNS or word in _TIMES or not (plural or whole):
        return None
    return at, at + 1


_TIMES = folded_set("الآن الساعة اليوم أصل بين")


def _adjectives(source: Source, at: int) -> int:
    """Count the adjective after the noun: 0 or 1."""
    if source.kind(at + 1) != "word" or not source.same_line(at + 1):
        return 0
    noun, word = source.words[at], source.words[at + 1]
    if word in _COMMON_ADJECTIVES:
        return 1
    written = source.tokens[at + 1].text
    if len(word) < 4 or word in _ADJECTIVE_TRAPS or written.rstrip().endswith("ى"):
        return 0
    if word.startswith("ال") and not written.startswith(("أل", "إل", "آل")):
        return 0
    if word.startswith(("ب", "ل", "و", "ف")) and word[1:] in _ADJECTIVE_TRAPS:
        return 0
    if word[0] == "و" or word.startswith("بم") or not word.endswith(_NISBA):
        return 0  # «فضاءات بمعتمدية»
    if word[0] in "بل" and singular(word[1:]) in KNOWN_NOUNS:
        return 0  # «سبع محليات بولاية كسلا»
    return int(_agree(noun, word))


def _agree(noun: str, adjective: str) -> bool:
    if adjective.endswith("يه"):
        return noun in SINGULAR_OF or noun.endswith(("ه", "ات"))
    if adjective.endswith("يا"):
        return noun.endswith("ا")
    if adjective.endswith(("يين", "يون")):
        return noun in SINGULAR_OF or noun.endswith(("ين", "ون"))
    return not noun.endswith("ه") and noun not in SINGULAR_OF


def singular(word: str) -> str:
    """Give the folded singular of a folded noun as far as its shape tells.

    >>> [singular(fold(word)) for word in ("قتلى", "قتيلا", "الغارات", "مدنيين")]
    ['قتيل', 'قتيل', 'غاره', 'مدني']
    """
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    if word in SINGULAR_OF:
        return SINGULAR_OF[word]
    if word in KNOWN_NOUNS:
        return word
    if len(word) > 4 and word.endswith("ات"):
        stem = word[:-2]
        return stem if stem in KNOWN_NOUNS else stem + "ه"
    if len(word) > 4 and word.endswith(("ين", "ون", "ان")):
        stem = word[:-2]
        if stem.endswith("ت"):
            stem = stem[:-1] + "ه"
        return stem if not word.endswith("ان") or stem in KNOWN_NOUNS else word
    if len(word) > 3 and word.endswith("ا"):
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def noun_key(noun: str) -> str:
    """Give the key by which nouns of two articles are compared.

    >>> noun_key("لاجئًا عراقيًا") == noun_key("لاجئين عراقيين") == "لاجي عراقي"
    True
    """
    return " ".join(singular(word) for word in fold(noun).split())


_ANAPHORIC = frozenset(
    ["فريق", "جانب", "طرف", "جهه", "رييس", "وزير", "زعيم", "حزب", "وقت"]
)


def _duals() -> dict[str, tuple[str, bool]]:
    table = {}
    for name in DUAL_NOUNS.split():
        for dual in duals_of(name):
            table[dual] = (name, False)
            if fold(name) not in _ANAPHORIC:
                table["ال" + dual] = (name, True)
    for plural in ("طالبان", "بلدان", "البلدان"):  # the Taliban, and countries
        del table[plural]
    for name in DUAL_ONLY_NOMINATIVE.split():
        table[duals_of(name)[0]] = (name, False)
    return table


CONSTRUCT_DUALS = {
    fold(name)[:-1] + ending: name
    for name in CONSTRUCT_NOUNS.split()
    for ending in ("تا", "تي")
}
"""Folded dual before its noun -> singular: «حالتا وفاة», «حالتي وفاة»."""
NOUN_DUALS = _duals()
"""Folded dual -> (singular, is definite): «شخصان»، «البلدين»."""
