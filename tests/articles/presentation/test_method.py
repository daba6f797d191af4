"""The page on method says of every kind and bound what the code knows of it."""

import json

from articles.corpus.figures import Kind, Modifier
from articles.presentation import method


def test_every_kind_has_a_name_and_an_example():
    assert set(method.KINDS) == set(Kind)
    assert len(method.kinds()) == len(Kind)


def test_every_bound_has_its_words():
    assert len({str(bound) for bound in method.bounds()}) == len(Modifier)


def test_what_was_measured_is_numbers_only():
    def leaves(node):
        for value in node.values():
            yield from leaves(value) if isinstance(value, dict) else [value]

    tables = json.loads(method.MEASURED.read_text("utf-8"))
    assert all(isinstance(leaf, int) for leaf in leaves(tables))


def test_a_share_is_the_right_ones_of_all():
    assert method.Measured("عدد", 8, 6).percent == 75.0
    rows = [*method.measured_kinds(), *method.measured_sets(), *method.measured_peers()]
    assert all(0 < row.right <= row.gold for row in rows)


def test_names_are_measured_by_their_type():
    assert [str(row.name) for row in method.measured_names()] == [
        "أشخاص",
        "أماكن",
        "جهات",
    ]
