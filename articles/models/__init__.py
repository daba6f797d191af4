"""What the archive keeps: articles, the bytes they came from, their figures."""

from articles.models.article import Article, Status
from articles.models.capture import Capture
from articles.models.catalogue import Author, Outlet, Section
from articles.models.figure import Figure
from articles.models.name import Mention, Name
from articles.models.upload import Upload, UploadItem

__all__ = [
    "Article",
    "Author",
    "Capture",
    "Figure",
    "Mention",
    "Name",
    "Outlet",
    "Section",
    "Status",
    "Upload",
    "UploadItem",
]
