"""Ways to compare columns that Django doesn't bring."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.lookups import Exact


@models.CharField.register_lookup
class Unindexed(Exact):
    """``status__unindexed="published"``: equal, but no reason to read an index.

    Asked for a few rows by their ids and for a status, SQLite reads the whole index of
    that status. A plus before the column forbids it that:
    https://www.sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
    """

    lookup_name = "unindexed"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        """Compare as ``exact`` does."""
        return f"= {rhs}"

    def as_sqlite(
        self, compiler: Any, connection: Any, **_context: Any
    ) -> tuple[str, Any]:
        """Write the comparison for SQLite."""
        sql, parameters = self.as_sql(compiler, connection)
        return f"+{sql}", parameters
