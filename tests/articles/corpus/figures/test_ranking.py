"""Key figures: repeats are one claim, the telling ones come first."""

from articles.corpus.figures import Reason, extract_figures, key_figures


def test_repeats_merge_and_keep_every_place():
    text = (
        "مقتل 45 مدنيا\nقتل أكثر من 45 مدنيا وأصيب 12 جنديا في 3 مواقع. 45 مدنيا قتلوا."
    )
    first, *_ = key_figures(extract_figures(text), title_end=13)
    assert first.figure.modifier == "more_than"
    assert [text[start:end] for start, end in first.mentions] == ["45", "45", "45"]
    assert {Reason.TITLE, Reason.MODIFIER, Reason.REPEATED} <= set(first.reasons)


def test_a_bound_sum_stands_before_a_bare_count_and_dates_are_left_out():
    text = "في 3 مواقع خلال 2024 أنفق أكثر من 5 ملايين دولار (4 ملايين يورو)"
    keys = key_figures(extract_figures(text))
    assert [key.figure.text for key in keys] == ["5 ملايين", "3"]
