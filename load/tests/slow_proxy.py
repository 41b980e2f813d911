"""A proxy before the federation that delays every answer of KIOSK: the slow e-loket of a test."""

from __future__ import annotations

import contextlib
import http.client
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Proxy(BaseHTTPRequestHandler):
    """Passes everything on, cookies and redirects too."""

    protocol_version = "HTTP/1.1"
    upstream = 0
    delay = 0.0
    over = threading.Event()

    def do_GET(self) -> None:
        """Pass a request on, and its answer back, later when it is one of KIOSK."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        there = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=30)
        there.request(self.command, self.path, body, dict(self.headers.items()))
        answer = there.getresponse()
        content = answer.read()
        there.close()
        if self.path.startswith("/kiosk"):
            self.over.wait(self.delay)
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT = do_GET  # noqa: N815  # the names that http.server looks for

    def log_message(self, format: str, *args: object) -> None:  # as http.server declares it
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # as socketserver has it
        """Say nothing of who hangs up: at the end of a run a visitor who still waits is sent away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def slow_kiosk(port: int, upstream: int, seconds: float) -> Iterator[str]:
    """Stand at ``port`` before the federation at ``upstream``; each answer of KIOSK takes so long more."""
    over = threading.Event()
    handler = type("Slow", (_Proxy,), {"upstream": upstream, "delay": seconds, "over": over})
    server = _Server(("127.0.0.1", port), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)
