"""Web archives: WARC and the older ARC, as crawlers write them and as they break."""

from articles.readers.warc.reader import SUFFIXES, WarcReader, read_archive_at

__all__ = ["SUFFIXES", "WarcReader", "read_archive_at"]
