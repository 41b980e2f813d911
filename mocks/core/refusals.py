"""A refusal outside of any application: no world, no system or no token."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from mocks.core.errors import Refusal

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def answer_plainly(
    refusal: Refusal, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer with a refusal as a bare page, or as RFC 9457 problem details for a program."""
    if "text/html" in environ.get("HTTP_ACCEPT", ""):
        mimetype = "text/html; charset=utf-8"
        body = (
            f'<!doctype html><html lang="nl"><title>{escape(refusal.title)}</title>'
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
            ("X-Content-Type-Options", "nosniff"),
        ],
    )
    return [body]
