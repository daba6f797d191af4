"""Which figures changed between two texts."""

from __future__ import annotations

import pytest

from articles.captures.figure_changes import FigureChange, figure_changes
from articles.corpus.word_diff import word_diff
from articles.models import Article
from articles.presentation.changes import changed_paragraphs, shown_figure_changes
from articles.storing.extraction import read_figures


def told(before: str, after: str) -> list[str]:
    """Write changes as «value modifier: كان → صار»."""
    one, other = (
        read_figures(Article(title_derived=True, body=body)) for body in (before, after)
    )
    changes: list[FigureChange] = figure_changes(one, other)
    shown = shown_figure_changes(changes)
    return [
        f"{' '.join(change.parts)}: {each.before} → {each.after}"
        for change, each in zip(changes, shown, strict=True)
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("عادت 180 عائلة.", "عادت 180 عائلة.", []),
        ("عادت 180 عائلة.", "رجعت إلى المرفأ 180 عائلة.", []),
        ("عادت 180 عائلة.", "عادت 200 عائلة.", ["value: 180 عائلة → 200 عائلة"]),
        (
            "عادت أكثر من 180 عائلة.",
            "عادت 180 عائلة.",
            ["modifier: أكثر من 180 عائلة → 180 عائلة"],
        ),
        (
            "كلفت الأرصفة 45 مليون دولار.",
            "كلفت الأرصفة 45 مليون يورو.",
            ["unit: 45,000,000 دولار → 45,000,000 يورو"],
        ),
        ("عادت 180 عائلة.", "عادت العائلات.", [": 180 عائلة → "]),
        ("عادت العائلات.", "عادت 180 عائلة.", [":  → 180 عائلة"]),
        (
            "رست 320 سفينة. وقالت الإدارة إن أكثر من 320 سفينة رست.",
            "رست 350 سفينة. وقالت الإدارة إن 350 سفينة رست.",
            [
                "value: 320 سفينة → 350 سفينة",
                "value modifier: أكثر من 320 سفينة → 350 سفينة",
            ],
        ),
        # the order of two figures of one kind is no change
        ("عادت 10 عائلات و20 عائلة.", "عادت 20 عائلة و10 عائلات.", []),
    ],
)
def test_figures_that_came_went_and_changed(
    before: str, after: str, changes: list[str]
) -> None:
    assert told(before, after) == changes


def shown(before: str, after: str, **options: bool) -> list[str]:
    """Write paragraphs with [-removed-] and {+added+}."""
    signs = {"equal": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return [
        "".join(signs[change.kind].format(change.text) for change in paragraph)
        for paragraph in changed_paragraphs(word_diff(before, after), **options)
    ]


@pytest.mark.parametrize(
    ("before", "after", "paragraphs"),
    [
        ("أولى\n\nثانية", "أولى\n\nثانية", ["أولى", "ثانية"]),
        ("أولى هنا", "أولى هنا\n\nثانية هناك", ["أولى هنا", "{+ثانية هناك+}"]),
        ("وصل الوفد", "وصل الوفد الكبير", ["وصل الوفد {+الكبير+}"]),
        ("وصل الوفد", "وصل\n\nالوفد", ["وصل[- -]{+¶+}", "الوفد"]),
        ("وصل\n\nالوفد", "وصل الوفد", ["وصل[-¶-]{+ +}الوفد"]),
        ("الأمس", "الامس", ["[-الأمس-]{+الامس+}"]),
        ("", "", []),
    ],
)
def test_changes_are_shown_by_paragraph(
    before: str, after: str, paragraphs: list[str]
) -> None:
    assert shown(before, after) == paragraphs


@pytest.mark.parametrize(
    ("before", "after", "paragraphs"),
    [
        ("الأمس", "الامس", ["الامس"]),
        ("وصل\n\nالوفد", "وصل الوفد.", ["وصل الوفد."]),
        ("عاد 20", "عاد 21", ["عاد [-20-]{+21+}"]),
    ],
)
def test_differences_of_writing_can_be_hidden(
    before: str, after: str, paragraphs: list[str]
) -> None:
    assert shown(before, after, trivial=False) == paragraphs
