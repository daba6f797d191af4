"""Figures are marked at their place, nested or crossing, and no letter is lost."""

from hypothesis import given
from hypothesis import strategies as st

from articles.presentation.marked_text import Paragraph, Place, mark_paragraphs

BODY = "عاد 45 لاجئا و120 نازحا.\n\n\n\nغادر ثلاثة."


def place(start: int, end: int, number: tuple[int, int] | None = None) -> Place:
    number = number or (start, end)
    return Place(start, end, *number, anchor=f"f{start}-{end}")


def written(paragraph: Paragraph) -> str:
    """Write the marks of a paragraph as brackets."""
    return "".join(
        "[" if piece.opens else "]" if piece.closes else piece.text
        for piece in paragraph.pieces
    )


def test_paragraphs_are_numbered_and_empty_ones_are_not() -> None:
    marked = mark_paragraphs(BODY, [])
    assert [(paragraph.number, paragraph.text) for paragraph in marked] == [
        (1, "عاد 45 لاجئا و120 نازحا."),
        (2, "غادر ثلاثة."),
    ]
    assert all(BODY[p.start :].startswith(p.text) for p in marked)


def test_a_place_stands_in_its_paragraph() -> None:
    start = BODY.index("ثلاثة")
    first, second = mark_paragraphs(BODY, [place(4, 12), place(start, start + 5)])
    assert written(first) == "عاد [45 لاجئا] و120 نازحا."
    assert written(second) == "غادر [ثلاثة]."


def test_places_may_stand_inside_each_other() -> None:
    (line, _rest) = mark_paragraphs(BODY, [place(4, 23), place(14, 17)])
    assert written(line) == "عاد [45 لاجئا و[120] نازحا]."


def test_crossing_places_are_trimmed_and_keep_their_numbers() -> None:
    crossing = [place(4, 17, (4, 6)), place(7, 23, (14, 17))]
    (line, _rest) = mark_paragraphs(BODY, crossing)
    assert written(line) == "عاد [45 [لاجئا و120]] نازحا."
    apart = [place(4, 12, (4, 6)), place(7, 23, (14, 17))]
    (line, _rest) = mark_paragraphs(BODY, apart)
    assert written(line) == "عاد [45 لاجئا][ و120 نازحا]."


def test_a_place_that_leaves_its_paragraph_is_cut_at_its_end() -> None:
    (line, _rest) = mark_paragraphs(BODY, [place(14, 40, (14, 17))])
    assert written(line) == "عاد 45 لاجئا و[120 نازحا.]"


def test_a_place_between_paragraphs_repeats_no_letter() -> None:
    between = Place(0, 2, number_start=1, number_end=2, anchor="f1")
    assert [written(line) for line in mark_paragraphs("ا\n\n\nب", [between])] == [
        "ا",
        "[]\nب",
    ]


spans = st.tuples(st.integers(0, 60), st.integers(1, 12), st.integers(0, 6)).map(
    lambda t: Place(t[0], t[0] + t[1] + t[2], t[0] + t[2], t[0] + t[1] + t[2], f"f{t}")
)


@given(st.text("اب \n", max_size=60), st.lists(spans, max_size=12))
def test_marking_changes_no_letter_and_marks_nest(
    body: str, places: list[Place]
) -> None:
    inside = [place for place in places if place.end <= len(body)]
    marked = mark_paragraphs(body, inside)
    assert [p.text for p in marked] == [part for part in body.split("\n\n") if part]
    for paragraph in marked:
        depth = 0
        for piece in paragraph.pieces:
            depth += bool(piece.opens) - piece.closes
            assert depth >= 0
        assert depth == 0
        assert "".join(piece.text for piece in paragraph.pieces) == paragraph.text
