"""Tables of currencies and countries; to add one is to add its line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.phrases import PhraseTable, rows_of
from articles.corpus.figures.units import duals_of


class Head(NamedTuple):
    """A currency word. ``codes`` maps a country to the money it means there."""

    family: str
    codes: dict[str, str]
    default: str | None = None
    share: Decimal = Decimal(1)


# family, words (singular | others), default code, country+code pairs, size of one.
_HEADS = """
dollar   دولار | دولارات دولاري | USD | US:USD CA:CAD AU:AUD NZ:NZD SG:SGD HK:HKD
    TW:TWD NA:NAD LR:LRD BS:BSD | 1
euro     يورو أورو                           | EUR | EU:EUR | 1
pound    إسترليني استرليني | | GBP | GB:GBP | 1
pound    جنيه جنية | جنيهات | - | EG:EGP GB:GBP SD:SDG SS:SSP LB:LBP SY:SYP | 1
riyal    ريال | ريالات | - | SA:SAR QA:QAR OM:OMR YE:YER IR:IRR BR:BRL KH:KHR | 1
dinar    دينار | دنانير دينارات | - | KW:KWD IQ:IQD JO:JOD BH:BHD LY:LYD TN:TND DZ:DZD
    RS:RSD MK:MKD | 1
dinar    م.د م_د                       |         | -   | TN:TND | 1000000
dirham   درهم                      | دراهم   | -   | AE:AED MA:MAD | 1
lira     ليرة                      | ليرات   | -   | SY:SYP LB:LBP TR:TRY | 1
yen      ين                        |         | JPY | JP:JPY | 1
yuan     يوان رنمينبي              | يوانات  | CNY | CN:CNY | 1
ruble    روبل                      | روبلات  | RUB | RU:RUB BY:BYN | 1
rupee    روبية | روبيات | - | IN:INR PK:PKR ID:IDR LK:LKR NP:NPR MU:MUR | 1
franc    فرنك | فرنكات | - | CH:CHF DJ:DJF KM:KMF XA:XAF XO:XOF RW:RWF | 1
shekel   شيكل شيقل                 | شواكل شواقل شيكلات | ILS | IL:ILS | 1
toman    تومان                     | تومانات | IRR | IR:IRR | 10
ringgit  رينغيت رينجيت             |         | MYR | MY:MYR | 1
won      وون                       |         | KRW | KR:KRW KP:KPW | 1
krone    كرونة كرون كورونة | كرونات | - | SE:SEK NO:NOK DK:DKK CZ:CZK IS:ISK | 1
peso     بيزو بيسو |  | - | AR:ARS MX:MXN CL:CLP CO:COP PH:PHP CU:CUP UY:UYU | 1
rand     راند                      |         | ZAR | ZA:ZAR | 1
naira    نايرا نيرة                |         | NGN | NG:NGN | 1
hryvnia  هريفنيا غريفنا            |         | UAH | UA:UAH | 1
zloty    زلوتي                     |         | PLN | PL:PLN | 1
bolivar  بوليفار                   |         | VES | VE:VES | 1
baht     بات باهت باخت             |         | THB | TH:THB | 1
shilling شلن                       | شلنات   | -   | SO:SOS KE:KES UG:UGX TZ:TZS | 1
birr     بر                        |         | ETB | ET:ETB | 1
afghani  أفغاني                    |         | AFN | AF:AFN | 1
ouguiya  أوقية_موريتانية           |         | MRU | MR:MRU | 1
bitcoin  بيتكوين بتكوين            |         | BTC | XB:BTC | 1
cent     سنت سينت                  | سنتات سينتات | USD | US:USD EU:EUR | 0.01
cent     يوروسنت يورو_سنت          |         | EUR | EU:EUR | 0.01
fils     فلس                       | فلوس    | -   | KW:KWD BH:BHD JO:JOD IQ:IQD | 0.001
halala   هللة                      | هللات   | SAR | SA:SAR | 0.01
baisa    بيسة بيزة                 | بيسات   | OMR | OM:OMR | 0.001
millime  مليم                      | مليمات ملاليم مي | TND | TN:TND | 0.001
qirsh    قرش | قروش | - | EG:EGP SY:SYP LB:LBP SD:SDG SA:SAR JO:JOD | 0.01
santim   سنتيم                     | سنتيمات | -   | MA:MAD DZ:DZD CH:CHF | 0.01
penny    بنس                       | بنسات   | GBP | GB:GBP | 0.01
kopek    كوبيك كوبيكا              |         | RUB | RU:RUB | 0.01
"""
# country: nisba adjectives | names that tell where a text plays
_COUNTRIES = """
US أمريكي أميركي          | الولايات_المتحدة واشنطن أميركا أمريكا
EU أوروبي                 | منطقة_اليورو
GB إسترليني استرليني بريطاني | بريطانيا لندن
EG مصري                   | مصر القاهرة
SD سوداني                 | السودان الخرطوم
SS جنوب_سوداني            | جنوب_السودان
LB لبناني                 | لبنان بيروت
SY سوري                   | سوريا سورية دمشق حلب
SA سعودي                  | السعودية المملكة الرياض جدة
QA قطري                   | قطر الدوحة
OM عماني                  | عمان سلطنة_عمان مسقط
YE يمني                   | اليمن صنعاء عدن
IR إيراني                 | إيران طهران
BR برازيلي                | البرازيل
KW كويتي                  | الكويت
IQ عراقي                  | العراق بغداد البصرة
JO أردني                  | الأردن
BH بحريني                 | البحرين المنامة
LY ليبي                   | ليبيا طرابلس بنغازي
TN تونسي                  | تونس صفاقس سوسة
DZ جزائري                 | الجزائر وهران
MA مغربي                  | المغرب الرباط الدار_البيضاء
AE إماراتي                | الإمارات دبي أبوظبي أبو_ظبي
TR تركي                   | تركيا أنقرة إسطنبول اسطنبول
MR موريتاني               | موريتانيا نواكشوط
CA كندي                   | كندا
AU أسترالي استرالي        | أستراليا
NZ نيوزيلندي نيوزلندي     | نيوزيلندا
SG سنغافوري               | سنغافورة
HK هونغ_كونغ              | هونغ_كونغ
TW تايواني                | تايوان
JP ياباني                 | اليابان
CN صيني                   | الصين
RU روسي                   | روسيا
BY بيلاروسي               | بيلاروس
IN هندي                   | الهند
PK باكستاني               | باكستان
ID إندونيسي اندونيسي      | إندونيسيا
LK سريلانكي               | سريلانكا
NP نيبالي                 | نيبال
CH سويسري                 | سويسرا
DJ جيبوتي                 | جيبوتي
KM قمري جزر_القمر         | جزر_القمر
XA أفريقي إفريقي افريقي   |
IL إسرائيلي               | إسرائيل
MY ماليزي                 | ماليزيا
KR كوري_جنوبي كوريا_الجنوبية كوري | كوريا_الجنوبية
KP كوري_شمالي             | كوريا_الشمالية
SE سويدي                  | السويد
NO نرويجي                 | النرويج
DK دنماركي دانماركي       | الدنمارك
CZ تشيكي                  | التشيك
IS آيسلندي                | آيسلندا
AR أرجنتيني               | الأرجنتين
MX مكسيكي                 | المكسيك
CL تشيلي                  | تشيلي
CO كولومبي                | كولومبيا
PH فلبيني                 | الفلبين
CU كوبي                   | كوبا
ZA جنوب_أفريقي جنوب_أفريقيا | جنوب_أفريقيا
NG نيجيري                 | نيجيريا
SO صومالي                 | الصومال
KE كيني                   | كينيا
UG أوغندي                 | أوغندا
ET إثيوبي                 | إثيوبيا
AF أفغاني أفغانستاني      | أفغانستان
VE فنزويلي                | فنزويلا
UA أوكراني                | أوكرانيا
PL بولندي                 | بولندا
TH تايلاندي               | تايلاند
RS صربي                   | صربيا
"""
_NISBA_ENDINGS = ("", "ا", "ه", "ان", "ين", "ات")
# Signs and short forms, each exactly one money.
_SYMBOLS = """
$ USD    US$ USD    دولار_$ USD   € EUR    £ GBP    UK£ GBP   ¥ JPY   JP¥ JPY   CN¥ CNY
₪ ILS    ₺ TRY      ₽ RUB    ₹ INR    ₩ KRW     ฿ THB   R$ BRL   CA$ CAD   AU$ AUD
ر.س SAR  د.إ AED    د.ك KWD  د.ع IQD  د.أ JOD   د.ت TND د.ج DZD  د.م MAD   د.ل LYD
ل.ل LBP  ل.س SYP    ج.م EGP  ج.س SDG  ر.ق QAR   ر.ع OMR ر.ي YER  ر.إ IRR   د.ب BHD
أ.م MRU  ل.ت TRY    دج DZD    دت TND
"""
_EXTRA_CODES = "EUR USD GBP JPY CNY SOS DJF KMF MRU BTC"


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _rows() -> Iterator[tuple[Head, list[str], list[str]]]:
    """Give each head with its singular names, accusatives too, and its plurals."""
    for line in rows_of(_HEADS):
        parts = [part.strip() for part in line.split("|")]
        family, names = parts[0].split(maxsplit=1)
        default, codes, share = parts[-3:]
        money = {pair[:2]: pair[3:] for pair in codes.split()}
        head = Head(family, money, None if default == "-" else default, Decimal(share))
        others = parts[1] if len(parts) == 5 else ""
        singulars = []
        for name in map(_spaced, names.split()):
            bare = name.endswith("ة") or "." in name
            singulars += [name] if bare else [name, name + "ا"]
        yield head, singulars, [_spaced(name) for name in others.split()]


def _heads() -> Iterator[tuple[str, Head]]:
    for head, singulars, others in _rows():
        yield from ((name, head) for name in singulars + others)


def _nisbas() -> Iterator[tuple[str, str]]:
    for line in rows_of(_COUNTRIES):
        country, adjectives = line.split("|")[0].split(maxsplit=1)
        for adjective in adjectives.split():
            for article in ("", "ال"):
                for ending in _NISBA_ENDINGS:
                    yield article + fold(_spaced(adjective)) + ending, country


def _names() -> Iterator[tuple[str, str]]:
    for line in rows_of(_COUNTRIES):
        country, _, names = line.partition(" ")
        yield from ((_spaced(n), country) for n in names.split("|")[1].split())


HEADS = PhraseTable(_heads())
DEFINITE_HEADS = {"ال" + fold(form): head for form, head in _heads() if " " not in form}
MONEY_DUALS = {
    dual: head
    for form, head in _heads()
    if " " not in form
    and "." not in form
    and not form.endswith("ا")
    and head.share == 1
    for dual in duals_of(form)
}
MONEY_NAMES = {
    fold(name): head
    for head, singulars, _ in _rows()
    for name in singulars
    if head.share == 1 and len(name) > 3 and name.isalpha()
}
"""Singular names, for «دولار واحد», «دينارا ونصف» and «دولارا و20 سنتا»."""
MILLS = frozenset(
    fold(form) for form, head in _heads() if head.share == Decimal("0.001")
)
"""Coins of which a thousand make one: where they are named, dinars have decimals."""
NISBAS = PhraseTable(_nisbas())
PLACES = PhraseTable(_names())
_PAIRS = _SYMBOLS.split()
_ISO = {code for _, head in _heads() for code in head.codes.values()}
SYMBOLS = PhraseTable(
    [
        (_spaced(sign), code)
        for sign, code in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
    ]
    + [(code, code) for code in sorted(_ISO | set(_EXTRA_CODES.split()))]
)
SIGNS_BEFORE = {
    sign: rows[0][1] for sign, rows in SYMBOLS.items() if sign in "$€£¥₪₺₽₹₩฿"
}
"""Signs that may stand before their number -> ISO code."""
