"""Calls between systems of one federation: through WSGI, in the caller's own visit.

Never through our own socket: a server whose threads all wait for themselves stands still.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes, urlencode, urlsplit

from mocks.core.visit import ENVIRON_VISIT, Visit

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """The answer to a call: status, headers and body, whole."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of this name, in any case, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def json(self) -> Any:  # noqa: ANN401  # JSON is of any type
        """Return the body as parsed JSON."""
        return json.loads(self.body)


class Backchannel:
    """The way from one system to another; the composition root says where it leads."""

    def __init__(self) -> None:
        self.application: WSGIApplication | None = None

    def get(self, visit: Visit, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a GET within ``visit``."""
        return self._call(visit, "GET", url, dict(headers or {}), b"")

    def post_form(
        self, visit: Visit, url: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a form within ``visit``."""
        sent = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._call(visit, "POST", url, sent, urlencode(form).encode())

    def put(self, visit: Visit, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send a PUT within ``visit``."""
        return self._call(visit, "PUT", url, headers, body)

    def _call(self, visit: Visit, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        if self.application is None:
            raise RuntimeError("the composition root did not connect the backchannel")
        environ = environ_of(method, url, headers, body)
        environ[ENVIRON_VISIT] = visit
        return run(self.application, environ)


def environ_of(method: str, url: str, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """Return the WSGI environ of a request (PEP 3333)."""
    parts = urlsplit(url)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(parts.path or "/").decode("latin-1"),
        "QUERY_STRING": parts.query,
        "SERVER_NAME": parts.hostname or "",
        "SERVER_PORT": str(parts.port or (443 if parts.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": parts.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": parts.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.errors": _Silent(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"] = value
    return environ


def run(application: WSGIApplication, environ: dict[str, Any]) -> Answer:
    """Run a WSGI application and return its answer, whole."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    written: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _exc_info: object = None, /
    ) -> Callable[[bytes], object]:
        started[:] = [(status, headers)]
        return written.append

    chunks: Iterable[bytes] = application(environ, start_response)
    try:
        body = b"".join([*written, *chunks])
    finally:
        close = getattr(chunks, "close", None)
        if close is not None:
            close()
    status, headers = started[0]
    return Answer(int(status.split(" ", 1)[0]), tuple(headers), body)


class _Silent:
    """``wsgi.errors`` of a call in process: errors are logged by the application itself."""

    def write(self, text: str) -> int:
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        del lines

    def flush(self) -> None:
        return None
