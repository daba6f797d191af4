"""Visitors of a site that is really served: they ask, read the answer, ask again.

One thread answers for all of them, so that most of the machine is left to the site.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

PATIENCE = 35.0


@dataclass(frozen=True)
class Ask:
    """One request: its address, and a form where it sends one."""

    address: str
    form: str = ""
    cookie: str = ""

    def as_bytes(self, host: str, *, stay: bool) -> bytes:
        """Give what goes over the line."""
        head = [
            f"{'POST' if self.form else 'GET'} {self.address} HTTP/1.1",
            f"Host: {host}",
            f"Connection: {'keep-alive' if stay else 'close'}",
        ]
        if self.cookie:
            head.append(f"Cookie: {self.cookie}")
        if self.form:
            head.append("Content-Type: application/x-www-form-urlencoded")
            head.append(f"Content-Length: {len(self.form)}")
        return ("\r\n".join(head) + "\r\n\r\n" + self.form).encode()


@dataclass
class Seen:
    """What all visitors together saw: (when, seconds, status) of each answer."""

    answers: list[tuple[float, float, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def codes(self) -> Counter[int]:
        """Count the answers by their status."""
        return Counter(code for _when, _seconds, code in self.answers)

    @property
    def rate(self) -> float:
        """Give the answers a second."""
        return len(self.answers) / self.seconds

    def slowest_of(self, share: float) -> float:
        """Give the seconds within which ``share`` of the answers came."""
        spent = sorted(seconds for _when, seconds, _code in self.answers)
        return spent[min(len(spent) - 1, int(share * len(spent)))]

    def normal_after(self, limit: float, window: float = 1.0) -> float:
        """Give the seconds until 95 of 100 answers of a window came within ``limit``
        and none was an error; infinity where that never came."""
        begun = min((when for when, _s, _c in self.answers), default=0.0)
        step = 0.0
        while step < self.seconds:
            some = [
                (seconds, code)
                for when, seconds, code in self.answers
                if step <= when - begun < step + window
            ]
            good = [s for s, code in some if s <= limit and code < 400]
            if some and len(good) >= 0.95 * len(some):
                return step
            step += window / 2
        return float("inf")


def visit(
    port: int, choose: Callable[[random.Random], Ask], visitors: int, seconds: float
) -> Seen:
    """Let ``visitors`` ask, one request after another each, for some seconds."""
    seen = Seen()

    async def crowd() -> None:
        begun = time.monotonic()
        await asyncio.gather(
            *(
                _visitor(port, choose, random.Random(number), begun + seconds, seen)
                for number in range(visitors)
            )
        )
        seen.seconds = time.monotonic() - begun

    asyncio.run(crowd())
    return seen


async def _visitor(
    port: int,
    choose: Callable[[random.Random], Ask],
    chance: random.Random,
    until: float,
    seen: Seen,
) -> None:
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    while time.monotonic() < until:
        ask, begun = choose(chance), time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                line = line or await asyncio.open_connection("127.0.0.1", port)
                code, stays = await _answer(*line, ask, f"127.0.0.1:{port}")
        except (OSError, EOFError, ValueError, TimeoutError) as fault:
            code, stays = 0, False
            seen.faults.append(f"{type(fault).__name__} {fault} at {ask.address}")
        seen.answers.append((begun, time.monotonic() - begun, code))
        if not stays and line:
            line[1].close()
            line = None
    if line:
        line[1].close()


async def _answer(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, ask: Ask, host: str
) -> tuple[int, bool]:
    """Send one request; give the status and whether the line stays open."""
    writer.write(ask.as_bytes(host, stay=True))
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if "transfer-encoding: chunked" in head:
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    elif "content-length: " in head:
        length = int(head.split("content-length: ", 1)[1].split("\r\n", 1)[0])
        await reader.readexactly(length)
    return int(head.split(" ", 2)[1]), "connection: close" not in head
