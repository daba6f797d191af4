"""ZIP archives: members for other readers, bombs refused before they unpack."""

import io
import zipfile

import pytest

from articles.readers import ReadError, Refusal
from articles.readers.archive_limits import MAX_MEMBERS, MAX_UNPACKED_BYTES
from articles.readers.document import REFUSAL_MESSAGES, Member, RefusedFile
from articles.readers.files import read_file
from articles.readers.zip import ZipReader
from tests.articles.readers.builders import BODY, files_below, lying_zip, zip_of


def members(content, name="أيار.zip"):
    return list(ZipReader().read(name, content))


def refusal(content):
    with pytest.raises(ReadError) as fault:
        members(content)
    return fault.value.reason_code


def reasons(content):
    told = [one for one in members(content) if isinstance(one, RefusedFile)]
    return [one.message for one in told]


def test_each_file_is_a_member_labelled_by_both_names():
    packed = zip_of({"ميناء.txt": BODY.encode(), "b/صفحة.html": b"<p>"})
    assert [one.label for one in members(packed)] == [
        "أيار.zip › ميناء.txt",
        "أيار.zip › b/صفحة.html",
    ]


def test_folders_and_the_litter_of_systems_are_no_files():
    packed = zip_of({"a/": b"", "__MACOSX/x.txt": b"x", "a/.DS_Store": b"x"})
    assert refusal(packed) is Refusal.EMPTY


def test_names_that_are_utf8_without_saying_so_are_read():
    name = "ميناء.txt".encode()
    packed = zip_of({"x" * len(name): b"x"}).replace(b"x" * len(name), name)
    assert members(packed)[0].label == "أيار.zip › ميناء.txt"


@pytest.mark.parametrize(
    "name",
    [
        "../../x.txt",
        "/etc/x.txt",
        "C:\\x.txt",
        "a\\..\\..\\x.txt",
        "خ" * 5_000 + ".txt",
    ],
)
def test_no_name_of_a_member_reaches_the_disk(name, tmp_path, monkeypatch):
    here = tmp_path / "one" / "two"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    before = files_below(tmp_path)
    [found] = read_file("أيار.zip", zip_of({name: BODY.encode()}))
    assert found.text == BODY
    assert ".." not in found.label
    assert files_below(tmp_path) == before


def test_a_link_is_refused_alone():
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    packed = zip_of({"a.txt": b"x"})
    stream = io.BytesIO(packed)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    first, second = members(stream.getvalue())
    assert isinstance(first, Member)
    assert second.message == REFUSAL_MESSAGES[Refusal.LINK]


def test_an_archive_inside_an_archive_is_not_opened():
    packed = zip_of({"a.txt": BODY.encode(), "b.zip": zip_of({"c.txt": b"x"})})
    first, second = read_file("أيار.zip", packed)
    assert first.text == BODY
    assert second.message == REFUSAL_MESSAGES[Refusal.NESTED]


def test_an_editors_charset_is_for_the_members():
    packed = zip_of({"ميناء.txt": BODY.encode("cp1256")})
    [document] = read_file("أيار.zip", packed, charset="cp1256")
    assert document.text == BODY
    assert document.content == BODY.encode("cp1256")


BOMBS = {
    "a ratio no text has": (zip_of({"a.txt": bytes(2_000_000)}), Refusal.SUSPECT_RATIO),
    "too many members": (
        zip_of({f"{n}.txt": b"" for n in range(MAX_MEMBERS + 1)}),
        Refusal.TOO_MANY_MEMBERS,
    ),
    "declares too much": (
        lying_zip(b"x", MAX_UNPACKED_BYTES + 1),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "no archive": (b"GIF89a", Refusal.WRONG_TYPE),
    "cut off": (zip_of({"a.txt": BODY.encode()})[:60], Refusal.BROKEN),
    "nothing inside": (zip_of({}), Refusal.EMPTY),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_and_broken_archives_are_refused(name):
    content, reason = BOMBS[name]
    assert refusal(content) is reason


def test_a_member_that_is_longer_than_it_says_is_refused():
    content = BODY.encode() * 50
    assert reasons(lying_zip(content, 100)) == [REFUSAL_MESSAGES[Refusal.BROKEN]]


def test_a_damaged_member_does_not_sink_the_others():
    packed = bytearray(zip_of({"a.txt": BODY.encode(), "b.txt": BODY.encode()}))
    packed[45] ^= 0xFF
    first, second = members(bytes(packed))
    assert isinstance(first, RefusedFile)
    assert second.content == BODY.encode()


@pytest.mark.long
def test_a_gigabyte_of_nothing_is_refused_by_its_list():
    packed = zip_of({"a.txt": bytes(1024 * 1024 * 1024)})
    [refused] = read_file("قنبلة.zip", packed)
    assert refused.message == REFUSAL_MESSAGES[Refusal.TOO_MUCH_INSIDE]
