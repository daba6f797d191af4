"""Generations of an index on the server: ``archive-7`` in use as ``archive``.

An alias names the generation in use, and moves from one to the next at once, for all
who search. What made a generation is kept in its mapping. What changed while one was
unfinished is noted in an index of its own, ``archive-changed``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from search.backends.contract import EngineFault
from search.backends.opensearch import schema
from search.backends.opensearch.server import LONG_PATIENCE, NoSuchIndex, Server

_FRESH = 5.0
"""Seconds for which a process remembers which generation is in use."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


class ServerGenerations:
    """The generations under an alias, by name."""

    def __init__(self, server: Callable[[], Server], alias: str, shards: int) -> None:
        if not _NAME.fullmatch(alias):
            raise ValueError(f"{alias!r} can't name an index")
        self._server, self.alias, self._shards = server, alias, shards
        self._known: tuple[float, str, dict[str, object]] | None = None

    def current(self) -> str | None:
        """Name the generation in use, None where none was ever built."""
        try:
            told = self._server().request("GET", f"/_alias/{self.alias}")
        except NoSuchIndex:
            return None
        names = sorted(filter(self._number, told), key=self._number)
        return names[-1] if names else None

    def in_use(self, version: dict[str, object]) -> str:
        """Name the generation to search, as it was a few seconds ago at most.

        Raises ``EngineFault`` where there is none, or one of another ``version``.
        """
        if self._known is None or self._known[0] < monotonic():
            name = self.current()
            if name is None:
                raise EngineFault("no index was built yet")
            self._known = monotonic() + _FRESH, name, self.version(name)
        _, name, made_by = self._known
        if made_by != version:
            self.forget()
            raise EngineFault("the index was made by another version")
        return name

    def forget(self) -> None:
        """Look anew for the generation in use."""
        self._known = None

    def begin(self, version: dict[str, object]) -> str:
        """Make the next generation; an unfinished one is given up."""
        current = self.current()
        if current is not None:
            self._prune(current)
        newest = max(map(self._number, self._all()), default=0)
        name = f"{self.alias}-{newest + 1}"
        body = {
            "settings": schema.settings(self._shards),
            "mappings": schema.mappings(version),
        }
        self._server().request("PUT", f"/{name}", body, patience=LONG_PATIENCE)
        return name

    def switch(self, folder: str) -> None:
        """Put a generation in use, at once for everybody, and remove all others."""
        add = {"add": {"index": folder, "alias": self.alias}}
        given_up = [
            {"remove": {"index": name, "alias": self.alias}}
            for name in self._all()
            if name != folder and self.alias in self._aliases(name)
        ]
        body = {"actions": [*given_up, add]}
        self._server().request("POST", "/_aliases", body, patience=LONG_PATIENCE)
        self.forget()
        self._prune(folder)
        self._delete(self._changes)

    def discard(self, folder: str) -> None:
        """Remove a generation that is of no use."""
        self._delete(folder)

    def version(self, folder: str) -> dict[str, object]:
        """Tell what made a generation; {} where it can't be told."""
        told = self._server().request("GET", f"/{folder}/_mapping")
        made_by = told.get(folder, {}).get("mappings", {}).get("_meta", {})
        return made_by if isinstance(made_by, dict) else {}

    def unfinished(self, version: dict[str, object]) -> str | None:
        """Name the generation that a rebuild by ``version`` left unfinished."""
        for name in self._unfinished():
            if self.version(name) == version:
                return name
        return None

    def note_changed(self, article_ids: Iterable[int]) -> None:
        """Note for an unfinished generation which articles changed meanwhile."""
        changed = list(article_ids)
        if not changed or not self._unfinished():
            return
        self._server().write(
            {"_index": self._changes, "_id": str(pk), "article": pk} for pk in changed
        )

    def changed(self, folder: str) -> set[int]:
        """Give the articles that changed while a generation was unfinished."""
        server = self._server()
        try:
            server.request("POST", f"/{self._changes}/_refresh", patience=LONG_PATIENCE)
        except NoSuchIndex:
            return set()
        return {pk for pk, _ in pairs(server, self._changes, "article", "article")}

    @property
    def _changes(self) -> str:
        return f"{self.alias}-changed"

    def _unfinished(self) -> list[str]:
        current = self.current()
        newest = self._number(current) if current else 0
        names = [name for name in self._all() if self._number(name) > newest]
        return sorted(names, key=self._number, reverse=True)

    def _all(self) -> list[str]:
        told = self._server().request("GET", f"/{self.alias}-*/_alias")
        return [name for name in told if self._number(name)]

    def _aliases(self, name: str) -> set[str]:
        told = self._server().request("GET", f"/{name}/_alias")
        return set(told.get(name, {}).get("aliases", {}))

    def _number(self, name: str) -> int:
        # Another archive's alias may begin as ours does: archive-test-3 is not ours.
        number = name.removeprefix(f"{self.alias}-")
        return int(number) if number.isdigit() else 0

    def _prune(self, kept: str) -> None:
        for name in self._all():
            if name != kept:
                self._delete(name)

    def _delete(self, name: str) -> None:
        params = {"ignore_unavailable": "true"}
        self._server().request("DELETE", f"/{name}", patience=LONG_PATIENCE, **params)


def pairs(
    server: Server,
    index: str,
    key: str,
    value: str,
    within: tuple[int, int | None] = (0, None),
) -> Iterator[tuple[int, int]]:
    """Give two numbers of every document of an index, by the first of them in order.

    A number that a document does not have is 0. ``within`` bounds the first: it is
    larger than the one, and not larger than the other.
    """
    body: dict[str, object] = {
        "size": schema.WINDOW,
        "sort": [{key: "asc"}],
        "stored_fields": "_none_",
        "docvalue_fields": [value],
        "track_total_hits": False,
    }
    after, up_to = within
    if up_to is not None:
        body["query"] = {"range": {key: {"gt": after, "lte": up_to}}}
    elif after:
        body["search_after"] = [after]
    while True:
        told = server.request("POST", f"/{index}/_search", body, patience=LONG_PATIENCE)
        hits = told["hits"]["hits"]
        for hit in hits:
            (second,) = hit.get("fields", {}).get(value, (0,))
            yield int(hit["sort"][0]), int(second)
        if len(hits) < schema.WINDOW:
            return
        body["search_after"] = hits[-1]["sort"]
