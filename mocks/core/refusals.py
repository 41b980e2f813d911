"""A refusal outside of any application: no world, no system or no token."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from mocks.core.errors import NotFound, Refusal

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
"""What every answer carries, whether an application gives it or not."""


class UnknownPlace(NotFound):
    """No system of the federation stands at this address."""

    code = "unknown-place"


class ControlRefused(Refusal):
    """The control rooms of a server that others can reach ask for its token."""

    code = "control-refused"
    status = 401


def check_control(token: str | None, given: str, how: str) -> None:
    """Check the control token that somebody gives; without one nothing is asked.

    Raises:
        ControlRefused: with ``how`` to give it, when it is not the right one.
    """
    if token is not None and not hmac.compare_digest(given.encode(), token.encode()):
        raise ControlRefused(how)


class OtherHost(Refusal):
    """A change was sent to another host name than the address book has."""

    code = "other-host"
    status = 421


def answer_plainly(
    refusal: Refusal, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer with a refusal as a bare page, or as RFC 9457 problem details for a program."""
    if "text/html" in environ.get("HTTP_ACCEPT", ""):
        mimetype = "text/html; charset=utf-8"
        body = (
            f'<!doctype html><html lang="nl"><title>{escape(refusal.title)} – testomgeving</title>'
            f"<p><strong>Dit is een testomgeving</strong></p>"
            f"<h1>{escape(refusal.title)}</h1><p>{escape(refusal.sentence)}</p></html>"
        ).encode()
    else:
        mimetype = "application/problem+json"
        body = json.dumps(
            {
                "type": "about:blank",
                "title": refusal.title,
                "status": refusal.status,
                "code": refusal.code,
                "detail": refusal.sentence,
            },
            ensure_ascii=False,
        ).encode()
    start_response(
        f"{refusal.status} Refused",
        [
            ("Content-Type", mimetype),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *SECURITY_HEADERS.items(),
        ],
    )
    return [body]
