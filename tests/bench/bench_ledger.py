"""How fast the ledger answers over very many figures, beside a plain article page.

    python -m tests.bench.bench_ledger [FIGURES]     # default 1,000,000

Makes an archive of invented articles and figures in a folder of its own, then asks for
pages as a reader does and prints, for every filter, the ratio of processor time to that
of an article's page, and to the same count asked of the database.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from datetime import date, timedelta
from itertools import islice
from time import monotonic, process_time

FIGURES_PER_ARTICLE = 16


def words(text: str) -> list[str]:
    """Give the words of a text."""
    return text.split()


NOUNS = words(
    """
    شجرة عائلة عامل تلميذ بيت قارب كتاب جسر حقل بئر طبيب معلم سائق مزارع صياد متجر
    سفينة قطار حافلة مقعد
    """
)
ADJECTIVES = words(
    """
    جديد محلي صغير كبير قديم بحري ريفي جبلي ساحلي مؤقت
    """
)
MODIFIERS = ("", "", "", "more_than", "about", "at_least", "less_than")
WORDS = words(
    """
    قالت البلدية إن المشروع الجديد في المرفأ القديم بدأ العمل فيه مطلع العام بعد أن
    جمع السكان المال اللازم وأضافت أن العمال ينتهون منه قبل الشتاء المقبل
    """
)


def main() -> None:
    """Make the archive, ask, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="bench-ledger-") as folder:
        os.environ["DATA_DIR"] = os.environ.get("BENCH_DIR", folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
        os.environ["SEARCH_ENGINE"] = os.environ.get("SEARCH_ENGINE", "tantivy")
        import django

        django.setup()
        from django.core.management import call_command

        from articles.models import Figure
        from search.indexing.rebuilding import reason_to_rebuild

        call_command("migrate", verbosity=0)
        if not Figure.objects.exists():
            fill(wanted)
        if reason_to_rebuild():
            build()
        print(f"{Figure.objects.count():,} figures")
        measure()


def fill(figures: int) -> None:
    """Store articles and figures in bulk."""
    from django.db import transaction

    from articles.models import Article, Figure, Name, Outlet, Section

    dice = random.Random(20)
    outlets = [Outlet.objects.create(name=f"صحيفة {n}") for n in range(40)]
    sections = [Section.objects.create(name=f"قسم {n}") for n in range(12)]
    names = [
        Name.objects.create(kind="PER", name=f"فلان {n}", key=f"فلان {n}")
        for n in range(2_000)
    ]
    begun = monotonic()
    stream = iter(range(figures // FIGURES_PER_ARTICLE))
    while numbers := list(islice(stream, 2_000)):
        with transaction.atomic():
            articles = Article.objects.bulk_create(
                invented_article(dice, number, outlets, sections) for number in numbers
            )
            Figure.objects.bulk_create(
                (
                    invented_figure(dice, article, rank, names)
                    for article in articles
                    for rank in range(FIGURES_PER_ARTICLE)
                ),
                batch_size=500,
            )
    print(f"stored in {monotonic() - begun:.0f} s", flush=True)


def build() -> None:
    """Build the ledger alone, then index and ledger as ``manage.py reindex`` does."""
    from search.indexing.rebuilding import rebuild
    from search.ledger import upkeep

    begun = monotonic()
    upkeep.rebuild()
    print(f"ledger built in {monotonic() - begun:.0f} s", flush=True)
    begun = monotonic()
    rebuild()
    print(f"index and ledger built in {monotonic() - begun:.0f} s")


def invented_article(dice, number, outlets, sections):  # type: ignore[no-untyped-def]
    """Make an article of some paragraphs whose figures stand at known places."""
    from articles.models import Article

    lines = []
    for _rank in range(FIGURES_PER_ARTICLE):
        words = " ".join(dice.choices(WORDS, k=12))
        lines.append(f"{words} {dice.randrange(1, 10**6)} {dice.choice(NOUNS)}.")
    return Article(
        title=f"خبر {number} عن {dice.choice(NOUNS)}",
        body="\n\n".join(lines),
        outlet=dice.choice(outlets),
        section=dice.choice(sections),
        published_on=date(2005, 1, 1) + timedelta(dice.randrange(7_000)),
        published_precision="day",
    )


def invented_figure(dice, article, rank, names):  # type: ignore[no-untyped-def]
    """Make the figure of an article's paragraph ``rank``."""
    from articles.models import Figure

    if rank == 0:
        article.lines, article.at = article.body.split("\n\n"), 0
    line = article.lines[rank]
    quote, noun = line.rstrip(".").rsplit(" ", 2)[1:]
    start = article.at + line.rindex(quote)
    article.at += len(line) + 2
    kind, unit = dice.choice(
        [("count", "")] * 6 + [("percent", "%"), ("money", "USD"), ("measure", "km")]
    )
    if dice.random() < 0.5:
        noun = f"{noun} {dice.choice(ADJECTIVES)}"
    name = dice.choice(names)
    return Figure(
        article=article,
        start=start,
        end=start + len(quote),
        quote=quote,
        phrase_start=start,
        phrase_end=start + len(quote),
        kind="date" if rank > 12 else kind,
        unit=unit,
        value=int(quote),
        modifier=dice.choice(MODIFIERS),
        noun=noun,
        noun_key=noun.replace("ة", "ه"),
        claimant=name.name,
        claimant_key=name.key,
        claimed_by=name,
        rank=rank,
        tier="core" if rank < 14 else "secondary",
    )


ASKED = {
    "nothing": "",
    "noun": "noun=شجرة",
    "noun with adjective": "noun=شجرة جديد",
    "kind": "kind=money",
    "dates": "kind=date",
    "value": "min=1000&max=5000",
    "least value": "min=1000",
    "modifier": "modifier=more_than",
    "unit": "unit=USD",
    "outlet": "outlet=صحيفة-7",
    "section": "section=قسم-3",
    "claimant": "claimant=فلان 77",
    "dates of a year": "since=2012-01-01&until=2012-12-31",
    "reports once": "reports=independent",
    "minor too": "minor=1",
    "highest": "sort=highest",
    "lowest": "sort=lowest",
    "oldest": "sort=oldest",
    "by outlet": "sort=outlet",
    "page 200": "page=200",
    "a rare word": "q=77",
    "a word of many": "q=شجرة",
    "many together": "noun=شجرة&min=1000&outlet=صحيفة-7&since=2010-01-01&sort=highest",
}


def measure() -> None:
    """Print the ratios."""
    from django.db.models import Count
    from django.test import Client
    from django.test.utils import override_settings

    from articles.models import Article, Figure
    from search.ledger.store import ledger

    client = Client()
    articles = Article.objects.order_by("pk")[100:120]
    addresses = [article.get_absolute_url() for article in articles]
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        page = statistics.median(seconds(client, url) for url in addresses * 2)
        print(f"article page: {page * 1000:.0f} ms of processor time")
        begun = process_time()
        list(
            Figure.objects.filter(article__status="published", tier="core")
            .order_by()
            .values("noun_key")
            .annotate(count=Count("pk"))
            .order_by("-count")[:30]
        )
        print(f"one facet asked of the database: {(process_time() - begun) / page:.1f}")
        worst = 0.0
        for name, query in ASKED.items():
            taken, pages = [], []
            for url in addresses[:5]:
                ledger().counted.clear()
                taken.append(seconds(client, f"/figures/?{query}"))
                pages.append(seconds(client, url))
            ratio = statistics.median(taken) / statistics.median(pages)
            again = seconds(client, f"/figures/?{query}") / statistics.median(pages)
            worst = max(worst, ratio)
            print(f"{name:22} {ratio:5.2f}  (its next page {again:.2f})")
        print(f"{'worst':22} {worst:5.2f}  of an article page")


def seconds(client, url: str) -> float:  # type: ignore[no-untyped-def]
    """Ask for a page; give the processor time it took."""
    begun = process_time()
    answer = client.get(url)
    taken = process_time() - begun
    assert answer.status_code == 200, (url, answer.status_code)
    return taken


if __name__ == "__main__":
    main()
