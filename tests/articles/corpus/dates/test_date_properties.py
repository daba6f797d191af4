"""What holds for any text at all."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.dates import find_dates, read_stamp
from articles.corpus.dates.vocabulary import VOCABULARY

SIGNS = [*"/-.:،()|", "هـ", "م", "الـ", "و", "0", "3", "22", "99", "1436", "2015"]
LINKS = ["من", "إلى", "الموافق", "الماضي", "المقبل", "قبل"]
PIECES = st.sampled_from([*sorted(VOCABULARY)[::7], *SIGNS, *LINKS])
TEXTS = st.one_of(
    st.text(max_size=60),
    st.builds(
        lambda pieces, space: space.join(pieces),
        st.lists(PIECES, max_size=10),
        st.sampled_from(["", " "]),
    ),
)


@given(TEXTS, st.none() | st.dates())
def test_dates_stand_in_the_text_in_order_and_apart(text, published):
    behind = 0
    for mention in find_dates(text, published):
        assert behind <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        behind = mention.end


@given(TEXTS)
def test_a_stamp_stands_in_its_line(line):
    stamp = read_stamp(line)
    assert stamp is None or 0 <= stamp.start < stamp.end <= len(line)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_any_day_reads_back(day):
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"):
        assert [mention.iso for mention in find_dates(text)] == [day.isoformat()]


def test_long_texts_of_any_kind_end():
    for unit in ("1/", "2015 و", "الخامس ", "الساعة ", "5 و", "2017-03-22T21:38.1"):
        find_dates(unit * 2000)
