"""Limits of the web server; a buffering proxy stands in front on the open web."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 30
max_requests = 2000
max_requests_jitter = 200
limit_request_line = 4094
forwarded_allow_ips = "127.0.0.1"
preload_app = True  # the tables are built once and shared by the workers
control_socket_disable = True  # it would lie outside of DATA_DIR


def on_starting(server: Any) -> None:
    """Begin to count anew: what stands there is of processes that ended."""
    folder = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
    for counted in Path(folder).glob("*.db") if folder else ():
        counted.unlink(missing_ok=True)


def when_ready(server: Any) -> None:
    """Take what the site is made of out of the collector's rounds, before workers are
    forked: they don't look through it again and again, nor copy its pages by doing so.
    """
    gc.collect()
    gc.freeze()


def child_exit(server: Any, worker: Any) -> None:
    """Forget what only a living process counts."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
