"""Knocking at the federation as a server would: with any path, host and octets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from mocks.core.wire.backchannel import Answer, environ_of, run
from mocks.federation import Federation

HOST = "127.0.0.1:8600"
PAGE = {"Accept": "text/html"}


def knock(
    federation: Federation,
    path: str,
    method: str = "GET",
    *,
    host: str = HOST,
    headers: Mapping[str, str] | None = None,
    body: object = None,
) -> Answer:
    """Send a request with a raw, percent-encoded path; a body is sent as JSON."""
    sent = dict(headers or {})
    octets = b""
    if body is not None:
        octets = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent.setdefault("Content-Type", "application/json")
    raw, _, query = path.encode().partition(b"?")
    asked = {
        "PATH_INFO": unquote_to_bytes(raw).decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"),
        "HTTP_HOST": host,
    }
    return run(federation, {**environ_of(method, f"http://{HOST}/", sent, octets), **asked})
