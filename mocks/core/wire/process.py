"""The wire in process: programs that use ``requests`` reach a WSGI application on real host names.

The stock registry of ``responses`` drops a responder once two match; ours never removes one.  A host
that is not ours is refused by ``responses`` itself, so that a test cannot leave the machine.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from http.client import responses as reasons
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import responses
from requests import PreparedRequest
from responses.registries import FirstMatchRegistry
from urllib3 import HTTPHeaderDict, HTTPResponse

from mocks.core.wire.backchannel import environ_of, run

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class _Lasting(FirstMatchRegistry):
    """Finds the responder that matches and keeps it."""

    def find(self, request: PreparedRequest) -> tuple[responses.BaseResponse | None, list[str]]:
        refused: list[str] = []
        for responder in self.registered:
            matches, reason = responder.matches(request)
            if matches:
                return responder, refused
            refused.append(reason)
        return None, refused


class _Hosts(responses.BaseResponse):
    """Answers for a set of hosts by running a WSGI application."""

    def __init__(
        self, application: WSGIApplication, hosts: frozenset[str], environ: Mapping[str, Any]
    ) -> None:
        super().__init__(method="*", url="https://proefloket.test")
        self._application = application
        self._hosts = hosts
        self._environ = environ

    def matches(self, request: PreparedRequest) -> tuple[bool, str]:
        host = urlsplit(_usual(str(request.url))).netloc
        return host in self._hosts, f"{host} is no host of this federation"

    def get_response(self, request: PreparedRequest) -> HTTPResponse:
        headers = {
            name: value if isinstance(value, str) else value.decode("latin-1")
            for name, value in request.headers.items()
            if name.lower() != "transfer-encoding"  # Here a body arrives whole.
        }
        url = _usual(str(request.url))
        environ = environ_of(str(request.method), url, headers, _octets(request.body))
        answer = run(self._application, {**environ, **self._environ})
        sent = HTTPHeaderDict()
        for name, value in answer.headers:
            sent.add(name, value)
        closed = BytesIO()
        closed.close()
        # requests finds cookies on the original response, in what http.client calls its ``msg``.
        original = HTTPResponse(body=closed, msg=sent, preload_content=False)  # type: ignore[arg-type]
        return HTTPResponse(
            status=answer.status,
            reason=reasons.get(answer.status),
            body=BytesIO(answer.body),
            headers=sent,
            original_response=original,  # type: ignore[arg-type]
            preload_content=False,
            request_method=request.method,
        )


def _usual(url: str) -> str:
    """Return a URL without the port that goes without saying, as a client writes its Host."""
    parts = urlsplit(url)
    usual = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    return parts._replace(netloc=parts.netloc.removesuffix(usual)).geturl() if usual else url


def _octets(body: Any) -> bytes:  # noqa: ANN401  # whatever requests takes as a body
    """Return a body as requests would send it: text, octets, a file, or pieces of one."""
    if body is None or isinstance(body, bytes):
        return body or b""
    if isinstance(body, str):
        return body.encode()
    if hasattr(body, "read"):
        return _octets(body.read())
    return b"".join(_octets(piece) for piece in body)


@contextlib.contextmanager
def hosts_in_process(
    application: WSGIApplication, hosts: frozenset[str], environ: Mapping[str, Any]
) -> Iterator[None]:
    """Let ``requests`` reach ``application`` at ``hosts``, with ``environ`` added to each request."""
    wire = responses.RequestsMock(assert_all_requests_are_fired=False, registry=_Lasting)
    with wire:
        wire.add(_Hosts(application, hosts, environ))
        yield
