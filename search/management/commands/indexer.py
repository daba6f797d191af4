"""``manage.py indexer``: the name the worker had while it did nothing else."""

from search.management.commands.worker import Command

__all__ = ["Command"]
