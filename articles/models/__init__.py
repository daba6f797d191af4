"""What the archive keeps: articles, the bytes they came from, their figures."""

from articles.models.article import Article, Status
from articles.models.attachment import Attachment
from articles.models.capture import Capture
from articles.models.catalogue import Author, Outlet, Section
from articles.models.figure import Figure
from articles.models.name import Mention, Name
from articles.models.reprint import (
    Cluster,
    ClusterMember,
    Likeness,
    Reprint,
    Sketch,
    SketchHash,
    Verdict,
)
from articles.models.upload import ColumnProfile, Upload, UploadFile, UploadItem

__all__ = [
    "Article",
    "Attachment",
    "Author",
    "Capture",
    "Cluster",
    "ClusterMember",
    "ColumnProfile",
    "Figure",
    "Likeness",
    "Mention",
    "Name",
    "Outlet",
    "Reprint",
    "Section",
    "Sketch",
    "SketchHash",
    "Status",
    "Upload",
    "UploadFile",
    "UploadItem",
    "Verdict",
]
