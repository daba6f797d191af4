"""What the archive keeps: articles, the bytes they came from, their figures."""

from articles.models.alias import Alias
from articles.models.article import Article, Status
from articles.models.attachment import Attachment
from articles.models.capture import Capture
from articles.models.catalogue import Author, Outlet, Section
from articles.models.figure import Figure
from articles.models.figure_verdict import (
    Fault,
    FigureReport,
    FigureVerdict,
    ReportState,
    Ruling,
)
from articles.models.name import Mention, Name
from articles.models.outlet_rule import OutletRule
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
    "Alias",
    "Article",
    "Attachment",
    "Author",
    "Capture",
    "Cluster",
    "ClusterMember",
    "ColumnProfile",
    "Fault",
    "Figure",
    "FigureReport",
    "FigureVerdict",
    "Likeness",
    "Mention",
    "Name",
    "Outlet",
    "OutletRule",
    "ReportState",
    "Reprint",
    "Ruling",
    "Section",
    "Sketch",
    "SketchHash",
    "Status",
    "Upload",
    "UploadFile",
    "UploadItem",
    "Verdict",
]
