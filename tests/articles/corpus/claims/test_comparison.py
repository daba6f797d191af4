"""How two claims agree, on labelled pairs and by single grounds."""

from datetime import date

import pytest

from articles.corpus.claims import Because, Relation, Statement, compare, statements_of
from tests.eval import claim_pairs


def said(sentence: str, day: date = date(2019, 3, 10)) -> Statement:
    return next(statement for _, statement in statements_of(sentence, day))


@pytest.mark.parametrize(
    "path",
    [
        claim_pairs.SEEN,
        claim_pairs.HELD_OUT,
        claim_pairs.FRESH,
        *claim_pairs.BLIND,
    ],
    ids=lambda path: path.stem,
)
def test_nine_of_ten_labelled_pairs_are_judged_rightly(path) -> None:  # type: ignore[no-untyped-def]
    counts, _wrong = claim_pairs.score(path)
    assert counts["right"] >= 0.9 * counts["pairs"]
    assert counts["false_conflicts"] == 0


@pytest.mark.parametrize(
    ("other", "ground"),
    [
        ("أصيب 31 شخصا في سيول في صلالة.", Because.NOUN),
        ("قتل 31 شخصا في سيول في تعز.", Because.PLACE),
        ("قتل 31 شخصا في حريق في صلالة.", Because.EVENT),
        ("قتل 31 طفلا في سيول في صلالة.", Because.NOUN),
        ("قتل 31 شخصا في سيول في صلالة منذ مطلع العام.", Because.PERIOD),
    ],
)
def test_no_conflict_is_told_where_scope_differs(other: str, ground: Because) -> None:
    found = compare(said("قتل 20 شخصا في سيول في صلالة."), said(other))
    assert found.relation is Relation.DIFFERENT
    assert ground in found.because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زرعوا 300 شتلة أرز في إهدن.", "زرعوا 120 شتلة صنوبر في إهدن."),
        ("نال المرشح 300 صوت في دائرة زحلة.", "نال المرشح 120 صوتا في دائرة جبيل."),
        ("صوت 300 نائب لصالح القانون.", "صوت 120 نائبا ضد القانون."),
        ("ردم العمال 300 بئر.", "حفر العمال 120 بئرا."),
        ("ضخت المحطة 300 طن من القمح.", "ضخت المحطة 120 طنا من الذرة."),
        ("ملعب المدينة يتسع لـ300 متفرج.", "حضر 120 متفرجا في ملعب المدينة."),
        ("تراجع المخزون إلى 300 طن.", "تراجع المخزون بمقدار 120 طنا."),
    ],
)
def test_a_word_in_the_place_of_another_makes_another_thing(
    one: str, other: str
) -> None:
    assert compare(said(one), said(other)).relation is Relation.DIFFERENT


def test_who_speaks_is_no_part_of_what_is_told() -> None:
    state = said("قال وزير الصحة في مؤتمر إن 40 شاحنة عبرت الجسر.")
    others = said("عبرت 70 شاحنة الجسر، بحسب سائقين.")
    assert compare(state, others).relation is Relation.CONFLICT


def test_a_claim_is_of_no_day_behind_its_own() -> None:
    early = said("خرج 300 متظاهر في الساحة.", date(2019, 3, 1))
    late = said("خرج 900 متظاهر في الساحة أمس.", date(2019, 3, 10))
    assert compare(early, late).relation is Relation.DIFFERENT


def test_order_does_not_matter() -> None:
    early = said("قتل 20 شخصا في سيول في صلالة.")
    late = said("ارتفع عدد قتلى سيول صلالة إلى 26 شخصا.", date(2019, 3, 12))
    assert compare(early, late) == compare(late, early)
    assert compare(early, late).relation is Relation.UPDATE
