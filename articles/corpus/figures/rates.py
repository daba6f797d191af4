"""What an amount is told for: a day, a barrel, a head."""

from __future__ import annotations

from articles.corpus.figures.phrases import PhraseTable

PER_WORDS = {
    per: [phrase.replace("_", " ") for phrase in phrases.split()]
    for per, phrases in {
        "day": (
            "يوميا في_اليوم باليوم كل_يوم باليوم_الواحد في_اليوم_الواحد لليوم /يوم"
            " /اليوم"
        ),
        "week": "أسبوعيا في_الأسبوع بالأسبوع كل_أسبوع",
        "month": "شهريا في_الشهر بالشهر كل_شهر للشهر_الواحد",
        "year": "سنويا في_السنة بالسنة في_العام كل_عام كل_سنة",
        "hour": "في_الساعة بالساعة للساعة كل_ساعة",
        "minute": "في_الدقيقة",
        "second": "في_الثانية /ثا /ث /ثانية /الثانية",
        "barrel": "للبرميل للبرميل_الواحد",
        "ounce": "للأوقية للأونصة للأوقية_الواحدة",
        "tonne": "للطن للطن_الواحد",
        "kg": "للكيلوغرام للكيلوجرام للكيلو للكيلو_الواحد للكلغ",
        "g": "للغرام للجرام",
        "l": "للتر للتر_الواحد لليتر",
        "gallon": "للغالون للجالون",
        "bushel": "للبوشل",
        "m2": "للمتر_المربع للمتر",
        "person": "للفرد للفرد_الواحد للشخص للشخص_الواحد لكل_شخص لكل_فرد",
        "share": "للسهم للسهم_الواحد",
        "USD": "للدولار للدولار_الواحد مقابل_الدولار",
        "EUR": "لليورو لليورو_الواحد مقابل_اليورو",
    }.items()
}
"""How each is told, the usual words first."""
PER = PhraseTable(
    (phrase, per) for per, phrases in PER_WORDS.items() for phrase in phrases
)
"""«85 دولارا للبرميل»، «مليون برميل يوميا»."""
