"""Makes sets of questions out of a corpus of articles, of four kinds that news knows.

``python -m tests.eval.made_sets FOLDER`` reads the corpus in ``REAL_DATA`` and writes
folders for ``make eval-search IR="FOLDER/*"``: headlines for bodies that lost theirs,
key phrases for documents, a topic and a place for reports, and first sentences with
words left out and changed for the rest of their articles.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import Any, NamedTuple

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"
PLACES = (
    "القصرين صفاقس سوسة المنستير المهدية نابل بنزرت باجة جندوبة الكاف سليانة القيروان",
    "قفصة توزر قبلي قابس مدنين تطاوين زغوان أريانة منوبة بنقردان جرجيس الحمامات سبيطلة",
    "الرديف ليبيا سوريا فرنسا مصر الجزائر العراق تركيا ألمانيا",
)
TOPICS = (
    "حادث حريق وفاة إيقاف احتجاج إضراب قتلى إرهاب سرقة مهاجرين أمطار تهريب انتخابات",
)
_WORD = re.compile("[\u0621-\u064a]+")
_SENTENCE = re.compile(r"(?<=[.!؟])\s+|\n")

Row = dict[str, Any]


class Made(NamedTuple):
    """A set: documents, questions with the ids of the documents that answer each."""

    docs: list[Row]
    answers: dict[str, Iterable[str]]

    def write(self, folder: Path) -> None:
        """Write the set in the shape that the evaluation reads."""
        folder.mkdir(parents=True, exist_ok=True)
        queries = [{"id": f"q{n}", "text": text} for n, text in enumerate(self.answers)]
        for name, rows in (("docs", self.docs), ("queries", queries)):
            lines = (json.dumps(row, ensure_ascii=False) for row in rows)
            (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
        grades = (
            f"q{n}\t0\t{doc}\t1"
            for n, docs in enumerate(self.answers.values())
            for doc in docs
        )
        (folder / "qrels.tsv").write_text("\n".join(grades), "utf-8")


def headlines(rows: list[Row]) -> Made:
    """Ask for 600 of 4,000 bodies by the headlines they lost."""
    docs = [_doc(row, title="") for row in rows[:4_000]]
    return Made(docs, {row["title"]: [row["id"]] for row in rows[:600]})


def key_phrases(rows: list[Row]) -> Made:
    """Ask for documents by phrases that stand in them often and elsewhere seldom."""
    rows = rows[:600]
    counts = [_phrases(f"{row['title']} . {row['text']}") for row in rows]
    documents = Counter(phrase for found in counts for phrase in found)
    answers: dict[str, set[str]] = defaultdict(set)
    for row, found in zip(rows, counts, strict=True):
        worth = {
            phrase: count * log(len(rows) / documents[phrase]) * len(phrase) ** 0.5
            for phrase, count in found.items()
            if count > 1 and (len(phrase) > 1 or len(phrase[0]) > 5)
        }
        for phrase in sorted(worth, key=lambda key: -worth[key])[:3]:
            answers[" ".join(phrase)].add(row["id"])
    asked = random.Random(7).sample(sorted(answers), 700)
    return Made([_doc(row) for row in rows], {text: answers[text] for text in asked})


def _phrases(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (
        zip(*(words[at:] for at in range(size)), strict=False) for size in (1, 2, 3)
    )
    return Counter(
        run for some in runs for run in some if len(run[0]) > 3 and len(run[-1]) > 3
    )


def places(rows: list[Row]) -> Made:
    """Ask by a topic and a place for the bodies whose headlines had both."""
    rows = rows[:4_000]
    answers: dict[str, Iterable[str]] = {}
    for place in " ".join(PLACES).split():
        there = [row for row in rows if place in row["title"]]
        first = [row["id"] for row in there if row["title"].startswith(place)]
        asked = {f"{topic} في {place}": _about(there, topic) for topic in _topics()}
        answers |= {text: ids for text, ids in (asked | {place: first}).items() if ids}
    return Made([_doc(row, title="") for row in rows], answers)


def _topics() -> list[str]:
    return " ".join(TOPICS).split()


def _about(rows: list[Row], topic: str) -> list[str]:
    return [row["id"] for row in rows if topic[:4] in row["title"]]


def first_sentences(rows: list[Row]) -> Made:
    """Ask by a first sentence, half of it left out, for the rest of the article."""
    chance = random.Random(7)
    docs, answers = [], dict[str, Iterable[str]]()
    for number, row in enumerate(rows[:2_500]):
        first, *rest = _SENTENCE.split(row["text"].strip(), maxsplit=1)
        if not rest or len(rest[0].split()) < 30:
            docs.append(_doc(row, title=""))
            continue
        title = row["title"] if number % 2 else ""
        docs.append({"id": row["id"], "title": title, "text": rest[0]})
        words = [_changed(word, chance) for word in first.split()]
        kept = [word for word in words if chance.random() > 0.45][:20]
        if len(answers) < 500 and len(kept) > 3:
            answers[" ".join(kept)] = [row["id"]]
    return Made(docs, answers)


def _changed(word: str, chance: random.Random) -> str:
    """Write a word as another might: without its article, its hamza, its dots."""
    pick = chance.random()
    if pick < 0.15 and word.startswith("ال") and len(word) > 5:
        return word[2:]
    if 0.15 <= pick < 0.3:
        return word.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه")
    return word


def _doc(row: Row, **changed: str) -> Row:
    return {name: row[name] for name in ("id", "title", "text")} | changed


def main(folder: Path) -> None:
    """Write the four sets."""
    with gzip.open(
        Path(os.environ["REAL_DATA"]) / CORPUS, "rt", encoding="utf-8"
    ) as file:
        rows = {row["title"]: row for row in map(json.loads, file) if row["title"]}
    kept = [row for row in rows.values() if len(row["text"].split()) >= 40]
    random.Random(7).shuffle(kept)
    for make in (headlines, key_phrases, places, first_sentences):
        make(kept).write(folder / f"made_{make.__name__}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
