"""Names that end where another word begins, and words that only look like names."""

import pytest

from articles.corpus.names import extract_names, lexicon


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الوزير أبو تراب النجفي", []),
        ("قال الوزير يزبك", []),
        ("جامعة الملك سعود على", ["جامعة الملك سعود"]),
        ("المجلس العام الماضي", []),  # «last year», no council
        ("وزارة الداخلية والمدير", ["وزارة الداخلية"]),
        ("القيادة العامة للقوات المسلحة", ["القيادة العامة للقوات المسلحة"]),
        ("الاتحاد الدولي لكرة القدم والسلة", ["الفيفا"]),
        ('مركز "الأفق', []),  # the quotation never ends
        ('مؤسسة "الأفق\nالجديد"', []),  # a quotation ends on its line
        ("قال الوزير ميخائيل يوناف", ["ميخائيل يوناف"]),
        ("التقى المدير علي كرسي", ["علي كرسي"]),
        ("قال الوزير كمالهم", []),
        ("قال الوزير الحلبيه", []),
        ("وزارة المالية والماضي", ["وزارة المالية"]),
        ("وزير المالية العراقي محمد علي الإيراني", ["محمد علي الإيراني"]),
        ("شركة بيت التمويل", ["شركة بيت التمويل"]),
        ("سجل اللاعب هدفا لبرشلونة", ["برشلونة"]),
        ("تبرعت لبرشلونة", ["برشلونة"]),  # the city
        ("منطقة الأمم المتحدة", ["الأمم المتحدة"]),
        ("محافظة سوريا", ["سوريا"]),  # a country has no province of its name
        ("منطقة حلب الجنوبية", ["منطقة حلب الجنوبية"]),
        ("لـ\N{RIGHT-TO-LEFT MARK}حلب", ["حلب"]),
    ],
)
def test_a_name_ends_where_it_ends(text, names):
    assert [entity.name for entity in extract_names(text)] == names


SCIENCE = "وزارة التعليم العالي والبحث العلمي والموارد المائية والثروة السمكية"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"أعلنت {SCIENCE} خطتها", [SCIENCE]),  # nine words are no sentence
        ("هيئة المنشآت الصغيرة والمتوسطة قالت", ["هيئة المنشآت الصغيرة والمتوسطة"]),
        ("وزارة التربية والنقابات", ["وزارة التربية"]),  # others, and no part of it
        ("المعهد الوطني للقضاة والمدرسة الحربية", ["المعهد الوطني للقضاة"]),
        ("جامعة الملك عبد العزيز أعلنت", ["جامعة الملك عبد العزيز"]),
        (
            "مركز الملك عبد الله بن عبد العزيز افتتح",
            ["مركز الملك عبد الله بن عبد العزيز"],
        ),
        ("في ملعب الطيب الزرناوي غير بعيد", ["ملعب الطيب الزرناوي"]),
        ("في ملعب علي جديد", ["ملعب علي"]),
        ("مكتب الرئيس حسن الزرناوي قال", ["حسن الزرناوي"]),
        ("برئاسة الشيخ حمدان بن راشد", ["حمدان بن راشد"]),
        ("مطار الملكة علياء الدولي", ["مطار الملكة علياء الدولي"]),
        ("الجمارك الأردنية ضبطت", ["الجمارك الأردنية"]),
        ("في بلدة ترمسيا", ["بلدة ترمسيا"]),
        ("في بلدة تكتظ", []),  # a verb
    ],
)
def test_a_body_has_all_its_words_and_no_others(text, names):
    assert [entity.name for entity in extract_names(text)] == names


def test_a_full_memory_of_words_forgets_and_reads_as_before(monkeypatch):
    text = "التقى وزير المالية نبيل قاسم بسفير تونس في حلب"
    before = extract_names(text)
    monkeypatch.setattr(lexicon, "_MOST_KEPT", 3)
    lexicon.WORDS.clear()
    assert extract_names(text) == before
    assert len(lexicon.WORDS) <= 3
