"""Units of measure: their names and abbreviations in news, dimension and size.

A row is one unit: symbol, dimension, size in the base unit of its dimension, then its
singular names | plural names | abbreviations; ``_`` stands for a space. Accusatives,
duals, squares, cubes and speeds are derived. Names follow Unicode CLDR and the
abbreviations of newspapers.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.phrases import PhraseTable, rows_of
from articles.corpus.figures.rates import PER_WORDS


class Unit(NamedTuple):
    symbol: str
    dimension: str
    size: Decimal


_ROWS = """
km            length    1000      كيلومتر كيلو_متر كيلوميتر كليومتر | كيلومترات
    كيلو_مترات | كم كلم km
m             length    1         متر | أمتار مترات | م m
cm            length    0.01      سنتيمتر سنتمتر سنتي_متر | سنتيمترات سنتمترات | سم cm
mm            length    0.001     مليمتر ملليمتر ميليمتر ملم | مليمترات ملليمترات
    ميليمترات | مم mm
um            length    0.000001  ميكرومتر ميكرون | ميكرومترات |
nm            length    1e-9      نانومتر نانو_متر | نانومترات |
mile          length    1609.344  ميل | أميال |
nautical_mile length    1852      ميل_بحري عقدة_بحرية | أميال_بحرية ميلا_بحريا |
yard          length    0.9144    ياردة | ياردات |
foot          length    0.3048    قدم | أقدام |
inch          length    0.0254    بوصة إنش انش | بوصات إنشات |
light_year    length    9.4607e15 سنة_ضوئية | سنوات_ضوئية سنين_ضوئية |
hectare       area      10000     هكتار | هكتارات |
dunam         area      1000      دونم | دونمات |
feddan        area      4200      فدان | أفدنة فدادين |
tonne         mass      1000000   طن طن_متري | أطنان أطنان_مترية طنا_متريا | ط.م
quintal       mass      100000    قنطار | قناطير |
kg            mass      1000      كيلوغرام كيلوجرام كيلو_غرام كيلو_جرام كيلوغم |
    كيلوغرامات كيلوجرامات كيلو_غرامات كيلو_جرامات | كغ كغم كجم كلغ كلج كج كيلو kg
g             mass      1         غرام جرام | غرامات جرامات | غ غم جم غر
mg            mass      0.001     مليغرام ملليغرام ميليغرام مليجرام ملغرام | مليغرامات
    ميليغرامات | ملغ ملج مغم ملغم mg
ug            mass      0.000001  ميكروغرام ميكروجرام | ميكروغرامات | مكغ مكغم
ounce         mass      31.1035   أونصة أوقية اونصه | أونصات أوقيات أواق |
pound         mass      453.592   رطل | أرطال |
carat         mass      0.2       قيراط | قراريط |
l             volume    1         لتر ليتر | لترات ليترات | ل
ml            volume    0.001     مليلتر ملليلتر ميليلتر ملي_لتر مليليتر ميليليتر |
    مليلترات ميليلترات | مل ml
hl            volume    100       هكتولتر هكتوليتر هكتو_ليتر هكتو_لتر | هكتولترات
    هكتوليترات |
barrel        volume    158.987   برميل | براميل |
gallon        volume    3.78541   غالون جالون | غالونات جالونات |
cup           volume    0.24      كوب | أكواب |
celsius       heat      1         درجة_مئوية درجة_سلزيوس درجة_سيلزيوس | درجات_مئوية
    درجات_سلزيوس | سلزيوس °_سلزيوس °م °_مئوية درجه_م °c
fahrenheit    heat      1         درجة_فهرنهايت | درجات_فهرنهايت | فهرنهايت °_فهرنهايت
    °ف °f
degree        degree    1         درجة | درجات | °
knot          speed     0.514444  عقدة_في_الساعة | |
gw            power     1e9       غيغاواط جيجاواط غيغاوات جيجاوات غيغا_واط جيجا_وات
    غيغا_وات | غيغاواطات | غ_واط gw
mw            power     1e6       ميغاواط ميجاواط ميغاوات ميغاوت ميجاوات ميقاواط
    ميغا_واط
    ميجا_وات ميغا_وات | ميغاواطات | م_واط mw
kw            power     1e3       كيلوواط كيلووات كيلو_واط كيلو_وات | كيلوواطات | كو kw
watt          power     1         واط | |
horsepower    power     745.7     قوة_حصان حصان_قوة | أحصنة_بخارية |
gwh           energy    3.6e12    غيغاواط_ساعة غيغاواط/ساعة غيغاوات_ساعة جيجاوات_ساعة
    |  |
mwh           energy    3.6e9     ميغاواط_ساعة ميغاواط/ساعة ميغاوات_ساعة ميجاوات_ساعة
    |  | mwh
kwh           energy    3.6e6     كيلوواط_ساعة كيلو_واط/ساعة كيلوواط/ساعة كيلووات_ساعة
    كيلوواط_ساعي |  | ك.و.س kwh
calorie       energy    4.184     سعرة سعرة_حرارية | سعرات سعرات_حرارية | سع
volt          tension   1         فولت | |
hz            frequency 1         هرتز هيرتز | |
khz           frequency 1e3       كيلوهرتز كيلو_هرتز | | ك_هرتز
mhz           frequency 1e6       ميغاهرتز ميغا_هرتز ميجاهرتز | | م_هرتز mhz
ghz           frequency 1e9       غيغاهرتز غيغا_هرتز جيجاهرتز | | غ_هرتز ghz
kb            data      1e3       كيلوبايت كيلو_بايت | | كب kb
mb            data      1e6       ميغابايت ميغا_بايت ميجابايت ميجا_بايت |  | م.ب ميغا
    ميجا mb
gb            data      1e9       غيغابايت غيغا_بايت جيجابايت جيجا_بايت جيغابايت |  |
    غ.ب غيغا جيجا gb
tb            data      1e12      تيرابايت تيرا_بايت | | ت.ب tb
megapixel     image     1e6       ميغابكسل ميجابكسل ميغابيكسل ميجابيكسل ميغا_بكسل | |
pixel         image     1         بكسل بيكسل | |
hpa           pressure  100       هكتوباسكال | |
bar           pressure  100000    بار | |
second        time      1         ثانية | ثوان ثواني | ث
minute        time      60        دقيقة | دقائق دقايق | د دق
hour          time      3600      ساعة | ساعات | س
day           time      86400     يوم | أيام |
week          time      604800    أسبوع | أسابيع |
month         time      2629746   شهر | أشهر شهور |
year          time      31556952  سنة عام | سنوات أعوام سنين |
decade        time      315569520 عقد | عقود |
century       time      3155695200 قرن | قرون |
pp            percent   1         نقطة_مئوية | نقاط_مئوية |
bp            percent   0.01      نقطة_أساس | نقاط_أساس |
mah           charge    1         مللي_أمبير ملي_أمبير ميلي_أمبير | | mah
bushel        volume    35.2391   بوشل | |
richter       magnitude 1 |  | درجة_على_مقياس_ريختر درجات_على_مقياس_ريختر
    درجة_بمقياس_ريختر درجات_بمقياس_ريختر درجة_على_سلم_ريختر درجات_على_سلم_ريختر
    على_مقياس_ريختر درجة_حسب_مقياس_ريختر درجات_حسب_مقياس_ريختر ريختر
"""
_SQUARE = ("مربع", "مربعا", "مربعة", "مربعات", "²", "2")
_CUBE = ("مكعب", "مكعبا", "مكعبة", "مكعبات", "³", "3")
_POWERS = {
    "km": ("km2", "area", "1e6", _SQUARE),
    "m": ("m2", "area", "1", _SQUARE),
    "cm": ("cm2", "area", "1e-4", _SQUARE),
    "mile": ("mi2", "area", "2589988", _SQUARE),
    "foot": ("ft2", "area", "0.092903", _SQUARE),
    "m³": ("m3", "volume", "1000", _CUBE),
    "km³": ("km3", "volume", "1e12", _CUBE),
    "foot³": ("ft3", "volume", "28.3168", _CUBE),
    "cm³": ("cm3", "volume", "0.001", _CUBE),
}
_AN_HOUR = ("في الساعة", "بالساعة", "/س", "/سا", "/ساعة", "/الساعة", "ساعة", "/h")
_A_SECOND = ("في الثانية", "بالثانية", "/ث", "/ثا", "/ثانية", "/s")
_SPEEDS = {
    "km": (("km/h", "1000", _AN_HOUR), ("km/s", "3600000", _A_SECOND)),
    "m": (("m/h", "1", _AN_HOUR), ("m/s", "3600", _A_SECOND)),
    "cm": (("cm/s", "36", _A_SECOND),),
    "mile": (("mi/h", "1609.344", _AN_HOUR),),
}
_ACCUSATIVE = "ا"


def _rows() -> Iterator[tuple[Unit, list[str], list[str], list[str]]]:
    """Give each unit with its singular names, its plurals and its abbreviations."""
    for line in rows_of(_ROWS):
        symbol, dimension, size, rest = line.split(maxsplit=3)
        one, many, short = [
            [form.replace("_", " ") for form in part.split()]
            for part in (rest + "|").split("|")[:3]
        ]
        yield Unit(symbol, dimension, Decimal(size)), one, many, short


def _inflected(name: str) -> list[str]:
    """Give the singular and its accusative: «متر»، «مترا»."""
    return [name] if name.endswith("ة") else [name, name + _ACCUSATIVE]


def duals_of(name: str) -> list[str]:
    """Give the dual of a noun: «متر» -> متران، مترين; «سنة» -> سنتان، سنتين."""
    folded = fold(name)
    stem = folded[:-1] + "ت" if name.endswith("ة") else folded
    return [stem + "ان", stem + "ين"]


def _derived(unit: Unit, forms: list[str]) -> Iterator[tuple[str, Unit]]:
    for key in (unit.symbol, unit.symbol + "³"):
        if key in _POWERS:
            symbol, dimension, size, marks = _POWERS[key]
            power = Unit(symbol, dimension, Decimal(size))
            yield from ((f"{form} {mark}", power) for form in forms for mark in marks)
    for symbol, size, rates in _SPEEDS.get(unit.symbol, ()):
        speed = Unit(symbol, "speed", Decimal(size))
        yield from ((f"{form} {rate}", speed) for form in forms for rate in rates)


def _phrases() -> Iterator[tuple[str, Unit]]:
    for unit, names, many, short in _rows():
        forms = [form for name in names for form in _inflected(name)] + many + short
        yield from ((form, unit) for form in forms)
        yield from _derived(unit, forms)


_LABELS = {unit.symbol: form for form, unit in reversed(list(_phrases()))} | {
    "%": "بالمئة",
    "times": "مرة",
    "celsius": "درجة مئوية",
    "richter": "ريختر",
}


def unit_label(symbol: str) -> str:
    """Give the Arabic name of a unit, its first in the table; else the symbol.

    >>> unit_label("km"), unit_label("km/h"), unit_label("barrel/day")
    ('كيلومتر', 'كيلومتر في الساعة', 'برميل يوميا')
    """
    return " ".join(unit_words(symbol))


def unit_words(symbol: str) -> tuple[str, ...]:
    """Give the name of a unit in the pieces that a translation has words for.

    >>> unit_words("km/h"), unit_words("barrel/day"), unit_words("USD/barrel")
    (('كيلومتر في الساعة',), ('برميل', 'يوميا'), ('USD/barrel',))
    """
    if symbol in _LABELS:
        return (_LABELS[symbol],)
    unit, _, per = symbol.partition("/")
    if unit in _LABELS and per in PER_WORDS:
        return (_LABELS[unit], PER_WORDS[per][0])
    return (symbol,)


def all_unit_words() -> frozenset[str]:
    """Give every word that ``unit_words`` may say, symbols apart."""
    return frozenset(_LABELS.values()) | {words[0] for words in PER_WORDS.values()}


UNITS = PhraseTable(_phrases())
"""Unit phrases in the singular, accusative and plural."""

UNIT_DUALS = {
    dual: unit
    for unit, names, *_ in _rows()
    for name in names
    if " " not in name
    for dual in duals_of(name)
}
"""Duals of units: a number and its unit in one word, «شهران»."""

UNIT_NAMES = {
    fold(form): unit
    for unit, names, *_ in _rows()
    for name in names
    for form in _inflected(name)
}
"""Singular names and their accusatives, for «ساعة واحدة» and «لتر ونصف»."""

PLURAL_UNITS = {
    "ال" + fold(form): unit
    for unit, _, many, _ in _rows()
    if unit.dimension == "time"
    for form in many
}
"""Definite plurals of time, for «السنوات الثلاث» and «خمس السنوات الماضية»."""

_COUNTED_THINGS = ("degree", "decade")  # «عشرات الدرجات الوظيفية», «مئات العقود»
_INVARIABLE = ("power", "energy", "frequency", "data")  # «آلاف الميغاواط»


def _definite_phrases() -> Iterator[tuple[str, Unit]]:
    for unit, names, many, _ in _rows():
        if unit.symbol in _COUNTED_THINGS:
            continue
        forms = many + names if unit.dimension in _INVARIABLE else many
        phrases = [*((form, unit) for form in forms), *_derived(unit, forms)]
        for phrase, of in phrases:
            words = phrase.split()
            if of.dimension != "speed" and all(map(str.isalpha, words)):
                yield " ".join("ال" + word for word in words), of


DEFINITE_UNITS = PhraseTable(_definite_phrases())
"""Definite plurals, for «آلاف الهكتارات» and «مئات الأمتار المربعة»."""

PERCENT = PhraseTable(
    (phrase, symbol)
    for symbol, phrases in {
        "%": (
            "% ٪ ﹪ ％ بالمئة بالمائة بالماية في_المئة في_المائة في_الماية بالمئه"
            " ب_المئة ب_المائة فى_المئة فى_المائة من_المئة من_المائة"
        ),
        "‰": "‰ ؉ بالألف في_الألف",
    }.items()
    for phrase in (p.replace("_", " ") for p in phrases.split())
)
