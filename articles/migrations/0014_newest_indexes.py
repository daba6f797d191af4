from django.db import migrations, models

from articles.migration_steps import AddIndexOnline, RemoveIndexOnline
from articles.models.newest_index import NewestIndex

NEWEST = ["-published_on", "-published_time", "-id"]
COUNTED_BY = ["published_precision", "outlet", "section", "author"]
BEFORE = [
    "article_status_outlet",
    "public_newest",
    "public_outlet_newest",
    "public_section_newest",
    "public_author_newest",
]


def newest_of(*headings):
    counted = [field for field in COUNTED_BY if field not in headings]
    name = "_".join(["article", *headings, "newest"])
    return NewestIndex(fields=["status", *headings, *NEWEST, *counted], name=name)


class Migration(migrations.Migration):
    # Indexes are built while the table is written to.
    atomic = False

    dependencies = [
        ("articles", "0013_returning_lines"),
    ]

    operations = [
        AddIndexOnline(
            "article", models.Index(fields=["status", "-id"], name="article_latest")
        ),
        AddIndexOnline(
            "article",
            models.Index(fields=["status", "-updated_at"], name="article_changed"),
        ),
        AddIndexOnline("article", newest_of()),
        AddIndexOnline("article", newest_of("outlet")),
        AddIndexOnline("article", newest_of("section")),
        AddIndexOnline("article", newest_of("author")),
        *(RemoveIndexOnline("article", name) for name in BEFORE),
    ]
