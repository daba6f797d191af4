"""What a reprint made of the numbers of a report."""

import pytest

from articles.corpus.claims import Change, figure_changes
from tests.eval import planted_changes

BODY = (
    "قال بيان البلدية إن أكثر من 20 شخصا نقلوا إلى المدارس."
    " وبلغت الكلفة 3 ملايين دولار."
)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("20", "23", Change.VALUE),
        ("أكثر من ", "", Change.LOST_MODIFIER),
        ("أكثر من", "أقل من", Change.MODIFIER),
        ("دولار", "يورو", Change.UNIT),
    ],
)
def test_a_changed_number_is_found(old: str, new: str, change: Change) -> None:
    [found] = figure_changes(("", BODY), ("", BODY.replace(old, new)))
    assert found.changes == (change,)


@pytest.mark.parametrize("after", [BODY, BODY.replace("20", "٢٠"), f"(وكالة) - {BODY}"])
def test_another_writing_is_no_change(after: str) -> None:
    assert figure_changes(("", BODY), ("", after)) == []


def test_a_number_that_comes_into_the_title_is_told_with_what_it_lost() -> None:
    [found] = figure_changes(("نقل سكان", BODY), ("نقل 20 شخصا", BODY))
    assert found.changes == (Change.INTO_HEADLINE, Change.LOST_MODIFIER)


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12])
def test_planted_changes_are_found(seed: int) -> None:
    texts = list(planted_changes.invented_texts())
    counts, told = planted_changes.score(planted_changes.plant(texts, 60, seed))
    assert counts["found"] >= 57, told
    assert counts["false"] <= 2, told
