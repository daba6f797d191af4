"""Guesses which column of a table holds what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from articles.corpus.addresses import is_web_address
from articles.corpus.arabic import fold
from articles.readers.published import published_iso

FIELDS = ("title", "text", "date", "outlet", "section", "author", "url")
"""What a column may be; ``text`` is the only one that a table must have."""

NAMES: dict[str, str] = {
    "title": """title headline heading head_line article_title news_title
        العنوان عنوان عنوان_المقال عنوان_الخبر المانشيت""",
    "text": """text body content article article_text article_body full_text story
        news_text maintext main_text raw_text articlebody
        النص نص المتن المحتوى المضمون نص_المقال نص_الخبر متن_الخبر الخبر المقال
        التفاصيل""",
    "date": """date published published_at published_on published_date publish_date
        pub_date pubdate publication_date date_published datepublished date_publish
        datetime timestamp created created_at time
        التاريخ تاريخ تاريخ_النشر تاريخ_الخبر نشر_في وقت_النشر""",
    "outlet": """outlet source source_name publisher site site_name sitename newspaper
        website media domain source_domain
        المصدر مصدر الصحيفة الجريدة الموقع اسم_الموقع الوسيلة الناشر القناة""",
    "section": """section category categories topic subject channel rubric label class
        القسم قسم التصنيف تصنيف الباب الفئة الموضوع""",
    "author": """author authors byline writer reporter by journalist
        الكاتب كاتب المؤلف المحرر المراسل بقلم الصحفي""",
    "url": """url link href permalink address uri source_url article_url
        الرابط رابط العنوان_الالكتروني""",
}
"""The names of columns, by field: adding one is adding a word."""


def _key(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


_FIELD_OF = {_key(name): field for field in FIELDS for name in NAMES[field].split()}
_LEAST_TEXT = 60
_MOST_TITLE = 250
_LONGEST_NAME = 100
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (counted from 0) holds which field; ``named`` if a header said so.

    It can be shown to an editor, corrected and kept as the profile of a source.
    """

    places: Mapping[str, int]
    named: bool = True

    def field_at(self, place: int) -> str | None:
        """Tell the field of a column."""
        return next((name for name, at in self.places.items() if at == place), None)


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Which column holds which field by an editor's word: ``{"الخبر": "text"}``.

    ``fields`` goes from the columns' names, as ``names_of`` gives them, to one of
    ``FIELDS``, or to "" for a column that is none. Unless ``named`` the first row is
    data like the others.
    """

    fields: Mapping[str, str]
    named: bool = True

    def columns(self, first_row: Sequence[str]) -> Columns | None:
        """Find the columns in a table; None where one that is meant is missing."""
        names = names_of(first_row, self.named)
        meant = {field: name for name, field in self.fields.items() if field in FIELDS}
        if "text" not in meant or not set(meant.values()) <= set(names):
            return None
        places = {field: names.index(name) for field, name in meant.items()}
        return Columns(places, self.named)


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of a table as they stand, and what its columns are taken for.

    A ``keyed`` table has its names from the keys of objects: its first row is always
    their row.
    """

    rows: list[list[str]]
    places: Mapping[str, int]
    named: bool
    keyed: bool = False


def names_of(first_row: Sequence[str], named: bool = True) -> list[str]:
    """Name every column once, by the first row or by its number.

    >>> names_of(["النص", "", "النص"])
    ['النص', 'column_2', 'النص_3']
    """
    names: list[str] = []
    for number, cell in enumerate(first_row, start=1):
        name = " ".join(cell.split())[:_LONGEST_NAME] if named else ""
        name = name or f"column_{number}"
        names.append(f"{name}_{number}" if name in names else name)
    return names


def field_named(name: str) -> str | None:
    """Tell the field that a column's name means, in Arabic or English.

    >>> field_named("تاريخ النشر"), field_named("Published_At"), field_named("عدد")
    ('date', 'date', None)
    """
    return _FIELD_OF.get(_key(name))


def guess_columns(
    header: Sequence[str], sample: Sequence[Sequence[str]] = ()
) -> Columns:
    """Guess the columns from the names in the first row, then from what they hold.

    ``sample`` are some of the rows below. A column without a known name is the text if
    it is by far the longest; without any known name the first row is data as well,
    unless it is as short as a name where the others hold a text.
    """
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        field = field_named(name)
        if field and field not in places:
            places[field] = place
    named = bool(places)
    rows = list(sample) if named else [header, *sample]
    if "text" not in places and rows:
        _add_by_content(places, rows)
    return Columns(places, named or _is_header(header, sample, places))


def _is_header(
    first: Sequence[str], others: Sequence[Sequence[str]], places: Mapping[str, int]
) -> bool:
    at = places.get("text")
    if at is None or not others or at >= len(first):
        return False
    return len(first[at]) < _LONGEST_HEADING and max(map(len, first)) < _LEAST_TEXT


def _add_by_content(places: dict[str, int], rows: Sequence[Sequence[str]]) -> None:
    width = max(len(row) for row in rows)
    cells = [[row[at] for row in rows if at < len(row)] for at in range(width)]
    free = [at for at in range(width) if at not in places.values() and cells[at]]
    sizes = {at: median(len(cell) for cell in cells[at]) for at in free}
    longest = max(free, key=lambda at: sizes[at], default=None)
    if longest is None or sizes[longest] < _LEAST_TEXT:
        return
    places["text"] = longest
    for at in free:
        field = None if at == longest else _kind(cells[at], sizes[at])
        if field:
            places.setdefault(field, at)


def _kind(cells: Sequence[str], size: float) -> str | None:
    """Tell dates, addresses and titles from each other by most of their cells."""
    if _mostly(cells, is_web_address):
        return "url"
    if _mostly(cells, lambda cell: bool(published_iso(cell))):
        return "date"
    if _mostly(cells, lambda cell: len(cell.split()) >= 3) and size <= _MOST_TITLE:
        return "title"
    return None


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(test(cell) for cell in cells) * 2 > len(cells)
