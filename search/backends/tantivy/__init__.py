"""The tantivy engine: one library in Rust, for archives of many articles."""

from search.backends.tantivy.backend import TantivyEngine

__all__ = ["TantivyEngine"]
