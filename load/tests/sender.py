"""What a browser of the journeys sends with in a test: in process or to a server."""

from __future__ import annotations

from load.browser import Request
from load.page import Page
from load.plain import PlainTransport


class Sender(PlainTransport):
    """Sends for one visitor, and notes the names and what went wrong.

    Attributes:
        names: of the requests, as they were sent.
        failures: of those whose answer was not what it should be, with what is wrong.
    """

    def __init__(self) -> None:
        """Note in lists."""
        super().__init__(self._take_down, seconds=10)
        self.names: list[str] = []
        self.failures: list[str] = []

    def _take_down(self, request: Request, _: Page | None, wrong: str) -> None:
        self.names.append(request.name)
        if wrong:
            self.failures.append(f"{request.name}: {wrong}")
