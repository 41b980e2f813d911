"""What a browser of the journeys sends with in a test: ``requests``, in process or to a server."""

from __future__ import annotations

from dataclasses import dataclass, field

import requests

from load.browser import Judge, Request
from load.page import Page


@dataclass
class Sender:
    """Sends over ``requests`` for one visitor, and notes the names and what went wrong."""

    failures: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    session: requests.Session = field(default_factory=requests.Session)

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request without following a redirect."""
        answer = self.session.request(
            request.method,
            request.url,
            data=request.form,
            json=request.members,
            headers=request.headers,
            allow_redirects=False,
            timeout=10,
        )
        told = answer.headers
        page = Page(
            request.url,
            answer.status_code,
            answer.text,
            told.get("Location", ""),
            told.get("Retry-After", ""),
        )
        self.names.append(request.name)
        wrong = judge(page)
        if wrong:
            self.failures.append(f"{request.name}: {wrong}")
        return page

    def forget(self) -> None:
        """Become a browser without cookies."""
        self.session.cookies.clear()
