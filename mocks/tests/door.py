"""Knocking at the federation as a server would: with any path, host and octets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
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
    **environ: Any,  # noqa: ANN401  # what a server puts in the environ
) -> Answer:
    """Send a request with a raw, percent-encoded path; a body is sent as JSON."""
    sent = dict(headers or {})
    octets = b""
    if body is not None:
        octets = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent.setdefault("Content-Type", "application/json")
    raw, _, query = path.partition("?")
    built = environ_of(method, f"http://{HOST}/", sent, octets)
    decoded = unquote_to_bytes(raw.encode("utf-8", "surrogateescape")).decode("latin-1")
    return run(
        federation, {**built, "PATH_INFO": decoded, "QUERY_STRING": query, "HTTP_HOST": host, **environ}
    )
