"""What the columns of an uploaded table mean: guessed, known, or chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction

from articles.models import ColumnProfile, Upload, UploadFile
from articles.models.upload import header_key
from articles.readers import RefusedFile
from articles.readers.files import is_table, look_at_table, was_stopped
from articles.readers.tables import ColumnChoice, Table, names_of


def table_of(file: UploadFile) -> Table | None:
    """Give the first rows of an uploaded table; None for other files."""
    return Table(**file.table) if file.table else None


def choice_of(columns: Mapping[str, Any]) -> ColumnChoice | None:
    """Give what was chosen for the columns of a file; None where they are guessed."""
    return ColumnChoice(**columns) if columns else None


def look_at_columns(file: UploadFile, data: bytes) -> RefusedFile | None:
    """Note the first rows of a table, and the profile that was kept for its like.

    Gives the reason where the table is not worth another try: already its first rows
    took too long.
    """
    if file.table or not is_table(file.name):
        return None
    table = look_at_table(file.name, data, charset=file.charset or None)
    if isinstance(table, RefusedFile):
        return table if was_stopped(table) else None
    file.table = asdict(table)
    if profile := known_profile(table):
        file.columns = asdict(choice_from(profile))
    return None


def known_profile(table: Table) -> ColumnProfile | None:
    """Give the profile last kept for a table of exactly these columns."""
    key = header_key(names_of(table.rows[0], table.named), table.named)
    return ColumnProfile.objects.filter(header=key).order_by("-updated_at").first()


def choice_from(profile: ColumnProfile) -> ColumnChoice:
    """Give what a profile says of columns."""
    return ColumnChoice(profile.fields, profile.named)


def guess_of(table: Table, named: bool) -> ColumnChoice:
    """Give the guess about a table as if it had been chosen."""
    names = names_of(table.rows[0], named)
    field_at = {at: field for field, at in table.places.items()}
    return ColumnChoice(
        {name: field_at.get(at, "") for at, name in enumerate(names)}, named
    )


def open_again(
    file: UploadFile, choice: ColumnChoice | None = None, charset: str | None = None
) -> bool:
    """Close a file, to be opened in another way; tell whether that is still possible.

    Its items go, and what was corrected in them.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=["self"]).get(pk=file.upload_id)
        if upload.state != Upload.State.PREVIEW:
            return False
        file.items.all().delete()
        if charset is not None:
            file.charset, file.table, file.columns = charset, {}, {}
        if choice is not None:
            file.columns = asdict(choice)
        file.opened = False
        file.save()
        upload.state = Upload.State.READING
        upload.save(update_fields=["state"])
    return True


def keep_profile(name: str, choice: ColumnChoice) -> ColumnProfile:
    """Keep a choice under a name; a profile of that name is changed."""
    profile, _made = ColumnProfile.objects.update_or_create(
        name=name, defaults={"fields": dict(choice.fields), "named": choice.named}
    )
    return profile
