"""Title and body of an article read as one text, and the way back to each."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article
from articles.models.figure import Part

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What figures and names are read from; offsets are code points of ``whole``.

    Read as one, what the title repeats is one claim and one name. A derived title
    repeats the body and is left out.
    """

    whole: str
    title_end: int
    body_start: int

    @classmethod
    def of(cls, article: Article) -> ArticleText:
        """Join title and body."""
        title = "" if article.title_derived else article.title
        if not title:
            return cls(article.body, 0, 0)
        return cls(
            title + _BETWEEN + article.body, len(title), len(title) + len(_BETWEEN)
        )

    def part_of(self, start: int, end: int) -> tuple[Part, int]:
        """Tell the part a stretch stands in and where that part starts in ``whole``."""
        if end <= self.title_end:
            return Part.TITLE, 0
        return Part.BODY, self.body_start
