"""Speaks with the server: addresses, time limits, and what its faults mean."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from opensearchpy import OpenSearch, helpers
from opensearchpy.exceptions import ConnectionError as NotConnected
from opensearchpy.exceptions import (
    ConnectionTimeout,
    NotFoundError,
    OpenSearchException,
    TransportError,
)

from search.backends.contract import EngineAway, EngineFault
from search.backends.opensearch.breaker import Breaker

PATIENCE = 2.0
"""Seconds a reader waits for an answer at most; then the database answers."""

LONG_PATIENCE = 60.0
"""Seconds that writing a batch or setting up an index may take."""

# The client warns of every answer that is not 200; what is a fault is raised here.
logging.getLogger("opensearch").setLevel(logging.ERROR)

WRITERS = 4
BATCH = 200
BATCH_BYTES = 8 * 1024 * 1024
_MOST_RETRIES = 5


_PREFERENCE = "archive"
"""Copies of an index differ a little in what they still count: the same are asked, so
that an article does not stand on two pages. (Another machine's go to others.)"""


class NoSuchIndex(EngineFault):
    """The index that was named is not there, or no more."""


class Server:
    """A cluster; readers wait ``patience`` seconds for its answer at most."""

    def __init__(
        self,
        client: OpenSearch,
        breaker: Breaker | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._client = client
        self._patience = patience
        self._breaker = breaker or Breaker()

    def request(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        patience: float | None = None,
        **params: Any,
    ) -> Any:
        """Give what the server answers; wait ``patience`` seconds, or as readers do.

        Raises ``EngineAway`` where nobody answers, at once while that is known;
        ``NoSuchIndex``, and ``EngineFault`` where the server refuses.
        """
        given = params | {"request_timeout": patience or self._patience}
        with self._watched():
            return self._client.transport.perform_request(
                method, path, params=given, body=body
            )

    def search(self, index: str, search: dict[str, Any]) -> dict[str, Any]:
        """Give a whole answer to a search; an incomplete one is ``EngineAway``.

        What words are worth is reckoned over all parts of the index.
        """
        answer = self.request(
            "POST",
            f"/{index}/_search",
            search | {"timeout": f"{int(self._patience * 900)}ms"},
            search_type="dfs_query_then_fetch",
            allow_partial_search_results="false",
            preference=_PREFERENCE,
        )
        return _whole(answer)

    def search_all(
        self, index: str, searches: Iterable[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """Give whole answers to searches that are sent together."""
        heading = json.dumps({"preference": _PREFERENCE})
        lines = [part for search in searches for part in (heading, json.dumps(search))]
        body = "\n".join(lines) + "\n"
        told = self.request("POST", f"/{index}/_msearch", body)
        return [_whole(answer) for answer in told["responses"]]

    def write(self, actions: Iterable[Mapping[str, Any]]) -> None:
        """Send changes in batches, several at a time; raise where one was not taken."""
        waiting = iter(actions)
        batches = list(iter(lambda: list(islice(waiting, BATCH)), []))
        with self._watched():
            if len(batches) == 1:  # a thread more would only cost
                self._send(batches[0])
                return
            with ThreadPoolExecutor(WRITERS) as workers:
                list(workers.map(self._send, batches))

    def _send(self, batch: list[Mapping[str, Any]]) -> None:
        outcomes = helpers.streaming_bulk(
            self._client,
            batch,
            chunk_size=BATCH,
            max_chunk_bytes=BATCH_BYTES,
            max_retries=_MOST_RETRIES,  # of what a busy server puts off
            initial_backoff=1,
            max_backoff=8,
            raise_on_error=False,
            request_timeout=LONG_PATIENCE,
        )
        for taken, outcome in outcomes:
            if not taken and outcome.get("delete", {}).get("result") != "not_found":
                raise EngineFault(f"the search server did not take: {outcome}")

    def forget_faults(self) -> None:
        """Ask again at once, even where nobody answered a moment ago."""
        self._breaker.went_well()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        if not self._breaker.lets_through():
            raise EngineAway("the search server does not answer")
        try:
            yield
        except NotConnected as error:
            nobody = not isinstance(error, ConnectionTimeout)
            self._breaker.went_wrong(for_sure=nobody)
            raise EngineAway(f"the search server is away: {error.error}") from error
        except NotFoundError as error:
            self._breaker.went_well()
            raise NoSuchIndex(str(error)) from error
        except TransportError as error:
            raise self._fault(error) from error
        except (OpenSearchException, ValueError) as error:
            # ValueError: no JSON came, as from a proxy that stands before the server.
            self._breaker.went_wrong(for_sure=False)
            raise EngineAway(repr(error)) from error
        self._breaker.went_well()

    def _fault(self, error: TransportError) -> EngineFault:
        status = error.status_code
        if isinstance(status, int) and status < 500:  # somebody is there and says no
            self._breaker.went_well()
            return EngineFault(f"the search server refuses: {error}")
        self._breaker.went_wrong(for_sure=False)
        return EngineAway(f"the search server can't answer: {error}")


def _whole(answer: dict[str, Any]) -> dict[str, Any]:
    if answer.get("status") == 404:
        raise NoSuchIndex(str(answer.get("error")))
    if "error" in answer:
        raise EngineFault(f"the search server refuses: {answer['error']}")
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise EngineAway("the search server answered in part")
    return answer


def hosts_of(urls: str) -> list[dict[str, Any]]:
    """Read addresses parted by commas: ``https://name:password@host:9200,…``.

    What stands before @ may be escaped (%40); it may be given with the first alone.
    """
    hosts: list[dict[str, Any]] = []
    for url in filter(None, (part.strip() for part in urls.split(","))):
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("an address of the search server is http(s)://host[:port]")
        secure = parts.scheme == "https"
        host: dict[str, Any] = {
            "host": parts.hostname,
            "port": parts.port or (443 if secure else 9200),
            "use_ssl": secure,
            "url_prefix": parts.path.rstrip("/"),
        }
        if parts.username:
            name, password = unquote(parts.username), unquote(parts.password or "")
            host["http_auth"] = (name, password)
        elif hosts and "http_auth" in hosts[0]:
            host["http_auth"] = hosts[0]["http_auth"]
        hosts.append(host)
    if not hosts:
        raise ValueError("no address of the search server is given")
    return hosts


def connect(
    urls: str,
    make: Callable[..., OpenSearch] = OpenSearch,
    patience: float = PATIENCE,
) -> Server:
    """Give the server at ``urls``; nothing is sent yet."""
    hosts = hosts_of(urls)
    client = make(
        hosts,
        timeout=patience,
        max_retries=len(hosts) - 1,  # of machines that are away; never of slow ones
        retry_on_timeout=False,
        dead_timeout=5,
        pool_maxsize=16,
        http_compress=False,
    )
    return Server(client, patience=patience)


def server_at(urls: str, patience: float = PATIENCE) -> Server:
    """Give the one server at ``urls`` of this process; its threads share it."""
    return _of_process(urls, patience, os.getpid())


@lru_cache(maxsize=8)
def _of_process(urls: str, patience: float, process: int) -> Server:
    # What was opened before a fork must not be used by both sides of it.
    return connect(urls, patience=patience)
