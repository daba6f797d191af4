"""The editors' desk: everything of the archive that is changed by hand."""

from articles.admin.articles import ArticleAdmin
from articles.admin.catalogue import AuthorAdmin, OutletAdmin, SectionAdmin
from articles.admin.columns import ColumnProfileAdmin
from articles.admin.reprints import ReprintAdmin
from articles.admin.uploads import UploadAdmin

__all__ = [
    "ArticleAdmin",
    "AuthorAdmin",
    "ColumnProfileAdmin",
    "OutletAdmin",
    "ReprintAdmin",
    "SectionAdmin",
    "UploadAdmin",
]
