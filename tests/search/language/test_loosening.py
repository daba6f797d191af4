"""Which queries are questions, and what is left of them when any word is enough."""

from __future__ import annotations

import pytest

from search.language import tree
from search.language.loosening import Asked, enough, loosened, words_asked
from search.language.syntax import MOST_TERMS, parse

COUNTED = [
    ("هدنة", Asked(1)),
    ("هدنة في المرفأ", Asked(3)),
    ("طريق سوريا-العراق مغلق", Asked(4)),
    ("عاد (من المنفى أمس)", Asked(4)),
    ('قال "إنه عائد" أمس', Asked(4, quoted=True)),
    ("قال =العائد أمس", Asked(3, quoted=True)),
    ("هدنة أو تهدئة في المرفأ", Asked(0)),
    ("هدنة المرفأ -حلب", Asked(0)),
    ("عنوان:هدنة المرفأ أمس", Asked(0)),
    ("هدن* المرفأ أمس", Asked(0)),
    ("", Asked(0)),
]


@pytest.mark.parametrize(("text", "asked"), COUNTED)
def test_words_are_counted_where_no_other_sign_stands(text: str, asked: Asked):
    assert words_asked(parse(text).node) == asked


LOOSENED = [
    ("عاد النازحون إلى المخيم", ["عاد", "النازحون", "المخيم"]),
    ("من كان في ذلك", ["من", "كان", "في", "ذلك"]),
    ('أغلقت "بلدية المرفأ" السوق', ["اغلقت", "بلديه", "المرفا", "السوق"]),
    ("سوريا-العراق اليوم", ["سوريا", "العراق", "اليوم"]),
]


@pytest.mark.parametrize(("text", "words"), LOOSENED)
def test_any_telling_word_is_enough(text: str, words: list[str]):
    node = parse(text).node
    assert node is not None
    any_of = loosened(node)

    assert isinstance(any_of, tree.Any)
    left = [part.exact for part in any_of.nodes if isinstance(part, tree.Word)]
    assert left == words


def test_what_is_no_word_still_narrows():
    node = parse("هدنة المرفأ تاريخ:2014").node
    assert node is not None
    narrowed = loosened(node)

    assert isinstance(narrowed, tree.All)
    assert isinstance(narrowed.nodes[-1], tree.Dates)


def test_a_long_sentence_gives_its_room_to_telling_words():
    telling = [f"كلمة{chr(0x0628 + n)}ت" for n in range(MOST_TERMS - 2)]
    query = parse(" في ".join(telling))

    asked = list(tree.positive_leaves(query.node))
    assert len(asked) == len(telling)
    assert query.notices == ()


def test_more_words_want_more_articles_with_all_of_them():
    assert enough(3) < enough(6)
