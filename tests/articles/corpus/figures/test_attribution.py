"""Who says a figure; nobody where the text is silent."""

import pytest

from articles.corpus.figures import extract_figures


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('وذكر البيان أن "أكثر من 20 شخصا عادوا"', "البيان"),
        ("قال وزير الري سالم حمدون إن 20 سدا امتلأت", "وزير الري سالم حمدون"),
        ("قتل 20 شخصا وفق المرصد المحلي", "المرصد المحلي"),
        ("قتل 20 شخصا، بحسب وزارة الصحة.", "وزارة الصحة"),
        ("وفقا لوزارة الزراعة، ارتفع الإنتاج 20 طنا", "وزارة الزراعة"),
        ("الصحة: 20 إصابة جديدة", "الصحة"),
        ("أعلنت شركة النور توزيع 20 جهازا", "شركة النور"),
        ("أعلنت الوزارة إقامة 20 مخيما", "الوزارة"),
        ("وقال مراد فقد الفريق 20 نقطة", "مراد"),
        ("وأعلن فيها إقامة 20 عرسا", None),
        ("قال مدير المصنع إيناس حداد إن 20 عاملا عادوا", "مدير المصنع إيناس حداد"),
        ("قال مدير الديوان الوطني للزيت إن 20 طنا بيعت", "مدير الديوان الوطني للزيت"),
        ("قتل 20 شخصا في انفجار", None),
        ('وذكرت جريدة "الأفق" أن 20 سدا امتلأت', 'جريدة "الأفق"'),
        ("قتل 20 شخصا بحسب ما نقلته وكالة النور لوكالة البرق", "وكالة النور"),
        ("أضاف المهاجم الهدف بعد 20 دقيقة", None),
        ("الرابطة الثانية: تأجيل 20 مباراة", None),
        ("العراق: تأجيل 20 مباراة", None),
        ("تونس تؤكد ظهور 20 إصابة", "تونس"),
        ("الجيش يعلن القبض على 20 مسلحا", "الجيش"),
        ("أعلنت تونس حالة الطوارئ بعد مقتل 20 شخصا", "تونس"),
        ("قال أحد السكان إن 20 بيتا تهدمت", "أحد السكان"),
        ("يقاس الأجر بحسب الأداء وهو 20 دينارا", None),
        ("سجلت الأسهم 20 نقطة", None),
    ],
)
def test_the_claimant_is_named_as_in_the_text(text, name):
    claimant = extract_figures(text)[0].claimant
    assert (claimant and claimant.name) == name
    if claimant:
        assert text[claimant.start : claimant.end] == claimant.name


def test_a_name_under_a_preposition_has_its_article_again():
    text = "قتل 20 شخصا وفقا للمرصد"
    claimant = extract_figures(text)[0].claimant
    assert (claimant.name, text[claimant.start : claimant.end]) == ("المرصد", "لمرصد")


def test_the_last_speaker_speaks_on():
    text = "قال مدير المرصد إن 20 سدا امتلأت. وأضاف أن 5 سدود جفت. ونام 7 حراس."
    names = [f.claimant and f.claimant.name for f in extract_figures(text)]
    assert names == ["مدير المرصد", "مدير المرصد", None]
