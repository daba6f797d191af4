"""The way of uploaded files: received, opened, previewed, stored as articles, undone.

Until an editor decides, the bytes wait in a folder of their upload; the store of
captures gets them only with their article. Nothing here knows of HTTP.
"""

from articles.uploads.opening import open_files
from articles.uploads.receiving import receive
from articles.uploads.room import UploadRefused
from articles.uploads.storing import AT_ONCE, begin, cancel, go_on, store
from articles.uploads.undoing import (
    created_articles,
    new_captures,
    undo_by_deleting,
    undo_by_withdrawing,
)
from articles.uploads.waiting import (
    Reading,
    apply_to_all,
    choose_all,
    forget_files,
    read,
    read_again,
)

__all__ = [
    "AT_ONCE",
    "Reading",
    "UploadRefused",
    "apply_to_all",
    "begin",
    "cancel",
    "choose_all",
    "created_articles",
    "forget_files",
    "go_on",
    "new_captures",
    "open_files",
    "read",
    "read_again",
    "receive",
    "store",
    "undo_by_deleting",
    "undo_by_withdrawing",
]
