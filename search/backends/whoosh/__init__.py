"""The Whoosh engine: Whoosh's files and writer, our postings, evaluation by arrays."""

from search.backends.whoosh.backend import WhooshEngine

__all__ = ["WhooshEngine"]
