"""Bytes to text: five encodings, told by the letters; the rest is asked or refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from articles.readers import ReadError, Refusal, TextReader, decode_text
from articles.readers.charsets import guesses
from articles.readers.letter_pairs import LETTERS, ROWS

SAMPLES = Path(__file__).parents[2] / "samples" / "raw"
GUESSED = ["cp1256", "iso8859-6", "cp720", "utf-16-le", "utf-16-be"]
TEXT = (
    "عاد الماء إلى أحياء المرفأ الشرقية بعد انقطاع دام يومين كاملين، وقال مدير المؤسسة"
    " إن 300 عامل شاركوا في الإصلاح على مدار الساعة."
)


def sentences() -> list[str]:
    lines = [
        line
        for path in sorted(SAMPLES.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 120
    ]
    return random.Random(7).sample(lines, 60)


def encode(text: str, charset: str) -> tuple[str, bytes]:
    """Encode what the charset can write; give the text that is left, too."""
    content = text.encode(charset, "ignore")
    return content.decode(charset), content


@pytest.mark.parametrize("charset", GUESSED)
def test_the_charset_of_a_paragraph_is_told_by_its_letters(charset: str) -> None:
    for sentence in sentences():
        text, content = encode(sentence, charset)
        decoded = decode_text(content)
        assert (decoded.text, decoded.charset) == (text, charset)
        assert 0.5 < decoded.confidence < 1
        assert decoded.note


@pytest.mark.parametrize("charset", GUESSED)
def test_a_few_letters_are_asked_for(charset: str) -> None:
    for sentence in sentences():
        _, content = encode(sentence[:30], charset)
        with pytest.raises(ReadError) as refused:
            decode_text(content)
        assert refused.value.reason_code is Refusal.CHARSET_ASKED
        assert charset in refused.value.choices


@pytest.mark.parametrize("text", ["سلام", TEXT, "Only Latin letters."])
def test_strict_utf8_is_certain_at_any_length(text: str) -> None:
    decoded = decode_text(text.encode())
    assert (decoded.text, decoded.charset, decoded.confidence) == (text, "utf-8", 1.0)


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(charset: str) -> None:
    assert decode_text("سلام".encode(charset)).text == "سلام"


def test_a_double_encoding_is_undone() -> None:
    twice = TEXT.encode().decode("cp1256", "ignore").encode()
    assert decode_text(TEXT.encode().decode("latin-1").encode()).charset == "utf-8"
    assert "عاد الماء" in decode_text(twice).text


def test_a_declared_charset_helps_where_the_letters_are_too_few() -> None:
    content = "سلام عليكم".encode("cp1256")
    assert decode_text(content, declared="windows-1256").text == "سلام عليكم"


@pytest.mark.parametrize("declared", ["iso-8859-6", "utf-8", "no-such-charset"])
def test_a_declared_charset_that_the_letters_contradict_is_not_believed(
    declared: str,
) -> None:
    assert decode_text(TEXT.encode("cp1256"), declared=declared).text == TEXT


def test_the_editors_choice_is_believed() -> None:
    assert decode_text("سلام".encode("cp1256"), chosen="cp1256").text == "سلام"
    with pytest.raises(ReadError) as refused:
        decode_text(TEXT.encode("cp1256"), chosen="utf-8")
    assert refused.value.reason_code is Refusal.UNKNOWN_CHARSET


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b" \r\n\t", Refusal.EMPTY),
        (b"\xef\xbb\xbf", Refusal.EMPTY),
        (b"%PDF-1.7 ...", Refusal.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), Refusal.BINARY),
        (bytes(range(256)) * 8, Refusal.BINARY),
    ],
)
def test_what_is_no_text_is_refused_in_arabic(content: bytes, reason: Refusal) -> None:
    with pytest.raises(ReadError) as refused:
        decode_text(content)
    assert refused.value.reason_code is reason
    assert refused.value.message


def test_the_size_is_capped() -> None:
    with pytest.raises(ReadError) as refused:
        decode_text(b"a" * 11, max_bytes=10)
    assert refused.value.reason_code is Refusal.TOO_LARGE


def test_the_reader_gives_one_document_with_its_bytes() -> None:
    content = TEXT.encode("cp1256")
    reader = TextReader()
    assert reader.accepts("خبر.TXT", content)
    (document,) = reader.read("خبر.txt", content)
    assert (document.text, document.content) == (TEXT, content)
    assert (document.media_type, document.charset) == ("text/plain", "cp1256")


def test_guesses_come_best_first() -> None:
    found = guesses(encode(TEXT, "cp720")[1])
    assert found[0].charset == "cp720"
    assert found[0].score == max(guess.score for guess in found)


def test_the_table_of_pairs_is_square() -> None:
    assert {len(row) for row in ROWS} == {len(LETTERS)} == {len(ROWS)}


def test_a_repaired_text_reads_the_same_by_the_charset_it_was_kept_with() -> None:
    text = "عاد الماء إلى سد الوادي بعد ثلاث سنوات من الجفاف. " * 4
    content = text.encode().decode("cp1256", "ignore").encode()
    found = decode_text(content)
    assert found.charset == "utf-8+cp1256"
    assert decode_text(content, chosen=found.charset).text == found.text
