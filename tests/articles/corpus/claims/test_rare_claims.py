"""Claims without a value, titles of a small number, reports that share little."""

from datetime import date

import pytest

from articles.corpus.claims import compare, headline_faults, statements_of
from articles.corpus.claims.changes import figure_changes

DAY = date(2019, 3, 10)


def said(sentence):
    return next(statement for _, statement in statements_of(sentence, DAY))


TENS = "قتل عشرات الأشخاص في سيول في صلالة."
DAYS = "يستمر المهرجان من 3 إلى 5 أيام."
YEARLY = "يصدر التقرير سنويا."
SINCE = "قتل {} شخصا في سيول في صلالة منذ {}."
PAIRS = [
    (TENS, TENS, "compatible", "intervals_meet"),
    (TENS, "قتل مئات الأشخاص في سيول في صلالة.", "conflict", "intervals_apart"),
    (DAYS, "يستمر المهرجان 4 أيام.", "compatible", "intervals_meet"),
    (DAYS, "يستمر المهرجان 9 أيام.", "conflict", "intervals_apart"),
    (YEARLY, YEARLY, "compatible", "intervals_meet"),
    (SINCE.format(20, "يناير"), SINCE.format(31, "فبراير"), "different", "period"),
    ("5 قتلى.", "7 قتلى.", "different", "subject"),
]


@pytest.mark.parametrize(("one", "other", "relation", "ground"), PAIRS)
def test_two_claims_of_a_rare_shape(one, other, relation, ground):
    found = compare(said(one), said(other))
    assert (found.relation, found.because) == (relation, (ground,))


@pytest.mark.parametrize(
    ("sentence", "modifier"),
    [
        ("لا تقل نسبة المشاركة في الاقتراع المحلي عن 45 بالمئة", "at_least"),
        ("تقل نسبة المشاركة في الاقتراع المحلي عن 45 بالمئة", "less_than"),
        ("تسلم نسبة المشاركة في الاقتراع المحلي من 45 بالمئة", ""),
    ],
)
def test_a_verb_far_before_its_number_bounds_it(sentence, modifier):
    assert said(sentence).amount.modifier == modifier


FILLER = " وتواصل البلدية العمل في الأحياء القديمة، ويعود السكان إلى بيوتهم تباعا." * 2


@pytest.mark.parametrize(
    ("title", "body", "faults"),
    [
        ("صفر إصابات في المرفأ", "سجلت 5 إصابات في المرفأ.", ["contradicted"]),
        ("مقتل 3 أشخاص في حريق", "قتل 9 أشخاص في الحريق.", ["contradicted"]),
        ("مقتل 3 أشخاص في حريق", "قتل 4 أشخاص في الحريق.", []),  # one died later
    ],
)
def test_a_small_number_of_a_title_is_held_against_its_body(title, body, faults):
    found = headline_faults(title, body + FILLER)
    assert [fault.fault for fault in found] == faults


FIRE = "قتل {} شخصا في حريق السوق."
CHANGES = [
    (  # it led the report too
        ("قتل 20 شخصا", FIRE.format(20)),
        ("قتل 20 شخصا", FIRE.format(20)),
        [],
    ),
    (("حريق في السوق", FIRE.format(20)), ("30 شخصا قتلوا", "نشب حريق."), []),
    (("حريق في السوق", "باع 20 كتابا."), ("وصول 20 سفينة", "نشب حريق."), []),
    (
        ("حريق في السوق", "كلف البناء 20 دولارا."),
        ("البناء بـ20 يورو للجميع", "نشب حريق."),
        [],
    ),
    (  # said twice, told once
        ("", f"{FIRE.format(20)}\n{FIRE.format(20)}"),
        ("", f"{FIRE.format(30)}\n{FIRE.format(30)}"),
        [("20", "30", ["value"])],
    ),
    (("", "20"), ("", "20"), []),
    (("", "20"), ("", "30"), []),  # nothing says that they are one
    (
        ("", "قتل عشرات الأشخاص في حريق السوق."),
        ("", "قتل مئات الأشخاص في حريق السوق."),
        [("عشرات", "مئات", ["value"])],
    ),
    (  # one place, two things
        ("", "بنت البلدية الجديدة في مدينة الساحل القديمة 5 مدارس."),
        ("", "700 جندي حرسوا البلدية الجديدة في مدينة الساحل القديمة."),
        [],
    ),
]


@pytest.mark.parametrize(("before", "after", "changes"), CHANGES)
def test_a_rare_change_of_a_number_is_told_or_not(before, after, changes):
    found = figure_changes(before, after)
    assert [(c.before.text, c.after.text, list(c.changes)) for c in found] == changes
