"""Words a reader looks for are marked among figures; every mark nests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.presentation.hits import MOST_HITS, Hits, hit_places
from articles.presentation.marked_text import Place, mark_paragraphs

BODY = "عاد 180 نازحا وخمسون طالبا."


def figure(start: int, end: int) -> Place:
    return Place(start, end, start, end, f"f{start}")


def written(body: str, figures: list[Place], *hits: tuple[int, int]) -> str:
    """Write figures as brackets and hits as braces."""
    _title, places = hit_places(Hits("س", "/", body=hits), [], figures)
    line = ""
    for paragraph in mark_paragraphs(body, figures + places):
        for piece in paragraph.pieces:
            if piece.opens:
                line += "{" if piece.opens.hop else "["
            elif piece.closed:
                line += "}" if piece.closed.hop else "]"
            line += piece.text
    return line


def test_a_hit_stands_alone_inside_a_figure_or_around_it():
    assert written(BODY, [], (0, 3)) == "{عاد} 180 نازحا وخمسون طالبا."
    assert written(BODY, [figure(4, 13)], (8, 13)) == "عاد [180 {نازحا}] وخمسون طالبا."
    assert written(BODY, [figure(4, 13)], (4, 7)) == "عاد [{180} نازحا] وخمسون طالبا."
    assert written(BODY, [figure(4, 7)], (4, 7)) == "عاد [{180}] نازحا وخمسون طالبا."


def test_a_hit_that_crosses_a_figure_is_marked_in_parts():
    # و is no part of the figure «خمسون طالبا», but of the word.
    crossing = written(BODY, [figure(15, 26)], (14, 20))

    assert crossing == "عاد 180 نازحا {و}[{خمسون} طالبا]."


def test_hits_lead_to_each_other_through_title_and_body():
    title, body = hit_places(Hits("س", "/", ((0, 3),), ((0, 3), (14, 20))), [], [])

    assert [hit.anchor for hit in title + body] == ["h1", "h2", "h3"]
    hops = [hit.hop for hit in title + body]
    assert [(hop.previous, hop.following) for hop in hops if hop] == [
        ("", "h2"),
        ("h1", "h3"),
        ("h2", ""),
    ]


def test_a_word_that_is_everywhere_is_marked_a_thousand_times():
    hits = Hits("س", "/", body=tuple((at, at + 1) for at in range(0, 9_000, 2)))
    _title, places = hit_places(hits, [], [])

    assert len(places) == hits.count == MOST_HITS
    assert places[-1].hop
    assert places[-1].hop.following == ""


cuts = st.lists(st.integers(0, 40), min_size=2, max_size=12, unique=True).map(sorted)


@given(cuts, st.lists(st.tuples(st.integers(0, 38), st.integers(1, 12)), max_size=6))
def test_hits_change_no_letter_and_all_marks_nest(
    edges: list[int], spans: list[tuple[int, int]]
):
    body = "ابتثجحخدذر" * 4
    figures = [figure(start, min(40, start + length)) for start, length in spans]
    hits = tuple(zip(edges[::2], edges[1::2], strict=False))
    line = written(body, figures, *hits)

    assert line.translate(dict.fromkeys(map(ord, "[]{}"))) == body
    open_marks: list[str] = []
    marked = 0
    for sign in line:
        if sign in "[{":
            open_marks.append(sign)
        elif sign in "]}":
            assert open_marks.pop() + sign in {"[]", "{}"}
        else:
            marked += "{" in open_marks
    assert marked == sum(end - start for start, end in hits)
