"""Haystack engines of the archive; only modules in here know an engine's library."""
