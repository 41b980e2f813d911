"""HTTP of the driver: requests as bytes, answers read from a stream of bytes.

As little as the providers that are measured need, since a driver that is slower than them would measure
itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *([^\r\n]*)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=;\r\n]+)=([^;\r\n]*)", re.IGNORECASE)


class Garbled(Exception):
    """An answer that this driver does not understand."""


@dataclass(frozen=True)
class Answer:
    """An answer.

    Attributes:
        status: as a number.
        head: the status line and the headers, as they came.
        body: decoded from its chunks, if it came in any.
    """

    status: int
    head: bytes
    body: bytes

    @property
    def location(self) -> str:
        """Where it redirects to; empty when nowhere."""
        found = _LOCATION.search(self.head)
        return found[1].decode() if found is not None else ""

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that it sets, and those that it empties."""
        return {name.decode(): value.decode() for name, value in _COOKIE.findall(self.head)}


def get(host: str, target: str, *headers: str) -> bytes:
    """Return a GET request."""
    return _request("GET", host, target, headers, b"")


def post(host: str, target: str, form: Mapping[str, str], *headers: str) -> bytes:
    """Return a form that is sent."""
    body = urlencode(form).encode()
    kind = "Content-Type: application/x-www-form-urlencoded"
    return _request("POST", host, target, (*headers, kind, f"Content-Length: {len(body)}"), body)


def _request(method: str, host: str, target: str, headers: tuple[str, ...], body: bytes) -> bytes:
    lines = (f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "", "")
    return "\r\n".join(lines).encode() + body


def take(stream: bytearray) -> Answer | None:
    """Take the first answer out of what was received, or None when it is not there yet.

    Raises:
        Garbled: when it is no HTTP, or has no length.
    """
    end = stream.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = bytes(stream[:end])
    status = head[9:12]
    if not head.startswith(b"HTTP/1.1 ") or not status.isdigit():
        raise Garbled(f"no HTTP/1.1: {head[:60]!r}")
    begin = end + 4
    if (length := _LENGTH.search(head)) is not None:
        stop = begin + int(length[1])
        if len(stream) < stop:
            return None
        body = bytes(stream[begin:stop])
    elif _CHUNKED.search(head) is not None:
        whole = _chunks(stream, begin)
        if whole is None:
            return None
        body, stop = whole
    elif status in {b"204", b"304"}:
        body, stop = b"", begin
    else:
        raise Garbled(f"an answer without a length: {head[:200]!r}")
    del stream[:stop]
    return Answer(int(status), head, body)


def _chunks(stream: bytearray, place: int) -> tuple[bytes, int] | None:
    """Return a body that came in chunks and where it ends, or None when it is not whole."""
    parts: list[bytes] = []
    while (line := stream.find(b"\r\n", place)) >= 0:
        size = int(bytes(stream[place:line]).partition(b";")[0], 16)
        stop = line + 2 + size + 2
        if len(stream) < stop:
            return None
        if not size:
            return b"".join(parts), stop
        parts.append(bytes(stream[line + 2 : stop - 2]))
        place = stop
    return None
