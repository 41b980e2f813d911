"""A visitor without Locust: sends over ``requests``, and lets somebody notice what was sent and answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import requests

from load.browser import JourneyStopped, Judge, Request
from load.page import Page

SECONDS = 60.0
"""After which an answer will not come any more: a stall, however busy the machine is."""

Notice = Callable[[Request, Page | None, str], None]
"""Hears of a request: what was sent, what was answered (None for nothing), and what is wrong with it."""


class PlainTransport:
    """Sends for one visitor at a time, over connections that are kept open.

    Attributes:
        session: with which it sends.
    """

    def __init__(self, notice: Notice, seconds: float = SECONDS) -> None:
        """Tell ``notice`` of every request; give up on an answer after ``seconds``."""
        self.session = requests.Session()
        # What the environment says of proxies is not about loopback, and reading it costs at every request.
        self.session.trust_env = False
        self._notice = notice
        self._seconds = seconds

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request without following a redirect.

        Raises:
            JourneyStopped: when no answer came.
        """
        body, headers = encoded(request)
        try:
            answer = self.session.request(
                request.method,
                request.url,
                data=body,
                headers=headers,
                allow_redirects=False,
                timeout=self._seconds,
            )
        except requests.RequestException as fault:
            wrong = f"no answer: {type(fault).__name__}"
            self._notice(request, None, wrong)
            raise JourneyStopped(f"{request.name}: {wrong}") from None
        told = answer.headers
        page = Page(
            request.url,
            answer.status_code,
            answer.text,
            told.get("Location", ""),
            told.get("Retry-After", ""),
        )
        self._notice(request, page, judge(page))
        return page

    def forget(self) -> None:
        """Become a browser without cookies; the connections stay."""
        self.session.cookies.clear()

    def close(self) -> None:
        """Give up the connections."""
        self.session.close()


def encoded(request: Request) -> tuple[str | None, dict[str, str]]:
    """Return the body of a request, None when it has none, and the headers that go along."""
    headers = request.headers
    if request.form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return urlencode(request.form, doseq=True), headers
    if request.members is not None:
        headers["Content-Type"] = "application/json"
        return json.dumps(request.members), headers
    return None, headers
