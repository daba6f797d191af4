"""Who and what invented news names, and where."""

import pytest

from articles.corpus.names import EntityType, extract_names

KINDS = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE}


def mentioned(text, kind):
    """Give the spans of one type, as the text writes them."""
    spans = sorted(
        (mention.start, mention.end)
        for entity in extract_names(text)
        if entity.type == kind
        for mention in entity.mentions
    )
    return [text[start:end] for start, end in spans]


def entity(text, name):
    return next(entity for entity in extract_names(text) if entity.name == name)


PEOPLE = [
    ("التقى وزير النقل الأردني سامر القطارنة نظيره", ["سامر القطارنة"]),
    ("وقالت الباحثة لمى عبد الله الدرويش إن", ["لمى عبد الله الدرويش"]),
    ("افتتح أبو مازن الكرخي المعرض", ["أبو مازن الكرخي"]),
    ("وأضاف صلاح الدين برغوثة أن", ["صلاح الدين برغوثة"]),
    ("استقبل الأمير فيصل بن نواف آل كحيل وفدا", ["فيصل بن نواف آل كحيل"]),
    ("وصل الشيخ حمد بن راشد آل ثاني إلى", ["حمد بن راشد آل ثاني"]),
    ("رئيسة البلدية، ماريا فان درويك، قالت", ["ماريا فان درويك"]),
    ("ثقافة | مالك السنديان | 3 آذار 2020", ["مالك السنديان"]),
    ("خاطب ترامب الكونغرس", ["ترامب"]),
    ("بحث مع الرئيس كوفالينكوف الملف", ["كوفالينكوف"]),
]
NOT_PEOPLE = [
    "اجتمع رئيس الوزراء اليوم مع الوفد",
    "طالب المحتجون بتحسين الخدمات",
    "حسن سير العمل على مدار العام",
    "باسم الشعب السوري",
    "كان نور القمر ساطعا",
    "أشرف على المشروع خبراء",
    "على مستوى القرية",
]
PLACES = [
    ("سافر من دمشق إلى القاهرة", ["دمشق", "القاهرة"]),
    ("بالعراق ولسوريا ومصر", ["العراق", "سوريا", "مصر"]),
    ("وصل للكويت", ["للكويت"]),
    ("في محافظة دير الزور", ["محافظة دير الزور"]),
    ("هبطت في مطار بغداد الدولي", ["مطار بغداد الدولي"]),
    ("نزح سكان قرية كفرسجنة", ["قرية كفرسجنة"]),
    ("في الولايات المتحدة الأمريكية", ["الولايات المتحدة الأمريكية"]),
    ("سكان مدينة الباب", ["مدينة الباب"]),
    ("زار سُورِيَّا", ["سُورِيَّا"]),
]
NOT_PLACES = [
    "طرق الباب ثم دخل",
    "صور الحادث انتشرت",
    "الخبر نشر أمس",
    "الوفد السوري والجانب المصري",
    "في العالم",
    "كانوا دوما معا",
    "في مسقط رأسه",
]
ORGANISATIONS = [
    ("أعلنت وزارة الصحة الليبية", ["وزارة الصحة الليبية"]),
    ("وزارة الخارجية والمغتربين قالت", ["وزارة الخارجية والمغتربين"]),
    ("كتبت صحيفة واشنطن بوست", ["صحيفة واشنطن بوست"]),
    ("قوات سوريا الديمقراطية تتقدم", ["قوات سوريا الديمقراطية"]),
    ("أفاد المركز الوطني لمكافحة الأوبئة", ["المركز الوطني لمكافحة الأوبئة"]),
    ("شركة دلمونيا وقعت العقد", ["شركة دلمونيا"]),
    ('حركة "شباب التل" أصدرت بيانا', ['حركة "شباب التل"']),
    ('نشر موقع "أخبار الضيعة" صورا', ["أخبار الضيعة"]),
    ("مجلس الأمن الدولي", ["مجلس الأمن الدولي"]),
    ("القوات العراقية دخلت", ["القوات العراقية"]),
    ("جامعة حلب", ["جامعة حلب"]),
]
NOT_ORGANISATIONS = [
    "تعطلت حركة المرور",
    "ارتفعت حركة المسافرين",
    "شركة كبيرة فازت بالعقد",
    "قال وزير الخارجية السعودي",
    "مجلس جديد",
    "تحالفا دوليا يضم دولا",
    "في مركز المدينة",
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text, people):
    assert mentioned(text, "PER") == people


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places(text, places):
    assert mentioned(text, "LOC") == places


@pytest.mark.parametrize(("text", "organisations"), ORGANISATIONS)
def test_organisations(text, organisations):
    assert mentioned(text, "ORG") == organisations


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("PER", text) for text in NOT_PEOPLE),
        *(("LOC", text) for text in NOT_PLACES),
        *(("ORG", text) for text in NOT_ORGANISATIONS),
    ],
)
def test_ordinary_words_name_nothing(kind, text):
    assert mentioned(text, kind) == []


def test_a_title_is_kept_apart_from_the_name():
    before = entity("قال وزير المالية الأردني السابق نبيل قاسم", "نبيل قاسم")
    assert before.title == "وزير المالية الأردني السابق"
    behind = entity("قال نبيل قاسم المبعوث الأردني الخاص", "نبيل قاسم")
    assert behind.title == "المبعوث الأردني الخاص"
    assert entity("وصل دونالد ترامب", "دونالد ترامب").title is None


@pytest.mark.parametrize("word", ["للنقابة", "وللنقابة"])
def test_a_body_behind_a_preposition_has_its_article_again(word):
    assert entity(f"رأي {word} العامة للصيادين", "النقابة العامة للصيادين")


def test_the_last_name_alone_is_the_same_person():
    text = (
        "قال كمال الطرابيشي أمس. وتابع الطرابيشي أن. وللطرابيشي رأي. رد على الطرابيشي"
    )
    assert len(entity(text, "كمال الطرابيشي").mentions) == 3


def test_people_of_one_family_stay_apart():
    text = "قال كمال الطرابيشي لشقيقه نبيل الطرابيشي"
    assert {one.name for one in extract_names(text)} == {
        "كمال الطرابيشي",
        "نبيل الطرابيشي",
    }


def test_all_names_of_an_organisation_are_one_entity():
    text = 'داعش أعلن. ومقاتلو تنظيم "الدولة الاسلامية" (داعش) وتنظيم الدولة "داعش"'
    (only,) = extract_names(text)
    assert only.name == "تنظيم الدولة الإسلامية"
    assert [text[m.start : m.end] for m in only.mentions] == [
        "داعش",
        'تنظيم "الدولة الاسلامية" (داعش)',
        'تنظيم الدولة "داعش"',
    ]


def test_a_short_name_counts_where_the_full_one_stands():
    text = "أعلن التحالف العربي غارة. وقال التحالف إن"
    assert mentioned(text, "ORG") == ["التحالف العربي", "التحالف"]
    assert len(extract_names(text)) == 1
    assert mentioned("التحالف بين الحزبين انهار", "ORG") == []


def test_a_place_inside_of_an_organisation_is_no_place():
    assert mentioned("جامعة دمشق", "LOC") == []


def test_a_name_ends_at_the_end_of_the_line():
    assert mentioned("كتب محمد السنديان\nالقاهرة تحتفل", "PER") == ["محمد السنديان"]
