"""What editors may write into the archive, and how it is read."""

from articles.forms.articles import ArticleForm, Conflict
from articles.forms.uploads import ApplyToAllForm, ItemForm, UndoForm, UploadForm

__all__ = [
    "ApplyToAllForm",
    "ArticleForm",
    "Conflict",
    "ItemForm",
    "UndoForm",
    "UploadForm",
]
