"""Limits of the web server; a buffering proxy stands in front on the open web."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from time import sleep
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
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from portal.metric_files import forget_all

        forget_all(Path(folder))


def when_ready(server: Any) -> None:
    """Make ready to fork workers, and to leave in good order.

    What the site is made of is taken out of the collector's rounds: workers don't look
    through it again and again, nor copy its pages by doing so. Told to end, the server
    says at /readyz that it leaves, serves on for ``LEAVING_SECONDS``, then takes no
    more connections and answers the requests it has.
    """
    gc.collect()
    gc.freeze()
    seconds = float(os.environ.get("LEAVING_SECONDS", "0"))
    if seconds:
        end = server.handle_term

        def leave_first() -> None:
            from portal.readiness import leave

            leave()
            sleep(seconds)  # of the arbiter: the workers serve on
            end()

        server.handle_term = leave_first


def post_worker_init(worker: Any) -> None:
    """Let the archive see how many requests wait for this process."""
    from portal.overload import watch

    # The pool of threads tells nobody how long its queue is.
    watch(worker.tpool._work_queue.qsize)


def child_exit(server: Any, worker: Any) -> None:
    """Keep what an ended process counted, but not a file for each."""
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from portal.metric_files import keep_of_ended

        keep_of_ended(Path(folder), worker.pid)
