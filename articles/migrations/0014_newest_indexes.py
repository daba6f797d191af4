from django.db import migrations, models

from articles.migration_steps import AddIndexOnline, RemoveIndexOnline
from articles.models.newest_index import NewestIndex

NEWEST = ["-published_on", "-published_time", "-id"]
HEADINGS = ["outlet", "section", "author"]
BEFORE = ["article_status_outlet", "public_newest"] + [
    f"public_{heading}_newest" for heading in HEADINGS
]


def newest_under(heading):
    others = [other for other in HEADINGS if other != heading]
    fields = ["status", heading, *NEWEST, *others]
    return NewestIndex(fields=fields, name=f"article_{heading}_newest")


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
        AddIndexOnline(
            "article",
            NewestIndex(
                fields=["status", *NEWEST, "published_precision"],
                name="article_newest",
            ),
        ),
        *(AddIndexOnline("article", newest_under(heading)) for heading in HEADINGS),
        *(RemoveIndexOnline("article", name) for name in BEFORE),
    ]
