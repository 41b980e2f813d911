"""The driver's HTTP: answers whole and in pieces, and what is no answer."""

from __future__ import annotations

import pytest

from bench.exchange import Garbled, get, post, take

PLAIN = (
    b"HTTP/1.1 302 FOUND\r\nLocation: /verder?code=x\r\n"
    b"Set-Cookie: a=1; Path=/\r\nset-cookie: b=; Max-Age=0\r\n"
)
WITH_LENGTH = PLAIN + b"Content-Length: 5\r\n\r\nhallo"
CHUNKED = PLAIN + b"Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhal\r\n2\r\nlo\r\n0\r\n\r\n"


def test_requests_are_http() -> None:
    assert (
        get("h:1", "/pad?x=y", "Cookie: a=1") == b"GET /pad?x=y HTTP/1.1\r\nHost: h:1\r\nCookie: a=1\r\n\r\n"
    )
    sent = post("h:1", "/pad", {"naam": "één"})
    assert sent.startswith(b"POST /pad HTTP/1.1\r\nHost: h:1\r\n")
    assert sent.endswith(b"\r\nContent-Length: 18\r\n\r\nnaam=%C3%A9%C3%A9n")


@pytest.mark.parametrize("whole", [WITH_LENGTH, CHUNKED], ids=["with its length", "in chunks"])
def test_an_answer_is_taken_once_it_is_whole(whole: bytes) -> None:
    for size in range(len(whole)):
        part = bytearray(whole[:size])
        assert take(part) is None
        assert part == whole[:size]
    stream = bytearray(whole + b"HTTP/1.1 200")
    answer = take(stream)
    assert answer is not None
    assert (answer.status, answer.body, answer.location) == (302, b"hallo", "/verder?code=x")
    assert answer.cookies == {"a": "1", "b": ""}
    assert stream == b"HTTP/1.1 200"


def test_an_answer_without_a_body() -> None:
    answer = take(bytearray(b"HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n"))
    assert answer is not None
    assert (answer.status, answer.body, answer.location, answer.cookies) == (204, b"", "", {})


NO_ANSWER = {
    "another protocol": b"SSH-2.0\r\n\r\n",
    "an older one": b"HTTP/1.0 200 OK\r\n\r\n",
    "no status": b"HTTP/1.1 abc\r\n\r\n",
    "no length": b"HTTP/1.1 200 OK\r\nX: y\r\n\r\n",
}


@pytest.mark.parametrize("stream", NO_ANSWER.values(), ids=NO_ANSWER)
def test_what_is_no_answer_is_refused(stream: bytes) -> None:
    with pytest.raises(Garbled):
        take(bytearray(stream))
