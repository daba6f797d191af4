"""The way of uploaded files: received, read for a preview, stored as articles, undone.

Until an editor decides, the bytes wait in a folder of their upload; the store of
captures gets them only with their article. Nothing here knows of HTTP.
"""

from articles.uploads.receiving import UploadRefused, receive
from articles.uploads.storing import cancel, store
from articles.uploads.undoing import (
    created_articles,
    undo_by_deleting,
    undo_by_withdrawing,
)
from articles.uploads.waiting import (
    Reading,
    apply_to_all,
    forget_files,
    read,
    read_again,
)

__all__ = [
    "Reading",
    "UploadRefused",
    "apply_to_all",
    "cancel",
    "created_articles",
    "forget_files",
    "read",
    "read_again",
    "receive",
    "store",
    "undo_by_deleting",
    "undo_by_withdrawing",
]
