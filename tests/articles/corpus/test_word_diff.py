"""Word diff: what changed between two texts, and what is only written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.word_diff import Run, changed_words, word_diff

WORDS = st.sampled_from(
    ["قال", "إن", "ان", "مُحمد", "محمد", "20", "٢٠", "23", "،", ".", "و", "%", "\n\n"]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


def told(before: str, after: str) -> str:
    """Write the runs as [-removed-]{+added+}, trivial ones as (-removed-)(+added+)."""
    signs = {
        ("removed", False): "[-{}-]",
        ("added", False): "{{+{}+}}",
        ("removed", True): "(-{}-)",
        ("added", True): "(+{}+)",
    }
    return "".join(
        signs.get((run.kind, run.trivial), "{}").format(run.text)
        for run in word_diff(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("قتل 20 شخصا", "قتل 20 شخصا", "قتل 20 شخصا"),
        ("قتل 20 شخصا", "قتل 23 شخصا", "قتل [-20-]{+23+} شخصا"),
        ("قتل أكثر من 20 شخصا", "قتل 20 شخصا", "قتل [-أكثر من -]20 شخصا"),
        ("وصل الوفد", "وصل الوفد إلى المرفأ", "وصل الوفد{+ إلى المرفأ+}"),
        ("", "وصل الوفد", "{+وصل الوفد+}"),
        ("وصل الوفد", "", "[-وصل الوفد-]"),
        # written otherwise, the same words
        ("قال الرئيس", "قال الرَّئيس", "قال (-الرئيس-)(+الرَّئيس+)"),
        ("الأمس", "الامس", "(-الأمس-)(+الامس+)"),
        ("عام ٢٠١٤", "عام 2014", "عام (-٢٠١٤-)(+2014+)"),
        ("و قال الوفد", "وقال الوفد", "(-و قال-)(+وقال+) الوفد"),
        ("قال «نعم»", 'قال "نعم"', 'قال (-«-)(+"+)نعم(-»-)(+"+)'),
        ("وصل الوفد", "وصل الوفد.", "وصل الوفد(+.+)"),
        ("وصل\n\nالوفد", "وصل الوفد", "وصل(-\n\n-)(+ +)الوفد"),
        # a sign that makes another number is no trifle
        ("بلغ 50% منها", "بلغ 50 منها", "بلغ 50[-%-] منها"),
        ("كلفة 2,6 مليون", "كلفة 26 مليون", "كلفة [-2,6-]{+26+} مليون"),
    ],
)
def test_words_removed_added_and_rewritten(before: str, after: str, runs: str) -> None:
    assert told(before, after) == runs


def test_a_lone_short_word_between_two_rewritten_stretches_is_part_of_them() -> None:
    before = "أعلن المجلس البلدي في بيان مقتضب صباحا نتائج الفرز"
    after = "كشفت اللجنة العليا في مؤتمر حضره كثيرون نتائج الفرز"

    assert [run.kind for run in word_diff(before, after)] == [
        "removed",
        "added",
        "equal",
    ]


@given(TEXTS, TEXTS)
def test_the_runs_give_both_texts_back(before: str, after: str) -> None:
    runs = word_diff(before, after)

    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(_after(run, after) for run in runs if run.kind != "removed") == after
    assert all(_stands(run, before, after) for run in runs)


def _after(run: Run, after: str) -> str:
    return after[run.after_start : run.after_end]


def _stands(run: Run, before: str, after: str) -> bool:
    ours, theirs = before[run.start : run.end], _after(run, after)
    texts = {"equal": (ours, theirs), "removed": (ours,), "added": (theirs,)}
    return all(text == run.text for text in texts[run.kind])


def test_a_long_text_of_one_word_ends() -> None:
    runs = word_diff("سوق مرفأ " * 2_000, "مرفأ سوق بلدة " * 2_000)

    assert changed_words(runs) > 0


def test_changed_words_leave_out_what_is_only_written_otherwise() -> None:
    assert changed_words(word_diff("قتل 20 شخصا", "قُتل 23 شخصا.")) == 2
