"""Modifiers before and after the number, over a distance and under negation."""

import pytest

from articles.corpus.figures import extract_figures


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("أكثر من 20 شخصا", "more_than", "أكثر من"),
        ("اكثر من 20 شخصا", "more_than", "اكثر من"),
        ("بأكثر من 20 شخصا", "more_than", "أكثر من"),
        ("ما يزيد على 20 شخصا", "more_than", "ما يزيد على"),
        ("تجاوز عددهم 20 شخصا", "more_than", "تجاوز عددهم"),
        ("تجاوز حاجز الـ 20 دولارا", "more_than", "تجاوز حاجز"),
        ("لا يتجاوز 20 شخصا", "at_most", "لا يتجاوز"),
        ("لم تتجاوز قيمتها 20 دولارا", "at_most", "لم تتجاوز قيمتها"),
        ("ما لا يقل عن 20 شخصا", "at_least", "ما لا يقل عن"),
        ("لا تقل قيمتها عن 20 دولارا", "at_least", "لا تقل قيمتها عن"),
        ("يقل عن 20 شخصا", "less_than", "يقل عن"),
        ("أقل من 20 شخصا", "less_than", "أقل من"),
        ("دون سن 18 عاما", "less_than", "دون"),
        ("نحو 20 شخصا", "about", "نحو"),
        ("وبنحو الـ20 شخصا", "about", "نحو"),
        ("حوالى 20 شخصا", "about", "حوالى"),
        ("ما يقارب 20 شخصا", "about", "ما يقارب"),
        ("يناهز 20 شخصا", "about", "يناهز"),
        ("20 شخصا على الأقل", "at_least", "على الأقل"),
        ("20 شخصا تقريبا", "about", "تقريبا"),
        ("20 شخصا كحد أقصى", "at_most", "كحد أقصى"),
        ("بين 10 و20 شخصا", "between", "بين"),
        ("بلغ 20 شخصا", None, None),
        ("فتحت 20 مركزا", None, None),  # she opened, not «so under»
        ("وصل إلى 20 شخصا", None, None),
    ],
)
def test_the_words_and_their_sense(text, modifier, words):
    figure = extract_figures(text)[0]
    assert (figure.modifier, figure.modifier_text) == (modifier, words)
