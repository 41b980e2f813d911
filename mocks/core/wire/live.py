"""The live wire: granian serving a WSGI application on one port.

*Bron* of the settings: measured; granian's 512 default threads cost more than they bring where two
cores are shared, and its default backpressure counts connections and stalls many users.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


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
        )
        granian.on_startup(ready)
        granian.serve(target_loader=load, wrap_loader=False)
