"""Other projects' cases of Arabic dates; what is left out says why.

The cases stay in their folder; here a case is known by its line.
"""

import json
from datetime import date, datetime

import pytest

from articles.corpus.dates import find_dates
from tests.real_data import FOLDER, needs_real_data

LEFT_OUT = {
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
pytestmark = needs_real_data


def cases(project):
    lines = (FOLDER / "figures" / "cases" / f"{project}.jsonl").read_text("utf-8")
    left_out = set().union(*LEFT_OUT[project].values())
    for number, line in enumerate(lines.splitlines(), start=1):
        case = json.loads(line)
        is_date = case["kind"].startswith("datetime") and case["polarity"] == "positive"
        if is_date and number not in left_out:
            yield number, case


def day_of(case):
    return date.fromisoformat((case.get("ref") or "2013-02-12")[:10])


def moment(iso):
    """Write every shape of an iso date as the moment where it begins."""
    if "W" in iso:
        iso = date.fromisoformat(f"{iso}-1").isoformat()
    head, _, clock = iso.partition("T")
    head = head + "2000-01-01"[len(head) :]
    return datetime.fromisoformat(f"{head}T{clock or '00:00'}")


def wanted(case):
    if isinstance(case["expected"], dict):
        ordinal = day_of(case).toordinal() - case["expected"]["ago_days"]
        return moment(date.fromordinal(ordinal).isoformat())
    iso = case["iso"].split("/")[0]
    return moment(f"{day_of(case)}{iso}" if iso.startswith("T") else iso)


def says(mention, case):
    if mention.iso is None:
        return False
    iso = f"{day_of(case)}{mention.iso}" if mention.kind == "time" else mention.iso
    if mention.part or mention.day_part:
        return wanted(case).isoformat().startswith(iso)
    return moment(iso) == wanted(case).replace(second=0)


@pytest.mark.parametrize("project", LEFT_OUT)
def test_the_cases_are_read(project):
    wrong = []
    for number, case in cases(project):
        start, end = case["span"]
        found = find_dates(case["input"], day_of(case))
        if not any(m.start < end and m.end > start and says(m, case) for m in found):
            wrong.append(number)
    assert wrong == []


@pytest.mark.parametrize("name", ["seeds", "sentences"])
def test_the_annotated_dates_are_cut_and_read_as_by_hand(name):
    gold = json.loads((FOLDER / "figures" / f"{name}_gold.json").read_text("utf-8"))
    for document in gold["docs"]:
        if "text" not in document:
            raw = (FOLDER / "seeds" / document["file"]).read_bytes()
            document["text"] = raw.decode("utf-8")
        published = document["published"]
        day = date.fromisoformat(published[:10]) if published else None
        found = {
            (m.start, m.end, m.kind): m.iso or ""
            for m in find_dates(document["text"], day)
        }
        dates = [
            f for f in document["figures"] if f["kind"].startswith(("date", "time"))
        ]
        keys = {(f["start"], f["end"], f["kind"]) for f in dates}
        assert found.keys() == keys
        for f in dates:
            iso = found[f["start"], f["end"], f["kind"]]
            assert iso.startswith(f.get("iso") or "")
