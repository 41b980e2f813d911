"""The wire in process: ``requests`` reaches a WSGI application on real host names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import requests
from werkzeug.wrappers import Request, Response

from mocks.core.wire.backchannel import environ_of, run
from mocks.core.wire.process import hosts_in_process

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

HOST = "loket.vlaanderen.be"
URL = f"https://{HOST}"


def echo(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Answer with what was asked, or as the path says."""
    request = Request(environ)
    match request.path:
        case "/to":
            response = Response(status=302, headers={"Location": "/landed?x=1"})
        case "/away":
            response = Response(status=302, headers={"Location": "https://evil.test/"})
        case "/loop":
            response = Response(status=307, headers={"Location": "/loop"})
        case "/cookies":
            response = Response(status=302, headers={"Location": "/landed"})
            response.set_cookie("a", "1", path="/", secure=True)
            response.set_cookie("b", "2", path="/landed")
            response.set_cookie("c", "3", path="/elsewhere")
        case "/empty":
            response = Response(status=204)
        case _:
            seen = {
                "method": request.method,
                "path": request.path,
                "query": request.query_string.decode(),
                "host": request.host,
                "scheme": request.scheme,
                "cookies": request.cookies.to_dict(),
                "body": request.get_data(as_text=True),
                "type": request.headers.get("Content-Type"),
                "x": request.headers.get("X-Test"),
                "length": request.content_length,
                "world": environ.get("proefloket.world"),
            }
            response = Response(json.dumps(seen), mimetype="application/json")
    return response(environ, start_response)


@pytest.fixture(autouse=True)
def _wire() -> Iterator[None]:
    with hosts_in_process(echo, frozenset({HOST, "kbo.test"}), {"proefloket.world": "a"}):
        yield


def test_a_request_arrives_whole_and_in_its_world() -> None:
    answer = requests.get(f"{URL}/caf%C3%A9?naam=a+b&c", headers={"X-Test": "y"}, timeout=1)
    assert (answer.status_code, answer.reason) == (200, "OK")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "method": "GET",
        "path": "/café",
        "query": "naam=a+b&c",
        "host": HOST,
        "scheme": "https",
        "cookies": {},
        "body": "",
        "type": None,
        "x": "y",
        "length": 0,
        "world": "a",
    }


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_every_method_arrives(method: str) -> None:
    assert requests.request(method, URL, timeout=1).json()["method"] == method


def test_a_head_has_no_body() -> None:
    answer = requests.head(f"{URL}/", timeout=1)
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    ("sent", "arrived"),
    [
        ({"data": {"naam": "Noé"}}, "naam=No%C3%A9"),
        ({"data": "tekst é"}, "tekst é"),
        ({"data": "octetten é".encode()}, "octetten é"),
        ({"json": {"a": 1}}, '{"a": 1}'),
        ({"data": BytesIO(b"een bestand")}, "een bestand"),
        ({"data": iter([b"in ", b"stukken"])}, "in stukken"),
        ({}, ""),
    ],
    ids=["form", "text", "octets", "JSON", "file", "pieces", "nothing"],
)
def test_every_kind_of_body_arrives(sent: dict[str, Any], arrived: str) -> None:
    answer = requests.post(URL, timeout=1, **sent).json()
    assert (answer["body"], answer["length"]) == (arrived, len(arrived.encode()))


def test_a_header_of_octets_arrives() -> None:
    assert requests.get(URL, headers={"X-Test": b"octets"}, timeout=1).json()["x"] == "octets"


def test_a_redirect_is_followed_or_not_as_asked() -> None:
    followed = requests.get(f"{URL}/to", timeout=1)
    assert (followed.url, followed.json()["query"]) == (f"{URL}/landed?x=1", "x=1")
    assert [one.status_code for one in followed.history] == [302]
    stopped = requests.get(f"{URL}/to", allow_redirects=False, timeout=1)
    assert (stopped.status_code, stopped.headers["Location"]) == (302, "/landed?x=1")


def test_a_loop_ends() -> None:
    with pytest.raises(requests.TooManyRedirects):
        requests.get(f"{URL}/loop", timeout=1)


def test_every_cookie_of_an_answer_is_kept_and_sent_where_it_belongs() -> None:
    session = requests.Session()
    landed = session.get(f"{URL}/cookies", timeout=1)
    assert {cookie.name for cookie in session.cookies} == {"a", "b", "c"}
    assert landed.json()["cookies"] == {"a": "1", "b": "2"}
    assert session.get(URL, timeout=1).json()["cookies"] == {"a": "1"}
    assert session.get(f"http://{HOST}/landed", timeout=1).json()["cookies"] == {"b": "2"}
    assert session.get("https://kbo.test/landed", timeout=1).json()["cookies"] == {}


def test_an_answer_without_content_is_one() -> None:
    answer = requests.get(f"{URL}/empty", timeout=1)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(
    "url", ["https://evil.test/", "https://vlaanderen.be/", f"https://{HOST}.evil.test/", f"{URL}/away"]
)
def test_a_host_that_is_not_ours_is_refused_so_that_no_test_leaves_the_machine(url: str) -> None:
    with pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=1)


def test_the_port_that_goes_without_saying_may_be_said() -> None:
    assert requests.get(f"{URL}:443/", timeout=1).json()["host"] == HOST
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{URL}:8443/", timeout=1)


def test_the_same_request_may_be_made_many_times() -> None:
    session = requests.Session()
    assert {session.get(f"{URL}/x", timeout=1).status_code for _ in range(20)} == {200}


def test_a_bug_in_the_application_surfaces_as_itself() -> None:
    def broken(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        raise ZeroDivisionError

    with hosts_in_process(broken, frozenset({"broken.test"}), {}), pytest.raises(ZeroDivisionError):
        requests.get("https://broken.test/", timeout=1)


def test_an_answer_is_closed_whether_it_was_read_or_not() -> None:
    closed: list[str] = []

    class Chunks:
        def __iter__(self) -> Iterator[bytes]:
            yield b"a"
            raise ZeroDivisionError

        def close(self) -> None:
            closed.append("closed")

    def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [])
        return Chunks()

    with pytest.raises(ZeroDivisionError):
        run(application, environ_of("GET", URL, {}, b""))
    assert closed == ["closed"]
