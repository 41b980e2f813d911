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
        host = urlsplit(str(request.url)).netloc
        return host in self._hosts, f"{host} is no host of this federation"

    def get_response(self, request: PreparedRequest) -> HTTPResponse:
        body = request.body or b""
        octets = body if isinstance(body, bytes) else body.encode()
        environ = environ_of(str(request.method), str(request.url), request.headers, octets)
        answer = run(self._application, {**environ, **self._environ})
        headers = HTTPHeaderDict()
        for name, value in answer.headers:
            headers.add(name, value)
        closed = BytesIO()
        closed.close()
        # requests finds cookies on the original response, in what http.client calls its ``msg``.
        original = HTTPResponse(body=closed, msg=headers, preload_content=False)  # type: ignore[arg-type]
        return HTTPResponse(
            status=answer.status,
            reason=reasons.get(answer.status),
            body=BytesIO(answer.body),
            headers=headers,
            original_response=original,  # type: ignore[arg-type]
            preload_content=False,
            request_method=request.method,
        )


@contextlib.contextmanager
def hosts_in_process(
    application: WSGIApplication, hosts: frozenset[str], environ: Mapping[str, Any]
) -> Iterator[None]:
    """Let ``requests`` reach ``application`` at ``hosts``, with ``environ`` added to each request."""
    wire = responses.RequestsMock(assert_all_requests_are_fired=False, registry=_Lasting)
    with wire:
        wire.add(_Hosts(application, hosts, environ))
        yield
