"""Paragraphs of two copies beside each other."""

from __future__ import annotations

import pytest

from articles.corpus.paragraph_diff import paragraph_diff

A = "أعلنت البلدية توسعة الرصيف الشرقي مطلع الشهر"
B = "ودعا التجار إلى تعويض عادل عن إغلاق السوق"
C = "وختم رئيس البلدية بالشكر لسكان المدينة القديمة"


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ([A, B], [A, B], [("same", 1, 1, False), ("same", 2, 2, False)]),
        (
            [A, B, C],
            [A, C],
            [("same", 1, 1, False), ("removed", 2, 0, False), ("same", 3, 2, False)],
        ),
        ([A], [B, A], [("added", 0, 1, False), ("same", 1, 2, False)]),
        (
            [A, B, C],
            [C, A, B],
            [("same", 3, 1, True), ("same", 1, 2, False), ("same", 2, 3, False)],
        ),
        ([A], [A.replace("مطلع", "نهاية")], [("changed", 1, 1, False)]),
        ([], [A], [("added", 0, 1, False)]),
        ([], [], []),
    ],
    ids=["same", "dropped", "put before", "moved", "changed", "new", "nothing"],
)
def test_rows(before, after, rows):
    found = paragraph_diff(before, after)

    assert [(row.kind, row.before, row.after, row.moved) for row in found] == rows


def test_very_many_paragraphs_are_compared_as_one_text():
    many = [f"{A} {number}" for number in range(300)]
    [row] = paragraph_diff(many, [*many[1:], B])

    assert row.kind == "changed"
