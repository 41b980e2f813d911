"""The sign-in without pages, answered before Flask.

A load of sign-ins is three requests again and again, and Flask's contexts, hooks and responses cost each of
them more than ACM's own work.  So these three are answered here, by the same backend, with the same headers
and the same measurements.  What would be a page, or is no plain request, goes on to Flask, which answers it
from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http import HTTPStatus
from io import BytesIO
from json import JSONEncoder
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.datastructures import MultiDict

from mocks.acm.backend import endpoints
from mocks.acm.backend.decide import Decider
from mocks.acm.errors import ToClient
from mocks.acm.peers import Peers
from mocks.acm.routes.provider import REALM
from mocks.core import oauth_answers
from mocks.core.clock import stopwatch
from mocks.core.metrics import Measurements
from mocks.core.oauth import Asked, OAuthRefusal
from mocks.core.refusals import SECURITY_HEADERS
from mocks.core.visit import ENVIRON_VISIT, Visit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST_FORM = 16 * 1024
"""Octets of a form that is read here; a longer one is Flask's to read or to refuse."""

_FORM = "application/x-www-form-urlencoded"
_REDIRECT = [*SECURITY_HEADERS.items(), ("Cache-Control", "no-store")]
_JSON = [("Content-Type", "application/json"), *SECURITY_HEADERS.items(), *oauth_answers.NEVER_KEPT.items()]

Plain = tuple[str, list[tuple[str, str]], bytes]
"""Status line, headers and body."""


class _Elsewhere(Exception):
    """This request is not one of the plain ones."""


class _Sent:
    """What a client sends, without the rest of what werkzeug makes of a request."""

    def __init__(self, environ: WSGIEnvironment, form: MultiDict[str, str]) -> None:
        """Take path and credentials as they came."""
        self.path: str = environ["PATH_INFO"]
        self.headers = {"Authorization": environ.get("HTTP_AUTHORIZATION", "")}
        self.form = form


def _read(encoded: bytes) -> MultiDict[str, str]:
    """Read a form or a query, as werkzeug does; what is not ASCII is not plain."""
    if not encoded.isascii():
        raise _Elsewhere
    return MultiDict(parse_qsl(encoded.decode(), keep_blank_values=True, errors="werkzeug.url_quote"))


class Straight:
    """A WSGI application before that of Flask."""

    def __init__(self, app: Flask, peers: Callable[[Visit], Peers]) -> None:
        """Stand before the application of ACM, with its peers."""
        self._flask: WSGIApplication = app.wsgi_app
        dumped = cast(DefaultJSONProvider, app.json)
        # As Flask's jsonify, which makes an encoder for every answer.
        self._encode = JSONEncoder(
            default=dumped.default,
            ensure_ascii=dumped.ensure_ascii,
            sort_keys=dumped.sort_keys,
            separators=(",", ":"),
        ).encode
        self._peers = peers
        self._measurements = cast(Measurements, app.extensions["proefloket.measurements"])
        self._answers: Mapping[tuple[str, str], tuple[str, Callable[[WSGIEnvironment], Plain]]] = {
            ("GET", "/op/v1/auth"): ("oidc.authorize", self._authorize),
            ("POST", "/op/v1/token"): ("oidc.token", self._token),
            ("GET", "/op/v1/userinfo"): ("oidc.userinfo", self._userinfo),
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request here, or let Flask do so."""
        method = environ["REQUEST_METHOD"]
        known = self._answers.get((method, environ["PATH_INFO"]))
        if known is None:
            return self._flask(environ, start_response)
        endpoint, answer = known
        started = stopwatch()
        try:
            status, headers, body = answer(environ)
        except Exception:  # noqa: BLE001  # what is a page; and a mistake of ours, which Flask logs and answers
            return self._flask(environ, start_response)
        self._measurements.count(endpoint, method, int(status[:3]), stopwatch() - started)
        start_response(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def _authorize(self, environ: WSGIEnvironment) -> Plain:
        query = environ.get("QUERY_STRING", "")
        if "mock_persona=" not in query:
            raise _Elsewhere
        parameters = _read(query.encode("latin-1"))
        if parameters.get("response_mode", "query") != "query":
            raise _Elsewhere
        try:
            accepted, told = endpoints.sign_in_at_once(self._decider(environ[ENVIRON_VISIT]), parameters)
            location = oauth_answers.location(accepted.redirect_uri, accepted.mode, told)
        except ToClient as refused:
            location = oauth_answers.location(refused.redirect_uri, refused.mode, refused.parameters)
        if not location.isascii():
            raise _Elsewhere  # An address of an own e-loket, which werkzeug turns into a URI.
        return "302 FOUND", [("Location", location), *_REDIRECT], b""

    def _token(self, environ: WSGIEnvironment) -> Plain:
        # Read whole and put back, so that Flask finds it where it was.
        length = environ.get("CONTENT_LENGTH", "")
        kind = environ.get("CONTENT_TYPE", "").partition(";")[0]
        if kind != _FORM or not length.isdigit() or int(length) > _LONGEST_FORM:
            raise _Elsewhere
        form = BytesIO(environ["wsgi.input"].read(int(length)))
        environ["wsgi.input"] = form
        try:
            sent = _Sent(environ, _read(form.read()))
            return self._to_program(partial(endpoints.tokens, decider=self._decider), environ, sent)
        finally:
            form.seek(0)

    def _userinfo(self, environ: WSGIEnvironment) -> Plain:
        return self._to_program(endpoints.userinfo, environ, _Sent(environ, MultiDict()))

    def _to_program(
        self, endpoint: Callable[[Visit, Asked], Mapping[str, Any]], environ: WSGIEnvironment, sent: Asked
    ) -> Plain:
        try:
            told = endpoint(environ[ENVIRON_VISIT], sent)
        except OAuthRefusal as refusal:
            status = HTTPStatus(refusal.status)
            headers = [*_JSON, *oauth_answers.challenge(refusal, REALM).items()]
            told = oauth_answers.error_members(refusal)
            return f"{status.value} {status.phrase}", headers, self._json(told)
        return "200 OK", _JSON, self._json(told)

    def _decider(self, visit: Visit) -> Decider:
        return Decider(visit, self._peers(visit))

    def _json(self, members: Mapping[str, Any]) -> bytes:
        return f"{self._encode(members)}\n".encode()
