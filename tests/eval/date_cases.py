"""Other projects' own test cases of Arabic dates, judged by the reader of dates.

The cases stay in their folder; here a case is known by its line, and what is left out
says why.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from articles.corpus.dates import DateMention, find_dates

Case = dict[str, Any]

LEFT_OUT: dict[str, dict[str, Collection[int]]] = {
    "hijridate_300": {},
    "cldr": {},
    "dateparser": {
        "a distance in time, which the figures read as a duration": {3, 4, 5},
        "no sign of the Hijri calendar, or a day that Umm al-Qura lacks": {12, 14, 15},
    },
    "duckling": {
        "the moment of speaking": {515, 516, 517},
        "the day before another one of a story": {526, 527, 528},
        "spoken Arabic": {530, 532, 592, 594, 595},
        "an assistant's bare weekday lies ahead, a report's behind": {
            *(533, 534, 537, 539, 540, 543, 545, 546, 547, 548, 656, 657),
        },
        "a month told by its number": {
            *(549, 555, 556, 597, 601, 602, 604, 605, 606, 608, 609, 681),
        },
        "a distance in time, which the figures read as a duration": {
            *(568, 569, 665, 677),
        },
        "the case itself errs": {577, 578, 579, 600},
        "the nth weekday or week of a month": {
            *(583, 585, 589, 596, 598, 599, 603, 607),
            *range(612, 619),
        },
        "an hour whose half of the day is not said": {630, 631, 655},
        "a stretch of hours": {666, 667, 668, 674},
        "a feast": set(range(682, 691)),
    },
}


def cases(folder: Path, project: str) -> Iterator[tuple[int, Case]]:
    """Give the cases that tell a date, each with its line; those left out are not."""
    lines = (folder / "figures" / "cases" / f"{project}.jsonl").read_text("utf-8")
    out = {line for lines in LEFT_OUT[project].values() for line in lines}
    for number, line in enumerate(lines.splitlines(), start=1):
        case = json.loads(line)
        is_date = case["kind"].startswith("datetime") and case["polarity"] == "positive"
        if is_date and number not in out:
            yield number, case


def day_of(case: Case) -> date:
    """Give the day that the case calls today."""
    return date.fromisoformat((case.get("ref") or "2013-02-12")[:10])


def moment(iso: str) -> datetime:
    """Write every shape of an iso date as the moment where it begins."""
    if "W" in iso:
        iso = date.fromisoformat(f"{iso}-1").isoformat()
    head, _, clock = iso.partition("T")
    head = head + "2000-01-01"[len(head) :]
    return datetime.fromisoformat(f"{head}T{clock or '00:00'}")


def wanted(case: Case) -> datetime:
    """Give the moment that the case expects."""
    if isinstance(case["expected"], dict):
        ordinal = day_of(case).toordinal() - case["expected"]["ago_days"]
        return moment(date.fromordinal(ordinal).isoformat())
    iso = case["iso"].split("/")[0]
    return moment(f"{day_of(case)}{iso}" if iso.startswith("T") else iso)


def says(mention: DateMention, case: Case) -> bool:
    """Tell whether a mention says the moment of the case."""
    if mention.iso is None:
        return False
    iso = f"{day_of(case)}{mention.iso}" if mention.kind == "time" else mention.iso
    if mention.part or mention.day_part:
        return wanted(case).isoformat().startswith(iso)
    return moment(iso) == wanted(case).replace(second=0)


def is_right(case: Case) -> bool:
    """Tell whether a date found at the place of the case says its moment."""
    start, end = case["span"]
    found = find_dates(case["input"], day_of(case))
    return any(m.start < end and m.end > start and says(m, case) for m in found)
