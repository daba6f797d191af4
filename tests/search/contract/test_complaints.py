"""What readers of Arabic archives complain of: the word is there, and isn't found."""

from __future__ import annotations

import pytest

from tests.search.contract.conftest import Archive

COMPLAINTS = (
    # what stands in the article, what the reader types
    ("أسعار القمح", "اسعار"),  # أ
    ("اسعار القمح", "أسعار"),
    ("إدارة الميناء", "ادارة"),  # إ
    ("ادارة الميناء", "إدارة"),
    ("آبار النفط", "ابار"),  # آ
    ("الآبار القديمة", "الابار"),
    ("ٱلمرفأ", "المرفأ"),  # ALEF WASLA
    ("مصطفى", "مصطفي"),  # ى and ي
    ("القاضي", "القاضى"),
    ("علی طاولة", "علي طاولة"),  # FARSI YEH
    ("محافظة", "محافظه"),  # ة and ه
    ("محافظه", "محافظة"),
    ("مؤسسة", "موسسة"),  # ؤ and و
    ("رؤساء", "روساء"),
    ("مسئول", "مسؤول"),  # ئ and ؤ
    ("شئون", "شؤون"),
    ("هيئات", "هييات"),  # ئ and ي
    ("عائلات", "عايلات"),
    ("قرائة", "قراءة"),  # ئ and ء
    ("شئ غريب", "شيء غريب"),
    ("مُفَاوَضَاتٌ", "مفاوضات"),  # tashkeel
    ("مفاوضات", "مُفَاوَضات"),
    ("انــتــخــابــات", "انتخابات"),  # tatweel
    ("انتخابات", "انتخـــابات"),
    ("٤٧١ شاحنة", "471 شاحنة"),  # ARABIC-INDIC DIGITS
    ("471 شاحنة", "٤٧١ شاحنة"),
    ("۵۸۲ خيمة", "582 خيمة"),  # EXTENDED ARABIC-INDIC DIGITS
    ("5,820 خيمة", "٥٨٢٠ خيمة"),
    ("لـ693 أسرة", "693 أسرة"),  # a preposition written onto digits
    ("ﻣﺪﺭﺳﺔ", "مدرسة"),  # presentation forms
    ("مدرسة", "ﻣﺪﺭﺳﺔ"),
    ("ﻷطفال", "لأطفال"),  # ligatures of LAM and ALEF
    ("الﻻجئون", "اللاجئون"),
    ("الحكومة", "حكومة"),  # الـ and what is written onto it
    ("حكومة", "الحكومة"),
    ("وبالحكومة", "حكومة"),
    ("للحكومة", "الحكومة"),
    ("پاكستان", "باكستان"),  # پ چ ڤ گ
    ("ڤيينا", "فيينا"),
    ("عبدالقادر", "عبد القادر"),  # names in one word or in two
    ("أبي حيان", "أبو حيان"),
    ("أبوظبي", "أبو ظبي"),
    ("طارق ابن زياد", "طارق بن زياد"),
)


@pytest.fixture(scope="module")
def complaints(shared_archive: Archive) -> Archive:
    written = dict.fromkeys(written for written, _ in COMPLAINTS)
    shared_archive.put(**{text: {"body": f"قيل {text} أمس"} for text in written})
    return shared_archive


@pytest.mark.parametrize(("written", "typed"), COMPLAINTS)
def test_the_word_is_found(complaints: Archive, written: str, typed: str):
    assert written in complaints.ask(typed)


@pytest.mark.parametrize(("written", "typed"), COMPLAINTS[-4:])
def test_names_are_found_as_phrases_too(complaints: Archive, written: str, typed: str):
    assert written in complaints.ask(f"«{typed}»")
