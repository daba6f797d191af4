"""The distributed engine: OpenSearch, for archives of more than one machine."""

from search.backends.opensearch.backend import OpenSearchEngine

__all__ = ["OpenSearchEngine"]
