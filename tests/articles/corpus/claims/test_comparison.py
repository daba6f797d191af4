"""How two claims agree, on labelled pairs and by single grounds."""

from datetime import date

import pytest

from articles.corpus.claims import Because, Relation, Statement, compare, statements_of
from tests.eval import claim_pairs


def said(sentence: str, day: date = date(2019, 3, 10)) -> Statement:
    return next(statement for _, statement in statements_of(sentence, day))


@pytest.mark.parametrize("path", [claim_pairs.SEEN, claim_pairs.HELD_OUT])
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


def test_order_does_not_matter() -> None:
    early = said("قتل 20 شخصا في سيول في صلالة.")
    late = said("ارتفع عدد قتلى سيول صلالة إلى 26 شخصا.", date(2019, 3, 12))
    assert compare(early, late) == compare(late, early)
    assert compare(early, late).relation is Relation.UPDATE
