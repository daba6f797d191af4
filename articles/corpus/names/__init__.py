"""Names people, places and organisations in Arabic news, by rules and tables alone.

``extract_names`` gives the entities of an article with all their mentions. The tables
are in ``tables``; each says where it is from.
"""

from articles.corpus.names.entity import Entity, EntityType, Mention
from articles.corpus.names.extract import extract_names

__all__ = ["Entity", "EntityType", "Mention", "extract_names"]
