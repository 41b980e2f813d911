"""The live wire: granian serving a WSGI application on one port.

*Bron* of the settings: measured; granian's 512 default threads cost more than they bring where two
cores are shared, and its default backpressure counts connections and stalls many users.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_PR_SET_PDEATHSIG = 1
"""The option of ``prctl`` by which a process hears that its parent died.  *Bron*: prctl(2) of Linux."""


@dataclass(frozen=True)
class Server:
    """How the live server runs.

    Attributes:
        host: the address to bind to.
        port: the port to bind to.
        workers: processes that answer.
        threads: threads per worker.
    """

    host: str
    port: int
    workers: int = 1
    threads: int = 8

    def serve(self, load: Callable[[], WSGIApplication], ready: Callable[[], None]) -> None:
        """Serve what ``load`` returns until told to stop.

        ``load`` runs in each worker process and must be picklable; ``ready`` runs once, in this one.

        A worker that dies, whatever it dies of, is replaced: without that granian stops the others as well,
        and one killed process would take every user along.  One that dies twice within 5.5 seconds ends the
        server, with exit code 1, since it would do so for ever (*Bron*: granian 2.8, ``_serve_loop``).
        """
        # granian is imported here because only a live server needs it.
        from granian import Granian  # noqa: PLC0415
        from granian.constants import Interfaces  # noqa: PLC0415
        from granian.log import LogLevels  # noqa: PLC0415

        granian = Granian(
            target="proefloket",
            address=self.host,
            port=self.port,
            interface=Interfaces.WSGI,
            workers=self.workers,
            blocking_threads=self.threads,
            backlog=4096,
            backpressure=4096,
            # Granian tells of itself on every start; what goes wrong in the mocks is logged by Flask.
            log_level=LogLevels.error,
            websockets=False,
            # A worker that is still loading does not hear that it must stop.
            workers_kill_timeout=5,
            respawn_failed_workers=True,
        )
        granian.on_startup(ready)
        granian.serve(target_loader=partial(_load_in_worker, load, os.getpid()), wrap_loader=False)


def _load_in_worker(load: Callable[[], WSGIApplication], server: int) -> WSGIApplication:
    """Return what a worker serves, after seeing to it that the worker ends when the process ``server`` does.

    A server that was killed cannot tell its workers to stop: they would go on answering, and whoever starts
    it again would be told that the port is taken.  Where the system has no such signal they do so.  It is
    SIGKILL, since a worker that is still loading does not heed another; what was answered is in the store.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != server:
            # It died before this was asked.
            os.kill(os.getpid(), signal.SIGKILL)
    return load()
