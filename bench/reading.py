"""Who only looks around: visitors who signed in before, and then only ask for what is there."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Iterator
from threading import Lock, Thread

from load.actors import People, Role
from load.browser import Browser, JourneyStopped, Request, fine, name_of
from load.errand import Errand, Places
from load.journeys.signing_in import enter
from load.page import Page
from load.plain import PlainTransport

_AT_KIOSK = ("/", "/dossiers", "/contactgegevens", "/profiel")
_ELSEWHERE = (
    ("stage", "/"),
    ("stage", "/_mock/cast"),
    ("stage", "/_mock/explain?who=jan&for=de-kade&at=kiosk"),
    ("stage", "/health"),
    ("acm", "/op/.well-known/openid-configuration"),
    ("acm", "/op/v1/keys"),
    ("kbo", "/zoeknummerform.html"),
    ("idm", "/api/v1/catalogue"),
)
"""What anybody may ask without signing in."""


class Looking:
    """Visitors who signed in at KIOSK.

    Attributes:
        faults: what was not as it should be.
    """

    def __init__(self, url: str, people: People, visitors: int) -> None:
        """Let visitors come and sign in; close with :meth:`close`."""
        self._places = Places(url, url)
        self._people = people
        self._lock = Lock()
        self._requests = 0
        self.faults: list[str] = []
        self._transports = [PlainTransport(self._notice) for _ in range(visitors)]
        self._visitors = [self._signed_in(place, one) for place, one in enumerate(self._transports)]

    def go_on(self, seconds: float) -> int:
        """Let all of them look around for a while; return how many requests that took."""
        self._requests, until = 0, time.monotonic() + seconds
        threads = [Thread(target=self._look, args=(one, until), daemon=True) for one in self._visitors]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return self._requests

    def close(self) -> None:
        """Give up the connections."""
        for transport in self._transports:
            transport.close()

    def _signed_in(self, place: int, transport: PlainTransport) -> Browser:
        browser = Browser(transport, lambda: None)
        errand = Errand(browser, self._people, random.Random(place), self._places)
        actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
        enter(errand, actor, errand.identity(actor))
        return browser

    def _look(self, browser: Browser, until: float) -> None:
        asked = [self._places.kiosk(path) for path in _AT_KIOSK]
        asked += [self._places.mock(system, path) for system, path in _ELSEWHERE]
        while time.monotonic() < until:
            for url in asked:
                with contextlib.suppress(JourneyStopped):  # It is among the faults.
                    browser.call(Request("GET", url, name_of("GET", url)), fine)

    def _notice(self, request: Request, _page: Page | None, wrong: str) -> None:
        with self._lock:
            self._requests += 1
            if wrong:
                self.faults.append(f"{request.name}: {wrong}")


@contextlib.contextmanager
def look_around_only(url: str, people: People, visitors: int) -> Iterator[Looking]:
    """Give visitors who signed in, and let them go."""
    looking = Looking(url, people, visitors)
    try:
        yield looking
    finally:
        looking.close()
