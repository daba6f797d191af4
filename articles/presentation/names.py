"""The people, organisations and places of an article, as links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Mention, Name
from articles.models.name import NameKind

HEADINGS: dict[str, str | Promise] = {
    NameKind.PERSON: _("أشخاص"),
    NameKind.ORGANISATION: _("جهات"),
    NameKind.PLACE: _("أماكن"),
}
SHOWN = 8
"""So many names of a kind are shown at once; the rest on demand."""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of one kind that an article mentions, the most mentioned first."""

    heading: str | Promise
    names: list[tuple[Name, str]]
    """Each with what the article calls it: «وزير الخارجية»."""

    @property
    def first(self) -> list[tuple[Name, str]]:
        """Give what is shown at once."""
        return self.names[:SHOWN]

    @property
    def rest(self) -> list[tuple[Name, str]]:
        """Give what is shown on demand."""
        return self.names[SHOWN:]


def named_in(article: Article) -> list[NameGroup]:
    """Give the names of an article by kind; a variant stands under its own name."""
    mentions = article.mentions.select_related("name__merged_into")
    weights: dict[Name, int] = {}
    titles: dict[Name, str] = {}
    for mention in mentions:
        name = mention.name.merged_into or mention.name
        if mention.name.not_a_name or name.not_a_name:
            continue
        weights[name] = weights.get(name, 0) + len(mention.places)
        titles[name] = titles.get(name) or mention.title
    ordered = sorted(weights, key=lambda name: (-weights[name], name.key))
    groups = [
        NameGroup(
            heading, [(name, titles[name]) for name in ordered if name.kind == kind]
        )
        for kind, heading in HEADINGS.items()
    ]
    return [group for group in groups if group.names]


def titles_of(names: Iterable[Name], length: int = 8) -> list[str]:
    """Give what public articles call the bearer of ``names``, the usual title first."""
    rows = (
        Mention.objects.filter(name__in=list(names))
        .filter(article__status__unindexed="published")
        .exclude(title="")
        .values_list("title", flat=True)
    )
    counts: dict[str, int] = {}
    for title in rows:
        counts[title] = counts.get(title, 0) + 1
    return sorted(counts, key=lambda title: (-counts[title], title))[:length]
