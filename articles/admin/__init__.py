"""The editors' desk: everything of the archive that is changed by hand."""

from articles.admin.aliases import AliasAdmin
from articles.admin.articles import ArticleAdmin
from articles.admin.catalogue import AuthorAdmin, OutletAdmin, SectionAdmin
from articles.admin.columns import ColumnProfileAdmin
from articles.admin.figure_reports import FigureReportAdmin
from articles.admin.figures import FigureVerdictAdmin
from articles.admin.names import NameAdmin
from articles.admin.outlet_rules import OutletRuleAdmin
from articles.admin.reprints import ReprintAdmin
from articles.admin.uploads import UploadAdmin

__all__ = [
    "AliasAdmin",
    "ArticleAdmin",
    "AuthorAdmin",
    "ColumnProfileAdmin",
    "FigureReportAdmin",
    "FigureVerdictAdmin",
    "NameAdmin",
    "OutletAdmin",
    "OutletRuleAdmin",
    "ReprintAdmin",
    "SectionAdmin",
    "UploadAdmin",
]
