"""Web archives: WARC and the older ARC, as crawlers write them and as they break."""

from articles.readers.warc.reader import WarcReader

__all__ = ["WarcReader"]
