"""What a reader gives: raw documents, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from articles.corpus.raw_article import clean_name

if TYPE_CHECKING:
    from articles.readers.tables.columns import ColumnChoice, Table

MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One text as it came out of a file, before anything is understood.

    ``content`` are the bytes that are kept as evidence; ``text`` is their decoding,
    to which all offsets refer. ``hints`` are what the file says about the article
    beside its text: ``title``, ``section``, ``outlet``, ``byline``, ``published``
    (ISO 8601, cut to what is known); they win over what is read from the text.
    ``label`` is the name it came under, never a path; ``url`` its address, if known;
    ``captured_at`` when the bytes were taken from it, ISO 8601 in UTC, "" if not told.
    ``stored_as`` is what an archive of ours wrote of the article beside these bytes,
    and the text is then that of the article.
    """

    label: str
    content: bytes
    text: str
    media_type: str
    charset: str
    confidence: float = 1.0
    note: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    captured_at: str = ""
    stored_as: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take out of the address what would show another one."""
        if not self.url.isprintable():
            object.__setattr__(self, "url", clean_name(self.url))


@dataclass(frozen=True, slots=True)
class Member:
    """A file that lay inside another one and is still to be read by its own reader.

    ``label`` ends like a file of its kind; ``note`` is what its container tells of it.
    """

    label: str
    content: bytes
    url: str = ""
    note: str = ""
    captured_at: str = ""


class Refusal(StrEnum):
    """Why a file gives no document."""

    EMPTY = "empty_file"
    TOO_LARGE = "file_too_large"
    BINARY = "binary_file"
    UNKNOWN_CHARSET = "unknown_charset"
    CHARSET_ASKED = "charset_asked"
    WRONG_TYPE = "wrong_type"
    UNREAD_TYPE = "unread_type"
    PDF = "pdf_file"
    BROKEN = "broken_file"
    TRUNCATED = "truncated_file"
    ENCRYPTED = "encrypted_file"
    NESTED = "nested_archive"
    LINK = "link_in_archive"
    TOO_MANY_MEMBERS = "too_many_members"
    TOO_MUCH_INSIDE = "too_much_inside"
    SUSPECT_RATIO = "suspect_ratio"
    TOO_MANY_ROWS = "too_many_rows"
    NO_TEXT = "no_text"
    NO_TEXT_COLUMN = "no_text_column"
    OTHER_COLUMNS = "other_columns"
    BROKEN_ROW = "broken_row"
    EMPTY_ROW = "empty_row"
    REVISIT = "revisit"
    NOT_FOUND = "failed_response"
    TOO_SLOW = "too_slow"
    TOO_HEAVY = "too_heavy"
    CRASHED = "reader_crashed"


REFUSAL_MESSAGES: dict[Refusal, str] = {
    Refusal.EMPTY: "الملف فارغ.",
    Refusal.TOO_LARGE: "الملف أكبر من الحجم المسموح به.",
    Refusal.BINARY: "الملف ليس نصا.",
    Refusal.UNKNOWN_CHARSET: "ترميز الملف غير معروف.",
    Refusal.CHARSET_ASKED: "النص أقصر من أن يعرف ترميزه: اختر الترميز.",
    Refusal.WRONG_TYPE: "محتوى الملف ليس من النوع الذي يدل عليه اسمه.",
    Refusal.UNREAD_TYPE: "لا تقرأ المقالات من ملفات هذا النوع.",
    Refusal.PDF: "لا يقرأ النص من ملفات PDF: أدخل النص في ملف آخر وأرفق هذا بمقاله.",
    Refusal.BROKEN: "الملف تالف فلا يمكن قراءته.",
    Refusal.TRUNCATED: "الملف مبتور: ينقصه آخره.",
    Refusal.ENCRYPTED: "الملف محمي بكلمة سر.",
    Refusal.NESTED: "أرشيف داخل أرشيف: فك ضغطه أولا ثم أدخل ما فيه.",
    Refusal.LINK: "رابط إلى ملف آخر وليس ملفا.",
    Refusal.TOO_MANY_MEMBERS: "في الأرشيف ملفات أكثر من العدد المسموح به.",
    Refusal.TOO_MUCH_INSIDE: "محتوى الملف بعد فك ضغطه أكبر من المسموح به.",
    Refusal.SUSPECT_RATIO: "الملف مضغوط ضغطا غير معقول فلم يفتح.",
    Refusal.TOO_MANY_ROWS: "في الجدول صفوف أكثر من العدد المسموح به: قسمه.",
    Refusal.NO_TEXT: "لم يعثر في الملف على نص.",
    Refusal.NO_TEXT_COLUMN: "لا يعرف أي أعمدة الجدول هو نص المقال.",
    Refusal.OTHER_COLUMNS: "ليست في الجدول الأعمدة التي اختيرت له.",
    Refusal.BROKEN_ROW: "الصف تالف فلا يمكن قراءته.",
    Refusal.EMPTY_ROW: "لا نص في هذا الصف.",
    Refusal.REVISIT: "زيارة ثانية لم يتغير فيها المحتوى ولم يحفظ معها.",
    Refusal.NOT_FOUND: "رد الخادم بخطأ أو تحويل ولم يرسل الصفحة.",
    Refusal.TOO_SLOW: "تجاوزت قراءة الملف الوقت المسموح به فأوقفت.",
    Refusal.TOO_HEAVY: "تجاوزت قراءة الملف الذاكرة المسموح بها فأوقفت.",
    Refusal.CRASHED: "تعذرت قراءة الملف: توقف قارئه فجأة.",
}


class ReadError(ValueError):
    """A file was refused; ``message`` is Arabic, ``choices`` the charsets to offer."""

    def __init__(self, reason_code: Refusal, choices: tuple[str, ...] = ()) -> None:
        self.reason_code = reason_code
        self.choices = choices
        self.message = REFUSAL_MESSAGES[reason_code]
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that gave no document, among others that did: its name and why."""

    label: str
    message: str
    choices: tuple[str, ...] = ()

    @classmethod
    def because(cls, label: str, reason: Refusal) -> RefusedFile:
        """Refuse the file of this label for a reason of the table."""
        return cls(label, REFUSAL_MESSAGES[reason])


class Reader(Protocol):
    """Turns the bytes of one file into raw documents."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Tell whether the file is of the reader's format, by its name and bytes."""
        ...

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument | Member | RefusedFile]:
        """Give the documents of a file; raise ``ReadError`` when it is refused.

        What is refused is the file; a row or a member that can't be read is given as
        a ``RefusedFile`` among the others. ``charset`` is the editor's choice and is
        believed when the bytes allow it.
        """
        ...


class TableReader(Protocol):
    """A reader of tables: what their columns are can be said to it."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Tell whether the file is of the reader's format."""
        ...

    def read(
        self,
        label: str,
        content: bytes,
        *,
        charset: str | None = None,
        columns: ColumnChoice | None = None,
    ) -> Iterator[RawDocument | Member | RefusedFile]:
        """Give a document a row; without ``columns`` they are guessed."""
        ...

    def table(self, content: bytes, *, charset: str | None = None) -> Table:
        """Give the first rows; raise ``ReadError`` where there is none."""
        ...
