"""Versions of an article as the desk shows them, and how two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.corpus.word_diff import changed_words, word_diff
from articles.editing.history import READ
from articles.models import Article, Status
from articles.presentation.calendar import printed_date
from articles.presentation.changes import Change, changed_paragraphs
from articles.storing.content import HEADINGS

_TEXTS = ("title", "byline", "dateline_place", "agency", "url", "withdrawn_reason")


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One line of the history; ``user`` is "" where no editor made the version."""

    number: int
    when: Any
    user: str
    why: str
    status: str
    status_label: str
    is_now: bool


def shown_versions(article: Article, versions: list[Any]) -> list[ShownVersion]:
    """Say of each version who made it, when and why."""
    return [
        ShownVersion(
            each.version,
            each.history_date,
            each.history_user.get_username() if each.history_user else "",
            each.history_change_reason or _as_read(each),
            each.status,
            str(Status(each.status).label),
            each.version == article.version,
        )
        for each in versions
    ]


def _as_read(version: Any) -> str:
    return _("كما قُرئ") if version.history_type == READ else ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that two versions have otherwise, its words as they changed."""

    label: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What one version has otherwise than another."""

    fields: list[FieldChange]
    paragraphs: list[list[Change]]
    changed_words: int
    has_trifles: bool

    @property
    def any(self) -> bool:
        """Tell whether anything is shown as changed."""
        return bool(self.fields or self.paragraphs)


def version_changes(old: Any, new: Any, *, trivial: bool = True) -> VersionChanges:
    """Compare two versions, field by field and word by word.

    Without ``trivial`` changes that leave the words as they were are not shown.
    """
    before, after = _told(old), _told(new)
    fields = [
        FieldChange(label, changes)
        for label, text in after.items()
        if (changes := _changes(before[label], text, trivial))
    ]
    body = word_diff(old.body, new.body)
    paragraphs = changed_paragraphs(body, trivial=trivial)
    is_other = any(change.kind != "equal" for each in paragraphs for change in each)
    return VersionChanges(
        fields,
        paragraphs if is_other else [],
        changed_words(body),
        any(run.trivial for run in body),
    )


def _changes(before: str, after: str, trivial: bool) -> list[Change]:
    paragraphs = changed_paragraphs(word_diff(before, after), trivial=trivial)
    changes = [change for paragraph in paragraphs for change in paragraph]
    is_other = any(change.kind != "equal" for change in changes)
    return changes if is_other else []


def _told(version: Any) -> dict[str, str]:
    """Give the fields of a version in an editor's words, by their labels."""
    named = {name: getattr(version, f"{name}_name") for name in HEADINGS}
    texts = {name: getattr(version, name) for name in _TEXTS}
    told = {_label(name): text for name, text in (texts | named).items()}
    told[_label("published_on")] = printed_date(
        version.published_on,
        version.published_time,
        version.published_precision,
        full=True,
    )
    told[_label("status")] = str(Status(version.status).label)
    return told


def _label(name: str) -> str:
    field: Any = Article._meta.get_field(name)
    return str(field.verbose_name)
