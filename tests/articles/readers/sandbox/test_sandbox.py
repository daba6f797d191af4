"""Reading in a child process: whatever becomes of the child, its parent goes on."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.readers import RawDocument, Refusal
from articles.readers.document import REFUSAL_MESSAGES, Member, RefusedFile
from articles.readers.sandbox import client, read_in_child
from articles.readers.sandbox.frames import (
    read_found,
    write_end,
    write_found,
)
from articles.readers.sandbox.limits import MEMORY_BYTES
from tests.articles.readers.builders import (
    BODY,
    LEAD,
    TITLE,
    docx_of,
    page,
    zip_of,
)

FOUND = [
    RawDocument("أ", b"whole", "نص", "text/html", "utf-8", hints={"title": TITLE}),
    RawDocument("ب", b"part\n", "نص \udc80", "text/html", "utf-8", 0.5, "ملاحظة"),
    Member("ج", b"\x00{}\n", "http://harbour.example", "ملاحظة"),
    RefusedFile("د", "سبب", ("cp1256", "cp720")),
]


def test_what_a_child_found_comes_back_as_it_was(tmp_path):
    with (tmp_path / "frames").open("w+b") as stream:
        for each in FOUND:
            write_found(stream, each, b"whole")
        write_end(stream)
        stream.seek(0)
        assert list(read_found(stream, b"whole")) == FOUND


def test_frames_that_end_early_give_whatever_is_whole(tmp_path):
    with (tmp_path / "frames").open("w+b") as stream:
        write_found(stream, FOUND[3], b"")
        write_found(stream, FOUND[2], b"")
        stream.truncate(stream.tell() - 2)
        stream.seek(0)
        found = read_found(stream, b"")
        assert next(found) == FOUND[3]
        with pytest.raises(EOFError):
            next(found)


def test_a_page_is_read_in_a_child():
    [document] = read_in_child("صفحة.html", page().encode())
    assert isinstance(document, RawDocument)
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert document.content == page().encode()


def test_a_refusal_comes_back_with_its_reason():
    [refused] = read_in_child("ميناء.docx", b"no document")
    assert refused.message == REFUSAL_MESSAGES[Refusal.WRONG_TYPE]


@pytest.mark.faults
def test_a_server_that_died_is_started_again():
    assert list(read_in_child("a.docx", docx_of([LEAD])))
    server = client._reception._server
    assert server is not None
    server.kill()
    server.wait()
    [document] = read_in_child("a.docx", docx_of([LEAD]))
    assert document.text == LEAD
    assert client._reception._server is not server


def test_many_files_share_one_server():
    list(read_in_child("a.docx", docx_of([LEAD])))
    server = client._reception._server
    for _ in range(5):
        list(read_in_child("a.zip", zip_of({"a.txt": b"x"})))
    assert client._reception._server is server


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (signal.SIGXCPU, Refusal.TOO_SLOW),
        (signal.SIGALRM, Refusal.TOO_SLOW),
        (signal.SIGKILL, Refusal.TOO_HEAVY),
        (signal.SIGXFSZ, Refusal.TOO_HEAVY),
        (signal.SIGSEGV, Refusal.CRASHED),
        (3 << 8, Refusal.TOO_HEAVY),
        (1 << 8, Refusal.CRASHED),
        (None, Refusal.CRASHED),
    ],
)
def test_however_a_child_ends_there_is_an_arabic_reason(monkeypatch, status, reason):
    monkeypatch.setattr(client._reception, "run", lambda asked, results: status)
    [refused] = read_in_child("a.docx", b"x")
    assert refused == RefusedFile("a.docx", REFUSAL_MESSAGES[reason])


def in_limits(code: str) -> int:
    """Run ``code`` in a process under the limits; give its wait status."""
    start = "from articles.readers.sandbox.limits import enter_limits; enter_limits()\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code], capture_output=True, check=False
    )
    return done.returncode


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('/tmp/never', 'w')",
        "import os; os.open('/tmp/never', os.O_CREAT | os.O_WRONLY)",
        f"x = bytearray({MEMORY_BYTES})",
    ],
)
def test_a_child_can_neither_call_out_write_nor_grow(code):
    assert in_limits(code) == 1
    assert not os.path.exists("/tmp/never")


@pytest.mark.long
def test_a_child_that_never_ends_is_ended():
    with ThreadPoolExecutor(2) as both:
        ends = both.map(in_limits, ["while True: pass", "import time; time.sleep(60)"])
        busy, idle = ends
    assert busy in {-signal.SIGXCPU, -signal.SIGALRM}  # whichever limit comes first
    assert idle == -signal.SIGALRM
