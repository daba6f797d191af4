"""How well reprints are found: planted ones, through the real database.

    REAL_DATA=folder python -m tests.eval.eval_reprints [PLANTED] [SEED]

Prints recall by kind of planting. Of the links found, those planted and those between
equal texts are right; the others (near copies that stand in the corpus itself, to be
judged by eye) are counted apart, and with ``SHOW=1`` printed. Precision is told twice:
as if all of them were wrong, and as if those of 80 % shared words were right.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

CORPUS = "corpus/ant_v1_jawharafm.jsonl.gz"


def main(count: int = 500, seed: int = 7) -> None:
    """Plant, keep, compare."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        _evaluate(count, seed)


def _evaluate(count: int, seed: int) -> None:
    from articles.models import Article, Reprint
    from articles.reprints import keep
    from tests.bench.convert_corpus import articles_of
    from tests.eval.plantings import plant

    rows = list(articles_of(Path(os.environ["REAL_DATA"]) / CORPUS))
    bodies = [row["text"] for row in rows]
    planted = plant(bodies, count, seed)
    texts = bodies + [one.body for one in planted]
    days = [row["date"] for row in rows] + [
        rows[one.sources[0]]["date"] for one in planted
    ]
    stored = Article.objects.bulk_create(
        _article(Article, body, day) for body, day in zip(texts, days, strict=True)
    )
    keep(stored)
    place = {article.pk: at for at, article in enumerate(stored)}
    found = {
        (place[link.first_id], place[link.second_id]): link
        for link in Reprint.objects.all()
    }
    wanted = {
        (source, len(bodies) + at): one.kind
        for at, one in enumerate(planted)
        for source in one.sources
    }
    _tell_recall(wanted, set(found))
    _tell_precision(wanted, found, _origins(bodies, planted), texts)


def _article(model: Any, body: str, day: str) -> Any:
    known = date.fromisoformat(day[:10]) if day else None
    precision = "day" if known else ""
    return model(body=body, published_on=known, published_precision=precision)


def _origins(bodies: list[str], planted: list[Any]) -> list[set[str]]:
    """Give the texts each article is made of: who shares one is a copy."""
    return [{body} for body in bodies] + [
        {bodies[at] for at in one.sources} for one in planted
    ]


def _tell_recall(wanted: dict[tuple[int, int], str], found: set[Any]) -> None:
    kinds = Counter(wanted.values())
    hits = Counter(kind for pair, kind in wanted.items() if pair in found)
    for kind, count in kinds.items():
        print(f"{kind:18} {hits[kind]:4} of {count:4}  {hits[kind] / count:.3f}")
    print(f"{'recall':18} {hits.total():4} of {kinds.total():4}  "
          f"{hits.total() / kinds.total():.3f}")  # fmt: skip


def _tell_precision(
    wanted: Any, found: dict[Any, Any], origins: list[set[str]], texts: list[str]
) -> None:
    right = {pair for pair in found if origins[pair[0]] & origins[pair[1]]}
    natural = [pair for pair in found if pair not in right]
    alike = sum(max(found[p].of_first, found[p].of_second) >= 0.8 for p in natural)
    print(
        f"{len(found)} links: {len(right)} right, {len(natural)} of the corpus itself"
    )
    print(f"precision if those are wrong {len(right) / len(found):.3f}")
    print(
        f"precision if those of 80 % are right {(len(right) + alike) / len(found):.3f}"
    )
    if os.environ.get("SHOW"):
        for pair in natural:
            print(found[pair].likeness, found[pair].of_first, found[pair].of_second)
            for at in pair:
                print("   ", texts[at][:150].replace("\n", " / "))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
