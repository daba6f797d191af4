"""What holds for any text at all."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.names import extract_names
from articles.corpus.names.lexicon import (
    DEFINITE_HEADS,
    GAZETTEER,
    GIVEN,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    TITLES,
)

WORDS = sorted(
    set(list(GAZETTEER)[::40])
    | set(sorted(GIVEN)[::30])
    | set(sorted(TITLES)[::6])
    | ORGANISATION_HEADS
    | DEFINITE_HEADS
    | PLACE_HEADS
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from([*WORDS, *'"()«»،|\n-', "الدين", "أبو", "وال", "لل", "بن"]),
        max_size=14,
    ).map(" ".join),
)


@given(TEXTS)
def test_mentions_stand_in_the_text_and_apart(text):
    spans = sorted(
        (mention.start, mention.end)
        for entity in extract_names(text)
        for mention in entity.mentions
    )
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(TEXTS)
def test_an_entity_has_a_name_and_a_mention(text):
    assert all(one.name.strip() and one.mentions for one in extract_names(text))


def test_long_texts_of_any_kind_end():
    for unit in ("محمد ", "وزير ", '"', "بن ", 'تنظيم "', "الرئيس ، "):
        extract_names(unit * 2000)
