"""Comparison of claims: who said what when, and how each stands to the one before."""

from search.comparing.ladder import Group, Rung, ladder

__all__ = ["Group", "Rung", "ladder"]
