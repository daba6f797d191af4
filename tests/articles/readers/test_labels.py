"""Names that came with files are words to show, never paths."""

import pytest

from articles.readers.labels import MAX_LENGTH, inside, label_of

NAMES = {
    "أخبار/ميناء.txt": "أخبار/ميناء.txt",
    "../../etc/passwd": "etc/passwd",
    "/etc/passwd": "etc/passwd",
    "a\\..\\..\\ميناء.txt": "a/ميناء.txt",
    "C:\\Windows\\win.ini": "Windows/win.ini",
    "\\\\server\\share\\x.txt": "server/share/x.txt",
    "./././x.txt": "x.txt",
    "خبر\x00.txt": "خبر.txt",
    "\u202etxt.exe": "txt.exe",
    "سطر\nجديد.txt": "سطر جديد.txt",
    "..": "بلا اسم",
    "/": "بلا اسم",
    "": "بلا اسم",
    "%2e%2e/x.txt": "%2e%2e/x.txt",
    "CON": "CON",
    "‥\u2215x.txt": "‥\u2215x.txt",
}


@pytest.mark.parametrize(("name", "label"), NAMES.items())
def test_a_name_loses_what_would_make_it_a_path(name, label):
    assert label_of(name) == label


@pytest.mark.parametrize("name", [*NAMES, "خ" * 5_000 + ".txt", "../" * 2_000])
def test_no_name_climbs_is_absolute_or_long(name):
    label = label_of(name)
    assert ".." not in label.split("/")
    assert not label.startswith("/")
    assert "\x00" not in label
    assert 0 < len(label) <= MAX_LENGTH


def test_a_member_ends_as_its_own_name_does():
    assert inside("../أيار.zip", "/tmp/خبر.html") == "أيار.zip › tmp/خبر.html"
    assert inside("أيار.zip", "خ" * 5_000 + ".html").endswith("خ.html")
