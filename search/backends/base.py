"""What all engines share: an index in generations, one in use, one perhaps being built.

A further engine is a subclass with the methods at the end, and a line in the settings;
one that keeps its generations in folders begins with ``FolderBackend``.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from time import sleep
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from haystack.backends import BaseSearchBackend, log_query

from search.backends import querysets
from search.backends.contract import EngineAway, EngineFault, Health
from search.backends.generations import Generations
from search.language.analysis import ANALYSIS_VERSION

_TRIES = 3
Answer = TypeVar("Answer")
Place = TypeVar("Place")
"""Where a generation is kept: a folder, or a name on a server."""

Prepared = dict[str, Any]
"""What ``ArticleIndex`` gives of an article: field by field, and ``django_id``."""


class KeptGenerations(Protocol[Place]):
    """Where an engine keeps its generations; ``Generations`` tells what each does."""

    def current(self) -> Place | None: ...
    def begin(self, version: dict[str, object]) -> Place: ...
    def switch(self, folder: Place) -> None: ...
    def discard(self, folder: Place) -> None: ...
    def version(self, folder: Place) -> dict[str, object]: ...
    def unfinished(self, version: dict[str, object]) -> Place | None: ...
    def note_changed(self, article_ids: Iterable[int]) -> None: ...
    def changed(self, folder: Place) -> set[int]: ...


class GenerationBackend(BaseSearchBackend, Generic[Place]):  # type: ignore[misc]
    """Keeps the index in generations."""

    engine: ClassVar[str]
    schema_version: ClassVar[int]
    _generations: KeptGenerations[Place]

    @property
    def version(self) -> dict[str, object]:
        """Tell what makes an index, to be kept beside it."""
        return {
            "engine": self.engine,
            "schema": self.schema_version,
            "analysis": ANALYSIS_VERSION,
        }

    def ids(self) -> set[int]:
        """Give the ids of all indexed articles."""
        return set(self.digests())

    def digests(self, after: int = 0, up_to: int | None = None) -> dict[int, int]:
        """Give the digests of indexed articles by their ids."""
        return self._digests(self._folder(), after, up_to)

    def health(self) -> Health:
        """Look at the index without changing it."""
        try:
            return Health(usable=True, articles=self._count(self._folder()))
        except EngineAway as error:
            return Health(usable=False, reason=str(error), away=True)
        except Exception as error:
            return Health(usable=False, reason=str(error))

    def _folder(self) -> Place:
        folder = self._generations.current()
        if folder is None:
            raise EngineFault("no index was built yet")
        if self._generations.version(folder) != self.version:
            raise EngineFault("the index was made by another version")
        return folder

    # -- writing --------------------------------------------------------------------

    def apply(
        self, index: Any, articles: Iterable[Any], removed: Iterable[int]
    ) -> None:
        """Put articles in, replacing older states, and take ids out, in one commit."""
        prepared = [index.full_prepare(article) for article in articles]
        changed = {*removed, *(int(article["django_id"]) for article in prepared)}
        folder = self._folder_to_write()
        self._generations.note_changed(changed)
        self._replace(folder, prepared, changed)

    def rebuild(
        self, index: Any, chunks: Iterable[list[Any]], *, resume: bool = False
    ) -> set[int]:
        """Build a new generation beside the current one and switch to it at the end."""
        unfinished = self._generations.unfinished(self.version) if resume else None
        folder = unfinished or self._begin()
        for chunk in chunks:
            self._append(folder, [index.full_prepare(article) for article in chunk])
        self._finish(folder)
        changed = self._generations.changed(folder)
        self._generations.switch(folder)
        return changed

    def built_up_to(self) -> int:
        """Give the largest id in what an interrupted rebuild left, 0 for nothing."""
        folder = self._generations.unfinished(self.version)
        if folder is None:
            return 0
        try:
            return max(self._digests(folder, 0, None), default=0)
        except Exception:
            self._generations.discard(folder)
            return 0

    def _begin(self) -> Place:
        folder = self._generations.begin(self.version)
        self._create(folder)
        return folder

    def _folder_to_write(self) -> Place:
        if self._generations.current() is None:
            self.clear()
        return self._folder()

    # -- what Haystack's own commands call --------------------------------------------

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """Index articles (``update_index``)."""
        self.apply(index, iterable, ())

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """Take one article out, given itself or Haystack's identifier."""
        identifier = getattr(obj_or_string, "pk", None) or str(obj_or_string)
        self.apply(None, (), [int(str(identifier).rpartition(".")[2])])

    @log_query  # type: ignore[untyped-decorator]
    def search(self, query_string: str, **kwargs: Any) -> dict[str, Any]:
        """Answer a ``SearchQuerySet``."""
        return querysets.search(self, query_string, **kwargs)

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Put an empty generation in use (``clear_index``)."""
        empty = self._begin()
        self._finish(empty)
        self._generations.switch(empty)

    # -- what an engine gives ---------------------------------------------------------
    # Besides, ``find`` and ``frequencies`` of the contract.

    @abstractmethod
    def forget(self) -> None:
        """Let go of all that this process has open of the index."""

    @abstractmethod
    def _create(self, folder: Place) -> None:
        """Make an empty index in an empty folder."""

    @abstractmethod
    def _replace(
        self, folder: Place, prepared: list[Prepared], changed: set[int]
    ) -> None:
        """Take the ids of ``changed`` out and put articles in, in one commit."""

    @abstractmethod
    def _append(self, folder: Place, prepared: list[Prepared]) -> None:
        """Put articles in that were never in it, in one commit."""

    @abstractmethod
    def _finish(self, folder: Place) -> None:
        """Make an index fast to read to which no more is appended."""

    @abstractmethod
    def _digests(self, folder: Place, after: int, up_to: int | None) -> dict[int, int]:
        """Give the digests in an index by article id; raise if it is damaged."""

    @abstractmethod
    def _count(self, folder: Place) -> int:
        """Count the articles in an index; raise if it is damaged."""


class FolderBackend(GenerationBackend[Path]):
    """Keeps the generations in folders under the connection's ``PATH``."""

    _generations: Generations

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self._generations = Generations(Path(options["PATH"]))

    def _asked(self, question: Callable[[Any], Answer]) -> Answer:
        """Ask what the latest commit is read from; raise ``EngineFault`` if it can't.

        A commit may pass and remove a file between two looks: then look again.
        """
        for _ in range(_TRIES):
            try:
                return question(self._opened(self._folder()))
            except EngineFault:
                raise
            except Exception as error:
                fault = error
                self.forget()
                sleep(0.05)
        raise EngineFault(repr(fault)) from fault

    @abstractmethod
    def _opened(self, folder: Path) -> Any:
        """Give what the latest commit of an index is read from; raise if damaged."""
